import { and, eq, inArray } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { staffIdOf } from "../actor.ts";
import { type Label, labelOf } from "../codes/queries.server.ts";
import { addDays } from "../days.ts";
import { dayOf } from "../moments.ts";
import type { Look } from "../query.server.ts";
import { asksAgain, consentsOf, type KnownConsent } from "../sharing/consents.server.ts";
import { currentOn } from "../staff/find.server.ts";
import { shownYoung, type Young } from "./shown.server.ts";

const { assignment, department, youngPerson } = tables;

const DAYS_AHEAD = 30;

/** A consent to ask for anew: it ends soon, or ended when the young person turned 18. */
export type ConsentDue = {
  consentId: string;
  youngPerson: Young;
  recipients: string[];
  areas: Label[];
  endsOn: string;
  turned18: boolean;
};

/** Of those the asker goes with, the nearest end first; what was asked for again stands here no more. */
export async function consentsDue(look: Look<unknown>): Promise<ConsentDue[]> {
  const { db, actor, now, today, saw } = look;
  const mine = db
    .select({ id: assignment.youngPersonId })
    .from(assignment)
    .where(and(eq(assignment.staffId, staffIdOf(actor)), currentOn(assignment, today)));
  const people = await db
    .select()
    .from(youngPerson)
    .where(and(inArray(youngPerson.id, mine), scope("consent:take")))
    .prepare()
    .execute(asked(look));
  const known = await consentsOf(
    db,
    people.map(({ id }) => id),
    now,
  );
  const due = known.filter((one) => isDue(one, today) && !known.some((later) => asksAgain(later, one)));
  const departments = await db.select({ id: department.id, name: department.name }).from(department);
  const shown: ConsentDue[] = [];
  for (const { row, state, areas, departmentIds } of due) {
    const person = people.find(({ id }) => id === row.youngPersonId);
    if (!person) continue;
    saw({ youngPersonId: person.id, by: "assigned" });
    shown.push({
      consentId: row.id,
      youngPerson: shownYoung(person),
      recipients: departments.filter(({ id }) => departmentIds.includes(id)).map(({ name }) => name),
      areas: await Promise.all(areas.map((code) => labelOf(db, "life_area", code))),
      endsOn: dayOf(row.endsAt),
      turned18: state === "turned_18",
    });
  }
  return shown.sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1));
}

/** One that ended at 18 is asked for again as long as it was meant to hold. */
function isDue({ state, row }: KnownConsent, today: string): boolean {
  if (state === "turned_18") return row.expiresOn > today;
  return state === "in_force" && dayOf(row.endsAt) <= addDays(today, DAYS_AHEAD);
}
