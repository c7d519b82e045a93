/** Invented places that offer specially arranged youth education. */
export const PROVIDERS = [
  ["STU Solbakken (demo)", "00 43 10 01"],
  ["STU Åstedet (demo)", "00 43 10 02"],
  ["STU Værkstederne (demo)", "00 43 10 03"],
  ["STU Mosegården (demo)", "00 43 10 04"],
  ["STU Byens Puls (demo)", "00 43 10 05"],
  ["STU Havnen (demo)", "00 43 10 06"],
] as const;

export const LINES = [
  "Køkken og service",
  "Natur og dyr",
  "Musik og medier",
  "Værksted og træ",
  "Butik og lager",
  "Pedel og grønne områder",
  "",
];

/** What the team keeps in mind of a course. */
export const NOTES = [
  "Vil selv begynde mødet.",
  "Ring efter kl. 14, aldrig om morgenen.",
  "Praktik i foråret: spørg Bageriet Prøven igen.",
  "Mor vil gerne med til mødet om fremtiden.",
  "Bussen er lagt om. Aftal ny kørsel.",
  "Vil se en bofællesskab-bolig før sommer.",
  "Har fået kørekort til knallert.",
  "Stedet sender udkast til ressourcepapiret i denne måned.",
  "Skifter hold efter ferien.",
  "Vil helst have mødet på STU-stedet.",
  "Spørg, om småjobbet kan blive til flere timer.",
  "Bisidder med til næste møde.",
];

/** What stood behind how clear it is. */
export const GRADED = ["Statusmødet", "Praktikbesøg", "Talt sammen på stedet", "Mødet om forløbsplanen", ""];

/** The parts of a resource paper, as the team wrote them down first. */
export const PAPER_FIRST = {
  own_words:
    "Jeg vil have et rigtigt arbejde, hvor de kender mig. Jeg vil helst møde kl. 9 og vide dagen før, hvad jeg skal. Jeg vil bo for mig selv, når jeg er klar.",
  strengths:
    "Møder til tiden, når planen er skrevet ned.\nEr rolig og hjælpsom over for nye på holdet.\nHusker, hvor alting står.",
  support: "En fast voksen de første uger et nyt sted.\nEn ting ad gangen, gerne i billeder.",
  learned:
    "- Praktik i en kantine i 13 uger: passede godt\n- Kan tage bussen selv til STU-stedet\n- Kan lave mad til fire",
} as const;

/** What was changed and added before it was kept again. */
export const PAPER_AGAIN = {
  own_words:
    "Jeg vil have et rigtigt arbejde, hvor de kender mig. Jeg vil helst møde kl. 9 og vide dagen før, hvad jeg skal. Jeg vil bo i min egen lejlighed, tæt på en bus. Jeg vil blive ved med at spille i bandet om onsdagen.",
  support:
    "En fast voksen de første uger et nyt sted.\nEn ting ad gangen, gerne i billeder.\nEn, der ringer dagen før et møde.",
  after:
    "Arbejde: prøver timer med løn i kantinen fra foråret.\nForsørgelse: jobcentret vurderer før sommer.\nBolig: skrevet op, og bostøtte er spurgt.\nFritid: bandet fortsætter.",
  contact: "Ring først til STU-teamet. Stedet hjælper også et halvt år efter slut.",
} as const;

/** What is taken over after a course. */
export const HANDOVERS = [
  "Job med få timer efter STU, og en fast person at ringe til.",
  "Beskyttet beskæftigelse og hjælp til at komme derhen selv.",
  "Fleksjob skal afklares, og praktikstedet vil gerne beholde dem.",
  "Bostøtte to gange om ugen, når skolen ikke er der mere.",
];
