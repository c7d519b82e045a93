/** Goals of a course plan, in the words of a plan. */
export const GOALS = [
  "Kan tage bussen alene til praktik.",
  "Laver aftensmad til fire en gang om ugen.",
  "Siger til, når der er for meget larm.",
  "Prøver to slags arbejde, før sommeren kommer.",
  "Møder fire dage om ugen.",
  "Kan betale regninger og lægge et budget.",
  "Spørger selv, når noget er uklart.",
  "Går til noget efter skole en gang om ugen.",
  "Ringer selv, når noget skal aflyses.",
  "Kender sine rettigheder på en arbejdsplads.",
];

/** What a status meeting is about. */
export const POINTS = [
  "Hvad går godt lige nu?",
  "Næste praktik",
  "Kørsel efter ferien",
  "Hvad skal der ske, når forløbet slutter?",
  "Bolig: vil gerne se et sted",
  "Fritid: fodbold eller band?",
];
