import type { ClarifiedAbout, Consideration } from "#db/vocabulary.ts";

/** What shows that somebody is covered, or is not. */
export const COVERED_BY = ["Lægebrev i Børn og unges sag", "Udtalelse fra PPR", "Børnefaglig undersøgelse"];
export const NOT_COVERED_BY = ["Vurderet på netværksmødet", "Ingen nedsat funktionsevne, vurderet af Børn og unge"];
/** Where the decision of the support basis stands: with the department that made it. */
export const DECIDED_BY = ["Brev fra Ydelse", "Afgørelse i Voksens sag", "Notat fra mødet med Ydelse"];

export const CHECKED_BY: Record<Consideration, readonly string[]> = {
  support_need: ["Voksen har mødt den unge", "Overblik fra Børn og unge er sendt"],
  education: ["Besøg på FGU er holdt", "Vejlederen har lavet en plan sammen med den unge"],
  employment: ["Praktik på et værksted er aftalt", "Et fritidsjob er fundet"],
  housing: ["Den unge bliver boende hjemme", "Et botilbud er vist frem"],
  social: ["Kontaktpersonen fortsætter", "En mentor er spurgt"],
  other: ["Fritiden om onsdagen fortsætter", "Lægen er skiftet"],
};

/** What shows each level from 1 to 5. */
export const CLARIFIED_BY: Record<ClarifiedAbout, readonly string[]> = {
  future: [
    "Første samtale om tiden efter 18",
    "Den unge har valgt mellem to veje",
    "Aftalt på mødet i forummet",
    "Afdelingerne har sagt ja",
    "Det er begyndt",
  ],
  support_basis: [
    "Ydelse har set på mulighederne",
    "Den unge ved, hvad der skal søges",
    "Aftalt mellem Børn og unge og Ydelse",
    "Beslutningen er truffet",
    "Første udbetaling er på plads",
  ],
};
