import { and, eq, inArray, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";

const { meeting, participant } = tables;

/** Somebody is present while the meeting runs: leads it, or was set in the roll call as in the room or on video in the item it is at. */
export async function isPresentAt(db: Db, meetingId: string, staffId: string): Promise<boolean> {
  const [at] = await db.select().from(meeting).where(eq(meeting.id, meetingId));
  if (at?.state !== "running") return false;
  if (at.chairId === staffId || at.minuteTakerId === staffId) return true;
  const seat = and(
    eq(participant.itemId, at.pointerItemId ?? ""),
    eq(participant.staffId, staffId),
    inArray(participant.presence, ["room", "video"]),
    isNull(participant.removedAt),
  );
  return (await db.select({ id: participant.id }).from(participant).where(seat)).length > 0;
}
