import { eq } from "drizzle-orm";
import { tables, transact } from "#db/index.server.ts";
import type { MeetingState, Presence } from "#db/vocabulary.ts";
import { aDepartment, aMeeting, anAssignment, anItem, aStaffMember, aYoungPerson, isAsked } from "./builders.ts";

/** Somebody sits in an item, or is missed there. */
export async function sits(
  itemId: string,
  staffId: string,
  departmentId: string | null,
  presence: Presence | null,
  standsInForId?: string,
) {
  await transact(async (db) => {
    const [item] = await db.select().from(tables.agendaItem).where(eq(tables.agendaItem.id, itemId));
    if (!item) throw new Error("no such item");
    await isAsked(db, item, { staffId, departmentId, presence, ...(standsInForId && { standsInForId }) });
  });
}

/**
 * An open item in a running meeting: a coordinator leads, another takes the minutes, adults sit in the room with their representative,
 * psychiatry is asked and missing, the young person's guide is invited.
 */
export async function aRoom(set: { startsAt?: string; state?: MeetingState; youngPersonId?: string } = {}) {
  const { startsAt = "2026-11-21T08:00:00.000Z", state = "running" } = set;
  const adults = await aDepartment({ name: "Voksen" });
  const psychiatry = await aDepartment({ name: "Psykiatri" });
  const chair = await aStaffMember("coordinator");
  const minuteTaker = await aStaffMember("forum_member");
  const adviser = await aStaffMember(["caseworker", "forum_member"], { departmentId: adults, representative: true });
  const colleague = await aStaffMember(["caseworker", "forum_member"], { departmentId: adults });
  const psychiatrist = await aStaffMember(["external", "forum_member"], {
    departmentId: psychiatry,
    representative: true,
  });
  const guide = await aStaffMember("youth_guide");
  const outsider = await aStaffMember("external");
  const youngPerson = set.youngPersonId ?? (await aYoungPerson({ firstName: "Signe", lastName: "Holm Thomsen" }));
  await anAssignment(youngPerson, guide);
  const meeting = await aMeeting({ chairId: chair, minuteTakerId: minuteTaker, startsAt, state });
  const item = await anItem({ meetingId: meeting, youngPersonId: youngPerson, state: "open" });
  await sits(item, chair, null, "room");
  await sits(item, minuteTaker, null, "room");
  await sits(item, guide, null, "room");
  await sits(item, adviser, adults, "room");
  await sits(item, psychiatrist, psychiatry, "missing");
  return {
    adults,
    psychiatry,
    chair,
    minuteTaker,
    adviser,
    colleague,
    psychiatrist,
    guide,
    outsider,
    youngPerson,
    meeting,
    item,
  };
}

export type Room = Awaited<ReturnType<typeof aRoom>>;
