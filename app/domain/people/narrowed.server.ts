import { and, eq, exists, gt, gte, inArray, isNull, lte, ne, not, or, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { tables } from "#db/index.server.ts";
import { caseHasEnded } from "../access/case-conditions.server.ts";
import { scope } from "../access/rules.server.ts";
import { isOverdueOn } from "../actions/conditions.server.ts";
import { addDays, addMonths } from "../days.ts";
import { currentOn } from "../staff/find.server.ts";
import type { Filters } from "./filters.ts";

const { action, agendaItem, assignment, effort, goal, meeting, membership, planPriority, planText, youngPerson } =
  tables;

const builder = new QueryBuilder();
const one = { one: sql`1` };
const theirs = youngPerson.id;

/** Somebody wrote in the life area, it has a goal, it matters most, or something runs in it. */
const hasArea = (area: string) =>
  or(
    exists(
      builder
        .select(one)
        .from(planText)
        .where(and(eq(planText.youngPersonId, theirs), eq(planText.area, area), ne(planText.text, ""))),
    ),
    exists(
      builder
        .select(one)
        .from(goal)
        .where(and(eq(goal.youngPersonId, theirs), eq(goal.area, area), isNull(goal.removedAt))),
    ),
    exists(
      builder
        .select(one)
        .from(planPriority)
        .where(
          and(eq(planPriority.youngPersonId, theirs), eq(planPriority.area, area), isNull(planPriority.removedAt)),
        ),
    ),
    exists(
      builder
        .select(one)
        .from(effort)
        .where(and(eq(effort.youngPersonId, theirs), eq(effort.area, area))),
    ),
  );

/** Something of the department runs for them, or somebody who works there goes with them. */
const hasDepartment = (departmentId: string, today: string) =>
  or(
    exists(
      builder
        .select(one)
        .from(effort)
        .where(and(eq(effort.youngPersonId, theirs), eq(effort.departmentId, departmentId), currentOn(effort, today))),
    ),
    exists(
      builder
        .select(one)
        .from(assignment)
        .innerJoin(membership, eq(membership.staffId, assignment.staffId))
        .where(
          and(
            eq(assignment.youngPersonId, theirs),
            currentOn(assignment, today),
            eq(membership.departmentId, departmentId),
            currentOn(membership, today),
          ),
        ),
    ),
  );

/** Found from the guide's side: few young people have the same. */
const hasGuide = (staffId: string, today: string) =>
  inArray(
    theirs,
    builder
      .select({ id: assignment.youngPersonId })
      .from(assignment)
      .where(
        and(
          eq(assignment.staffId, staffId),
          or(eq(assignment.kind, "guide"), eq(assignment.primary, true)),
          currentOn(assignment, today),
        ),
      ),
  );

const isInStu = (today: string) =>
  exists(
    builder
      .select(one)
      .from(assignment)
      .where(and(eq(assignment.youngPersonId, theirs), eq(assignment.kind, "stu_team"), currentOn(assignment, today))),
  );

/** An agreement that is late (isOverdue) and that the asker may see. */
export const isLate = (today: string): SQL | undefined =>
  and(isOverdueOn(today), eq(action.textClass, "open_in_forum"), scope("action:see"));

/** An item that the asker may see was begun. */
export const wasTaken: SQL | undefined = and(inArray(agendaItem.state, ["open", "handled"]), scope("item:see"));

const heardSince = (day: string) =>
  or(
    exists(
      builder
        .select(one)
        .from(agendaItem)
        .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
        .where(and(eq(agendaItem.youngPersonId, theirs), gte(meeting.startsAt, day), wasTaken)),
    ),
    exists(
      builder
        .select(one)
        .from(planText)
        .where(and(eq(planText.youngPersonId, theirs), gte(planText.heardOn, day))),
    ),
  );

/** What the filters ask of a young person. Each asks only what the asker may see, so that no list says more than the page does. */
export function narrowed(filters: Filters, today: string): SQL | undefined {
  const { ageFrom, ageTo, area, departmentId, guideId, stu, overdue, closed, silent } = filters;
  const over = caseHasEnded(theirs) as SQL;
  return and(
    closed ? over : not(over),
    ageFrom === null ? undefined : lte(youngPerson.bornOn, addMonths(today, -12 * ageFrom)),
    ageTo === null ? undefined : gt(youngPerson.bornOn, addMonths(today, -12 * (ageTo + 1))),
    area === null ? undefined : hasArea(area),
    departmentId === null ? undefined : hasDepartment(departmentId, today),
    guideId === null ? undefined : hasGuide(guideId, today),
    stu ? isInStu(today) : undefined,
    overdue
      ? exists(
          builder
            .select(one)
            .from(action)
            .where(and(eq(action.youngPersonId, theirs), isLate(today))),
        )
      : undefined,
    silent === null ? undefined : not(heardSince(addDays(today, -7 * silent)) as SQL),
  );
}
