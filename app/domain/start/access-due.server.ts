import { and, asc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { AssignmentKind } from "#db/vocabulary.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { OPEN_ACTIONS } from "../actions/rules.ts";
import { staffIdOf } from "../actor.ts";
import { addDays, daysBetween } from "../days.ts";
import { LAPSES_AFTER_DAYS, REVIEWED_EVERY_DAYS } from "../people/rules.ts";
import type { Look } from "../query.server.ts";
import { currentOn } from "../staff/find.server.ts";
import { shownYoung, staffNames, type Young } from "./shown.server.ts";

const { action, assignment, youngPerson } = tables;

/** A place with a young person that is to be confirmed: `decide` when it is over its day and does not end by itself. */
export type AccessDue = {
  id: string;
  youngPerson: Young;
  name: string;
  kind: AssignmentKind;
  days: number;
  decide: boolean;
};

/** What the asker has to confirm: as the lead worker; as a coordinator where there is none, and what does not end by itself. */
export async function accessDue(look: Look<unknown>, { coordinates }: { coordinates: boolean }): Promise<AccessDue[]> {
  const { db, today, actor, saw } = look;
  const me = staffIdOf(actor);
  const rows = await db
    .select({ place: assignment, person: youngPerson })
    .from(assignment)
    .innerJoin(youngPerson, eq(youngPerson.id, assignment.youngPersonId))
    .where(
      and(
        currentOn(assignment, today),
        or(isNull(assignment.reviewedOn), lte(assignment.reviewedOn, addDays(today, -REVIEWED_EVERY_DAYS))),
        scope("person:review"),
      ),
    )
    .orderBy(asc(assignment.reviewedOn), asc(assignment.id))
    .prepare()
    .execute(asked(look));
  if (rows.length === 0) return [];
  const leads = await db
    .select({ youngPersonId: assignment.youngPersonId, staffId: assignment.staffId })
    .from(assignment)
    .where(and(eq(assignment.kind, "lead_worker"), currentOn(assignment, today)));
  const leadOf = new Map(leads.map(({ youngPersonId, staffId }) => [youngPersonId, staffId]));
  const owned = await db
    .selectDistinct({ key: sql<string>`${action.youngPersonId} || ' ' || ${action.ownerId}` })
    .from(action)
    .where(inArray(action.state, [...OPEN_ACTIONS]));
  const owes = new Set(owned.map(({ key }) => key));
  const names = await staffNames(
    db,
    rows.map(({ place }) => place.staffId),
  );
  return rows.flatMap(({ place, person }) => {
    const { id, youngPersonId, staffId, kind, primary, reviewedOn, fromOn } = place;
    const days = daysBetween(reviewedOn ?? fromOn, today);
    const over = reviewedOn !== null && days >= LAPSES_AFTER_DAYS;
    const stays = primary || owes.has(`${youngPersonId} ${staffId}`);
    // What has ended by itself needs nobody's word any more.
    if (over && !stays) return [];
    const lead = leadOf.get(youngPersonId);
    const decide = over && stays;
    if (lead !== me && !(coordinates && (decide || lead === undefined))) return [];
    saw({ youngPersonId, by: lead === me ? "lead worker" : "coordinator" });
    return [{ id, youngPerson: shownYoung(person), name: names.get(staffId) ?? "", kind, days, decide }];
  });
}
