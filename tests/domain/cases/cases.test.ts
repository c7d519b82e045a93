import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { agree } from "#domain/actions/agree.server.ts";
import { finishAction, startAction } from "#domain/actions/follow.server.ts";
import { addItem, restoreItem } from "#domain/agenda/commands.server.ts";
import { findToAdd } from "#domain/agenda/find-to-add.server.ts";
import { beginCases } from "#domain/cases/begin.server.ts";
import {
  beginClosing,
  closeCase,
  endCase,
  pauseCase,
  reopenCase,
  resumeCase,
  takeBackEnd,
  undoClosing,
} from "#domain/cases/commands.server.ts";
import { newId } from "#domain/ids.server.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import { addYoungPerson } from "#domain/people/commands.server.ts";
import { NO_FILTERS } from "#domain/people/filters.ts";
import { peopleList } from "#domain/people/list.server.ts";
import { writePlanText } from "#domain/plan/commands.server.ts";
import { endItem } from "#domain/room/commands.server.ts";
import { startFor } from "#domain/start/queries.server.ts";
import { transitionBoard } from "#domain/transition/queries.server.ts";
import { aRoom, type Room, sits } from "#tests/support/a-room.ts";
import {
  aCase,
  aMeeting,
  anAssignment,
  anItem,
  aStaffMember,
  asks,
  aYoungPerson,
  does,
  NOW,
  tryTo,
} from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";
import { sentBy } from "#tests/support/traces.ts";

aDatabase();

const at = { now: NOW };
const LATER = "2026-11-21T09:05:00.000Z";

let room: Room;
let lead = "";
let person = "";
let id = "";
let family = 0;
beforeEach(async () => {
  family += 1;
  room = await aRoom({ youngPersonId: await aYoungPerson({ firstName: "Signe", lastName: `Holm${family}` }) });
  person = room.youngPerson;
  lead = await aStaffMember("caseworker");
  await anAssignment(person, lead, "lead_worker");
  id = await aCase(person);
});

async function stands(caseId = id) {
  const [row] = await read((db) =>
    db.select().from(tables.coordinationCase).where(eq(tables.coordinationCase.id, caseId)),
  );
  if (!row) throw new Error("no such case");
  return row;
}
const seen = async (caseId = id) => ({ id: caseId, version: (await stands(caseId)).version });
const casesOf = (youngPersonId: string) =>
  read((db) =>
    db.select().from(tables.coordinationCase).where(eq(tables.coordinationCase.youngPersonId, youngPersonId)),
  );
const actionsOf = (youngPersonId = person) =>
  read((db) => db.select().from(tables.action).where(eq(tables.action.youngPersonId, youngPersonId)));
async function promise(departmentId = room.adults, itemId = room.item): Promise<string> {
  const terms = { itemId, text: "Ringer til skolen", departmentId, dueOn: "2026-12-05" };
  return (await does(agree, terms, room.chair, at)).answer.id;
}
async function done(actionId: string) {
  const [row] = await read((db) => db.select().from(tables.action).where(eq(tables.action.id, actionId)));
  await does(finishAction, { id: actionId, version: row?.version, resultNote: "" }, room.chair, at);
}
const leaveTheRoom = () => does(endItem, { meetingId: room.meeting }, room.chair, at);
const close = async () => {
  await does(beginClosing, { ...(await seen()), exit: "stable_job" }, room.chair, at);
  await does(closeCase, await seen(), room.chair, at);
};
const ends = async (because = "moved", by = room.chair) => does(endCase, { ...(await seen()), because }, by, at);
const wish = { part: "wish", area: "", departmentId: null, version: 0, text: "Jeg vil have et job" };

