import { and, asc, desc, eq, gte, isNull, notExists } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { caseHasEnded } from "../access/case-conditions.server.ts";
import { type Asking, asked, decide } from "../access/decide.server.ts";
import { not } from "../access/rule.server.ts";
import { scope } from "../access/rules.server.ts";
import { staffIdOf } from "../actor.ts";
import { type MoveMade, movedBy, movesOf } from "../people/caseload.server.ts";
import type { Look } from "../query.server.ts";
import { currentOn } from "../staff/find.server.ts";
import { staffNames } from "../start/shown.server.ts";
import { isContact } from "./views.server.ts";

const { assignment, caseloadMove, caseloadMovePlace, contactEntry, youngPerson } = tables;

/** Whether it gave on places of guides, and the asker says who goes with each of them. */
export async function mayUndo(db: Db, asking: Asking, moveId: string): Promise<boolean> {
  const young = await movedBy(db, "guide", moveId);
  for (const id of young) if ((await decide(db, asking, "person:assign", id)) === null) return false;
  return young.length > 0;
}

/** The moves of the last minutes that the asker can take back. */
export async function guideMovesMade({ db, ...asking }: { db: Db } & Asking): Promise<MoveMade[]> {
  const made: MoveMade[] = [];
  for (const move of await movesOf(db, "guide", asking.now)) if (await mayUndo(db, asking, move.id)) made.push(move);
  return made;
}

/** Young people that somebody was given in one step. `from`: empty where nobody who still is a guide went with them. */
export type GivenYoung = { id: string; movedAt: string; from: string; youngPeople: { id: string; name: string }[] };

/**
 * Whom the asker was given as their guide and still goes with, the last step first: until they have said that they have seen it,
 * and each until the asker has written of a contact with them since.
 */
export async function givenToMe(look: Look<unknown>): Promise<GivenYoung[]> {
  const { db, actor, today, saw } = look;
  const me = staffIdOf(actor);
  const contacted = db
    .select({ id: contactEntry.id })
    .from(contactEntry)
    .where(
      and(
        eq(contactEntry.youngPersonId, youngPerson.id),
        eq(contactEntry.staffId, me),
        isContact,
        gte(contactEntry.happenedAt, caseloadMove.movedAt),
        isNull(contactEntry.removedAt),
      ),
    );
  const rows = await db
    .select({ move: caseloadMove, person: youngPerson })
    .from(caseloadMove)
    .innerJoin(caseloadMovePlace, eq(caseloadMovePlace.moveId, caseloadMove.id))
    .innerJoin(assignment, eq(assignment.id, caseloadMovePlace.assignmentId))
    .innerJoin(youngPerson, eq(youngPerson.id, assignment.youngPersonId))
    .where(
      and(
        eq(caseloadMove.toId, me),
        isNull(caseloadMove.seenAt),
        isNull(caseloadMove.takenBackAt),
        eq(assignment.staffId, me),
        eq(assignment.kind, "guide"),
        currentOn(assignment, today),
        scope("contact:write"),
        not(caseHasEnded(youngPerson.id)),
        notExists(contacted),
      ),
    )
    .orderBy(desc(caseloadMove.movedAt), asc(youngPerson.sortKey))
    .prepare()
    .execute(asked(look));
  const names = await staffNames(
    db,
    rows.map(({ move }) => move.fromId),
  );
  const given = new Map<string, GivenYoung>();
  for (const { move, person } of rows) {
    saw({ youngPersonId: person.id, by: "assigned" });
    const { id, movedAt, fromId } = move;
    const of = given.get(id) ?? { id, movedAt, from: names.get(fromId ?? "") ?? "", youngPeople: [] };
    of.youngPeople.push({ id: person.id, name: `${person.firstName} ${person.lastName}` });
    given.set(id, of);
  }
  return [...given.values()];
}
