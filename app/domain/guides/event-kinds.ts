/** What happened between a young person and those who go with them. */
export type GuideEventKind =
  | "contact-written"
  | "contact-changed"
  | "contact-removed"
  | "intensity-set"
  | "phone-set"
  | "guide-requested"
  | "guide-proposed"
  | "guide-accepted"
  | "guide-refused"
  | "guide-began"
  | "guide-not-wanted"
  | "guide-request-withdrawn"
  | "concern-raised"
  | "concern-taken"
  | "notify-at-set"
  | "voice-prepared"
  | "young-person-told";