describe("a case begins", () => {
  test("with the young person, accepted, and becomes active with the first item that is held, never by one under § 115", async () => {
    const of = { firstName: "Ny", lastName: "Ung", bornOn: "1/5-2009", cpr: "", departments: [] };
    const made = (await does(addYoungPerson, of, room.chair, at)).answer.id;
    expect(await casesOf(made)).toMatchObject([{ state: "accepted", openedOn: "2026-11-21" }]);
    for (const [typeCode, state] of [
      ["section115", "accepted"],
      ["coordination", "active"],
    ] as const) {
      const meetingId = await aMeeting({ chairId: room.chair, state: "running" });
      await transact((db) => db.update(tables.meeting).set({ typeCode }).where(eq(tables.meeting.id, meetingId)));
      await anItem({ meetingId, youngPersonId: made, state: "open" });
      await does(endItem, { meetingId }, room.chair, at);
      expect(await casesOf(made)).toMatchObject([{ state }]);
    }
  });

  test("for those from before there were cases at the next start: active where a meeting has taken them up", async () => {
    const [before, met] = [await aYoungPerson(), await aYoungPerson()];
    const meetingId = await aMeeting({ chairId: room.chair, startsAt: "2026-03-02T08:00:00.000Z", state: "closed" });
    await anItem({ meetingId, youngPersonId: met, state: "handled" });
    await beginCases(NOW);
    await beginCases(NOW);
    expect(await casesOf(before)).toMatchObject([{ state: "accepted", openedOn: "2026-11-21", endedAt: null }]);
    expect(await casesOf(met)).toMatchObject([{ state: "active", sinceOn: "2026-03-02", openedOn: "2026-03-02" }]);
    expect(await casesOf(person)).toHaveLength(1);
  });

  test("once: a young person has one open case at most", async () => {
    await expect(aCase(person)).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT_UNIQUE" });
  });
});

