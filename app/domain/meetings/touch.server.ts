import { decideAll } from "../access/decide.server.ts";
import type { Work } from "../command.server.ts";
import { touchScreen } from "../screen/touch.server.ts";
import { meetingTopic, staffTopic, type Topic } from "../topics.ts";
import { type Item, type Meeting, meetingWith, seatedIn, staffAround } from "./find.server.ts";
import { meetingView, slotView } from "./views.server.ts";

type Tells = Pick<Work<unknown>, "db" | "today" | "touch" | "reload">;

/** The meeting's row, and these of its slots, stand otherwise: the topic gets the rows, all others it concerns load anew. */
export async function touchMeeting(work: Tells, meetingId: string, ...itemIds: string[]): Promise<Meeting> {
  const meeting = await meetingWith(work.db, meetingId);
  work.touch(meetingTopic(meetingId), meetingView, meetingId);
  if (itemIds.length > 0) work.touch(meetingTopic(meetingId), slotView, ...itemIds);
  work.reload(...(await staffAround(work.db, meeting, work.today)).map(staffTopic));
  await touchScreen(work, meetingId);
  return meeting;
}

/** Those around a meeting who see it, and may not know where it is held: when that begins or ends they load anew. */
export async function placeKeptFrom(at: Pick<Tells, "db" | "today"> & { now: string }, meeting: Meeting) {
  const { db, now, today } = at;
  const kept: Topic[] = [];
  for (const id of await staffAround(db, meeting, today)) {
    const asking = { actor: { kind: "staff", id, sessionId: "" }, now, today } as const;
    const rights = await decideAll(db, asking, ["meeting:see", "meeting:place"], meeting.id);
    if (rights["meeting:see"] !== null && rights["meeting:place"] === null) kept.push(staffTopic(id));
  }
  return kept;
}

/** What one slot is about stands otherwise: those of the item, and who leads the meeting, load anew. */
export async function touchPlace(work: Tells, { id, meetingId }: Pick<Item, "id" | "meetingId">): Promise<void> {
  const { chairId, minuteTakerId } = await meetingWith(work.db, meetingId);
  work.touch(meetingTopic(meetingId), slotView, id);
  const seated = await seatedIn(work.db, id, work.today);
  work.reload(...new Set([chairId, minuteTakerId, ...seated].map(staffTopic)));
  await touchScreen(work, meetingId);
}
