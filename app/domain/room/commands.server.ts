import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { postponeReasons } from "#db/vocabulary.ts";
import { may } from "../access/decide.server.ts";
import { carryTo } from "../agenda/carry.server.ts";
import { takeBack } from "../agenda/take-back.server.ts";
import { caseFacts, itemView } from "../agenda/views.server.ts";
import { beginWhenHeld } from "../cases/open.server.ts";
import { closingView } from "../closing/views.server.ts";
import { type At, command, type Work } from "../command.server.ts";
import { addWorkingDays } from "../days.ts";
import { refused } from "../errors.ts";
import { input, rowId, whole, word } from "../input.server.ts";
import { type Item, itemsOf, itemWith, type Meeting, meetingWith, nextMeetingAfter } from "../meetings/find.server.ts";
import { touchMeeting } from "../meetings/touch.server.ts";
import { revise } from "../revise.server.ts";
import { recordShown } from "../screen/touch.server.ts";
import { itemTopic } from "../topics.ts";
import { PAUSE_MINUTES, TELL_WITHIN_DAYS } from "./rules.ts";

const { agendaItem, itemClosing, meeting } = tables;

const runsMeeting = ({ db, actor, now, today, input: { meetingId } }: At<{ meetingId: string }>) =>
  may(db, { actor, now, today }, "meeting:run", meetingId);
const runsItem = ({ db, actor, now, today, input: { itemId } }: At<{ itemId: string }>) =>
  may(db, { actor, now, today }, "item:run", itemId);

const about = ({ id, meetingId, youngPersonId }: Item) => ({ itemId: id, meetingId, youngPersonId });

/** Ends what is open: the item is handled, and everybody's screens leave it at once. Those who run the meeting can write on. */
async function leaveOpenItem(work: Work<unknown>, at: Meeting): Promise<Item | null> {
  const { db, now, by, record, evict, touch } = work;
  const open = (await itemsOf(db, at.id)).find((item) => item.state === "open");
  if (!open) return null;
  await revise(db, agendaItem, open, { state: "handled", handledAt: now }, by);
  record({ kind: "item-handled", ...about(open) });
  await beginWhenHeld(work, open, at);
  evict(itemTopic(open.id));
  touch(itemTopic(open.id), itemView, open.id);
  return open;
}

/** The room is ready: opens an item for everybody. The first one begins the meeting; one that was handled or put off opens again. */
export const openItem = command("open-item", {
  input: input({ itemId: rowId }),
  allow: runsItem,
  async run(work) {
    const { db, input, now, by, record, touch, rights } = work;
    const item = await itemWith(db, input.itemId);
    const at = await meetingWith(db, item.meetingId);
    if (at.state === "closed") throw refused();
    if (item.state === "open") return;
    const left = await leaveOpenItem(work, at);
    const before =
      item.openedAt && item.handledAt
        ? Math.max(0, Math.floor((Date.parse(item.handledAt) - Date.parse(item.openedAt)) / 1000))
        : 0;
    const opened = {
      state: "open",
      openedAt: now,
      handledAt: null,
      postponeReason: null,
      spentSeconds: item.spentSeconds + before,
    } as const;
    await revise(db, agendaItem, item, opened, by);
    if (item.state === "postponed") await takeBack(work, item);
    const pause = item.kind === "pause" ? new Date(Date.parse(now) + item.minutes * 60_000).toISOString() : null;
    const pointer = {
      state: "running",
      startedAt: at.startedAt ?? now,
      room: pause ? "pause" : "item",
      roomSince: now,
      pointerItemId: item.id,
      pauseUntil: pause,
    } as const;
    await revise(db, meeting, at, pointer, by);
    if (!at.startedAt) record({ kind: "meeting-opened", meetingId: at.id });
    record({ kind: item.state === "planned" ? "item-opened" : "item-reopened", ...about(item) });
    await recordShown(work, item);
    await suggestClosing(work, item);
    touch(itemTopic(item.id), itemView, item.id);
    rights();
    await touchMeeting(work, at.id, item.id, ...(left ? [left.id] : []));
  },
});

/** What can be known beforehand is filled in: the contact person tells the young person, within two working days. */
async function suggestClosing({ db, today, by, touch }: Work<unknown>, item: Item) {
  const [closing] = await db.select().from(itemClosing).where(eq(itemClosing.id, item.id));
  if (!closing || closing.informStaffId || !item.youngPersonId) return;
  const { contactPersonId, leadWorkerId } = await caseFacts(db, item.youngPersonId, today);
  const informStaffId = contactPersonId ?? item.leadWorkerId ?? leadWorkerId;
  if (!informStaffId) return;
  await revise(db, itemClosing, closing, { informStaffId, informOn: addWorkingDays(today, TELL_WITHIN_DAYS) }, by);
  touch(itemTopic(item.id), closingView, item.id);
}

