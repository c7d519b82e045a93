import { eq } from "drizzle-orm";
import * as z from "zod";
import { type Db, tables } from "#db/index.server.ts";
import { contactChannels, contactCompanies, contactNotes, contactResults } from "#db/vocabulary.ts";
import { may, type Verdict } from "../access/decide.server.ts";
import { addMonths } from "../calendar.ts";
import { type At, command, KEYS_KEPT_DAYS, type Work } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import { anyText, input, optionalId, optionalMoment, rowId, seenVersion, withoutCpr, word } from "../input.server.ts";
import { dayOf } from "../moments.ts";
import { mayWritePlan } from "../plan/allow.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { personTopic } from "../topics.ts";
import { pastDay, typedDayOrNone } from "../typed-day.server.ts";
import { wellbeingView } from "../wellbeing/views.server.ts";
import { tellGoing } from "./going.server.ts";
import { noonOf, reminderUntil } from "./rhythm.ts";

const { contactEntry, wellbeingRating } = tables;

/**
 * What was kept without a net comes in the end; older than this it is typed anew. A day less than its key is known: a note that was
 * written, and whose answer was lost, is not written twice.
 */
const KEPT_DAYS = KEYS_KEPT_DAYS - 1;
const MOST_MINUTES = 24 * 60;

const shape = {
  channel: word(contactChannels),
  result: word(contactResults),
  company: word(contactCompanies),
  kind: word(contactNotes),
  text: withoutCpr(anyText(2000)),
  minutes: anyText(4),
  /** A day as people write it, with an hour and a place where they are agreed. */
  nextOn: anyText(40),
  nextTime: anyText(5),
  nextPlace: withoutCpr(anyText(80)),
};
type Typed = z.output<z.ZodObject<typeof shape>>;

function minutesOf(typed: string): number | null {
  if (typed === "") return null;
  const minutes = /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
  if (!(minutes >= 1 && minutes <= MOST_MINUTES)) throw invalid("minutes", "number");
  return minutes;
}

/** `9`, `9.30` or `09:30` as it is kept: `9.30`. */
function clockTyped(typed: string): string {
  if (typed === "") return "";
  const [, hour, minute = "00"] = /^([01]?\d|2[0-3])(?:[.:]([0-5]\d))?$/.exec(typed) ?? [];
  if (hour === undefined) throw invalid("nextTime", "no-such-time");
  return `${Number(hour)}.${minute}`;
}

const NOTHING_AGREED = { nextOn: null, nextTime: "", nextPlace: "" };

/**
 * What was typed, as it is kept.
 * @param today the day on which it was written: what is agreed is read from it
 * @param happenedOn no next time is before it
 * @throws Declined `invalid` at the field
 */
function kept(typed: Typed, today: string, happenedOn = today) {
  const { channel, company, kind, text } = typed;
  const isReminder = kind === "reminder";
  const result = isReminder ? "met" : typed.result;
  if (result === "met" && text === "") throw invalid("text", "required");
  // An own reminder is no contact: nobody was met by it, and nothing is agreed in it.
  if (isReminder) return { channel, result, company, kind, text, ...NOTHING_AGREED, minutes: null } as const;
  const nextOn = typedDayOrNone("nextOn", typed.nextOn, today);
  if (nextOn !== null && nextOn < happenedOn) throw invalid("nextOn", "gone");
  const [nextTime, nextPlace] = nextOn === null ? ["", ""] : [clockTyped(typed.nextTime), typed.nextPlace];
  return { channel, result, company, kind, text, minutes: minutesOf(typed.minutes), nextOn, nextTime, nextPlace };
}

/** When it was written: now, or a while ago without a net. @throws Declined `invalid` */
function writtenAt(typed: string | null, now: string): string {
  if (typed === null) return now;
  const at = Date.parse(typed);
  // A telephone's clock may be a little ahead.
  if (at > Date.parse(now)) return now;
  if (at < Date.parse(now) - KEPT_DAYS * 86_400_000) throw invalid("happenedAt", "gone");
  return new Date(at).toISOString();
}

/** How far back a contact can still be written down, in months. */
const MOST_MONTHS_AGO = 12;

type OnDay = Pick<Typed, "kind"> & { on: string };

/**
 * When it happened: as it stands, at first as it was written; on another day, as people write it, at that day's noon. An own reminder is
 * of the day on which it was written. @throws Declined `invalid` at the field
 */
function momentOf({ kind, on }: OnDay, stands: string, now = stands): string {
  const today = dayOf(now);
  if (on === "" || kind === "reminder") return stands;
  const day = pastDay("on", on, today);
  // What was written of a day long ago keeps it.
  if (day === dayOf(stands)) return stands;
  if (day < addMonths(today, -MOST_MONTHS_AGO)) throw invalid("on", "too-long-ago");
  const noon = noonOf(day);
  return noon < now ? noon : now;
}

const keeping = (kind: Typed["kind"], staffId: string | null, on: string) =>
  kind === "reminder" ? { keptById: staffId, deletesOn: reminderUntil(on) } : { keptById: null, deletesOn: null };

