import { beforeAll, describe, expect, test } from "vitest";
import { agree } from "#domain/actions/agree.server.ts";
import { declineAction } from "#domain/actions/answers.server.ts";
import { ALL_ACTIONS, AT_ONCE } from "#domain/actions/filters.ts";
import { finishAction } from "#domain/actions/follow.server.ts";
import { actionFor, myActions } from "#domain/actions/queries.server.ts";
import { Declined } from "#domain/errors.ts";
import { newId } from "#domain/ids.server.ts";
import { aRoom, type Room } from "#tests/support/a-room.ts";
import { aStaffMember, asks, does } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { wholeLog } from "#tests/support/traces.ts";

aDatabase();

let room: Room;
beforeAll(async () => {
  room = await aRoom();
});

const ALL = { filters: ALL_ACTIONS, shown: AT_ONCE };
const listsOf = (staffId: string) => asks(myActions, ALL, staffId);

async function made(departmentId: string, said: Record<string, unknown> = {}): Promise<string> {
  const terms = { itemId: room.item, text: "Ringer til skolen", departmentId, dueOn: "2026-12-05", ...said };
  return (await does(agree, terms, room.chair)).answer.id;
}
const reads = async (actorId: string) =>
  (await wholeLog()).filter((row) => row.kind === "read" && row.actorId === actorId);

describe("everybody's own agreements", () => {
  test("stand in order of their days: to answer, mine, my department's, ended", async () => {
    const late = await made(room.adults, { dueOn: "2026-12-20", ownerId: room.colleague });
    const soon = await made(room.adults, { dueOn: "2026-12-01", ownerId: room.colleague });
    const others = await made(room.adults, { ownerId: room.adviser });
    const done = await made(room.adults, { ownerId: room.colleague });
    await does(finishAction, { id: done, version: 1 }, room.colleague);
    const asked = await made(room.psychiatry);

    const mine = await listsOf(room.colleague);
    const idsOf = ({ rows }: { rows: { id: string }[] }) => rows.map(({ id }) => id);
    expect(idsOf(mine.toAnswer)).toEqual([]);
    expect(idsOf(mine.mine)).toEqual([soon, late]);
    expect(idsOf(mine.department)).toEqual([others]);
    expect(idsOf(mine.ended)).toEqual([done]);
    expect(mine.names.departments[room.adults]).toMatchObject({ name: "Voksen" });
    expect(Object.keys(mine.names.staff).sort()).toEqual([room.adviser, room.colleague].sort());

    expect(idsOf((await listsOf(room.psychiatrist)).toAnswer)).toEqual([asked]);
    await does(declineAction, { id: asked, version: 1, reason: "Ingen plads" }, room.psychiatrist);
    expect(idsOf((await listsOf(room.psychiatrist)).toAnswer)).toEqual([]);
  });

  test("show the named owner the name, and a colleague of the department initials alone", async () => {
    const worker = await aStaffMember("caseworker", { departmentId: room.psychiatry });
    const member = await aStaffMember("forum_member", { departmentId: room.psychiatry });
    const id = await made(room.psychiatry, { ownerId: worker });
    const [own] = (await listsOf(worker)).toAnswer.rows;
    expect(own).toMatchObject({ id, youngPerson: { id: null, name: "Signe Holm Thomsen", initials: "S.T." } });
    const list = await listsOf(member);
    expect(list.toAnswer.rows.find((row) => row.id === id)?.youngPerson).toEqual({
      id: null,
      name: null,
      initials: "S.T.",
    });
    expect(JSON.stringify(list)).not.toMatch(/Signe|Thomsen/);
    expect(JSON.stringify(list)).not.toContain(room.youngPerson);
  });

  test("name the young person, with the way to their page, to whoever may see them", async () => {
    const id = await made(room.adults);
    const [own] = (await listsOf(room.adviser)).mine.rows.filter((row) => row.id === id);
    expect(own?.youngPerson).toMatchObject({ id: room.youngPerson, name: "Signe Holm Thomsen" });
  });

  test("are nobody else's: an outsider's lists are empty, and nothing is logged as seen", async () => {
    const lists = await listsOf(room.outsider);
    const none = { rows: [], count: 0 };
    const nothing = { toAnswer: none, mine: none, department: none, waiting: none, ended: none };
    expect(lists).toMatchObject({
      ...nothing,
      names: { departments: {}, staff: {} },
      departments: [],
      views: [],
      toTakeOver: [],
      handovers: {},
    });
    expect(await reads(room.outsider)).toEqual([]);
  });

  test("leave a row in the log for each young person shown, with the reason", async () => {
    const worker = await aStaffMember("caseworker", { departmentId: room.adults });
    await made(room.adults, { ownerId: worker });
    await listsOf(worker);
    expect(await reads(worker)).toMatchObject([
      { door: "my-actions", youngPersonId: room.youngPerson, itemId: room.item, reason: "owner" },
    ]);
  });
});

describe("one agreement", () => {
  test("says what the asker may do with it", async () => {
    const id = await made(room.psychiatry);
    const mayOf = async (staffId: string) => (await asks(actionFor, { id }, staffId)).may;
    expect(await mayOf(room.psychiatrist)).toEqual({ answer: true, follow: true, write: true, tell: false });
    expect(await mayOf(room.chair)).toEqual({ answer: false, follow: true, write: true, tell: true });
    expect(await mayOf(room.guide)).toEqual({ answer: false, follow: false, write: true, tell: true });
  });

  test("is the same nothing to an outsider as one that never was", async () => {
    const id = await made(room.adults);
    for (const unknown of [id, newId()])
      await expect(asks(actionFor, { id: unknown }, room.outsider)).rejects.toEqual(new Declined({ no: "missing" }));
  });
});
