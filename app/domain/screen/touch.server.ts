import { and, eq, isNull, sql } from "drizzle-orm";
import { prepared, tables } from "#db/index.server.ts";
import type { Work } from "../command.server.ts";
import { screenTopic } from "../topics.ts";
import { shownView } from "./views.server.ts";

const { bigScreen } = tables;

const liveScreen = prepared((db) =>
  db
    .select({ id: bigScreen.id })
    .from(bigScreen)
    .where(and(eq(bigScreen.meetingId, sql.placeholder("meetingId")), isNull(bigScreen.endedAt)))
    .limit(1)
    .prepare(),
);

/** What the meeting's big screen shows may stand otherwise; where there is none, nothing is read or sent. */
export async function touchScreen(
  { db, touch }: Pick<Work<unknown>, "db" | "touch">,
  meetingId: string,
): Promise<void> {
  const [live] = await liveScreen(db).execute({ meetingId });
  if (live) touch(screenTopic(meetingId), shownView, meetingId);
}
