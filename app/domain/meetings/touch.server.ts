import type { Work } from "../command.server.ts";
import { touchScreen } from "../screen/touch.server.ts";
import { meetingTopic, staffTopic } from "../topics.ts";
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

/** What one slot is about stands otherwise: those of the item, and who leads the meeting, load anew. */
export async function touchPlace(work: Tells, { id, meetingId }: Pick<Item, "id" | "meetingId">): Promise<void> {
  const { chairId, minuteTakerId } = await meetingWith(work.db, meetingId);
  work.touch(meetingTopic(meetingId), slotView, id);
  const seated = await seatedIn(work.db, id, work.today);
  work.reload(...new Set([chairId, minuteTakerId, ...seated].map(staffTopic)));
  await touchScreen(work, meetingId);
}
