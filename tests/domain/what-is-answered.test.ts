import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { read, tables } from "#db/index.server.ts";
import { decide } from "#domain/access/decide.server.ts";
import { mayWatch } from "#domain/access/watchable.server.ts";
import { agree } from "#domain/actions/agree.server.ts";
import { startAction } from "#domain/actions/follow.server.ts";
import { restoreItem } from "#domain/agenda/commands.server.ts";
import { boardFor } from "#domain/board/queries.server.ts";
import { setClosing } from "#domain/closing/commands.server.ts";
import { newId } from "#domain/ids.server.ts";
import { handIn } from "#domain/minutes/hand-in.server.ts";
import { addToRoom, declareConflict } from "#domain/participants/commands.server.ts";
import { addEffort } from "#domain/people/effort-commands.server.ts";
import { openItem, postponeItem } from "#domain/room/commands.server.ts";
import { aRoom, type Room } from "#tests/support/a-room.ts";
import { aMeeting, anItem, as, asks, aYoungPerson, does, NOW, TODAY, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aPairedScreen } from "./screen/a-screen.ts";

aDatabase();

let room: Room;
beforeEach(async () => {
  room = await aRoom();
});

describe("the answer to a command", () => {
  test("tells of a topic only to whoever may watch it, also when it is sent again", async () => {
    await aPairedScreen(room.meeting, room.chair);
    const promise = { itemId: room.item, text: "Ringer", departmentId: room.adults, dueOn: "14d" };
    const { answer } = await does(agree, promise, room.chair);
    const youngPersonId = await aYoungPerson({ firstName: "Xenia" });
    const other = await anItem({ meetingId: room.meeting, youngPersonId, position: 2 });
    await does(openItem, { itemId: other }, room.chair);
    const key = newId();
    const finishes = () => does(startAction, { id: answer.id, version: 1 }, room.adviser, { key });
    for (const sent of [await finishes(), await finishes()])
      expect(sent.changes.map(({ topic }) => topic)).toEqual([`item:${room.item}`]);
  });

  test("no longer tells of the item to whoever just left it for a conflict of interest", async () => {
    expect((await does(declareConflict, { itemId: room.item }, room.guide)).changes).toEqual([]);
  });
});

test("a topic has one name: nothing can be added to it", async () => {
  const at = { actor: as(room.chair), now: NOW, today: TODAY };
  expect(await read((db) => mayWatch(db, at, `item:${room.item}`))).not.toBeNull();
  expect(await read((db) => mayWatch(db, at, `item:${room.item}:text`))).toBeNull();
});

test("the board of one meeting shows nothing of an item of another, what was handed in least of all", async () => {
  await does(handIn, { itemId: room.item, text: "Til dem, der leder mødet" }, room.guide);
  const own = await aMeeting({ chairId: room.guide });
  const board = await asks(boardFor, { meetingId: own, itemId: room.item }, room.guide);
  expect(board).toMatchObject({ item: null, handedIn: [], me: { runs: true, writes: false } });
});

test("whoever is partial in an item is so where it is carried on", async () => {
  const next = await aMeeting({
    chairId: room.chair,
    minuteTakerId: room.minuteTaker,
    startsAt: "2027-01-05T08:00:00.000Z",
  });
  await does(declareConflict, { itemId: room.item }, room.chair);
  await does(postponeItem, { itemId: room.item, reason: "time" }, room.minuteTaker);
  const there = and(eq(tables.agendaItem.meetingId, next), eq(tables.agendaItem.carriedFromId, room.item));
  const [item] = await read((db) => db.select().from(tables.agendaItem).where(there));
  const sees = (staffId: string) =>
    read((db) => decide(db, { actor: as(staffId), now: NOW, today: TODAY }, "item:see", item?.id ?? ""));
  expect(await sees(room.chair)).toBeNull();
  expect(await sees(room.minuteTaker)).toBe("leads the meeting");
});

test("what runs for a young person is never written with an id that stands already", async () => {
  const running = { youngPersonId: room.youngPerson, departmentId: room.adults, title: "Mentor", fromOn: "1/1" };
  const { answer } = await does(addEffort, running, room.chair);
  expect(await tryTo(addEffort, { ...running, id: answer.id }, room.chair)).toEqual({ ok: false, no: "missing" });
});

test("no civil registration number stands in what the room reads: guests, efforts, why nothing was agreed", async () => {
  const cpr = "Se 070308-1234";
  const running = { youngPersonId: room.youngPerson, departmentId: room.adults, fromOn: "1/1" };
  const guest = { itemId: room.item, kind: "guest" };
  for (const refused of [
    await tryTo(addEffort, { ...running, title: cpr }, room.chair),
    await tryTo(addEffort, { ...running, title: "Mentor", provider: cpr }, room.chair),
    await tryTo(addToRoom, { ...guest, name: cpr }, room.chair),
    await tryTo(addToRoom, { ...guest, organisation: cpr }, room.chair),
    await tryTo(setClosing, { itemId: room.item, version: 1, noAgreementReason: cpr }, room.chair),
  ])
    expect(Object.values("problems" in refused ? refused.problems : {})).toEqual(["has-cpr"]);
});

test("whoever is in one item of a meeting cannot tell another item of it from none", async () => {
  const other = await anItem({ meetingId: room.meeting, youngPersonId: await aYoungPerson(), position: 2 });
  const none = await tryTo(restoreItem, { itemId: newId() }, room.guide);
  expect(await tryTo(restoreItem, { itemId: other }, room.guide)).toEqual(none);
});
