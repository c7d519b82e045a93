import { beforeEach, expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { agree } from "#domain/actions/agree.server.ts";
import { newId } from "#domain/ids.server.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import { writePlanText } from "#domain/plan/commands.server.ts";
import { aRoom, type Room } from "#tests/support/a-room.ts";
import { asks, does } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

aDatabase();

const at = (clock: string) => `2026-11-21T${clock}:00.000Z`;
let room: Room;
beforeEach(async () => {
  room = await aRoom();
});

const looks = async (clock: string, who = room.guide) =>
  (await asks(peopleAround, { id: room.youngPerson }, who, at(clock))).since;
const writes = (text: string, version: number, who: string, clock: string) =>
  does(writePlanText, { youngPersonId: room.youngPerson, part: "wish", version, text }, who, { now: at(clock) });
const agrees = (clock: string) =>
  does(agree, { itemId: room.item, text: "Ringer op", departmentId: room.adults, dueOn: "14d" }, room.chair, {
    now: at(clock),
  });

test("at the first look nothing is new; then what others did is, the newest first, and not what one did oneself", async () => {
  expect(await looks("09:00")).toBeNull();
  await writes("Heste", 0, room.chair, "09:20");
  await writes("Heste og hunde", 1, room.guide, "09:25");
  await agrees("09:30");
  expect(await looks("10:00")).toMatchObject({
    at: at("09:00"),
    lines: [
      { kind: "action-made", staffId: room.chair, at: at("09:30") },
      { kind: "plan-text-written", staffId: room.chair, at: at("09:20") },
    ],
  });
});

test("an agreement that one may not see is no news", async () => {
  await looks("09:00");
  await transact((db) =>
    db.insert(tables.conflictOfInterest).values({
      ...{ id: newId(), itemId: room.item, staffId: room.guide },
      ...{ declaredAt: at("09:10"), declaredBy: room.chair },
    }),
  );
  await agrees("09:30");
  expect((await looks("10:00"))?.lines).toEqual([]);
});

test("whoever loads the page again after a moment has not been away", async () => {
  await looks("09:00");
  await writes("Heste", 0, room.chair, "09:20");
  await looks("09:40");
  expect((await looks("09:41"))?.lines).toHaveLength(1);
  expect((await looks("09:50"))?.lines).toHaveLength(1);
});
