import type { ContactChannel } from "#db/vocabulary.ts";

/** What guides write after they have met a young person: facts, so that the young person can read them. */
export const MET: readonly (readonly [ContactChannel, string])[] = [
  ["meeting", "Vi gik gennem ugen sammen. {navn} vil gerne prøve at komme afsted tirsdag og torsdag."],
  ["outdoor", "Vi gik en tur ved søen. {navn} fortalte, at det er lettere at tale, når vi går."],
  ["phone", "{navn} har fået svar på sin ansøgning og er glad for det. Vi taler videre på fredag."],
  ["sms", "{navn} skriver, at det går bedre med at komme op om morgenen."],
  ["home", "Vi sad i køkkenet. {navn} viste de papirer, {han} har fået, og vi læste dem sammen."],
  ["meeting", "Vi ringede til stedet sammen. {navn} har en aftale om at se det på onsdag."],
  ["phone", "{navn} har ikke sovet godt og blev hjemme i går. Vi aftalte at begynde stille i morgen."],
  ["meeting", "{navn} var på besøg {sted} og vil gerne derhen igen."],
  ["outdoor", "Vi mødtes på biblioteket. {navn} har skrevet en liste over det, {han} gerne vil tale om på mødet."],
  ["sms", "{navn} spørger, hvornår mødet er. Jeg har skrevet dag og sted."],
  ["video", "{navn} ville hellere tale på video i dag. Det gik godt i en halv time."],
  ["phone", "{navn} siger, at det går op og ned. {han} vil gerne, at jeg ringer igen på mandag."],
  ["meeting", "Vi øvede turen med bus. Næste gang tager {navn} den selv, og jeg venter ved stoppestedet."],
  ["home", "{navn} havde ikke lyst til at gå ud. Vi drak te og talte om {om}."],
  ["meeting", "{navn} har holdt sin aftale alle tre dage. Det er {han} stolt af, og det er jeg også."],
  ["outdoor", "Vi fulgtes til den første dag. {navn} blev til klokken 12."],
];

/** Own reminders: only who wrote them reads them. */
export const REMINDERS: readonly string[] = [
  "Spørg, om {navn} har fået nyt nummer.",
  "Husk kortet til bussen næste gang.",
  "Tag ansøgningen med på mandag.",
];

/** Where one meets. */
export const PLACES: readonly string[] = ["biblioteket", "Ungecentret", "caféen ved stationen", "hjemme", ""];
