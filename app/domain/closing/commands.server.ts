import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { nextKinds } from "#db/vocabulary.ts";
import { may } from "../access/decide.server.ts";
import { carryTo } from "../agenda/carry.server.ts";
import { command, type Work } from "../command.server.ts";
import { invalid } from "../errors.ts";
import {
  anyText,
  input,
  optionalDay,
  optionalId,
  optionalWord,
  rowId,
  seenVersion,
  withoutCpr,
} from "../input.server.ts";
import { type Item, itemWith, type Meeting, meetingWith, nextMeetingAfter } from "../meetings/find.server.ts";
import { checkStaff } from "../meetings/starts.server.ts";
import { touchMeeting } from "../meetings/touch.server.ts";
import { revise } from "../revise.server.ts";
import { itemTopic, staffTopic } from "../topics.ts";
import { closingView } from "./views.server.ts";

const { agendaItem, itemClosing } = tables;

type Chosen = Pick<typeof itemClosing.$inferInsert, "nextKind" | "nextMeetingId" | "nextOn">;
type Next = Pick<typeof itemClosing.$inferInsert, "nextKind" | "nextMeetingId" | "nextItemId" | "nextOn">;

/** What an item still owes: who tells the young person and when, why nothing was agreed, and what comes next. */
export const setClosing = command("set-closing", {
  input: input({
    itemId: rowId,
    version: seenVersion,
    informStaffId: optionalId,
    informOn: optionalDay,
    noAgreementReason: withoutCpr(anyText(300)),
    nextKind: optionalWord(nextKinds),
    nextMeetingId: optionalId,
    nextOn: optionalDay,
  }),
  allow: ({ db, actor, now, today, input: { itemId } }) => may(db, { actor, now, today }, "item:run", itemId),
  async run(work) {
    const { db, input, by, record, touch, reload } = work;
    const { itemId, version, informStaffId, informOn, noAgreementReason } = input;
    const item = await itemWith(db, itemId);
    await checkStaff(db, "informStaffId", [informStaffId]);
    const next = await whatNext(work, item);
    const set = { informStaffId, informOn, noAgreementReason: noAgreementReason || null, ...next };
    await revise(db, itemClosing, { id: itemId, version }, set, by);
    record({
      kind: "closing-set",
      youngPersonId: item.youngPersonId,
      meetingId: item.meetingId,
      itemId,
      facts: { next: next.nextKind ?? null },
    });
    touch(itemTopic(itemId), closingView, itemId);
    if (informStaffId) reload(staffTopic(informStaffId));
  },
});

/** The meeting that is meant, or the next of its kind; one of another kind only if the asker knows of it. @throws Declined `invalid` */
async function comingMeeting({ db, actor, now, today, input }: Work<Chosen>, here: Meeting): Promise<Meeting> {
  const no = invalid("nextMeetingId", "choose");
  const to = input.nextMeetingId ? await meetingWith(db, input.nextMeetingId) : await nextMeetingAfter(db, here);
  if (!to || to.state === "closed" || to.startsAt <= here.startsAt) throw no;
  const seen = await may(db, { actor, now, today }, "meeting:see", to.id);
  if (to.typeCode !== here.typeCode && "no" in seen) throw no;
  return to;
}

/** The next step as it is to stand; a coming meeting gets the item there, and loses it again when the choice is another. */
async function whatNext(work: Work<Chosen>, item: Item): Promise<Next> {
  const { db, input, now, by, rights } = work;
  const [before] = await db.select().from(itemClosing).where(eq(itemClosing.id, item.id));
  const nothing = { nextKind: input.nextKind, nextMeetingId: null, nextItemId: null, nextOn: null };
  if (input.nextKind === "meeting") {
    const here = await meetingWith(db, item.meetingId);
    const to = await comingMeeting(work, here);
    if (before?.nextMeetingId === to.id) return { ...nothing, nextMeetingId: to.id, nextItemId: before.nextItemId };
    await takeBack();
    const nextItemId = await carryTo(work, item, to);
    rights();
    await touchMeeting(work, to.id, nextItemId);
    return { ...nothing, nextMeetingId: to.id, nextItemId };
  }
  await takeBack();
  if (input.nextKind === "outside") return { ...nothing, nextOn: input.nextOn ?? null };
  return nothing;

  async function takeBack() {
    if (!before?.nextItemId) return;
    const made = await itemWith(db, before.nextItemId);
    if (made.state !== "planned" || made.removedAt || made.carriedFromId !== item.id) return;
    await revise(db, agendaItem, made, { removedAt: now }, by);
    rights();
    await touchMeeting(work, made.meetingId, made.id);
  }
}
