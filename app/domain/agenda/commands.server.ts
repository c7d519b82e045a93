import { tables } from "#db/index.server.ts";
import { itemKinds } from "#db/vocabulary.ts";
import { may, type Verdict } from "../access/decide.server.ts";
import { mustGoOn } from "../cases/find.server.ts";
import { type At, command } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import { ids, input, optionalId, rowId, seenVersion, someText, whole, withoutCpr, word } from "../input.server.ts";
import { itemWith, meetingWith } from "../meetings/find.server.ts";
import { checkStaff } from "../meetings/starts.server.ts";
import { touchMeeting, touchPlace } from "../meetings/touch.server.ts";
import { inviteTo } from "../participants/invite.server.ts";
import { participantView } from "../participants/views.server.ts";
import { revise } from "../revise.server.ts";
import { itemTopic, outreachTopic } from "../topics.ts";
import { fixedFields, fixedMoment, putOnAgenda } from "./add.server.ts";
import { standsIn } from "./carry.server.ts";
import { namesSomebody } from "./names-in.server.ts";
import { takeOff } from "./take-off.server.ts";
import { itemView } from "./views.server.ts";

const { agendaItem } = tables;

const runsItem = ({ db, actor, now, today, input: { itemId } }: At<{ itemId: string }>) =>
  may(db, { actor, now, today }, "item:run", itemId);

/**
 * Puts a young person, a common item, a question without a name or a pause on the agenda. The rest follows from the case: lead worker and who is invited,
 * unless they are given.
 */
export const addItem = command("add-item", {
  input: input({
    id: optionalId,
    meetingId: rowId,
    kind: word(itemKinds),
    youngPersonId: optionalId,
    /** Who brings a question without a name; whoever adds it, unless somebody else is named. */
    askerId: optionalId,
    question: withoutCpr(someText(200)),
    minutes: whole(1, 240),
    ...fixedFields,
    leadWorkerId: optionalId,
    invited: ids,
  }),
  async allow({ db, actor, now, today, input: { meetingId, youngPersonId } }) {
    const run = await may(db, { actor, now, today }, "meeting:run", meetingId);
    return "no" in run || !youngPersonId ? run : may(db, { actor, now, today }, "person:see", youngPersonId);
  },
  run: (work) => putOnAgenda(work, work.input),
});

/** The question, the minutes, a fixed time, the lead worker, who is invited then. */
export const changeItem = command("change-item", {
  input: input({
    itemId: rowId,
    version: seenVersion,
    question: withoutCpr(someText(200)),
    minutes: whole(1, 240),
    ...fixedFields,
    leadWorkerId: optionalId,
  }),
  allow: runsItem,
  async run(work) {
    const { db, actor, now, today, by, record, rights, touch } = work;
    const { itemId, version, question, minutes, leadWorkerId } = work.input;
    const item = await itemWith(db, itemId);
    if (item.kind === "unnamed" && (await namesSomebody(db, { actor, now, today }, question)))
      throw invalid("question", "without-name");
    const { meetingId, youngPersonId } = item;
    const at = await meetingWith(db, meetingId);
    const led = leadWorkerId !== null && leadWorkerId !== item.leadWorkerId;
    if (led) await checkStaff(db, "leadWorkerId", [leadWorkerId]);
    const fixedAt = fixedMoment(work.input, at);
    const set = { question, minutes, fixedAt, leadWorkerId, changedAfterLock: at.lockedAt !== null };
    await revise(db, agendaItem, { id: itemId, version }, set, by);
    record({ kind: "item-changed", youngPersonId, meetingId, itemId });
    touch(itemTopic(itemId), itemView, itemId);
    if (led) {
      touch(itemTopic(itemId), participantView, ...(await inviteTo(work, item, [leadWorkerId])));
      rights();
    }
    // Where no time moved, nobody but those of the item is told that something was changed.
    if (minutes === item.minutes && fixedAt === item.fixedAt) await touchPlace(work, item);
    else await touchMeeting(work, meetingId, itemId);
  },
});

/** Takes an item off the agenda; it can be put back. */
export const removeItem = command("remove-item", {
  input: input({ itemId: rowId }),
  allow: runsItem,
  async run(work) {
    const item = await itemWith(work.db, work.input.itemId);
    await takeOff(work, item);
    return { id: item.id };
  },
});

/** Puts back what was taken off, where it stood. */
export const restoreItem = command("restore-item", {
  input: input({ itemId: rowId }),
  async allow({ db, actor, now, today, input: { itemId } }): Promise<Verdict> {
    const item = await itemWith(db, itemId);
    const run = await may(db, { actor, now, today }, "meeting:run", item.meetingId);
    // Whoever sees the meeting may not know of the item: their "no" is that of an item that never existed.
    return "no" in run ? { no: "missing" } : run;
  },
  async run(work) {
    const { db, input, by, record, reload, rights } = work;
    const item = await itemWith(db, input.itemId);
    const { state, lockedAt, typeCode } = await meetingWith(db, item.meetingId);
    if (!item.removedAt || state === "closed") throw missing();
    await mustGoOn(db, { ...item, typeCode });
    if (item.youngPersonId && (await standsIn(db, item.meetingId, item.youngPersonId)))
      throw invalid("itemId", "already-on-agenda");
    const marked = item.changedAfterLock || (lockedAt !== null && item.removedAt < lockedAt);
    await revise(db, agendaItem, item, { removedAt: null, changedAfterLock: marked }, by);
    record({ kind: "item-added", youngPersonId: item.youngPersonId, meetingId: item.meetingId, itemId: item.id });
    if (item.kind === "unnamed") reload(outreachTopic);
    rights();
    await touchMeeting(work, item.meetingId, item.id);
  },
});
