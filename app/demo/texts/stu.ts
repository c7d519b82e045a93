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
