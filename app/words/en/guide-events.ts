import type { GuideEventKind } from "#domain/guides/event-kinds.ts";

/** What happened between a young person and those who go with them. */
export const guideEvents: Record<GuideEventKind, string> = {
  "contact-written": "wrote down a contact",
  "contact-changed": "changed a contact",
  "contact-removed": "removed a contact",
  "intensity-set": "set how often the young person is contacted",
  "phone-set": "changed the young person's telephone number",
  "concern-raised": "said that they are worried",
  "concern-taken": "took a worry",
};