describe("pausing and closing", () => {
  test("is for the coordinator and the lead worker, and for nobody else who goes along", async () => {
    const form = { ...(await seen()), pause: "admission", resumeOn: "1/3-2027" };
    expect(await tryTo(pauseCase, form, room.outsider, at)).toEqual({ ok: false, no: "missing" });
    expect(await tryTo(pauseCase, form, room.guide, at)).toEqual({ ok: false, no: "refused" });
    await does(pauseCase, form, lead, at);
    expect((await logOf("pause-case")).at(-1)).toMatchObject({ kind: "case-paused", reason: "lead worker" });
    await does(resumeCase, await seen(), room.chair, at);
  });

  test("a pause has a reason of the list and a day that comes; agreements stand as they are", async () => {
    const promised = await promise();
    const form = { ...(await seen()), pause: "admission", resumeOn: "1/3-2027" };
    const no = (set: object) => tryTo(pauseCase, { ...form, ...set }, lead, at);
    expect(await no({ pause: "weather" })).toMatchObject({ problems: { pause: "choose" } });
    expect(await no({ resumeOn: "21/11-2026" })).toMatchObject({ problems: { resumeOn: "gone" } });
    await does(pauseCase, form, lead, at);
    expect(await stands()).toMatchObject({ state: "paused", pause: "admission", resumeOn: "2027-03-01" });
    expect(await actionsOf()).toMatchObject([{ id: promised, state: "agreed" }]);
    await does(resumeCase, await seen(), lead, at);
    expect(await stands()).toMatchObject({ state: "active", pause: "", resumeOn: null });
  });

  test("when the day comes, the contact person and the coordinators read it on their start page, and others do not", async () => {
    await does(pauseCase, { ...(await seen()), pause: "travel", resumeOn: "1/3-2027" }, lead, at);
    const due = async (staffId: string, now: string) =>
      (await asks(startFor, {}, staffId, now)).pausedDue.filter(({ caseId }) => caseId === id);
    const [before, onTheDay] = ["2027-02-28T10:00:00.000Z", "2027-03-01T06:00:00.000Z"];
    expect(await due(room.guide, before)).toEqual([]);
    expect(await due(room.guide, onTheDay)).toMatchObject([{ resumeOn: "2027-03-01", pause: { da: "rejse" } }]);
    expect(await due(room.chair, onTheDay)).toHaveLength(1);
    expect(await due(lead, onTheDay)).toEqual([]);
    expect(await due(room.adviser, onTheDay)).toEqual([]);
  });

  test("a case is not closed over an open agreement or an item on an agenda, and is told which", async () => {
    const promised = await promise();
    await leaveTheRoom();
    const next = await aMeeting({
      chairId: room.chair,
      startsAt: "2026-12-05T08:00:00.000Z",
      endsAt: "2026-12-05T10:00:00.000Z",
    });
    const coming = await anItem({ meetingId: next, youngPersonId: person });
    await does(beginClosing, { ...(await seen()), exit: "stable_education" }, lead, at);
    const refused = (because: string) => ({ ok: false, no: "refused", because });
    expect(await tryTo(closeCase, await seen(), lead, at)).toEqual(refused("case-open-agreements"));
    const page = await asks(peopleAround, { id: person }, room.chair, NOW);
    expect(page.steering.inTheWay).toEqual({
      actionIds: [promised],
      follows: [promised],
      itemIds: [coming],
      handovers: {},
      openHandover: false,
    });
    await done(promised);
    expect(await tryTo(closeCase, await seen(), lead, at)).toEqual(refused("case-coming-items"));
    await transact((db) =>
      db.update(tables.agendaItem).set({ removedAt: NOW }).where(eq(tables.agendaItem.id, coming)),
    );
    await does(closeCase, await seen(), lead, at);
    expect(await stands()).toMatchObject({ state: "closed", exit: "stable_education", endedAt: NOW });
  });

  test("begun by mistake is undone, and by age it ends for nobody under 30", async () => {
    expect(await tryTo(beginClosing, { ...(await seen()), exit: "aged_out" }, lead, at)).toMatchObject({
      problems: { exit: "case-not-thirty" },
    });
    await does(beginClosing, { ...(await seen()), exit: "other" }, lead, at);
    await does(undoClosing, await seen(), lead, at);
    expect(await stands()).toMatchObject({ state: "active", exit: "" });
    const old = await aYoungPerson({ bornOn: "1996-11-21" });
    const theirs = await aCase(old);
    await does(beginClosing, { ...(await seen(theirs)), exit: "aged_out" }, room.chair, at);
    await does(closeCase, await seen(theirs), room.chair, at);
    expect(await stands(theirs)).toMatchObject({ state: "aged_out" });
  });

  test("what was seen otherwise is not closed unseen", async () => {
    const old = await seen();
    await does(beginClosing, { ...old, exit: "other" }, lead, at);
    expect(await tryTo(pauseCase, { ...old, pause: "travel", resumeOn: "1/3" }, lead, at)).toMatchObject({
      no: "conflict",
    });
  });

  test("an agreement made in the same moment as closing: one of the two is refused", async () => {
    for (const first of ["agree", "close"]) {
      const other = await aRoom();
      const theirs = await aCase(other.youngPerson);
      await does(endItem, { meetingId: other.meeting }, other.chair, at);
      await does(beginClosing, { ...(await seen(theirs)), exit: "other" }, other.chair, at);
      const form = await seen(theirs);
      const terms = { itemId: other.item, text: "x", departmentId: other.adults, dueOn: "2026-12-05" };
      const both = {
        agree: () => tryTo(agree, terms, other.chair, at),
        close: () => tryTo(closeCase, form, other.chair, at),
      };
      const [agreed, closed] =
        first === "agree"
          ? await Promise.all([both.agree(), both.close()])
          : (await Promise.all([both.close(), both.agree()])).reverse();
      expect([agreed?.ok, closed?.ok]).toEqual(first === "agree" ? [true, false] : [false, true]);
      expect(first === "agree" ? closed : agreed).toMatchObject({
        because: first === "agree" ? "case-open-agreements" : "case-ended",
      });
    }
  });

  test("what was agreed under § 115 stands in nobody's way, and is not told", async () => {
    await leaveTheRoom();
    const meetingId = await aMeeting({ chairId: room.minuteTaker, state: "running" });
    await transact((db) =>
      db.update(tables.meeting).set({ typeCode: "section115" }).where(eq(tables.meeting.id, meetingId)),
    );
    const itemId = await anItem({ meetingId, youngPersonId: person, state: "open" });
    await sits(itemId, room.adviser, room.adults, "room");
    const terms = { itemId, text: "Hemmelig", departmentId: room.adults, dueOn: "2026-12-05" };
    const { answer } = await does(agree, terms, room.minuteTaker, at);
    await ends();
    expect((await actionsOf()).find((one) => one.id === answer.id)).toMatchObject({ state: "agreed" });
    await does(agree, { ...terms, text: "En mere" }, room.minuteTaker, at);
  });
});

