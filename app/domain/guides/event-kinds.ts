/** What happened between a young person and those who go with them. */
export type GuideEventKind =
  | "contact-written"
  | "contact-changed"
  | "contact-removed"
  | "intensity-set"
  | "phone-set"
  | "concern-raised"
  | "concern-taken";