/** On to the room change: ends the item for the room at once. Moving on is not closing: what is missing can be written after. */
export const endItem = command("end-item", {
  input: input({ meetingId: rowId }),
  allow: runsMeeting,
  async run(work) {
    const { db, input, now, by, record, rights } = work;
    const at = await meetingWith(db, input.meetingId);
    if (at.state !== "running") throw refused();
    const left = await leaveOpenItem(work, at);
    if (!left && at.room === "change") return;
    await revise(db, meeting, at, { room: "change", roomSince: now, pauseUntil: null }, by);
    record({ kind: "room-changed", meetingId: at.id });
    rights();
    await touchMeeting(work, at.id, ...(left ? [left.id] : []));
  },
});

/** Puts an item off with a reason; it goes to the next meeting at once. */
export const postponeItem = command("postpone-item", {
  input: input({ itemId: rowId, reason: word(postponeReasons) }),
  allow: runsItem,
  async run(work) {
    const { db, input, now, by, record, rights, evict } = work;
    const item = await itemWith(db, input.itemId);
    const at = await meetingWith(db, item.meetingId);
    if (item.state !== "planned" && item.state !== "open") throw refused();
    await revise(db, agendaItem, item, { state: "postponed", postponeReason: input.reason, handledAt: now }, by);
    const next = await nextMeetingAfter(db, at);
    const carried = next && item.kind !== "pause" ? await carryTo(work, item, next) : null;
    record({ kind: "item-postponed", ...about(item), facts: { reason: input.reason, to: next?.id ?? null } });
    rights();
    if (item.state === "open") {
      evict(itemTopic(item.id));
      await revise(db, meeting, at, { room: "change", roomSince: now }, by);
    }
    await touchMeeting(work, at.id, item.id);
    if (next && carried) await touchMeeting(work, next.id, carried);
    return { nextMeetingId: next?.id ?? null, nextStartsAt: next?.startsAt ?? null };
  },
});

/** Takes a postponement back: the item is planned here again, and gone from the next meeting unless it was prepared there. */
export const undoPostpone = command("undo-postpone", {
  input: input({ itemId: rowId }),
  allow: runsItem,
  async run(work) {
    const { db, input, by, record, rights } = work;
    const item = await itemWith(db, input.itemId);
    const at = await meetingWith(db, item.meetingId);
    if (item.state !== "postponed" || at.state === "closed") throw refused();
    await revise(db, agendaItem, item, { state: "planned", postponeReason: null, handledAt: null }, by);
    await takeBack(work, item);
    record({ kind: "item-added", ...about(item) });
    rights();
    await touchMeeting(work, at.id, item.id);
  },
});

/** A pause: every screen is empty of persons until the next item opens. */
export const holdPause = command("hold-pause", {
  input: input({ meetingId: rowId, minutes: whole(1, 120).default(PAUSE_MINUTES) }),
  allow: runsMeeting,
  async run(work) {
    const { db, input, now, by, record, rights } = work;
    const at = await meetingWith(db, input.meetingId);
    if (at.state !== "running") throw refused();
    const left = await leaveOpenItem(work, at);
    const pauseUntil = new Date(Date.parse(now) + input.minutes * 60_000).toISOString();
    await revise(db, meeting, at, { room: "pause", roomSince: now, pauseUntil }, by);
    record({ kind: "room-paused", meetingId: at.id, facts: { minutes: input.minutes } });
    rights();
    await touchMeeting(work, at.id, ...(left ? [left.id] : []));
  },
});

/** Running late: takes minutes from each item that is still to come, never below five. */
export const shortenItems = command("shorten-items", {
  input: input({ meetingId: rowId, minutes: whole(1, 60) }),
  allow: runsMeeting,
  async run(work) {
    const { db, input, by, record } = work;
    const at = await meetingWith(db, input.meetingId);
    const changed: string[] = [];
    for (const item of await itemsOf(db, at.id)) {
      if (item.state !== "planned" || item.kind === "pause" || item.minutes <= 5) continue;
      const minutes = Math.max(5, item.minutes - input.minutes);
      await revise(db, agendaItem, item, { minutes, plannedMinutes: item.plannedMinutes ?? item.minutes }, by);
      changed.push(item.id);
    }
    record({ kind: "times-shortened", meetingId: at.id, facts: { minutes: input.minutes } });
    await touchMeeting(work, at.id, ...changed);
  },
});
