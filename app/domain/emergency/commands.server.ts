import { and, desc, eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { emergencyReasons, emergencyVerdicts } from "#db/vocabulary.ts";
import { decide, may, mayAsStaff, type Verdict } from "../access/decide.server.ts";
import { staffIdOf } from "../actor.ts";
import { type At, command, type Work } from "../command.server.ts";
import { addWorkingDays } from "../days.ts";
import { Declined, invalid, missing } from "../errors.ts";
import { anyText, input, rowId, seenVersion, someText, withoutCpr, word } from "../input.server.ts";
import { revise } from "../revise.server.ts";
import { graphemes } from "../text.ts";
import { typedDayOrNone } from "../typed-day.server.ts";
import { runningOf, youngPersonExactly } from "./find.server.ts";
import { emergencyEnds, LEAST_WORDS, MOST_RENEWALS, REVIEW_DAYS } from "./rules.ts";
import { toldOf } from "./told.server.ts";

const { breakGlass } = tables;

/** One after the other is no hour: what was used for a young person is used again when it has been looked through. */
async function notYetReviewed(db: Db, youngPersonId: string, staffId: string): Promise<boolean> {
  const own = and(eq(breakGlass.youngPersonId, youngPersonId), eq(breakGlass.staffId, staffId));
  const [last] = await db.select().from(breakGlass).where(own).orderBy(desc(breakGlass.startedAt)).limit(1);
  return last !== undefined && last.reviewedAt === null;
}

async function tell({ db, today, reload }: Work<unknown>, youngPersonId: string): Promise<void> {
  reload(...(await toldOf(db, youngPersonId, today)));
}

/** Opens one young person for an hour, for reading. Who is not found exactly is answered like one who was never written down. */
export const openEmergency = command("open-emergency", {
  input: input({
    name: anyText(120),
    bornOn: anyText(40),
    cpr: anyText(40),
    reason: word(emergencyReasons),
    words: withoutCpr(someText(1000)).refine((text) => graphemes(text) >= LEAST_WORDS, "at-least-twenty"),
  }),
  allow: ({ db, actor, now, today }) => mayAsStaff(db, { actor, now, today }, "emergency:open"),
  fresh: true,
  async run(work) {
    const { db, input, actor, now, today, newId, record, rights } = work;
    const { reason, words, name, cpr } = input;
    const staffId = staffIdOf(actor);
    const bornOn = typedDayOrNone("bornOn", input.bornOn, today);
    if (cpr === "" && name === "") throw invalid("name", "required");
    if (cpr === "" && bornOn === null) throw invalid("bornOn", "required");
    if (await runningOf(db, staffId, now)) throw invalid("name", "emergency-runs");
    const youngPersonId = await youngPersonExactly(db, { cpr, name, bornOn });
    if (youngPersonId === null || (await decide(db, work, "emergency:to", youngPersonId)) === null) {
      record({ kind: "emergency-found-nobody" });
      return { youngPersonId: null };
    }
    if (await notYetReviewed(db, youngPersonId, staffId)) throw invalid("name", "emergency-used");
    const id = newId();
    const [endsAt, reviewBy] = [emergencyEnds(now), addWorkingDays(today, REVIEW_DAYS)];
    await db.insert(breakGlass).values({ id, youngPersonId, staffId, reason, words, startedAt: now, endsAt, reviewBy });
    record({ kind: "emergency-opened", youngPersonId, facts: { emergency: id, reason } });
    rights();
    await tell(work, youngPersonId);
    return { youngPersonId };
  },
});

/** One's own, while it lasts. */
async function ownRunning({ db, actor, now, today, input: { id } }: At<{ id: string }>): Promise<Verdict> {
  const verdict = await mayAsStaff(db, { actor, now, today }, "emergency:open");
  if ("no" in verdict) return verdict;
  return (await runningOf(db, staffIdOf(actor), now))?.id === id ? verdict : { no: "missing" };
}

const emergencyWith = async (db: Db, id: string) => {
  const [row] = await db.select().from(breakGlass).where(eq(breakGlass.id, id));
  if (!row) throw missing();
  return row;
};

export const renewEmergency = command("renew-emergency", {
  input: input({ id: rowId, version: seenVersion }),
  allow: ownRunning,
  fresh: true,
  async run(work) {
    const { db, input, now, by, record, rights } = work;
    const { renewals } = await emergencyWith(db, input.id);
    if (renewals >= MOST_RENEWALS) throw invalid("id", "renewed-enough");
    const set = { endsAt: emergencyEnds(now), renewals: renewals + 1 };
    const { youngPersonId } = await revise(db, breakGlass, input, set, by);
    record({ kind: "emergency-renewed", youngPersonId, facts: { emergency: input.id, renewals: set.renewals } });
    rights();
    await tell(work, youngPersonId);
  },
});

/** Ends before its time: the screens are emptied the same moment. */
export const endEmergency = command("end-emergency", {
  input: input({ id: rowId, version: seenVersion }),
  allow: ownRunning,
  async run(work) {
    const { db, input, now, by, record, rights } = work;
    const { youngPersonId } = await revise(db, breakGlass, input, { endedAt: now }, by);
    record({ kind: "emergency-ended", youngPersonId, facts: { emergency: input.id } });
    rights();
    await tell(work, youngPersonId);
  },
});

/** A coordinator who did not use it says whether it was in order. */
export const reviewEmergency = command("review-emergency", {
  input: input({
    id: rowId,
    version: seenVersion,
    verdict: word(emergencyVerdicts),
    verdictNote: withoutCpr(anyText(1000)),
  }),
  allow: ({ db, actor, now, today, input: { id } }) => may(db, { actor, now, today }, "emergency:review", id),
  async run(work) {
    const { db, input, actor, now, by, record } = work;
    const { id, version, verdict, verdictNote } = input;
    if (verdict === "not_in_order" && verdictNote === "") throw invalid("verdictNote", "required");
    const stands = await emergencyWith(db, id);
    if (stands.reviewedAt) throw new Declined({ no: "conflict", now: { verdict: stands.verdict } });
    const set = { verdict, verdictNote, reviewedAt: now, reviewedById: staffIdOf(actor) };
    const { youngPersonId, staffId } = await revise(db, breakGlass, { id, version }, set, by);
    record({ kind: "emergency-reviewed", youngPersonId, facts: { emergency: id, staffId, verdict } });
    await tell(work, youngPersonId);
  },
});
