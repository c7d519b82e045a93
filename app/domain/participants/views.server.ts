import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import type { View } from "../touched.server.ts";

const { conflictOfInterest, participant } = tables;

/** Somebody around an item: invited, and set in the roll call as in the room, on video or missing. */
export type ParticipantRow = {
  kind: "participant";
  id: string;
  version: number;
  participantKind: (typeof participant.$inferSelect)["kind"];
  staffId: string | null;
  departmentId: string | null;
  name: string;
  organisation: string;
  presence: (typeof participant.$inferSelect)["presence"];
  standsInForId: string | null;
};

/** Somebody who may not take part in the item. */
export type ConflictRow = { kind: "conflict"; id: string; staffId: string };

export const participantColumns = {
  id: participant.id,
  version: participant.version,
  participantKind: participant.kind,
  staffId: participant.staffId,
  departmentId: participant.departmentId,
  name: participant.name,
  organisation: participant.organisation,
  presence: participant.presence,
  standsInForId: participant.standsInForId,
};

export const participantView: View<ParticipantRow> = {
  kind: "participant",
  byIds: async (db, ids) =>
    (
      await db
        .select(participantColumns)
        .from(participant)
        .where(and(inArray(participant.id, ids), isNull(participant.removedAt)))
    ).map((row) => ({ kind: "participant", ...row })),
};

export const conflictView: View<ConflictRow> = {
  kind: "conflict",
  byIds: async (db, ids) =>
    (
      await db
        .select({ id: conflictOfInterest.id, staffId: conflictOfInterest.staffId })
        .from(conflictOfInterest)
        .where(inArray(conflictOfInterest.id, ids))
    ).map((row) => ({ kind: "conflict", ...row })),
};

const seatsOfItem = prepared((db) =>
  db
    .select(participantColumns)
    .from(participant)
    .where(and(eq(participant.itemId, sql.placeholder("itemId")), isNull(participant.removedAt)))
    .orderBy(asc(participant.id))
    .prepare(),
);
const conflictsOfItem = prepared((db) =>
  db
    .select({ id: conflictOfInterest.id, staffId: conflictOfInterest.staffId })
    .from(conflictOfInterest)
    .where(eq(conflictOfInterest.itemId, sql.placeholder("itemId")))
    .prepare(),
);

/** Everybody around an item. */
export const participantsOf = async (db: Db, itemId: string): Promise<ParticipantRow[]> =>
  (await seatsOfItem(db).execute({ itemId })).map((row) => ({ kind: "participant", ...row }));

/** And who may not be. */
export async function seatsOf(db: Db, itemId: string): Promise<(ParticipantRow | ConflictRow)[]> {
  const seats = await participantsOf(db, itemId);
  const conflicts = await conflictsOfItem(db).execute({ itemId });
  return [...seats, ...conflicts.map((row) => ({ kind: "conflict" as const, ...row }))];
}
