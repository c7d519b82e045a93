import type { GuideEventKind } from "#domain/guides/event-kinds.ts";

/** What happened between a young person and those who go with them. */
export const guideEvents: Record<GuideEventKind, string> = {
  "contact-written": "har skrevet en kontakt ned",
  "contact-changed": "har rettet en kontakt",
  "contact-removed": "har fjernet en kontakt",
  "intensity-set": "har sat, hvor tit den unge kontaktes",
  "phone-set": "har rettet den unges telefonnummer",
  "concern-raised": "har sagt, at de er bekymrede",
  "concern-taken": "har taget en bekymring",
};
