import { and, asc, desc, eq, gt, inArray, isNull, lte, max, notExists, or, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { Declined, missing, refused } from "../errors.ts";
import { type Action, actionColumns } from "./views.server.ts";

const { action, agendaItem, conflictOfInterest, department, membership, participant, staff } = tables;

type Current = typeof membership | typeof department;
const today = sql.placeholder("today");
const current = (t: Current) => and(lte(t.fromOn, today), or(isNull(t.toOn), gt(t.toOn, today)));

/** Whoever has a conflict of interest has no part in the item: no yes, and no agreement. */
const noConflict = (db: Db, staffId: typeof staff.id | typeof participant.staffId) =>
  notExists(
    db
      .select({ id: conflictOfInterest.id })
      .from(conflictOfInterest)
      .where(and(eq(conflictOfInterest.itemId, sql.placeholder("itemId")), eq(conflictOfInterest.staffId, staffId))),
  );

const withId = prepared((db) =>
  db
    .select()
    .from(action)
    .where(eq(action.id, sql.placeholder("id")))
    .prepare(),
);

export async function actionWith(db: Db, id: string): Promise<Action | undefined> {
  const [row] = await withId(db).execute({ id });
  return row;
}

/**
 * The agreement as the form saw it.
 * @throws Declined `conflict` with what stands when somebody changed it meanwhile; `refused` when its state does not allow it.
 */
export async function actionSeen(
  db: Db,
  seen: { id: string; version: number },
  can: (now: Action) => boolean,
): Promise<Action> {
  const row = await actionWith(db, seen.id);
  if (!row) throw missing();
  if (row.version !== seen.version) {
    const now = Object.keys(actionColumns) as (keyof typeof actionColumns)[];
    throw new Declined({ no: "conflict", now: Object.fromEntries(now.map((name) => [name, row[name]])) });
  }
  if (!can(row)) throw refused();
  return row;
}

const standing = prepared((db) =>
  db
    .select({ id: department.id })
    .from(department)
    .where(and(eq(department.id, sql.placeholder("departmentId")), current(department)))
    .prepare(),
);

export const departmentStands = async (db: Db, departmentId: string, today: string): Promise<boolean> =>
  (await standing(db).execute({ departmentId, today })).length > 0;

const inTheRoom = prepared((db) =>
  db
    .select({ staffId: staff.id })
    .from(participant)
    .innerJoin(staff, eq(staff.id, participant.staffId))
    .leftJoin(
      membership,
      and(eq(membership.staffId, staff.id), eq(membership.departmentId, participant.departmentId), current(membership)),
    )
    .where(
      and(
        eq(participant.itemId, sql.placeholder("itemId")),
        eq(participant.departmentId, sql.placeholder("departmentId")),
        eq(participant.kind, "staff"),
        inArray(participant.presence, ["room", "video"]),
        isNull(participant.removedAt),
        noConflict(db, staff.id),
      ),
    )
    .orderBy(desc(membership.representative), asc(participant.id))
    .prepare(),
);

/** Who of the department sits in the item at the roll call, in the room or by video; its representative first. */
export const presentOf = async (db: Db, itemId: string, departmentId: string, today: string): Promise<string[]> =>
  (await inTheRoom(db).execute({ itemId, departmentId, today })).map(({ staffId }) => staffId);

const members = prepared((db) =>
  db
    .select({ staffId: staff.id, representative: membership.representative })
    .from(membership)
    .innerJoin(staff, eq(staff.id, membership.staffId))
    .where(
      and(
        eq(membership.departmentId, sql.placeholder("departmentId")),
        current(membership),
        isNull(staff.endedAt),
        noConflict(db, staff.id),
      ),
    )
    .orderBy(asc(membership.id))
    .prepare(),
);

/** Who of the department may own an agreement of the item, with its standing representative. */
export const membersFor = (db: Db, itemId: string, departmentId: string, today: string) =>
  members(db).execute({ itemId, departmentId, today });

const last = prepared((db) =>
  db
    .select({ number: max(action.number), position: max(action.position) })
    .from(action)
    .where(eq(action.itemId, sql.placeholder("itemId")))
    .prepare(),
);

/** The next number and place in the item. Withdrawn agreements keep theirs, so no number is used again. */
export async function nextNumber(db: Db, itemId: string): Promise<{ number: number; position: number }> {
  const [row] = await last(db).execute({ itemId });
  return { number: (row?.number ?? 0) + 1, position: (row?.position ?? 0) + 1 };
}

/** The item about the young person that is open in a room now. */
export async function openItemOf(db: Db, youngPersonId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: agendaItem.id })
    .from(agendaItem)
    .where(and(eq(agendaItem.youngPersonId, youngPersonId), eq(agendaItem.state, "open")));
  return row?.id ?? null;
}
