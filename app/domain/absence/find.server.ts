import { and, asc, gte, inArray, isNull, lte } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
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

/** Every absence that was written and stands, also of those that are over. */
export const absencesKept = (db: Db): Promise<Absence[]> =>
  db.select(columns).from(staffAbsence).where(isNull(staffAbsence.removedAt));

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
