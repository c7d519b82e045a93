/** A topic is a boundary of knowledge: whoever may watch it may see all of it (design.md D4). */
export type Topic =
  | `meeting:${string}`
  | `item:${string}`
  | `person:${string}`
  | `course:${string}`
  | `screen:${string}`
  | `staff:${string}`
  | `department:${string}`
  | `device:${string}`
  | "outreach"
  | `lead:${string}`;

/** Pointer, roll and slots without names. */
export const meetingTopic = (meetingId: string): Topic => `meeting:${meetingId}`;
/** One item at the shared class. */
export const itemTopic = (itemId: string): Topic => `item:${itemId}`;
/** What of an item stands in one class above the shared; texts for named departments have a topic for each of these. */
export const itemClassTopic = (itemId: string, textClass: string, departmentId?: string): Topic =>
  `item:${itemId}:${textClass}${departmentId ? `:${departmentId}` : ""}`;
/** The shared plan of a young person. */
export const personTopic = (youngPersonId: string): Topic => `person:${youngPersonId}`;
/** One course of specially arranged youth education. */
export const courseTopic = (courseId: string): Topic => `course:${courseId}`;
/** What stands on the big screen of a meeting. */
export const screenTopic = (meetingId: string): Topic => `screen:${meetingId}`;
/** No rows, only "reload". */
export const staffTopic = (staffId: string): Topic => `staff:${staffId}`;
export const departmentTopic = (departmentId: string): Topic => `department:${departmentId}`;
/** A room's computer that waits for its code to be typed. */
export const deviceTopic = (screenId: string): Topic => `device:${screenId}`;

/** Who is looked for: no rows, only "reload", for those who look. */
export const outreachTopic: Topic = "outreach";
/** By this the log knows which of them a page showed; nobody watches it. */
export const leadTopic = (leadId: string): Topic => `lead:${leadId}`;

/** What a topic is made of. A row has a kind and an id, unique together. */
export type Row = { kind: string; id: string };
export const keyOf = (row: Row): string => `${row.kind} ${row.id}`;

export type Snapshot<R extends Row = Row> = { topic: Topic; seq: number; rows: R[] };
/** One step of a topic: rows that stand now, and keys of rows that no longer do. */
export type Change<R extends Row = Row> = { topic: Topic; seq: number; put: R[]; drop: string[] };
