/** What people wrote when an agreement was done, late, stuck, withdrawn or declined. */
export const DONE_NOTES = [
  "",
  "",
  "",
  "",
  "Gjort. Den unge var med.",
  "Aftalt på telefon.",
  "Lykkedes i andet forsøg.",
  "Gjort sammen med ungeguiden.",
  "Den unge har fået det på skrift.",
  "Det gik bedre end ventet.",
  "Prøvet én gang. Fortsætter.",
  "Mødtes på biblioteket.",
];
export const LATE_NOTES = [
  "Tog længere tid, fordi der var ferie imellem.",
  "Første tid måtte flyttes.",
  "Ventede på svar fra stedet.",
  "Den unge ville gerne vente en uge.",
  "Gjort, da der blev en plads.",
  "",
];
export const STUCK_NOTES = {
  waiting_list: [
    "Der er venteliste til efter sommer.",
    "Nummer tre på ventelisten.",
    "Ingen ledig plads lige nu. Ringer igen den 1.",
  ],
  no_consent: ["Mangler et ja fra den unge til at dele oplysningen.", "Samtykket skal fornyes først."],
  no_offer: ["Vi har ikke noget, der passer.", "Tilbuddet er lukket. Leder efter et andet."],
  young_person: [
    "Den unge vil vente, til det er lyst om morgenen.",
    "Den unge vil ikke lige nu. Spørger igen om en måned.",
  ],
  department: ["Venter på svar fra en anden afdeling.", "Afhænger af, hvem der betaler."],
  other: ["Stedet har skiftet leder. Ny aftale på vej."],
} as const;
export const WITHDRAWN_REASONS = [
  "Den unge har fundet en anden vej.",
  "Dækket af aftale 1.",
  "Det var allerede gjort.",
  "Den unge vil hellere selv.",
  "Stedet findes ikke længere.",
];
export const NO_AGREEMENT_REASONS = [
  "Den unge vil tænke sig om til næste gang.",
  "Alt er i gang. Der er ikke brug for mere lige nu.",
  "Vi mangler den unge selv, før noget kan aftales.",
];
export const TRIES = [
  "Ringet tre gange på forskellige tider, skrevet to sms’er.",
  "Været forbi to gange. Lagt en seddel med nummer.",
  "Skrevet på sms og mail. Aftalen mandag blev ikke til noget.",
  "Ringet fredag og mandag. Moren siger, at en sms i næste uge er bedst.",
];
export const DISSENTS = [
  "{afdeling} mener, at det er for tidligt at vælge sted.",
  "{afdeling} mener, at støtten skal begynde før prøveperioden.",
  "{afdeling} mener, at én kontaktperson er nok.",
  "{afdeling} mener, at det bør vente, til økonomien er på plads.",
];
export const DECLINE_REASONS = [
  "Det hører til hos en anden afdeling. Vi vil gerne tale om hvem.",
  "Vi kan ikke nå det til den dag. To uger senere er muligt.",
  "Vi kender ikke den unge endnu. Vi vil gerne mødes først.",
];
