import { and, eq, gt, gte, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { alias, type SQLiteColumn } from "drizzle-orm/sqlite-core";
import { tables } from "#db/index.server.ts";
import type { AssignmentKind } from "#db/vocabulary.ts";
import { COVERED } from "../absence/rules.ts";
import { OPEN_ACTIONS } from "../actions/rules.ts";
import { holds, throughDepartment } from "./conditions.server.ts";
import { hasConflictAround } from "./emergency-conditions.server.ts";
import { not } from "./rule.server.ts";
import { current, isYes, lapsed, me, one, today } from "./terms.server.ts";

const { action, assignment, membership, staffAbsence } = tables;

/** Whoever has promised something that is not done yet does not lose the young person silently. */
const owesSomething = (youngPersonId: SQLiteColumn) =>
  one(
    action,
    and(eq(action.youngPersonId, youngPersonId), eq(action.ownerId, me), inArray(action.state, [...OPEN_ACTIONS])),
  );

/** A place that nobody confirms ends by itself, but that of the contact person. */
const isConfirmed = or(
  isNull(assignment.reviewedOn),
  gt(assignment.reviewedOn, lapsed),
  isYes(assignment.primary),
  owesSomething(assignment.youngPersonId),
);

const goesWith = (youngPersonId: SQLiteColumn, ...kinds: AssignmentKind[]) =>
  one(
    assignment,
    and(
      eq(assignment.youngPersonId, youngPersonId),
      eq(assignment.staffId, me),
      kinds.length > 0 ? inArray(assignment.kind, kinds) : undefined,
      current(assignment),
      throughDepartment(assignment.departmentId),
      isConfirmed,
    ),
  );

const isOn = (t: Record<"fromOn" | "toOn" | "removedAt", SQLiteColumn>) =>
  and(lte(t.fromOn, today), gte(t.toOn, today), isNull(t.removedAt));

/** Is there today for somebody who is away: they cover them, or who covers them is away too. As `thereOn` in the rules of absence. */
function standsInFor(staffId: SQLiteColumn) {
  const [direct, next] = [alias(staffAbsence, "direct"), alias(staffAbsence, "next")];
  const atWork = not(one(staffAbsence, and(eq(staffAbsence.staffId, me), isOn(staffAbsence))));
  return and(
    atWork,
    sql`${staffId} in (
      with recursive stood_in(id) as (
        select ${direct.staffId} from ${staffAbsence} "direct" where ${and(eq(direct.coveredById, me), isOn(direct))}
        union select ${next.staffId} from ${staffAbsence} "next" join stood_in on ${next.coveredById} = stood_in.id
        where ${isOn(next)})
      select id from stood_in)`,
  );
}

/**
 * Looks after a young person while who goes with them is away: from the first day to the last, for as long as the place itself
 * holds and both do that work (domain.md 6.2).
 */
function covers(youngPersonId: SQLiteColumn, kind: keyof typeof COVERED) {
  const theirs = alias(assignment, "covered");
  const seat = alias(membership, "covered_seat");
  const stillThere = one(
    seat,
    and(eq(seat.departmentId, theirs.departmentId), eq(seat.staffId, theirs.staffId), current(seat)),
  );
  return and(
    holds(COVERED[kind]),
    one(
      theirs,
      and(
        eq(theirs.youngPersonId, youngPersonId),
        eq(theirs.kind, kind),
        current(theirs),
        or(isNull(theirs.departmentId), stillThere),
        or(isNull(theirs.reviewedOn), gt(theirs.reviewedOn, lapsed), isYes(theirs.primary)),
        standsInFor(theirs.staffId),
      ),
    ),
    not(hasConflictAround(youngPersonId)),
  );
}

export const isGuide = (youngPersonId: SQLiteColumn) =>
  or(goesWith(youngPersonId, "guide"), covers(youngPersonId, "guide"));
export const isAssigned = (youngPersonId: SQLiteColumn) =>
  or(goesWith(youngPersonId), covers(youngPersonId, "guide"), covers(youngPersonId, "stu_team"));
/** The one who holds a young person's whole course together. */
export const isLeadWorker = (youngPersonId: SQLiteColumn) => goesWith(youngPersonId, "lead_worker");