describe("moved, dead, or the young person's wish", () => {
  test("everything agreed lapses in the same step and no agenda takes them up; why is a state, not a text", async () => {
    const [first, second] = [await promise(), await promise(room.psychiatry)];
    await done(first);
    await leaveTheRoom();
    const next = await aMeeting({ chairId: room.chair, startsAt: "2026-12-05T08:00:00.000Z" });
    const coming = await anItem({ meetingId: next, youngPersonId: person });
    await ends("deceased");
    expect(await stands()).toMatchObject({ state: "deceased", endedAt: NOW });
    const after = await actionsOf();
    expect(after.find((one) => one.id === first)).toMatchObject({ state: "done", lapseReason: null });
    expect(after.find((one) => one.id === second)).toMatchObject({
      ...{ state: "cancelled", lapseReason: "deceased", cancelReason: null, endedAt: NOW },
    });
    const [item] = await read((db) => db.select().from(tables.agendaItem).where(eq(tables.agendaItem.id, coming)));
    expect(item).toMatchObject({ removedAt: NOW });
    expect((await logOf("end-case")).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["case-ended", "action-lapsed", "item-removed"]),
    );
  });

  test("is refused with a sentence while a meeting is about them, and nothing has lapsed", async () => {
    await promise();
    expect(await tryTo(endCase, { ...(await seen()), because: "moved" }, lead, at)).toEqual({
      ...{ ok: false, no: "refused", because: "case-item-open" },
    });
    expect(await actionsOf()).toMatchObject([{ state: "agreed" }]);
  });

  test("owners are told at once; why, to those who may know the young person; later the number alone", async () => {
    await promise(room.psychiatry);
    await leaveTheRoom();
    const sent = await sentBy(() => ends("deceased"));
    const [reload, changes] = [sent.flatMap((one) => one.reload), sent.flatMap((one) => one.changes)];
    expect(reload).toContain(`staff:${room.psychiatrist}`);
    expect(JSON.stringify(changes.filter(({ topic }) => !topic.startsWith("person:")))).not.toContain("deceased");
    const told = async (staffId: string, now: string) => (await asks(startFor, {}, staffId, now)).lapsed;
    expect(await told(room.psychiatrist, NOW)).toMatchObject({
      rows: [{ text: "Ringer til skolen", because: null }],
      others: 0,
    });
    expect(await told(room.psychiatrist, "2026-11-24T09:00:00.000Z")).toEqual({ rows: [], others: 1 });
    expect(await told(room.psychiatrist, "2026-12-08T09:00:00.000Z")).toEqual({ rows: [], others: 0 });
    expect(await told(room.outsider, NOW)).toEqual({ rows: [], others: 0 });
  });

  test("to an owner who goes with the young person it is told why", async () => {
    await anAssignment(person, room.adviser, "caseworker");
    await promise();
    await leaveTheRoom();
    await ends("withdrawn");
    expect((await asks(startFor, {}, room.adviser, NOW)).lapsed.rows).toMatchObject([{ because: "withdrawn" }]);
  });

  test("is taken back within ten minutes as if it had not been", async () => {
    const promised = await promise();
    await leaveTheRoom();
    const next = await aMeeting({ chairId: room.chair, startsAt: "2026-12-05T08:00:00.000Z" });
    const coming = await anItem({ meetingId: next, youngPersonId: person });
    await ends();
    await does(takeBackEnd, await seen(), lead, { now: LATER });
    expect(await stands()).toMatchObject({ state: "active", endedAt: null });
    expect(await actionsOf()).toMatchObject([{ id: promised, state: "agreed", lapseReason: null, endedAt: null }]);
    const [item] = await read((db) => db.select().from(tables.agendaItem).where(eq(tables.agendaItem.id, coming)));
    expect(item).toMatchObject({ removedAt: null });
    await ends();
    expect(await tryTo(takeBackEnd, await seen(), lead, { now: "2026-11-21T09:10:00.000Z" })).toMatchObject({
      because: "case-too-late",
    });
  });
});

