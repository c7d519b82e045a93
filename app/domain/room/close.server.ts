import { and, eq, isNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { may } from "../access/decide.server.ts";
import { carryTo } from "../agenda/carry.server.ts";
import { beginWhenHeld } from "../cases/open.server.ts";
import { command } from "../command.server.ts";
import { refused } from "../errors.ts";
import { input, rowId } from "../input.server.ts";
import { itemsOf, meetingWith, nextMeetingAfter } from "../meetings/find.server.ts";
import { touchMeeting } from "../meetings/touch.server.ts";
import { revise } from "../revise.server.ts";
import { shownView } from "../screen/views.server.ts";
import { deviceTopic, itemTopic, screenTopic } from "../topics.ts";

const { agendaItem, bigScreen, meeting } = tables;

/**
 * Ends the meeting. What was not reached goes to the next meeting of the same type; what was handled leaves a draft of its
 * minutes; the big screens go dark.
 */
export const closeMeeting = command("close-meeting", {
  input: input({ meetingId: rowId }),
  allow: ({ db, actor, now, today, input: { meetingId } }) => may(db, { actor, now, today }, "meeting:run", meetingId),
  async run(work) {
    const { db, input, now, by, record, evict, reload, rights } = work;
    const at = await meetingWith(db, input.meetingId);
    if (at.state !== "running") throw refused();
    const next = await nextMeetingAfter(db, at);
    const changed: string[] = [];
    const carried: string[] = [];
    for (const item of await itemsOf(db, at.id)) {
      const about = { itemId: item.id, meetingId: at.id, youngPersonId: item.youngPersonId };
      if (item.state === "open") {
        await revise(db, agendaItem, item, { state: "handled", handledAt: now }, by);
        record({ kind: "item-handled", ...about });
        await beginWhenHeld(work, item, at);
        evict(itemTopic(item.id));
      } else if (item.state === "planned" && item.kind !== "pause") {
        await revise(db, agendaItem, item, { state: "not_reached" }, by);
        record({ kind: "item-not-reached", ...about, facts: { to: next?.id ?? null } });
        if (next) carried.push(await carryTo(work, item, next));
      } else continue;
      changed.push(item.id);
    }
    await revise(
      db,
      meeting,
      at,
      { state: "closed", closedAt: now, room: "over", roomSince: now, pauseUntil: null },
      by,
    );
    const screens = await db
      .update(bigScreen)
      .set({ endedAt: now })
      .where(and(eq(bigScreen.meetingId, at.id), isNull(bigScreen.endedAt)))
      .returning({ id: bigScreen.id });
    record({ kind: "meeting-closed", meetingId: at.id });
    rights();
    reload(...screens.map(({ id }) => deviceTopic(id)));
    // Own windows stay, and must not keep the last item.
    work.touch(screenTopic(at.id), shownView, at.id);
    await touchMeeting(work, at.id, ...changed);
    if (next && carried.length > 0) await touchMeeting(work, next.id, ...carried);
    return { moved: carried.length, nextMeetingId: next?.id ?? null };
  },
});
