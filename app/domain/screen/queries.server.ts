import { eq, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { may } from "../access/decide.server.ts";
import { itemWith, type Meeting, meetingWith } from "../meetings/find.server.ts";
import { query } from "../query.server.ts";
import { type Snapshot, screenTopic } from "../topics.ts";
import { seenInRoom } from "./attendees.server.ts";
import { type Attendee, fieldsHidden, narrowed } from "./seen-by-all.ts";
import { wholeItem } from "./shown-item.server.ts";
import { type ShownRow, shownView } from "./views.server.ts";

const { agendaItem, shownName } = tables;

/** What stands on the big screen of a meeting, for the paired computer of the room and for whoever runs the meeting. */
export const screenFor = query<{ meetingId: string }, Snapshot<ShownRow>>("screen", {
  allow: ({ db, actor, now, today, input: { meetingId } }) =>
    may(db, { actor, now, today }, "screen:of-meeting", meetingId),
  async run({ db, input: { meetingId }, now, saw, snapshot }) {
    const rows = await shownView.byIds(db, [meetingId], now);
    const shown = await snapshot(screenTopic(meetingId), rows);
    const { pointerItemId } = await meetingWith(db, meetingId);
    const [item] =
      rows[0]?.item && pointerItemId
        ? await db
            .select({ youngPersonId: agendaItem.youngPersonId })
            .from(agendaItem)
            .where(eq(agendaItem.id, pointerItemId))
        : [];
    const { topic, seq } = shown;
    saw({ meetingId, topic, seq, ...(item && { itemId: pointerItemId, youngPersonId: item.youngPersonId }) });
    return shown;
  },
});

const nameSetting = prepared((db) =>
  db
    .select({ firstName: shownName.firstName })
    .from(shownName)
    .where(eq(shownName.id, sql.placeholder("itemId")))
    .prepare(),
);

/** Whether the first name of the item's young person stands on the big screen instead of the initials. */
export async function shownNameOf(db: Db, itemId: string): Promise<boolean> {
  const [row] = await nameSetting(db).execute({ itemId });
  return row?.firstName ?? false;
}

/** What a big screen holds back of the item that the room is at: how many fields, and those who may not see them. */
export type Hidden = { fields: number; because: Omit<Attendee, "sees">[] };

/** Of a meeting that a screen shows; null where nothing is held back. */
export async function hiddenOnScreen(db: Db, at: Meeting, now: string): Promise<Hidden | null> {
  if (at.room !== "item" || !at.pointerItemId) return null;
  const item = await itemWith(db, at.pointerItemId);
  const seen = await seenInRoom(db, item, now);
  if (seen.all) return null;
  const whole = await wholeItem(db, item, { number: 0, count: 0 });
  const fields = fieldsHidden(whole, narrowed(whole, seen));
  if (fields === 0) return null;
  return { fields, because: seen.hindered.map(({ sees: _, ...attendee }) => attendee) };
}