describe("a case that has ended", () => {
  beforeEach(async () => {
    await leaveTheRoom();
    await close();
  });

  test("is read by those who could, and nobody writes in its plan: they are told why", async () => {
    const page = await asks(peopleAround, { id: person }, room.guide, NOW);
    expect(page).toMatchObject({ mayWrite: false, plan: { rows: [{ kind: "case", state: "closed" }] } });
    const form = { youngPersonId: person, ...wish };
    expect(await tryTo(writePlanText, form, room.guide, at)).toEqual({
      ok: false,
      no: "refused",
      because: "case-ended",
    });
    // Whoever does not go with them is told what anybody is told.
    expect(await tryTo(writePlanText, form, room.outsider, at)).toEqual({ ok: false, no: "missing" });
    expect(await tryTo(writePlanText, form, room.adviser, at)).not.toHaveProperty("because");
  });

  test("comes on no agenda: the search says why, and so does a form that was open", async () => {
    const next = await aMeeting({ chairId: room.chair, startsAt: "2026-12-05T08:00:00.000Z" });
    const { found } = await asks(findToAdd, { meetingId: next, name: `signe holm${family}` }, room.chair, NOW);
    expect(found.find((one) => one.id === person)).toMatchObject({ over: true });
    const form = {
      meetingId: next,
      kind: "person",
      youngPersonId: person,
      question: "Hvad nu?",
      minutes: 20,
      invited: [],
    };
    expect(await tryTo(addItem, form, room.chair, at)).toMatchObject({ problems: { youngPersonId: "case-ended" } });
    const removed = await anItem({ meetingId: next, youngPersonId: person });
    await transact((db) =>
      db.update(tables.agendaItem).set({ removedAt: NOW }).where(eq(tables.agendaItem.id, removed)),
    );
    expect(await tryTo(restoreItem, { itemId: removed }, room.chair, at)).toMatchObject({ because: "case-ended" });
  });

  test("stands in the list of young people only for those who ask for closed ones, and not on the way to 18", async () => {
    const list = async (closed: boolean) =>
      (await asks(peopleList, { filters: { ...NO_FILTERS, closed }, after: null }, room.guide, NOW)).people.map(
        (one) => one.id,
      );
    expect(await list(false)).toEqual([]);
    expect(await list(true)).toEqual([person]);
    expect((await asks(transitionBoard, {}, room.guide, NOW)).people).toEqual([]);
  });

  test("is opened again as another case, and what ended stays; nobody but its people does so", async () => {
    const form = await seen();
    expect(await tryTo(reopenCase, form, room.guide, at)).toMatchObject({ no: "refused" });
    const { answer } = await does(reopenCase, form, lead, at);
    expect(await casesOf(person)).toHaveLength(2);
    expect(await stands()).toMatchObject({ state: "closed", endedAt: NOW });
    expect(await stands(answer.id)).toMatchObject({ state: "accepted", endedAt: null });
    await does(writePlanText, { youngPersonId: person, ...wish }, room.guide, at);
    // The old one is over: it is neither opened twice nor taken back.
    expect(await tryTo(reopenCase, await seen(), lead, at)).toMatchObject({ because: "case-not-from-here" });
    expect(await tryTo(takeBackEnd, await seen(), lead, at)).toMatchObject({ because: "case-too-late" });
  });
});

test("what was done is not taken up again in a case that has ended", async () => {
  const promised = await promise();
  await done(promised);
  await leaveTheRoom();
  await close();
  const [row] = await actionsOf();
  const form = { id: promised, version: row?.version };
  expect(await tryTo(startAction, form, room.chair, at)).toEqual({ ok: false, no: "refused", because: "case-ended" });
});

test("whoever watches the plan sees the state change", async () => {
  const sent = await sentBy(async () =>
    does(pauseCase, { ...(await seen()), pause: "travel", resumeOn: "1/3-2027" }, lead, { ...at, key: newId() }),
  );
  expect(sent.flatMap(({ changes }) => changes)).toMatchObject([
    { topic: `person:${person}`, put: [{ kind: "case", id, state: "paused", resumeOn: "2027-03-01" }] },
  ]);
});
