import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { may, mayAsStaff } from "../access/decide.server.ts";
import { type At, command } from "../command.server.ts";
import { invalid, missing, refused } from "../errors.ts";
import {
  anyText,
  chosenId,
  ids,
  input,
  optionalId,
  rowId,
  seenVersion,
  someText,
  whole,
  yesNo,
} from "../input.server.ts";
import { inviteTo } from "../participants/invite.server.ts";
import { keepVersionsOf } from "../plan/versions.server.ts";
import { revise } from "../revise.server.ts";
import { staffWho } from "../staff/find.server.ts";
import { canLead } from "../staff/rules.ts";
import { staffTopic } from "../topics.ts";
import { itemsOf, type Meeting, meetingWith, staffAround } from "./find.server.ts";
import { keepFixedClocks } from "./fixed-times.server.ts";
import { checkStaff, checkType, endOf, startFields, startOf } from "./starts.server.ts";
import { touchMeeting } from "./touch.server.ts";

const { meeting, meetingMember } = tables;

const facts = {
  typeCode: someText(40),
  ...startFields,
  minutes: whole(10, 600),
  place: anyText(200),
  videoLink: anyText(500),
  chairId: chosenId,
  minuteTakerId: chosenId,
  members: ids,
};

type Led = { chairId: string; minuteTakerId: string; members: string[] };

async function checkPeople(db: Db, { chairId, minuteTakerId, members }: Led, today: string) {
  const leaders = await staffWho(db, canLead, today);
  if (!leaders.includes(chairId)) throw invalid("chairId", "choose");
  if (!leaders.includes(minuteTakerId)) throw invalid("minuteTakerId", "choose");
  await checkStaff(db, "members", members);
}

async function setMembers(db: Db, meetingId: string, members: string[]) {
  await db.delete(meetingMember).where(eq(meetingMember.meetingId, meetingId));
  const rows = [...new Set(members)].map((staffId) => ({ meetingId, staffId }));
  if (rows.length > 0) await db.insert(meetingMember).values(rows);
}

const runsMeeting = ({ db, actor, now, today, input: { meetingId } }: At<{ meetingId: string }>) =>
  may(db, { actor, now, today }, "meeting:run", meetingId);

/** A meeting with its time, place, chair, minute-taker and standing members; an acute one is marked. */
export const makeMeeting = command("make-meeting", {
  input: input({ id: optionalId, ...facts, acute: yesNo }),
  allow: ({ db, actor, now, today }) => mayAsStaff(db, { actor, now, today }, "meeting:make"),
  async run({ db, input, today, newId, record, reload }) {
    const { id: given, members, minutes, startsAt: _, on: __, clock: ___, ...set } = input;
    const id = given ?? newId();
    const startsAt = startOf(input, today);
    await checkType(db, set.typeCode, startsAt);
    await checkPeople(db, input, today);
    const values = { ...set, id, startsAt, endsAt: endOf(startsAt, minutes) };
    const made = await db.insert(meeting).values(values).onConflictDoNothing().returning({ id: meeting.id });
    if (made.length === 0) throw missing();
    await setMembers(db, id, members);
    record({ kind: "meeting-made", meetingId: id, facts: { acute: set.acute } });
    reload(...[set.chairId, set.minuteTakerId, ...members].map(staffTopic));
    return { id, acute: set.acute };
  },
});

/** When, where and who leads; until it is over. Whoever leads it from now on is invited to all that is still to come. */
export const changeMeeting = command("change-meeting", {
  input: input({ meetingId: rowId, version: seenVersion, ...facts }),
  allow: runsMeeting,
  async run(work) {
    const { db, by, today, record, rights, reload } = work;
    const { meetingId, version, minutes, members, startsAt: _, on: __, clock: ___, ...set } = work.input;
    const startsAt = startOf(work.input, today);
    const before = await meetingWith(db, meetingId);
    if (before.state === "closed") throw refused();
    if (set.typeCode !== before.typeCode) await checkType(db, set.typeCode, startsAt);
    await checkPeople(db, work.input, today);
    const told = await staffAround(db, before, today);
    const hours = { startsAt, endsAt: endOf(startsAt, minutes) };
    await revise(db, meeting, { id: meetingId, version }, { ...set, ...hours }, by);
    await setMembers(db, meetingId, members);
    const moved = await keepFixedClocks(db, meetingId, before, hours, by);
    for (const item of await itemsOf(db, meetingId))
      if (item.kind !== "pause" && (item.state === "planned" || item.state === "open"))
        await inviteTo(work, item, [set.chairId, set.minuteTakerId]);
    record({ kind: "meeting-changed", meetingId });
    rights();
    reload(...told.map(staffTopic));
    await touchMeeting(work, meetingId, ...moved);
  },
});

/** The agenda goes out: from now on those invited to an item can read it. */
export const publishMeeting = command("publish-meeting", {
  input: input({ meetingId: rowId }),
  allow: runsMeeting,
  async run(work) {
    const { db, input, by, record, rights } = work;
    const row = await meetingWith(db, input.meetingId);
    if (row.state !== "draft") return;
    await revise(db, meeting, row, { state: "published" }, by);
    record({ kind: "meeting-published", meetingId: row.id });
    rights();
    await touchMeeting(work, row.id);
  },
});

/** A lock tells what changed after it; it stops nothing. */
export const lockAgenda = command("lock-agenda", {
  input: input({ meetingId: rowId }),
  allow: runsMeeting,
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
  allow: runsMeeting,
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

/** The chair approves what was sent: those who were only invited no longer read the items. */
export const approveMinutes = command("approve-minutes", {
  input: input({ meetingId: rowId }),
  allow: ({ db, actor, now, today, input: { meetingId } }) =>
    may(db, { actor, now, today }, "meeting:approve", meetingId),
  async run(work) {
    const { db, input, now, by, record, rights } = work;
    const row: Meeting = await meetingWith(db, input.meetingId);
    if (!row.draftSentAt) throw refused();
    if (row.approvedAt) return;
    await revise(db, meeting, row, { approvedAt: now }, by);
    record({ kind: "minutes-approved", meetingId: row.id });
    await keepVersionsOf(work, row.id);
    rights();
    await touchMeeting(work, row.id);
  },
});
