import { and, asc, count, eq, isNotNull, isNull, notInArray, or } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { caseHasEnded } from "../access/case-conditions.server.ts";
import { asked } from "../access/decide.server.ts";
import { not } from "../access/rule.server.ts";
import { scope } from "../access/rules.server.ts";
import { whoIsThere } from "../people/contact.server.ts";
import type { Look } from "../query.server.ts";
import { currentOn } from "../staff/find.server.ts";
import { shownYoung, staffNames, type Young } from "./shown.server.ts";

const { assignment, coordinationCase, guideRequest, youngPerson } = tables;

/** A young person with no contact person who is there. `stopped`: who was it; null where nobody was. */
export type WithoutContact = { youngPerson: Young; stopped: string | null; searched: boolean };

/** A young person for whom a guide is looked for, while none is proposed. */
export type ToPropose = { youngPerson: Young; since: string };

const contact = (today: string) =>
  and(eq(assignment.youngPersonId, youngPerson.id), eq(assignment.primary, true), currentOn(assignment, today));
const search = and(eq(guideRequest.youngPersonId, youngPerson.id), isNull(guideRequest.endedOn));
const activeCase = and(eq(coordinationCase.youngPersonId, youngPerson.id), eq(coordinationCase.state, "active"));

/** Whose contact person has stopped; and who has none though their case is active (domain.md 10.1). */
async function nobodyThere(db: Db, today: string) {
  const stopped = and(isNotNull(assignment.id), notInArray(assignment.staffId, await whoIsThere(db, today)));
  const none = and(isNull(assignment.id), isNotNull(coordinationCase.id));
  return and(not(caseHasEnded(youngPerson.id)), or(stopped, none));
}

/** Of the young people whom the asker may open, those who have nobody to ring, by name. */
export async function withoutContact(look: Look<unknown>): Promise<WithoutContact[]> {
  const { db, today, saw } = look;
  const rows = await db
    .select({ person: youngPerson, staffId: assignment.staffId, searchId: guideRequest.id })
    .from(youngPerson)
    .leftJoin(assignment, contact(today))
    .leftJoin(coordinationCase, activeCase)
    .leftJoin(guideRequest, search)
    .where(and(await nobodyThere(db, today), scope("person:open")))
    .orderBy(asc(youngPerson.sortKey), asc(youngPerson.id))
    .prepare()
    .execute(asked(look));
  const names = await staffNames(
    db,
    rows.map(({ staffId }) => staffId),
  );
  return rows.map(({ person, staffId, searchId }) => {
    saw({ youngPersonId: person.id, by: "coordinator" });
    return { youngPerson: shownYoung(person), stopped: names.get(staffId ?? "") ?? null, searched: searchId !== null };
  });
}

/** How many they are in the forum: for whoever answers for how the young people are shared out, without names. */
export async function countWithoutContact({ db, today }: Pick<Look<unknown>, "db" | "today">): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(youngPerson)
    .leftJoin(assignment, contact(today))
    .leftJoin(coordinationCase, activeCase)
    .where(await nobodyThere(db, today));
  return row?.n ?? 0;
}

/** Searches in which somebody is to be proposed, the oldest first; who has nobody to ring stands in the other list. */
export async function guidesToPropose(look: Look<unknown>, but: readonly WithoutContact[]): Promise<ToPropose[]> {
  const { db, saw } = look;
  const rows = await db
    .select({ person: youngPerson, since: guideRequest.requestedOn })
    .from(guideRequest)
    .innerJoin(youngPerson, eq(youngPerson.id, guideRequest.youngPersonId))
    .where(
      and(
        eq(guideRequest.state, "requested"),
        isNull(guideRequest.endedOn),
        not(caseHasEnded(youngPerson.id)),
        scope("person:assign"),
      ),
    )
    .orderBy(asc(guideRequest.requestedOn), asc(youngPerson.sortKey))
    .prepare()
    .execute(asked(look));
  return rows
    .filter(({ person }) => !but.some(({ youngPerson }) => youngPerson.id === person.id))
    .map(({ person, since }) => {
      saw({ youngPersonId: person.id, by: "coordinator" });
      return { youngPerson: shownYoung(person), since };
    });
}
