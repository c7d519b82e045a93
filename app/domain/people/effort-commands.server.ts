import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { Verdict } from "../access/decide.server.ts";
import { addMonths } from "../calendar.ts";
import { mustBeListed } from "../codes/queries.server.ts";
import { type At, command } from "../command.server.ts";
import { invalid } from "../errors.ts";
import {
  anyText,
  chosenId,
  input,
  listedOrNone,
  listOf,
  optionalId,
  rowId,
  seenVersion,
  someText,
  whole,
  withoutCpr,
  yesNo,
} from "../input.server.ts";
import { mayWritePlan } from "../plan/allow.server.ts";
import { areaWith } from "../plan/areas.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { schemesOn } from "../schemes/queries.server.ts";
import { departmentWith } from "../staff/find.server.ts";
import { typedDay, typedDayOrNone } from "../typed-day.server.ts";
import { touchEfforts } from "./effort-touch.server.ts";
import { minutesTyped, sumOfDays } from "./efforts.ts";

const { effort } = tables;

const shape = {
  departmentId: chosenId,
  title: withoutCpr(someText(120)),
  provider: withoutCpr(anyText(120)),
  area: listedOrNone,
  kind: listedOrNone,
  contactRole: yesNo,
  /** Days as people write them. */
  fromOn: someText(40),
  toOn: anyText(40),
  /** The last day of the decision that it rests on. */
  validUntilOn: anyText(40),
  /** Hours a week, by the half. */
  hours: anyText(10),
  weekdays: listOf(whole(1, 7)),
};

async function mayChange(at: At<{ id: string }>): Promise<Verdict> {
  const { db, input } = at;
  const { id } = input;
  const [row] = await db.select({ youngPersonId: effort.youngPersonId }).from(effort).where(eq(effort.id, id));
  return row ? mayWritePlan(at, row.youngPersonId) : { no: "missing" };
}

type Typed = { fromOn: string; toOn: string; validUntilOn: string; hours: string; weekdays: number[] };

/** What was typed, as it is kept. */
function kept({ hours, ...typed }: Typed, today: string) {
  const fromOn = typedDay("fromOn", typed.fromOn, today);
  const toOn = typedDayOrNone("toOn", typed.toOn, today);
  const validUntilOn = typedDayOrNone("validUntilOn", typed.validUntilOn, today);
  if (toOn && toOn < fromOn) throw invalid("toOn", "days-swapped");
  if (validUntilOn && validUntilOn < fromOn) throw invalid("validUntilOn", "days-swapped");
  const weekMinutes = hours === "" ? null : minutesTyped(hours);
  if (hours !== "" && weekMinutes === null) throw invalid("hours", "hours");
  return { fromOn, toOn, validUntilOn, weekMinutes, weekdays: sumOfDays(typed.weekdays) };
}

type Codes = { area: string; kind: string };

/** What stood already may keep standing: a department that has closed, a code that has ended. */
async function chosen(
  db: Db,
  set: Codes & { departmentId: string },
  today: string,
  former?: typeof effort.$inferSelect,
) {
  if (former?.departmentId !== set.departmentId) await departmentWith(db, set.departmentId, today);
  if (set.area !== "" && former?.area !== set.area) await areaWith(db, set.area, today);
  if (set.kind !== "" && former?.kind !== set.kind) await mustBeListed(db, "effort_kind", "kind", set.kind, today);
}

type Granted = { kind: string; fromOn: string; validUntilOn: string | null };

/** What is granted for so many months at a time (a mentor: LAB § 167) is granted again when they are gone, not for longer at once. */
async function mustBeOneGrant(db: Db, set: Granted, today: string, former?: typeof effort.$inferSelect) {
  const { kind, fromOn, validUntilOn } = set;
  if (kind === "" || !validUntilOn || validUntilOn === former?.validUntilOn) return;
  const window = (await schemesOn(db, [], today)).find(({ code }) => code === kind)?.window;
  if (window?.countsFrom !== "begun") return;
  const renewed = former?.kind === kind && former.validUntilOn !== null && former.validUntilOn > fromOn;
  const from = renewed ? (former.validUntilOn ?? fromOn) : fromOn;
  if (validUntilOn > addMonths(from, window.months)) throw invalid("validUntilOn", "grant-too-long");
}

const effortWith = async (db: Db, id: string) => (await db.select().from(effort).where(eq(effort.id, id)))[0];

export const addEffort = command("add-effort", {
  input: input({ id: optionalId, youngPersonId: rowId, ...shape }),
  allow: (at) => mayWritePlan(at, at.input.youngPersonId),
  async run(work) {
    const { db, input, today, newId, record } = work;
    const { id: given, hours, ...set } = input;
    await chosen(db, set, today);
    const id = given ?? newId();
    const values = { id, ...set, ...kept(input, today) };
    await mustBeOneGrant(db, values, today);
    await insertOnce(db, effort, values);
    record({
      kind: "effort-added",
      youngPersonId: set.youngPersonId,
      facts: { effort: id, department: set.departmentId },
    });
    await touchEfforts(work, set.youngPersonId, [id]);
    return { id };
  },
});

export const changeEffort = command("change-effort", {
  input: input({ id: rowId, version: seenVersion, ...shape }),
  allow: mayChange,
  async run(work) {
    const { db, input, today, by, record } = work;
    const { id, version, hours, ...set } = input;
    const former = await effortWith(db, id);
    await chosen(db, set, today, former);
    const values = { ...set, ...kept(input, today) };
    await mustBeOneGrant(db, values, today, former);
    const changed = await revise(db, effort, { id, version }, values, by);
    record({ kind: "effort-changed", youngPersonId: changed.youngPersonId, facts: { effort: id } });
    await touchEfforts(work, changed.youngPersonId, [id]);
  },
});

/** It stops on that day, today when none is given. */
export const endEffort = command("end-effort", {
  input: input({ id: rowId, version: seenVersion, toOn: anyText(40) }),
  allow: mayChange,
  async run(work) {
    const { db, input, today, by, record } = work;
    const toOn = typedDayOrNone("toOn", input.toOn, today) ?? today;
    const ended = await revise(db, effort, input, { toOn }, by);
    if (toOn < ended.fromOn) throw invalid("toOn", "days-swapped");
    record({ kind: "effort-ended", youngPersonId: ended.youngPersonId, facts: { effort: input.id } });
    await touchEfforts(work, ended.youngPersonId, [input.id]);
  },
});
