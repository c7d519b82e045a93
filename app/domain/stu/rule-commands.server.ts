import { and, eq, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { deadlineCodes, followUpCodes } from "#db/vocabulary.ts";
import { mayAsStaff } from "../access/decide.server.ts";
import { type At, command, type Work } from "../command.server.ts";
import { allInvalid, missing, refusedBecause } from "../errors.ts";
import { anyText, day, input, word } from "../input.server.ts";
import { holdersOf } from "../people/find.server.ts";
import { staffTopic } from "../topics.ts";
import { reloadLines } from "./line.server.ts";
import { readChange } from "./rule-change.server.ts";

const { deadlineRule } = tables;

const ofCode = { code: word([...deadlineCodes, ...followUpCodes]) };
const manages = ({ db, actor, now, today }: At<unknown>) => mayAsStaff(db, { actor, now, today }, "stu:manage");

/** The rule of that code without an end: the one in force, or one that is to come. */
const lastOf = async (db: Db, code: (typeof deadlineRule.$inferSelect)["code"]) =>
  (
    await db
      .select()
      .from(deadlineRule)
      .where(and(eq(deadlineRule.code, code), isNull(deadlineRule.toOn)))
  )[0];

async function tell(work: Pick<Work<unknown>, "db" | "today" | "reload">): Promise<void> {
  work.reload(...(await holdersOf(work.db, "stu_team", work.today)).map(staffTopic));
  await reloadLines(work);
}

/** From that day on a deadline is counted otherwise; what was so until then stays written. */
export const changeDeadlineRule = command("change-deadline-rule", {
  input: input({
    ...{ ...ofCode, months: anyText(10), days: anyText(10), fromOn: anyText(40), source: anyText(1000) },
  }),
  allow: manages,
  async run(work) {
    const { db, input, today, record } = work;
    const { code } = input;
    const last = await lastOf(db, code);
    if (!last) throw missing();
    const read = readChange(last, input, today);
    if ("problems" in read) throw allInvalid(read.problems);
    const { next } = read;
    const { months, days, fromOn } = next;
    await db
      .update(deadlineRule)
      .set({ toOn: fromOn })
      .where(and(eq(deadlineRule.code, code), eq(deadlineRule.fromOn, last.fromOn)));
    await db.insert(deadlineRule).values(next);
    record({ kind: "deadline-rule-changed", facts: { code, months, days, fromOn, was: last.months } });
    await tell(work);
  },
});

/** A change that has not come into force is as if it had not been. */
export const takeBackRule = command("take-back-deadline-rule", {
  input: input({ ...ofCode, fromOn: day }),
  allow: manages,
  async run(work) {
    const { db, input, today, record } = work;
    const { code, fromOn } = input;
    const last = await lastOf(db, code);
    if (last?.fromOn !== fromOn) throw missing();
    if (fromOn <= today) throw refusedBecause("rule-in-force");
    await db.delete(deadlineRule).where(and(eq(deadlineRule.code, code), eq(deadlineRule.fromOn, fromOn)));
    await db
      .update(deadlineRule)
      .set({ toOn: null })
      .where(and(eq(deadlineRule.code, code), eq(deadlineRule.toOn, fromOn)));
    record({ kind: "deadline-rule-taken-back", facts: { code, fromOn } });
    await tell(work);
  },
});
