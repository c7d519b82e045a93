import { and, asc, eq, inArray, lte } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { staffIdOf } from "../actor.ts";
import { type Label, labelOf } from "../codes/queries.server.ts";
import type { Look } from "../query.server.ts";
import { currentOn } from "../staff/find.server.ts";
import { shownYoung, type Young } from "./shown.server.ts";

const { assignment, coordinationCase, youngPerson } = tables;

/** A paused case whose day to take it up has come. */
export type PausedDue = { caseId: string; youngPerson: Young; resumeOn: string; pause: Label };

/** For those who coordinate all of them; for the contact person their own. The longest due first. */
export async function pausedDue(look: Look<unknown>, { coordinates }: { coordinates: boolean }): Promise<PausedDue[]> {
  const { db, actor, today, saw } = look;
  const own = db
    .select({ id: assignment.youngPersonId })
    .from(assignment)
    .where(and(eq(assignment.staffId, staffIdOf(actor)), eq(assignment.primary, true), currentOn(assignment, today)));
  const rows = await db
    .select({ of: coordinationCase, person: youngPerson })
    .from(coordinationCase)
    .innerJoin(youngPerson, eq(youngPerson.id, coordinationCase.youngPersonId))
    .where(
      and(
        eq(coordinationCase.state, "paused"),
        lte(coordinationCase.resumeOn, today),
        coordinates ? undefined : inArray(youngPerson.id, own),
        scope("person:open"),
      ),
    )
    .orderBy(asc(coordinationCase.resumeOn), asc(coordinationCase.id))
    .prepare()
    .execute(asked(look));
  const shown: PausedDue[] = [];
  for (const { of, person } of rows) {
    saw({ youngPersonId: person.id, by: coordinates ? "coordinator" : "assigned" });
    shown.push({
      caseId: of.id,
      youngPerson: shownYoung(person),
      resumeOn: of.resumeOn ?? today,
      pause: await labelOf(db, "case_pause", of.pause),
    });
  }
  return shown;
}