/** How it goes, in the young person's own number: it counts as any other of that day, and takes the place of an earlier one. */
async function rate(work: Work<unknown>, youngPersonId: string, score: number, ratedOn: string): Promise<void> {
  const { db, by, newId, record, touch } = work;
  const rows = await db.select().from(wellbeingRating).where(eq(wellbeingRating.youngPersonId, youngPersonId));
  const same = rows.find((one) => one.area === "" && one.ratedOn === ratedOn && one.removedAt === null);
  const id = same?.id ?? newId();
  if (same) await revise(db, wellbeingRating, same, { score, askedById: by.staffId }, by);
  else await db.insert(wellbeingRating).values({ id, youngPersonId, area: "", score, ratedOn, askedById: by.staffId });
  record({ kind: same ? "wellbeing-changed" : "wellbeing-rated", youngPersonId, facts: { row: id, area: "" } });
  touch(personTopic(youngPersonId), wellbeingView, id);
}

const scoreTyped = z
  .string()
  .regex(/^(?:|\d|10)$/, "zero-to-ten")
  .default("")
  .transform((typed) => (typed === "" ? null : Number(typed)));

type Rated = { kind: Typed["kind"]; score: number | null };
/** The number that is kept: a reminder has none. */
const scoreOf = ({ kind, score }: Rated) => (kind === "reminder" ? null : score);

/** How it goes stands in the plan, and is written by whom the plan lets. */
async function mayWriteContact(at: At<Rated & { youngPersonId: string }>): Promise<Verdict> {
  const { db, actor, now, today, input } = at;
  const verdict = await may(db, { actor, now, today }, "contact:write", input.youngPersonId);
  if (!("by" in verdict) || scoreOf(input) === null) return verdict;
  return mayWritePlan(at, input.youngPersonId);
}

/** Writes down that one was in touch with a young person, or tried to be: person, sentence, save. */
export const writeContact = command("write-contact", {
  input: input({
    ...{ id: optionalId, youngPersonId: rowId, happenedAt: optionalMoment, score: scoreTyped },
    /** Another day than the one it was written on. */
    on: anyText(40),
    ...shape,
  }),
  allow: mayWriteContact,
  async run(work) {
    const { db, input, now, by, newId, record } = work;
    const { youngPersonId } = input;
    const score = scoreOf(input);
    const staffId = by.staffId;
    if (staffId === null) throw missing();
    const written = writtenAt(input.happenedAt, now);
    const happenedAt = momentOf(input, written);
    const on = dayOf(written);
    const id = input.id ?? newId();
    const set = { ...kept(input, on, dayOf(happenedAt)), ...keeping(input.kind, staffId, on) };
    await insertOnce(db, contactEntry, { id, youngPersonId, staffId, happenedAt, writtenAt: now, ...set });
    const { channel, result, kind } = set;
    record({ kind: "contact-written", youngPersonId, facts: { row: id, channel, result, note: kind } });
    if (score !== null) await rate(work, youngPersonId, score, dayOf(happenedAt));
    await tellGoing(work, youngPersonId);
    return { id };
  },
});

const rowOf = async (db: Db, id: string) => (await db.select().from(contactEntry).where(eq(contactEntry.id, id)))[0];

/** Whoever wrote it puts it right, the day with it. */
export const changeContact = command("change-contact", {
  input: input({ id: rowId, version: seenVersion, on: anyText(40), ...shape }),
  allow: ({ db, actor, now, today, input: { id } }) => may(db, { actor, now, today }, "contact:change", id),
  async run(work) {
    const { db, input, now, today, by, record } = work;
    const { id, version } = input;
    const former = await rowOf(db, id);
    if (!former) throw missing();
    const same = former.kind === input.kind;
    // Others have read it as the case's own; a reminder is deleted with all it said.
    if (former.kind === "case_note" && !same) throw invalid("kind", "stays-note");
    const happenedAt = momentOf(input, former.happenedAt, now);
    const is = kept(input, dayOf(former.happenedAt), dayOf(happenedAt));
    const set = { happenedAt, ...is, ...(same ? {} : keeping(input.kind, by.staffId, today)) };
    const { youngPersonId } = await revise(db, contactEntry, { id, version }, set, by);
    record({ kind: "contact-changed", youngPersonId, facts: { row: id } });
    await tellGoing(work, youngPersonId);
  },
});

/** It was written by mistake. */
export const removeContact = command("remove-contact", {
  input: input({ id: rowId, version: seenVersion }),
  allow: ({ db, actor, now, today, input: { id } }) => may(db, { actor, now, today }, "contact:change", id),
  async run(work) {
    const { db, input, by, record } = work;
    const { youngPersonId } = await revise(db, contactEntry, input, { removedAt: by.now }, by);
    record({ kind: "contact-removed", youngPersonId, facts: { row: input.id } });
    await tellGoing(work, youngPersonId);
  },
});
