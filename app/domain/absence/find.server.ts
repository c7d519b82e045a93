import { and, asc, gte, inArray, isNull, lte } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { addDays } from "../days.ts";
import { dayOf } from "../moments.ts";
import { formerRows } from "../revise.server.ts";
import { type Absence, type Covering, coveredBy } from "./rules.ts";

const { staffAbsence } = tables;

const columns = {
  id: staffAbsence.id,
  version: staffAbsence.version,
  staffId: staffAbsence.staffId,
  fromOn: staffAbsence.fromOn,
  toOn: staffAbsence.toOn,
  coveredById: staffAbsence.coveredById,
};

const isOn = (day: string) =>
  and(lte(staffAbsence.fromOn, day), gte(staffAbsence.toOn, day), isNull(staffAbsence.removedAt));

/**
 * Every absence that was written, in its days as they stood on each of them: what was changed or removed counts from that day on, and
 * what had been before stays. Those that stood formerly come first: they were there on a day that was written again later.
 */
export async function absencesKept(db: Db): Promise<Absence[]> {
  const standing = await db.select().from(staffAbsence);
  const kept = await formerRows(
    db,
    staffAbsence,
    standing.map(({ id }) => id),
  );
  const since = new Map<string, string>();
  const former = kept.flatMap(({ row, at }) => {
    const [first, changed] = [since.get(row.id), dayOf(at)];
    since.set(row.id, changed);
    return within(row, first, addDays(changed, -1));
  });
  return [...former, ...standing.flatMap((row) => within(row, since.get(row.id)))];
}

/** The days of an absence from `first` to `last`; none when none of it falls there, or it had been removed. */
function within(row: typeof staffAbsence.$inferSelect, first = row.fromOn, last = row.toOn): Absence[] {
  const fromOn = row.fromOn < first ? first : row.fromOn;
  const toOn = last < row.toOn ? last : row.toOn;
  return row.removedAt === null && fromOn <= toOn ? [{ ...row, fromOn, toOn }] : [];
}

/** The absences that are not over, the first one first. */
export const absencesFrom = (db: Db, today: string): Promise<Absence[]> =>
  db
    .select(columns)
    .from(staffAbsence)
    .where(and(gte(staffAbsence.toOn, today), isNull(staffAbsence.removedAt)))
    .orderBy(asc(staffAbsence.fromOn), asc(staffAbsence.id));

/** Of these people, those who are away that day. */
export const awayAmong = (db: Db, staffIds: readonly string[], today: string): Promise<Absence[]> =>
  db
    .select(columns)
    .from(staffAbsence)
    .where(and(inArray(staffAbsence.staffId, [...staffIds]), isOn(today)));

/** For whom somebody stands in that day, and until when. */
export const coveredOn = async (db: Db, coverId: string, day: string): Promise<Covering[]> =>
  coveredBy(await absencesFrom(db, day), coverId, day);
