import { and, asc, eq, isNull, ne, or, sql } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { caseHasEnded } from "../access/case-conditions.server.ts";
import { asked } from "../access/decide.server.ts";
import { not } from "../access/rule.server.ts";
import { scope } from "../access/rules.server.ts";
import { comingOf, nextToFill, type ToCome } from "../agenda/coming.server.ts";
import { addDays, daysBetween } from "../days.ts";
import { DAYS_WITHOUT } from "../guides/rhythm.ts";
import { isContact } from "../guides/views.server.ts";
import { dayOf } from "../moments.ts";
import type { Look } from "../query.server.ts";
import { currentOn } from "../staff/find.server.ts";
import { shownYoung, type Young } from "./shown.server.ts";

const { assignment, contactEntry, youngPerson } = tables;

/** A young person whose guide has not met them for so long that the next meeting should speak of it. */
export type Unmet = {
  youngPerson: Young & { firstName: string };
  days: number;
  /** The meeting that the asker can put them on. */
  next: ToCome | null;
};

/** Whom nobody has met for 30 days and who stand on no agenda, the longest first; who is only followed up is not waited for. */
export async function unmet(look: Look<unknown>): Promise<Unmet[]> {
  const { db, today, saw } = look;
  const metAt = sql<string | null>`(
    select max(${contactEntry.happenedAt}) from ${contactEntry}
    where ${contactEntry.youngPersonId} = ${youngPerson.id} and ${contactEntry.result} = 'met' and ${isContact}
      and ${contactEntry.removedAt} is null
  )`;
  const rows = await db
    .select({ person: youngPerson, metAt, sinceOn: sql<string>`min(${assignment.fromOn})` })
    .from(youngPerson)
    .innerJoin(assignment, eq(assignment.youngPersonId, youngPerson.id))
    .where(
      and(
        eq(assignment.kind, "guide"),
        currentOn(assignment, today),
        or(isNull(assignment.intensity), ne(assignment.intensity, "D")),
        not(caseHasEnded(youngPerson.id)),
        scope("person:see"),
      ),
    )
    .groupBy(youngPerson.id)
    .orderBy(asc(youngPerson.sortKey))
    .prepare()
    .execute(asked(look));
  const since = (row: (typeof rows)[number]) => (row.metAt ? dayOf(row.metAt) : row.sinceOn);
  const long = rows.filter((row) => since(row) <= addDays(today, -DAYS_WITHOUT));
  if (long.length === 0) return [];
  const coming = await comingOf(
    look,
    long.map(({ person }) => person.id),
  );
  const next = await nextToFill(look);
  return long
    .filter(({ person }) => !coming.has(person.id))
    .map((row) => {
      saw({ youngPersonId: row.person.id, by: "coordinator" });
      const { firstName } = row.person;
      return { youngPerson: { ...shownYoung(row.person), firstName }, days: daysBetween(since(row), today), next };
    })
    .sort((one, other) => other.days - one.days);
}
