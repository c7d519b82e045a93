import type { GuideEventKind } from "#domain/guides/event-kinds.ts";

/** What happened between a young person and those who go with them. */
export const guideEvents: Record<GuideEventKind, string> = {
  "contact-written": "wrote down a contact",
  "contact-changed": "changed a contact",
  "contact-removed": "removed a contact",
  "intensity-set": "set how often the young person is contacted",
  "phone-set": "changed the young person's telephone number",
  "guide-requested": "asked for a youth guide",
  "guide-proposed": "proposed a youth guide",
  "guide-accepted": "wrote that the young person says yes to the guide",
  "guide-refused": "wrote a no to a guide who was proposed",
  "guide-began": "became youth guide and contact person",
  "guide-not-wanted": "wrote that the young person wants no guide",
  "guide-request-withdrawn": "no longer looks for a guide",
  "concern-raised": "said that they are worried",
  "concern-taken": "took a worry",
  "guide-capacity-set": "changed the room of a guide",
  "guide-trait-added": "wrote what a guide knows of",
  "guide-trait-removed": "removed what a guide knows of",
  "notify-at-set": "changed where to notify",
  "voice-prepared": "heard the young person before the meeting",
  "young-person-told": "told the young person of the meeting",
};
