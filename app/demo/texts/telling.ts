/** What young people said when they heard what had been agreed. */
export const TOLD_WORDS = [
  "Det er fint. Bare det bliver til noget denne gang.",
  "Okay. Jeg vil gerne have det på en sms også.",
  "Det lyder godt. Hvem ringer jeg til, hvis det ikke sker?",
  "Jeg er glad for, at nogen spurgte.",
];

/** To an agreement that they said partly yes to. */
export const SAID_PARTLY = [
  "Ja, men ikke om mandagen. Der kan jeg ikke.",
  "Det er fint nok. Bare det ikke er mig, der skal ringe.",
  "Kun hvis jeg må have en med første gang.",
];

/** And to one that they said no to. */
export const SAID_NO = [
  "Jeg vil ikke starte et nyt sted igen. Spørg mig, før I finder noget.",
  "Det har jeg prøvet. Det virkede ikke sidste gang.",
  "Nej. Jeg vil have én at tale med, ikke tre.",
];
