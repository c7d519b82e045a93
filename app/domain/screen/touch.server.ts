import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import type { Work } from "../command.server.ts";
import { type Item, meetingWith } from "../meetings/find.server.ts";
import { coordinators } from "../people/find.server.ts";
import { screenTopic, staffTopic } from "../topics.ts";
import { shownView } from "./views.server.ts";

const { agendaItem, bigScreen, meeting, participant } = tables;

const live = prepared((db) =>
  db
    .select({ id: bigScreen.id, ownerId: bigScreen.ownerId, pairedAt: bigScreen.pairedAt })
    .from(bigScreen)
    .where(and(eq(bigScreen.meetingId, sql.placeholder("meetingId")), isNull(bigScreen.endedAt)))
    .orderBy(asc(bigScreen.pairedAt), asc(bigScreen.id))
    .prepare(),
);

/** The big screens of a meeting: the computers of rooms, and the own windows of those who run it. */
export const liveScreens = (db: Db, meetingId: string) => live(db).execute({ meetingId });

/** What the meeting's big screen shows may stand otherwise; where there is none, nothing is read or sent. */
export async function touchScreen(
  { db, touch }: Pick<Work<unknown>, "db" | "touch">,
  meetingId: string,
): Promise<void> {
  if (await isShown(db, meetingId)) touch(screenTopic(meetingId), shownView, meetingId);
}

/** Whether a big screen shows the meeting: a room's computer, or an own window. */
export const isShown = async (db: Db, meetingId: string): Promise<boolean> =>
  (await liveScreens(db, meetingId)).length > 0;

type Tells = Pick<Work<unknown>, "db" | "today" | "touch" | "reload">;

/** Who is in the room, or what they may see, stands otherwise: the screen narrows or widens, and whoever runs the meeting reads why. */
export async function touchRoom(work: Tells, meetingId: string): Promise<void> {
  const { db, today, reload } = work;
  if (!(await isShown(db, meetingId))) return;
  await touchScreen(work, meetingId);
  const { chairId, minuteTakerId } = await meetingWith(db, meetingId);
  reload(...[chairId, minuteTakerId, ...(await coordinators(db, today))].map(staffTopic));
}

/** The same for every room that is at an item of a young person, or in which a colleague sits. */
export async function touchRooms(work: Tells, about: { youngPersonId: string } | { staffId: string }): Promise<void> {
  const at = await work.db
    .selectDistinct({ id: meeting.id })
    .from(meeting)
    .innerJoin(agendaItem, eq(agendaItem.id, meeting.pointerItemId))
    .leftJoin(participant, and(eq(participant.itemId, agendaItem.id), isNull(participant.removedAt)))
    .where(
      and(
        eq(meeting.state, "running"),
        "staffId" in about ? eq(participant.staffId, about.staffId) : eq(agendaItem.youngPersonId, about.youngPersonId),
      ),
    );
  for (const { id } of at) await touchRoom(work, id);
}

/** The item comes up on every big screen of the meeting, without being asked for: the log says of whom, and where. */
export async function recordShown(
  { db, record }: Pick<Work<unknown>, "db" | "record">,
  { id, kind, meetingId, youngPersonId }: Item,
): Promise<void> {
  if (kind === "pause") return;
  for (const screen of await liveScreens(db, meetingId))
    record({ kind: "item-shown", youngPersonId, meetingId, itemId: id, facts: { screen: screen.id } });
}
