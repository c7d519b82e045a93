import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { agree } from "#domain/actions/agree.server.ts";
import { ALL_ACTIONS, AT_ONCE } from "#domain/actions/filters.ts";
import { finishAction } from "#domain/actions/follow.server.ts";
import { acceptHandover, declineHandover, handOver } from "#domain/actions/handover.server.ts";
import { myActions } from "#domain/actions/queries.server.ts";
import { beginClosing, closeCase, endCase } from "#domain/cases/commands.server.ts";
import { endItem } from "#domain/room/commands.server.ts";
import { startFor } from "#domain/start/queries.server.ts";
import { aRoom, type Room } from "#tests/support/a-room.ts";
import { aCase, aDepartment, aStaffMember, asks, does, NOW, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { sentBy } from "#tests/support/traces.ts";

aDatabase();

const at = { now: NOW };
let room: Room;
let id = "";
let housing = "";
let receiver = "";
let member = "";
beforeEach(async () => {
  room = await aRoom();
  housing = await aDepartment({ name: "Bolig" });
  receiver = await aStaffMember("caseworker", { departmentId: housing });
  member = await aStaffMember("forum_member", { departmentId: housing });
  const terms = { itemId: room.item, text: "Finder en bolig", departmentId: room.adults, dueOn: "2026-12-05" };
  id = (await does(agree, terms, room.chair, at)).answer.id;
});

async function now() {
  const [row] = await read((db) => db.select().from(tables.action).where(eq(tables.action.id, id)));
  if (!row) throw new Error("no such agreement");
  return row;
}
const lists = (staffId: string) => asks(myActions, { filters: ALL_ACTIONS, shown: AT_ONCE }, staffId, NOW);
const form = async (set: object = {}) => ({
  ...{ id, version: (await now()).version, departmentId: housing, staffId: receiver, reason: "Bolig har nøglen" },
  ...set,
});
const asksToTake = async (set: object = {}) => does(handOver, await form(set), room.adviser, at);
const asked = async (staffId = receiver) => {
  const [row] = (await lists(staffId)).toTakeOver;
  return row && { id: row.handover.id, version: row.handover.version };
};

test("while it waits for an answer it is still the former owner's, who sees whom was asked", async () => {
  await asksToTake();
  expect(await now()).toMatchObject({ state: "agreed", departmentId: room.adults, ownerId: room.adviser });
  const own = await lists(room.adviser);
  expect(own.mine.rows.map((row) => row.id)).toEqual([id]);
  expect(own.handovers[id]).toEqual({ departmentId: housing, staffId: receiver, accepted: null, declineReason: "" });
});

test("whoever is asked is told at once, on the start page too, with why, and without a name that they may not know", async () => {
  const sent = await sentBy(() => asksToTake());
  expect(sent.flatMap(({ reload }) => reload)).toEqual(
    expect.arrayContaining([`staff:${receiver}`, `department:${housing}`]),
  );
  const told = (await asks(startFor, {}, receiver, NOW)).toTakeOver;
  expect(told).toMatchObject([
    { id, handover: { reason: "Bolig har nøglen" }, youngPerson: { id: null, name: null, initials: "S.T." } },
  ]);
});

test("a department is asked through who sits in the forum for it; nobody else sees it", async () => {
  await asksToTake({ staffId: "" });
  expect(await asked(member)).toBeDefined();
  for (const staffId of [receiver, room.outsider, room.psychiatrist]) expect(await asked(staffId)).toBeUndefined();
});

test("the yes makes it theirs: it is handed over, and only they end it", async () => {
  await asksToTake();
  const answer = await asked();
  expect(await tryTo(acceptHandover, answer, room.psychiatrist, at)).toEqual({ ok: false, no: "missing" });
  await does(acceptHandover, answer, receiver, at);
  expect(await now()).toMatchObject({
    ...{ state: "handed_over", departmentId: housing, ownerId: receiver, acceptedById: receiver, endedAt: NOW },
  });
  expect((await lists(receiver)).mine.rows.map((row) => row.id)).toEqual([id]);
  expect((await lists(room.adviser)).mine.rows).toEqual([]);
  await does(finishAction, { id, version: (await now()).version, resultNote: "" }, receiver, at);
  expect(await now()).toMatchObject({ state: "done" });
});

test("the no leaves it where it was, with why", async () => {
  await asksToTake();
  const answer = { ...(await asked()), reason: "Vi har ingen boliger" };
  await does(declineHandover, answer, receiver, at);
  expect(await now()).toMatchObject({ state: "agreed", ownerId: room.adviser });
  expect((await lists(room.adviser)).handovers[id]).toMatchObject({
    accepted: false,
    declineReason: "Vi har ingen boliger",
  });
  expect(await asked()).toBeUndefined();
  // What was answered is not asked of them any more: to them it is as if it had never been.
  expect(await tryTo(acceptHandover, answer, receiver, at)).toMatchObject({ ok: false });
});

test("another one asked takes the place of the first", async () => {
  await asksToTake();
  const first = await asked();
  await asksToTake({ staffId: member });
  expect(await asked()).toBeUndefined();
  expect(await asked(member)).toBeDefined();
  expect(await tryTo(acceptHandover, first, receiver, at)).toMatchObject({ ok: false });
});

test("is not asked of who has it, of somebody who is not there, by somebody who may not follow it, or under § 115", async () => {
  const no = async (set: object, by = room.adviser) => tryTo(handOver, await form(set), by, at);
  expect(await no({ departmentId: room.adults, staffId: "" })).toMatchObject({
    problems: { departmentId: "handover-same" },
  });
  expect(await no({ staffId: room.psychiatrist })).toMatchObject({ problems: { staffId: "not-in-department" } });
  expect(await no({ reason: "" })).toMatchObject({ no: "invalid" });
  expect(await no({}, room.outsider)).toEqual({ ok: false, no: "missing" });
  expect(await no({}, room.guide)).toEqual({ ok: false, no: "refused" });
  await transact((db) =>
    db.update(tables.meeting).set({ typeCode: "section115" }).where(eq(tables.meeting.id, room.meeting)),
  );
  expect(await no({})).toMatchObject({ no: "refused" });
});

test("a case is closed over what was taken over, and not over what still waits for an answer", async () => {
  const caseId = await aCase(room.youngPerson);
  await does(endItem, { meetingId: room.meeting }, room.chair, at);
  await asksToTake();
  await does(beginClosing, { id: caseId, version: 1, exit: "adult_service" }, room.chair, at);
  const close = () => tryTo(closeCase, { id: caseId, version: 2 }, room.chair, at);
  expect(await close()).toMatchObject({ because: "case-open-agreements" });
  await does(acceptHandover, await asked(), receiver, at);
  expect(await close()).toMatchObject({ ok: true });
});

test("lapsed with the case, nobody is asked to take it over any more", async () => {
  const caseId = await aCase(room.youngPerson);
  await does(endItem, { meetingId: room.meeting }, room.chair, at);
  await asksToTake();
  const answer = await asked();
  await does(endCase, { id: caseId, version: 1, because: "moved" }, room.chair, at);
  expect(await asked()).toBeUndefined();
  expect(await tryTo(acceptHandover, answer, receiver, at)).toMatchObject({ ok: false });
});
