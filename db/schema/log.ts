import { at, counted, id, index, int, json, oneOf, primaryKey, table, text, uniqueIndex, version } from "../columns.ts";
import { channels } from "../vocabulary.ts";
import { youngPerson } from "./people.ts";
import { staff } from "./staff.ts";

/** Who did or looked at what, when and why. Append-only and hash-chained; ids and states, never text of people. */
export const log = table(
  "log",
  {
    seq: counted(),
    at: at().notNull(),
    channel: text({ enum: channels }).notNull(),
    actorId: text(),
    sessionId: text(),
    /** `read`, `refused`, or the past-tense name of an event. */
    kind: text().notNull(),
    /** The command or query it came through. */
    door: text().notNull(),
    youngPersonId: text(),
    meetingId: text(),
    itemId: text(),
    /** What made it allowed: the name of a rule. */
    reason: text(),
    facts: json<Record<string, string | number | boolean | null>>().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [index("log_person").on(t.youngPersonId), oneOf("log_channel", t.channel, channels)],
);

/**
 * What stands for the rows of a month whose time in the log is over: how the chain went in and out, which kinds went, and a
 * digest of those that stay, signed. A row goes only under one (triggers.sql); the newest of the same rows counts.
 */
export const logSegment = table("log_segment", {
  id: counted(),
  fromSeq: int().notNull(),
  toSeq: int().notNull(),
  /** The end of the month: all its rows are of before. */
  beforeAt: at().notNull(),
  firstPrevious: text().notNull(),
  lastHash: text().notNull(),
  gone: json<string[]>().notNull(),
  kept: int().notNull(),
  keptDigest: text().notNull(),
  at: at().notNull(),
  signature: text().notNull(),
});

/** That somebody has looked an alarm of the log through, and what they found. */
export const alarmReview = table(
  "alarm_review",
  {
    id: id(),
    /** What raised it, made of the rule, the employee and the day: the same is not raised again. */
    alarm: text().notNull(),
    note: text().notNull(),
    byId: text()
      .notNull()
      .references(() => staff.id),
    at: at().notNull(),
    version: version(),
  },
  (t) => [uniqueIndex("alarm_review_alarm").on(t.alarm)],
);

/** A name that the reviewer of the log was shown, why, and until when. */
export const unmasking = table(
  "unmasking",
  {
    id: id(),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    youngPersonId: text()
      .notNull()
      .references(() => youngPerson.id),
    reason: text().notNull(),
    at: at().notNull(),
    endsAt: at().notNull(),
  },
  (t) => [index("unmasking_staff").on(t.staffId)],
);

/** What a row was before it was revised. */
export const revision = table(
  "revision",
  {
    seq: counted(),
    tableName: text().notNull(),
    rowId: text().notNull(),
    version: int().notNull(),
    row: json<Record<string, unknown>>().notNull(),
    at: at().notNull(),
    byId: text(),
  },
  (t) => [index("revision_row").on(t.tableName, t.rowId)],
);

/** The commands that took effect, with their answers, so that the same one sent again changes nothing. Kept seven days. */
export const commandKey = table(
  "command_key",
  {
    actorId: text().notNull(),
    key: text().notNull(),
    door: text().notNull(),
    at: at().notNull(),
    answer: json<unknown>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.actorId, t.key] })],
);

/** How many changes a topic has had. */
export const topicSeq = table("topic_seq", { topic: text().primaryKey(), seq: int().notNull() });

/** Facts of this installation: the day of the demo, the latest moment seen. */
export const setting = table("setting", { key: text().primaryKey(), value: text().notNull() });
