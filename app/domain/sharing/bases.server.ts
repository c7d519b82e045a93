import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { inForce } from "../access/conditions.server.ts";
import type { Work } from "../command.server.ts";
import type { Item } from "../meetings/find.server.ts";
import { basesOn } from "./register.server.ts";
import { classesOpened } from "./rules.ts";

const { agendaItem, department, legalBasis, sharingBasis, sharingBasisClass } = tables;

const standing = prepared((db) =>
  db
    .select({ basis: sharingBasis, code: legalBasis.code, labelDa: legalBasis.labelDa, labelEn: legalBasis.labelEn })
    .from(sharingBasis)
    .innerJoin(legalBasis, eq(legalBasis.id, sharingBasis.legalBasisId))
    .where(and(eq(sharingBasis.itemId, sql.placeholder("itemId")), inForce(sharingBasis)))
    .orderBy(asc(sharingBasis.fromAt), asc(sharingBasis.id))
    .prepare(),
);

/** The bases that stand for an item at a moment, with what they are called. */
export const basesOf = (db: Db, itemId: string, now: string) => standing(db).execute({ itemId, now });

/**
 * Own central departments that come to an item share in it as one authority, without a question; the necessity is the
 * item's own question. An item that names nobody needs no basis.
 */
export async function presetBases(
  { db, today, now, newId }: Pick<Work<unknown>, "db" | "today" | "now" | "newId">,
  item: Pick<Item, "id" | "youngPersonId" | "question">,
  departmentIds: (string | null)[],
): Promise<void> {
  if (!item.youngPersonId) return;
  const coming = [...new Set(departmentIds.filter((id) => id !== null))];
  const preset = (await basesOn(db, today)).find((row) => row.preset);
  if (!preset || coming.length === 0) return;
  const own = await db
    .select({ id: department.id })
    .from(department)
    .where(and(inArray(department.id, coming), inArray(department.sector, preset.sectors)));
  const known = new Set((await basesOf(db, item.id, now)).map(({ basis }) => basis.departmentId));
  for (const { id: departmentId } of own) {
    if (known.has(departmentId)) continue;
    const id = newId();
    await db.insert(sharingBasis).values({
      id,
      itemId: item.id,
      departmentId,
      legalBasisId: preset.id,
      necessity: item.question,
      content: preset.content,
      fromAt: now,
    });
    await openClasses(db, id, classesOpened(preset, null));
  }
}

/** What a chosen basis opens above the shared class. */
export async function openClasses(
  db: Db,
  sharingBasisId: string,
  classes: (typeof sharingBasisClass.$inferInsert)["textClass"][],
): Promise<void> {
  if (classes.length === 0) return;
  await db.insert(sharingBasisClass).values(classes.map((textClass) => ({ sharingBasisId, textClass })));
}

/** In how many other meetings a basis was used for a young person: it counts when the item was taken. */
export async function usesOf(db: Db, code: string, item: Pick<Item, "meetingId" | "youngPersonId">): Promise<number> {
  if (!item.youngPersonId) return 0;
  const rows = await db
    .selectDistinct({ meetingId: agendaItem.meetingId })
    .from(sharingBasis)
    .innerJoin(legalBasis, eq(legalBasis.id, sharingBasis.legalBasisId))
    .innerJoin(agendaItem, eq(agendaItem.id, sharingBasis.itemId))
    .where(
      and(
        eq(legalBasis.code, code),
        eq(agendaItem.youngPersonId, item.youngPersonId),
        eq(agendaItem.state, "handled"),
        isNull(agendaItem.removedAt),
      ),
    );
  return rows.filter(({ meetingId }) => meetingId !== item.meetingId).length;
}
