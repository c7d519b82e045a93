import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { agree } from "#domain/actions/agree.server.ts";
import { addItem } from "#domain/agenda/commands.server.ts";
import { moveItem } from "#domain/agenda/move.server.ts";
import { type Outcome, onOutcome } from "#domain/changes.server.ts";
import { aRoom, type Room } from "#tests/support/a-room.ts";
import { anItem, aYoungPerson, does, TODAY } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

aDatabase();

let room: Room;
beforeEach(async () => {
  room = await aRoom();
});

/** The topics that load anew by what is done. */
async function toldBy(act: () => Promise<unknown>): Promise<string[]> {
  const outcomes: Outcome[] = [];
  const stop = onOutcome((outcome) => outcomes.push(outcome));
  await act();
  stop();
  return outcomes.flatMap(({ reload }) => [...reload]);
}
const staff = (...ids: string[]) => ids.map((id) => `staff:${id}`);

describe("that there is a new item", () => {
  const anew = (set: Record<string, unknown>) =>
    does(addItem, { meetingId: room.meeting, question: "Hvad nu?", minutes: 10, ...set }, room.chair);

  it("is told to those asked to it and those who lead the meeting, and to nobody of another item", async () => {
    const youngPersonId = await aYoungPerson();
    const told = await toldBy(() => anew({ kind: "person", youngPersonId, invited: [room.colleague] }));
    expect(told).toEqual(expect.arrayContaining(staff(room.chair, room.minuteTaker, room.colleague)));
    for (const one of staff(room.adviser, room.psychiatrist, room.guide)) expect(told).not.toContain(one);
  });

  it("is told to everybody when all take part in it", async () => {
    const told = await toldBy(() => anew({ kind: "common", invited: [] }));
    expect(told).toEqual(expect.arrayContaining(staff(room.adviser, room.guide)));
  });
});

it("whoever left the department they came through is told of nothing that changes", async () => {
  const other = await anItem({ meetingId: room.meeting, youngPersonId: await aYoungPerson(), position: 2 });
  const third = await anItem({ meetingId: room.meeting, youngPersonId: await aYoungPerson(), position: 3 });
  const moves = (itemId: string) => toldBy(() => does(moveItem, { itemId, to: 1 }, room.chair));
  expect(await moves(third)).toEqual(expect.arrayContaining(staff(room.adviser, room.guide)));
  await transact((db) =>
    db.update(tables.membership).set({ toOn: TODAY, version: 2 }).where(eq(tables.membership.staffId, room.adviser)),
  );
  const told = await moves(other);
  expect(told).toEqual(expect.arrayContaining(staff(room.guide)));
  expect(told).not.toContain(`staff:${room.adviser}`);
});

describe("an agreement under § 115", () => {
  const promise = () => ({
    ...{ itemId: room.item, text: "Ringer til skolen", howSeen: "", departmentId: room.adults, ownerId: room.adviser },
    ...{ dueOn: "14d", optionId: null },
  });

  it("is told to those of its item, and not to the department that made it", async () => {
    expect(await toldBy(() => does(agree, promise(), room.chair))).toContain(`department:${room.adults}`);
    await transact((db) =>
      db.update(tables.meeting).set({ typeCode: "section115", version: 2 }).where(eq(tables.meeting.id, room.meeting)),
    );
    const told = await toldBy(() => does(agree, promise(), room.chair));
    expect(told.filter((topic) => topic.startsWith("department:"))).toEqual([]);
    expect(told).toEqual(expect.arrayContaining(staff(room.adviser, room.chair)));
    expect(told).not.toContain(`staff:${room.colleague}`);
  });
});
