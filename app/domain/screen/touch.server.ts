import { and, eq, isNull, sql } from "drizzle-orm";
import { prepared, tables } from "#db/index.server.ts";
import type { Work } from "../command.server.ts";
import type { Item } from "../meetings/find.server.ts";
import { screenTopic } from "../topics.ts";
import { shownView } from "./views.server.ts";

const { bigScreen } = tables;

const liveScreens = prepared((db) =>
  db
    .select({ id: bigScreen.id })
    .from(bigScreen)
    .where(and(eq(bigScreen.meetingId, sql.placeholder("meetingId")), isNull(bigScreen.endedAt)))
    .prepare(),
);

/** What the meeting's big screen shows may stand otherwise; where there is none, nothing is read or sent. */
export async function touchScreen(
  { db, touch }: Pick<Work<unknown>, "db" | "touch">,
  meetingId: string,
): Promise<void> {
  const [live] = await liveScreens(db).execute({ meetingId });
  if (live) touch(screenTopic(meetingId), shownView, meetingId);
}

/** The item comes up on every big screen of the meeting, without being asked for: the log says of whom, and where. */
export async function recordShown(
  { db, record }: Pick<Work<unknown>, "db" | "record">,
  { id, kind, meetingId, youngPersonId }: Item,
): Promise<void> {
  if (kind === "pause") return;
  for (const screen of await liveScreens(db).execute({ meetingId }))
    record({ kind: "item-shown", youngPersonId, meetingId, itemId: id, facts: { screen: screen.id } });
}
