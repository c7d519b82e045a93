import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { itemKinds } from "#db/vocabulary.ts";
import { may } from "../access/decide.server.ts";
import { command } from "../command.server.ts";
import { invalid, missing, refused } from "../errors.ts";
import { ids, input, optionalId, optionalMoment, rowId, seenVersion, someText, whole, word } from "../input.server.ts";
import { itemsOf, itemWith, meetingWith } from "../meetings/find.server.ts";
import { touchMeeting } from "../meetings/touch.server.ts";
import { inviteTo, proposedFor } from "../participants/invite.server.ts";
import { revise } from "../revise.server.ts";
import { itemTopic, staffTopic } from "../topics.ts";
import { nextPosition, standsIn } from "./carry.server.ts";
import { moveTo } from "./rules.ts";
import { caseFacts, itemView } from "./views.server.ts";

const { agendaItem, itemClosing, youngPerson } = tables;

/**
 * Puts a young person, a common item or a pause on the agenda. The rest follows from the case: lead worker and who is invited,
 * unless they are given.
 */
export const addItem = command("add-item", {
  input: input({
    id: optionalId,
    meetingId: rowId,
    kind: word(itemKinds),
    youngPersonId: optionalId,
    question: someText(200),
    minutes: whole(1, 240),
    fixedAt: optionalMoment,
    leadWorkerId: optionalId,
    invited: ids,
  }),
  async allow({ db, actor, today, input: { meetingId, youngPersonId } }) {
    const run = await may(db, { actor, today }, "meeting:run", meetingId);
    return "no" in run || !youngPersonId ? run : may(db, { actor, today }, "person:see", youngPersonId);
  },
  async run(work) {
    const { db, input, today, newId, record, reload, rights } = work;
    const { meetingId, kind, youngPersonId, invited } = input;
    const at = await meetingWith(db, meetingId);
    if (at.state === "closed") throw refused();
    if ((kind === "person") !== (youngPersonId !== null)) throw invalid("youngPersonId", "choose");
    if (youngPersonId && (await standsIn(db, meetingId, youngPersonId)))
      throw invalid("youngPersonId", "already-on-agenda");
    const known = youngPersonId ? await caseFacts(db, youngPersonId, today) : null;
    const leadWorkerId = input.leadWorkerId ?? known?.leadWorkerId ?? null;
    const id = input.id ?? newId();
    await db.insert(agendaItem).values({
      id,
      meetingId,
      kind,
      youngPersonId,
      leadWorkerId,
      question: input.question,
      minutes: input.minutes,
      fixedAt: input.fixedAt ? new Date(input.fixedAt).toISOString() : null,
      position: await nextPosition(db, meetingId),
      changedAfterLock: at.state === "locked" || at.state === "running",
    });
    await db.insert(itemClosing).values({ id });
    const staffIds =
      youngPersonId && invited.length === 0 ? await proposedFor(db, at, youngPersonId, leadWorkerId, today) : invited;
    await inviteTo(
      db,
      { id },
      kind === "pause" ? [] : [...new Set([at.chairId, at.minuteTakerId, ...staffIds])],
      today,
      newId,
    );
    record({ kind: "item-added", youngPersonId, meetingId, itemId: id });
    rights();
    reload(...staffIds.map(staffTopic));
    await touchMeeting(work, meetingId, id);
    return { id };
  },
});

/** The question, the minutes, a fixed time, the lead worker. */
export const changeItem = command("change-item", {
  input: input({
    itemId: rowId,
    version: seenVersion,
    question: someText(200),
    minutes: whole(1, 240),
    fixedAt: optionalMoment,
    leadWorkerId: optionalId,
  }),
  allow: ({ db, actor, today, input: { itemId } }) => may(db, { actor, today }, "item:run", itemId),
  async run(work) {
    const { itemId, version, fixedAt, ...set } = work.input;
    const { db, by, record } = work;
    const { meetingId, youngPersonId } = await itemWith(db, itemId);
    const { lockedAt } = await meetingWith(db, meetingId);
    const changed = {
      ...set,
      fixedAt: fixedAt ? new Date(fixedAt).toISOString() : null,
      changedAfterLock: lockedAt !== null,
    };
    await revise(db, agendaItem, { id: itemId, version }, changed, by);
    record({ kind: "item-changed", youngPersonId, meetingId, itemId });
    work.touch(itemTopic(itemId), itemView, itemId);
    await touchMeeting(work, meetingId, itemId);
  },
});

/** Moves an item to a place in the agenda (0 is the first); what is past and what has a fixed time keeps its own. */
export const moveItem = command("move-item", {
  input: input({ itemId: rowId, to: whole(0, 200) }),
  allow: ({ db, actor, today, input: { itemId } }) => may(db, { actor, today }, "item:run", itemId),
  async run(work) {
    const { db, input, by, record } = work;
    const { meetingId, youngPersonId } = await itemWith(db, input.itemId);
    const { lockedAt } = await meetingWith(db, meetingId);
    const items = await itemsOf(db, meetingId);
    const order = moveTo(items, input.itemId, input.to);
    const moved: string[] = [];
    for (const [place, id] of order.entries()) {
      const item = items.find((one) => one.id === id);
      if (!item || item.position === place + 1) continue;
      const marked = item.changedAfterLock || (lockedAt !== null && id === input.itemId);
      await revise(db, agendaItem, item, { position: place + 1, changedAfterLock: marked }, by);
      moved.push(id);
    }
    record({ kind: "item-moved", youngPersonId, meetingId, itemId: input.itemId, facts: { to: input.to } });
    await touchMeeting(work, meetingId, ...moved);
  },
});

/** Takes an item off the agenda; it can be put back. */
export const removeItem = command("remove-item", {
  input: input({ itemId: rowId }),
  allow: ({ db, actor, today, input: { itemId } }) => may(db, { actor, today }, "item:run", itemId),
  async run(work) {
    const { db, input, now, by, record, rights, evict } = work;
    const item = await itemWith(db, input.itemId);
    if (item.state !== "planned") throw refused();
    await revise(db, agendaItem, item, { removedAt: now }, by);
    record({ kind: "item-removed", youngPersonId: item.youngPersonId, meetingId: item.meetingId, itemId: item.id });
    rights();
    evict(itemTopic(item.id));
    await touchMeeting(work, item.meetingId, item.id);
  },
});

/** Puts back what was taken off. */
export const restoreItem = command("restore-item", {
  input: input({ itemId: rowId }),
  async allow({ db, actor, today, input: { itemId } }) {
    const [item] = await db
      .select({ meetingId: agendaItem.meetingId })
      .from(agendaItem)
      .where(eq(agendaItem.id, itemId));
    return item ? may(db, { actor, today }, "meeting:run", item.meetingId) : { no: "missing" };
  },
  async run(work) {
    const { db, input, by, record, rights } = work;
    const item = await itemWith(db, input.itemId);
    if (!item.removedAt) throw missing();
    if (item.youngPersonId && (await standsIn(db, item.meetingId, item.youngPersonId)))
      throw invalid("itemId", "already-on-agenda");
    await revise(db, agendaItem, item, { removedAt: null, position: await nextPosition(db, item.meetingId) }, by);
    record({ kind: "item-added", youngPersonId: item.youngPersonId, meetingId: item.meetingId, itemId: item.id });
    rights();
    await touchMeeting(work, item.meetingId, item.id);
  },
});

/** Young people whose name fits what is typed, among those the asker may put on an agenda. */
export const nameColumns = {
  id: youngPerson.id,
  firstName: youngPerson.firstName,
  lastName: youngPerson.lastName,
  bornOn: youngPerson.bornOn,
};
