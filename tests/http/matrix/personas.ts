/** Who asks. All but the first, the office and whoever was never near are seated, assigned or members in every state alike. */
export const PERSONAS = [
  "nobody",
  "locked",
  "coordinator",
  "chair",
  "minute-taker",
  "member",
  "guide",
  "other-guide",
  "stu-team",
  "caseworker",
  "absent",
  "not-invited",
  "colleague",
  "psychiatrist",
  "basis-expired",
  "no-basis",
  "school",
  "police",
  "other-police",
  "left-department",
  "partial",
  "leader",
  "admin",
  "dpo",
] as const;
export type Persona = (typeof PERSONAS)[number];

/** What the one item of a meeting is in. */
export const STATES = [
  "draft",
  "published",
  "open",
  "handled",
  "approved",
  "section115",
  "removed",
  "withdrawn",
  "ended",
] as const;
export type State = (typeof STATES)[number];

/** What stands in the texts of a state: whom it is about, where it is met, what is said in the item, what was agreed. */
export type Kind = "name" | "place" | "item" | "agreement";
export type Canary = `${State}-${Kind}`;
/** The word in a text, by which it is known again wherever it stands. */
export const canary = (state: State, kind: Kind, field: string) => `kanarie-${state}-${kind}-${field}`;
export const CANARIES = /kanarie-([a-z\d]+-(?:name|place|item|agreement))-/gi;
