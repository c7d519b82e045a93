import { and, asc, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { addItem, changeItem } from "#domain/agenda/commands.server.ts";
import { moveItem } from "#domain/agenda/move.server.ts";
import { boardFor } from "#domain/board/queries.server.ts";
import { publishMeeting } from "#domain/meetings/commands.server.ts";
import { askConflicts, declareConflict, invite } from "#domain/participants/commands.server.ts";
import { closeMeeting } from "#domain/room/close.server.ts";
import { openItem, postponeItem, undoPostpone } from "#domain/room/commands.server.ts";
import { writeOwnWords } from "#domain/voice/commands.server.ts";
import { aRoom, type Room } from "#tests/support/a-room.ts";
import { aMeeting, anItem, aStaffMember, asks, aYoungPerson, does } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastLogged, sentBy } from "#tests/support/traces.ts";

aDatabase();

const NEXT = "2026-12-05T08:00:00.000Z";

const standing = (meetingId: string) =>
  read((db) =>
    db
      .select()
      .from(tables.agendaItem)
      .where(and(eq(tables.agendaItem.meetingId, meetingId), isNull(tables.agendaItem.removedAt)))
      .orderBy(asc(tables.agendaItem.position)),
  );
const conflictsOf = async (itemId: string) =>
  (
    await read((db) => db.select().from(tables.conflictOfInterest).where(eq(tables.conflictOfInterest.itemId, itemId)))
  ).map(({ staffId }) => staffId);
const seatsOf = async (itemId: string) =>
  (
    await read((db) =>
      db
        .select()
        .from(tables.participant)
        .where(and(eq(tables.participant.itemId, itemId), isNull(tables.participant.removedAt))),
    )
  ).map(({ staffId }) => staffId);

let room: Room;
let next: string;
beforeEach(async () => {
  await transact((db) => db.update(tables.meeting).set({ state: "closed" }));
  room = await aRoom();
  next = await aMeeting({
    chairId: room.chair,
    startsAt: NEXT,
    endsAt: "2026-12-05T10:30:00.000Z",
    state: "draft",
  });
});

const putOff = async () => {
  await does(postponeItem, { itemId: room.item, reason: "time" }, room.chair);
  const [copy] = await standing(next);
  if (!copy) throw new Error("Not carried");
  return copy;
};

describe("an item that was put off and is opened again", () => {
  test("is gone from the next meeting when nobody has prepared it there", async () => {
    const copy = await putOff();
    const [, sent] = await sentBy(async () => {
      await does(moveItem, { itemId: copy.id, to: 0 }, room.chair);
      await does(openItem, { itemId: room.item }, room.chair);
    });
    expect(await standing(next)).toEqual([]);
    expect(sent?.evict).toContain(`item:${copy.id}`);
    expect(sent?.changes).toContainEqual(
      expect.objectContaining({
        topic: `meeting:${next}`,
        drop: [`slot ${copy.id}`],
      }),
    );
  });

  test.each<[string, (copyId: string) => Promise<unknown>]>([
    [
      "its own words were written",
      (itemId) =>
        does(
          writeOwnWords,
          {
            itemId,
            version: 0,
            how: "contact_person",
            words: "Jeg vil være kok",
            tries: "",
            notToDiscuss: "",
            heardById: room.guide,
            heardOn: "2026-11-21",
          },
          room.chair,
        ),
    ],
    [
      "its question was changed",
      (itemId) => does(changeItem, { itemId, version: 1, question: "Hvad så nu?", minutes: "20" }, room.chair),
    ],
    ["somebody was asked to it", (itemId) => does(invite, { itemId, staffId: room.colleague }, room.chair)],
  ])(
    "stays in the next meeting too when %s there: what somebody has prepared is not taken away",
    async (_, prepare) => {
      const copy = await putOff();
      await prepare(copy.id);
      await does(openItem, { itemId: room.item }, room.chair);
      expect((await standing(next)).map(({ id }) => id)).toEqual([copy.id]);
    },
  );

  test("follows the same rule when the postponement is taken back", async () => {
    await putOff();
    await does(undoPostpone, { itemId: room.item }, room.chair);
    expect(await standing(next)).toEqual([]);
    const again = await putOff();
    await does(invite, { itemId: again.id, staffId: room.colleague }, room.chair);
    await does(undoPostpone, { itemId: room.item }, room.chair);
    expect((await standing(next)).map(({ id }) => id)).toEqual([again.id]);
  });
});

describe("whoever has a conflict of interest", () => {
  test("has it in the next meeting too when the young person stands there already, and loses the seat there", async () => {
    const there = await anItem({
      meetingId: next,
      youngPersonId: room.youngPerson,
      invited: [{ staffId: room.adviser }, { staffId: room.guide }],
    });
    await does(askConflicts, { itemId: room.item, staffIds: [room.adviser] }, room.chair);
    const [sent] = await sentBy(() => does(postponeItem, { itemId: room.item, reason: "time" }, room.chair));
    expect((await standing(next)).map(({ id }) => id)).toEqual([there]);
    expect(await conflictsOf(there)).toEqual([room.adviser]);
    expect(await seatsOf(there)).toEqual([room.guide]);
    expect(sent?.reload).toContain(`staff:${room.adviser}`);
  });

  test("has it in the item that was carried on before it was said", async () => {
    const copy = await putOff();
    await does(declareConflict, { itemId: room.item }, room.guide);
    expect(await conflictsOf(copy.id)).toEqual([room.guide]);
    expect(await seatsOf(copy.id)).not.toContain(room.guide);
    expect(await lastLogged()).toMatchObject({
      kind: "conflict-declared",
      itemId: copy.id,
    });
  });
});

describe("the next meeting", () => {
  const nextFor = async (staffId: string) =>
    (await asks(boardFor, { meetingId: room.meeting, itemId: null }, staffId)).nextMeeting?.id ?? null;

  test("is told to those who make it while it is a draft, and to everybody at the table once it is sent out", async () => {
    const minuteTaker = await aStaffMember("forum_member");
    await transact((db) =>
      db.update(tables.meeting).set({ minuteTakerId: minuteTaker }).where(eq(tables.meeting.id, next)),
    );
    await does(invite, { itemId: room.item, staffId: minuteTaker }, room.chair);
    expect(await nextFor(room.adviser)).toBeNull();
    expect(await nextFor(room.guide)).toBeNull();
    expect(await nextFor(minuteTaker)).toBe(next);
    expect(await nextFor(room.chair)).toBe(next);
    await does(publishMeeting, { meetingId: next }, room.chair);
    expect(await nextFor(room.adviser)).toBe(next);
  });
});

describe("what a meeting did not reach", () => {
  test("are items about a young person and common items; a pause that was not held is none", async () => {
    const person = await anItem({
      meetingId: room.meeting,
      youngPersonId: await aYoungPerson(),
      position: 2,
    });
    const common = await anItem({
      meetingId: room.meeting,
      kind: "common",
      position: 3,
    });
    const { answer } = await does(
      addItem,
      {
        meetingId: room.meeting,
        kind: "pause",
        question: "Pause",
        minutes: "10",
      },
      room.chair,
    );
    const { answer: closed } = await does(closeMeeting, { meetingId: room.meeting }, room.chair);
    const states = new Map((await standing(room.meeting)).map(({ id, state }) => [id, state]));
    expect([states.get(person), states.get(common)]).toEqual(["not_reached", "not_reached"]);
    expect(states.get(answer.id)).toBe("planned");
    expect(closed).toEqual({ moved: 2, nextMeetingId: next });
    expect((await standing(next)).map(({ kind }) => kind)).toEqual(["person", "common"]);
  });
});
