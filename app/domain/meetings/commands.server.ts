import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { may, mayAsStaff } from "../access/decide.server.ts";
import { command } from "../command.server.ts";
import { invalid, refused } from "../errors.ts";
import { anyText, ids, input, moment, optionalId, rowId, seenVersion, someText, whole, yesNo } from "../input.server.ts";
import { revise } from "../revise.server.ts";
import { staffTopic } from "../topics.ts";
import { meetingWith, staffAround } from "./find.server.ts";
import { touchMeeting } from "./touch.server.ts";

const { meeting, meetingMember } = tables;

const facts = {
  typeCode: someText(40),
  startsAt: moment,
  minutes: whole(10, 600),
  place: anyText(200),
  videoLink: anyText(500),
  chairId: rowId,
  minuteTakerId: rowId,
};

const endOf = (startsAt: string, minutes: number) => new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();
const utc = (moment: string) => new Date(moment).toISOString();

/** A meeting with its time, place, chair, minute-taker and standing members; an acute one is marked. */
export const makeMeeting = command("make-meeting", {
  input: input({ id: optionalId, ...facts, members: ids, acute: yesNo }),
  allow: ({ db, actor, today }) => mayAsStaff(db, { actor, today }, "meeting:make"),
  async run({ db, input: { id: given, members, minutes, ...set }, newId, record, reload }) {
    const id = given ?? newId();
    const startsAt = utc(set.startsAt);
    await db.insert(meeting).values({ ...set, id, startsAt, endsAt: endOf(startsAt, minutes) });
    if (members.length > 0) await db.insert(meetingMember).values([...new Set(members)].map((staffId) => ({ meetingId: id, staffId })));
    record({ kind: "meeting-made", meetingId: id });
    reload(...[set.chairId, set.minuteTakerId, ...members].map(staffTopic));
    return { id };
  },
});

/** When, where and who leads; while it has not begun. */
export const changeMeeting = command("change-meeting", {
  input: input({ meetingId: rowId, version: seenVersion, ...facts, members: ids }),
  allow: ({ db, actor, today, input: { meetingId } }) => may(db, { actor, today }, "meeting:run", meetingId),
  async run(work) {
    const { db, by, record, rights } = work;
    const { meetingId, version, minutes, members, ...set } = work.input;
    const startsAt = utc(set.startsAt);
    const { state } = await meetingWith(db, meetingId);
    if (state === "closed") throw refused();
    await revise(db, meeting, { id: meetingId, version }, { ...set, startsAt, endsAt: endOf(startsAt, minutes) }, by);
    await db.delete(meetingMember).where(eq(meetingMember.meetingId, meetingId));
    if (members.length > 0) await db.insert(meetingMember).values([...new Set(members)].map((staffId) => ({ meetingId, staffId })));
    record({ kind: "meeting-changed", meetingId });
    rights();
    await touchMeeting(work, meetingId);
  },
});

/** A new meeting like another one, at another time: place, leaders and members come along, the young people do not. */
export const copyMeeting = command("copy-meeting", {
  input: input({ id: optionalId, meetingId: rowId, startsAt: moment }),
  allow: ({ db, actor, today, input: { meetingId } }) => may(db, { actor, today }, "meeting:run", meetingId),
  async run({ db, input: { id: given, meetingId, startsAt }, newId, record, reload }) {
    const id = given ?? newId();
    const from = await meetingWith(db, meetingId);
    const length = (Date.parse(from.endsAt) - Date.parse(from.startsAt)) / 60_000;
    const { typeCode, place, videoLink, chairId, minuteTakerId, changeMinutes } = from;
    await db
      .insert(meeting)
      .values({ id, typeCode, place, videoLink, chairId, minuteTakerId, changeMinutes, startsAt: utc(startsAt), endsAt: endOf(utc(startsAt), length) });
    const members = await db.select().from(meetingMember).where(eq(meetingMember.meetingId, meetingId));
    if (members.length > 0) await db.insert(meetingMember).values(members.map(({ staffId }) => ({ meetingId: id, staffId })));
    record({ kind: "meeting-made", meetingId: id, facts: { copiedFrom: meetingId } });
    reload(...members.map(({ staffId }) => staffTopic(staffId)));
    return { id };
  },
});

/** The agenda goes out: from now on those invited to an item can read it. */
export const publishMeeting = command("publish-meeting", {
  input: input({ meetingId: rowId }),
  allow: ({ db, actor, today, input: { meetingId } }) => may(db, { actor, today }, "meeting:run", meetingId),
  async run(work) {
    const { db, input, by, record, rights } = work;
    const now = await meetingWith(db, input.meetingId);
    if (now.state !== "draft") return;
    await revise(db, meeting, now, { state: "published" }, by);
    record({ kind: "meeting-published", meetingId: now.id });
    rights();
    await touchMeeting(work, now.id);
  },
});

/** A lock tells what changed after it; it stops nothing. */
export const lockAgenda = command("lock-agenda", {
  input: input({ meetingId: rowId }),
  allow: ({ db, actor, today, input: { meetingId } }) => may(db, { actor, today }, "meeting:run", meetingId),
  async run(work) {
    const { db, input, now, by, record, rights } = work;
    const row = await meetingWith(db, input.meetingId);
    if (row.state !== "draft" && row.state !== "published") return;
    await revise(db, meeting, row, { state: "locked", lockedAt: now }, by);
    record({ kind: "agenda-locked", meetingId: row.id });
    rights();
    await touchMeeting(work, row.id);
  },
});

/** The draft of the minutes goes out: from then on its text stands. */
export const sendDraft = command("send-draft", {
  input: input({ meetingId: rowId }),
  allow: ({ db, actor, today, input: { meetingId } }) => may(db, { actor, today }, "meeting:run", meetingId),
  async run(work) {
    const { db, input, now, by, record, rights } = work;
    const row = await meetingWith(db, input.meetingId);
    if (row.state !== "closed") throw refused();
    if (row.draftSentAt) return;
    await revise(db, meeting, row, { draftSentAt: now }, by);
    record({ kind: "draft-sent", meetingId: row.id });
    rights();
    await touchMeeting(work, row.id);
  },
});

/** The chair approves: those who were only invited no longer read the items. */
export const approveMinutes = command("approve-minutes", {
  input: input({ meetingId: rowId }),
  allow: ({ db, actor, today, input: { meetingId } }) => may(db, { actor, today }, "meeting:run", meetingId),
  async run(work) {
    const { db, input, now, by, record, rights, reload } = work;
    const row = await meetingWith(db, input.meetingId);
    if (!row.draftSentAt) throw invalid("meetingId", "choose");
    if (row.approvedAt) return;
    const told = await staffAround(db, row);
    await revise(db, meeting, row, { approvedAt: now }, by);
    record({ kind: "minutes-approved", meetingId: row.id });
    rights();
    reload(...told.map(staffTopic));
  },
});
