import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import type { HeardWay } from "#db/vocabulary.ts";
import { newId } from "#domain/ids.server.ts";
import { writeOwnWords } from "#domain/voice/commands.server.ts";
import { isHeard, needsWords } from "#domain/voice/rules.ts";
import { voiceOf } from "#domain/voice/views.server.ts";
import { aRoom, type Room } from "#tests/support/a-room.ts";
import { anItem, does, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastLogged, sentBy, wholeLog } from "#tests/support/traces.ts";

aDatabase();

let room: Room;
beforeEach(async () => {
  room = await aRoom();
});

const said = (more: Record<string, unknown> = {}) => ({
  itemId: room.item,
  how: "contact_person",
  words: "Jeg vil gerne arbejde med dyr",
  ...more,
});
const voice = async () => (await read((db) => voiceOf(db, room.item)))[0];

describe("the young person's own words", () => {
  test("need words, unless the young person did not want to or was not reached, and then how it was tried", () => {
    const ways: HeardWay[] = ["in_room", "video", "contact_person", "written", "declined", "not_reached"];
    expect(ways.filter((how) => !needsWords(how))).toEqual(["declined", "not_reached"]);
    const heard = (how: HeardWay | null, words: string, tries: string) => isHeard({ how, words, tries });
    expect(ways.filter((how) => heard(how, "", ""))).toEqual(["declined"]);
    expect(ways.filter((how) => heard(how, "", "Ringet to gange"))).toEqual(["declined", "not_reached"]);
    expect(ways.filter((how) => heard(how, "Jeg vil", "Ringet"))).toEqual(ways);
    expect([isHeard(null), isHeard(undefined), heard(null, "Jeg vil", "")]).toEqual([false, false, false]);
  });

  test("are refused empty, and a `not reached` without what was tried", async () => {
    expect(await tryTo(writeOwnWords, said({ words: "" }), room.chair)).toMatchObject({
      problems: { words: "required" },
    });
    expect(await tryTo(writeOwnWords, said({ how: "" }), room.chair)).toMatchObject({ problems: { how: "choose" } });
    expect(await tryTo(writeOwnWords, said({ how: "not_reached", words: "" }), room.chair)).toMatchObject({
      problems: { tries: "required" },
    });
    expect(await tryTo(writeOwnWords, said({ words: "Mit nummer er 010107-4321" }), room.chair)).toMatchObject({
      problems: { words: "has-cpr" },
    });
    await does(writeOwnWords, said({ how: "declined", words: "" }), room.chair);
    expect(await voice()).toMatchObject({ how: "declined", words: "" });
  });

  test("were heard by whoever writes them, today, unless it is said otherwise", async () => {
    await does(writeOwnWords, said(), room.guide, { now: "2026-11-21T23:30:00.000Z" });
    expect(await voice()).toMatchObject({ version: 1, heardById: room.guide, heardOn: "2026-11-22" });
    await does(writeOwnWords, said({ version: 1, heardById: room.adviser, heardOn: "2026-11-18" }), room.chair);
    expect(await voice()).toMatchObject({ version: 2, heardById: room.adviser, heardOn: "2026-11-18" });
    expect(await tryTo(writeOwnWords, said({ version: 2, heardById: newId() }), room.chair)).toMatchObject({
      problems: { heardById: "choose" },
    });
  });

  test("were heard by the contact person when they talked, and mending the text changes neither who heard them nor when", async () => {
    await does(writeOwnWords, said({ how: "in_room" }), room.chair, { now: "2026-11-20T09:00:00.000Z" });
    expect(await voice()).toMatchObject({ heardById: room.chair, heardOn: "2026-11-20" });
    await does(writeOwnWords, said({ version: 1 }), room.chair, { now: "2026-11-21T09:00:00.000Z" });
    expect(await voice()).toMatchObject({ heardById: room.guide, heardOn: "2026-11-21" });
    await does(writeOwnWords, said({ version: 2, words: "Jeg vil gerne" }), room.minuteTaker, {
      now: "2026-11-22T09:00:00.000Z",
    });
    expect(await voice()).toMatchObject({ heardById: room.guide, heardOn: "2026-11-21", words: "Jeg vil gerne" });
  });

  test("are one row for an item: of two first writings one stands, and the other is shown it", async () => {
    const [first, second] = await Promise.all([
      tryTo(writeOwnWords, said({ words: "Dyr" }), room.guide),
      tryTo(writeOwnWords, said({ words: "Biler" }), room.chair),
    ]);
    expect(first.ok).toBe(true);
    expect(second).toMatchObject({ no: "conflict", now: { words: "Dyr", version: 1 } });
  });

  test("are sent to those in the item as they stand", async () => {
    const [sent] = await sentBy(() => does(writeOwnWords, said({ notToDiscuss: "Min far" }), room.guide));
    const inItem = sent?.changes.find(({ topic }) => topic === `item:${room.item}`);
    expect(inItem?.put).toMatchObject([{ kind: "voice", notToDiscuss: "Min far" }]);
    // The agenda hears that the young person is heard, and not a word of it.
    const others = sent?.changes.filter((change) => change !== inItem);
    expect(JSON.stringify(others)).not.toContain("Min far");
  });

  test("can be written before the meeting by the young person's guide, and not by others who are invited", async () => {
    await transact((db) =>
      db.update(tables.agendaItem).set({ state: "planned" }).where(eq(tables.agendaItem.id, room.item)),
    );
    expect(await tryTo(writeOwnWords, said(), room.adviser)).toMatchObject({ no: "refused" });
    expect(await tryTo(writeOwnWords, said(), room.outsider)).toMatchObject({ no: "missing" });
    await does(writeOwnWords, said(), room.guide);
    expect(await lastLogged()).toMatchObject({
      kind: "own-words-written",
      reason: "assigned",
      youngPersonId: room.youngPerson,
      facts: { how: "contact_person" },
    });
    expect(JSON.stringify(await wholeLog())).not.toContain("arbejde med dyr");
  });

  test("belong to items about a young person only", async () => {
    const itemId = await anItem({ meetingId: room.meeting });
    expect(await tryTo(writeOwnWords, said({ itemId }), room.chair)).toMatchObject({ no: "missing" });
  });
});
