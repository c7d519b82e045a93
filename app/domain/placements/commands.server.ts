import { and, eq, isNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { Verdict } from "../access/decide.server.ts";
import { mustBeListed } from "../codes/queries.server.ts";
import { type At, command } from "../command.server.ts";
import { invalid } from "../errors.ts";
import {
  anyText,
  input,
  listed,
  optionalId,
  rowId,
  seenVersion,
  someText,
  withoutCpr,
  word,
  yesNo,
} from "../input.server.ts";
import { minutesTyped } from "../people/efforts.ts";
import { mayWritePlan, mayWriteRow } from "../plan/allow.server.ts";
import { removal } from "../plan/removal.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { mayWriteCourse } from "../stu/allow.server.ts";
import { tellCourses } from "../stu/tell.server.ts";
import { personTopic } from "../topics.ts";
import { typedDay, typedDayOrNone } from "../typed-day.server.ts";
import { placementView } from "./views.server.ts";

const { placement, stuCourse } = tables;

const shape = {
  employer: withoutCpr(someText(120)),
  placementKind: listed,
  /** Said each time: whether a placement is paid does not follow from its kind. */
  pay: word(["paid", "unpaid"]),
  /** Hours a week, by the half. */
  hours: anyText(10),
  /** Days as people write them. */
  fromOn: someText(40),
  toOn: anyText(40),
  municipal: yesNo,
  contactName: withoutCpr(anyText(80)),
  contactPhone: withoutCpr(anyText(40)),
};

type Typed = { pay: "paid" | "unpaid"; hours: string; fromOn: string; toOn: string; placementKind: string };

/** What was typed, as it is kept. */
function kept<T extends Typed>({ pay, hours, placementKind, ...set }: T, today: string) {
  const fromOn = typedDay("fromOn", set.fromOn, today);
  const toOn = typedDayOrNone("toOn", set.toOn, today);
  if (toOn && toOn < fromOn) throw invalid("toOn", "days-swapped");
  const weekMinutes = hours === "" ? null : minutesTyped(hours);
  if (hours !== "" && weekMinutes === null) throw invalid("hours", "hours");
  return { ...set, fromOn, toOn, weekMinutes, kind: placementKind, paid: pay === "paid" };
}

export const addPlacement = command("add-placement", {
  input: input({ id: optionalId, youngPersonId: rowId, ...shape }),
  allow: (at) => mayWritePlan(at, at.input.youngPersonId),
  async run(work) {
    const { db, today, newId, record, touch } = work;
    const { id: given, ...typed } = work.input;
    await mustBeListed(db, "placement_kind", "placementKind", typed.placementKind, today);
    const id = given ?? newId();
    const set = kept(typed, today);
    await insertOnce(db, placement, { id, ...set });
    record({ kind: "placement-added", youngPersonId: set.youngPersonId, facts: { row: id, kind: set.kind } });
    touch(personTopic(set.youngPersonId), placementView, id);
    await tellCourses(work, set.youngPersonId);
    return { id };
  },
});

export const changePlacement = command("change-placement", {
  input: input({ id: rowId, version: seenVersion, ...shape }),
  allow: (at) => mayWriteRow(at, placement),
  async run(work) {
    const { db, today, by, record, touch } = work;
    const { id, version, ...typed } = work.input;
    const [former] = await db.select({ kind: placement.kind }).from(placement).where(eq(placement.id, id));
    if (former?.kind !== typed.placementKind)
      await mustBeListed(db, "placement_kind", "placementKind", typed.placementKind, today);
    const { youngPersonId } = await revise(db, placement, { id, version }, kept(typed, today), by);
    record({ kind: "placement-changed", youngPersonId, facts: { row: id } });
    touch(personTopic(youngPersonId), placementView, id);
    await tellCourses(work, youngPersonId);
  },
});

/** It stops on that day, today when none is given. */
export const endPlacement = command("end-placement", {
  input: input({ id: rowId, version: seenVersion, toOn: anyText(40) }),
  allow: (at) => mayWriteRow(at, placement),
  async run(work) {
    const { db, input, today, by, record, touch } = work;
    const toOn = typedDayOrNone("toOn", input.toOn, today) ?? today;
    const { youngPersonId, fromOn } = await revise(db, placement, input, { toOn }, by);
    if (toOn < fromOn) throw invalid("toOn", "days-swapped");
    record({ kind: "placement-ended", youngPersonId, facts: { row: input.id } });
    touch(personTopic(youngPersonId), placementView, input.id);
    await tellCourses(work, youngPersonId);
  },
});

/** Who writes in the plan says how it went, and so does the team of a course. */
async function saysHowItWent(at: At<{ id: string }>): Promise<Verdict> {
  const courses = await at.db
    .select({ id: stuCourse.id })
    .from(placement)
    .innerJoin(stuCourse, eq(stuCourse.youngPersonId, placement.youngPersonId))
    .where(and(eq(placement.id, at.input.id), isNull(placement.removedAt)));
  for (const { id } of courses) {
    const verdict = await mayWriteCourse(at, id);
    if ("by" in verdict) return verdict;
  }
  return mayWriteRow(at, placement);
}

/** What came of it. */
export const setPlacementOutcome = command("set-placement-outcome", {
  input: input({ id: rowId, version: seenVersion, outcome: listed }),
  allow: saysHowItWent,
  async run(work) {
    const { db, input, today, by, record, touch } = work;
    const { id, version, outcome } = input;
    await mustBeListed(db, "placement_outcome", "outcome", outcome, today);
    const { youngPersonId } = await revise(db, placement, { id, version }, { outcome }, by);
    record({ kind: "placement-outcome-set", youngPersonId, facts: { row: id, outcome } });
    touch(personTopic(youngPersonId), placementView, id);
    await tellCourses(work, youngPersonId);
  },
});

export const removePlacement = removal("remove-placement", placement, placementView, "placement-removed", tellCourses);
