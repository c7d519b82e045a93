import type { GuideEventKind } from "#domain/guides/event-kinds.ts";

/** What happened between a young person and those who go with them. */
export const guideEvents: Record<GuideEventKind, string> = {
  "contact-written": "har skrevet en kontakt ned",
  "contact-changed": "har rettet en kontakt",
  "contact-removed": "har fjernet en kontakt",
  "intensity-set": "har sat, hvor tit den unge kontaktes",
  "phone-set": "har rettet den unges telefonnummer",
  "guide-requested": "har bedt om en ungeguide",
  "guide-proposed": "har foreslået en ungeguide",
  "guide-accepted": "har skrevet, at den unge siger ja til ungeguiden",
  "guide-refused": "har skrevet et nej til en foreslået ungeguide",
  "guide-began": "er blevet ungeguide og kontaktperson",
  "guide-not-wanted": "har skrevet, at den unge ikke vil have en ungeguide",
  "guide-request-withdrawn": "leder ikke længere efter en ungeguide",
  "concern-raised": "har sagt, at de er bekymrede",
  "concern-taken": "har taget en bekymring",
  "guide-capacity-set": "har rettet en ungeguides plads",
  "guide-trait-added": "har skrevet, hvad en ungeguide kender til",
  "guide-trait-removed": "har fjernet, hvad en ungeguide kender til",
  "notify-at-set": "har rettet, hvor man underretter",
  "voice-prepared": "har hørt den unge før mødet",
  "young-person-told": "har fortalt den unge om mødet",
};
