import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { mayWatch } from "#domain/access/watchable.server.ts";
import { now } from "#domain/clock.server.ts";
import {
  changeParagraph,
  removeParagraph,
  setReaders,
  writeDiscussion,
  writeRemark,
} from "#domain/minutes/commands.server.ts";
import { minutesFor } from "#domain/minutes/minutes-for.server.ts";
import { dayOf } from "#domain/moments.ts";
import { itemClassTopic } from "#domain/topics.ts";
import { aRoom, type Room } from "#tests/support/a-room.ts";
import { as, asks, does, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastLogged, sentBy, wholeLog } from "#tests/support/traces.ts";

aDatabase();

const TEXT = "Sover ikke om natten";
let room: Room;
let remark: { id: string; version: number };
beforeEach(async () => {
  room = await aRoom();
  const { answer } = await does(writeRemark, { itemId: room.item, text: TEXT }, room.minuteTaker);
  remark = { id: answer.id, version: 1 };
});

const readers = (textClass: string, departmentIds: string[] = []) => ({ ...remark, textClass, departmentIds });
/** Own departments' basis opens that class too, as a consent to health does. */
async function covers(departmentId: string, textClass: "health") {
  const rows = await read((db) =>
    db.select().from(tables.sharingBasis).where(eq(tables.sharingBasis.departmentId, departmentId)),
  );
  await transact((db) =>
    db.insert(tables.sharingBasisClass).values(rows.map(({ id }) => ({ sharingBasisId: id, textClass }))),
  );
}
async function reads(staffId: string) {
  const { items, marks } = await asks(minutesFor, { meetingId: room.meeting }, staffId);
  return {
    text: JSON.stringify(items).includes(TEXT),
    topics: marks.map(({ topic }) => topic).filter((topic) => topic.split(":").length > 2),
  };
}
const watches = (staffId: string, topic: string) =>
  read((db) => mayWatch(db, { actor: as(staffId), now: now(), today: dayOf(now()) }, topic));

describe("who may read a text of the minutes", () => {
  test("is everybody in the item until something else is said", async () => {
    expect((await reads(room.adviser)).text).toBe(true);
  });

  test("are those who keep the minutes and those whose basis covers the class; to the others it never was", async () => {
    await does(setReaders, readers("health"), room.minuteTaker);
    expect((await reads(room.minuteTaker)).text).toBe(true);
    const topic = itemClassTopic(room.item, "health");
    const before = await reads(room.adviser);
    expect(before.text).toBe(false);
    expect(before.topics).not.toContain(topic);
    await covers(room.adults, "health");
    const after = await reads(room.adviser);
    expect(after.text).toBe(true);
    expect(after.topics).toContain(topic);
    expect(await watches(room.adviser, topic)).toBe("basis covers the class");
    expect(await watches(room.guide, topic)).toBeNull();
    expect(await watches(room.outsider, topic)).toBeNull();
  });

  test("are certain departments, each with a topic of its own", async () => {
    await does(setReaders, readers("named_departments", [room.adults]), room.minuteTaker);
    const topic = itemClassTopic(room.item, "named_departments", room.adults);
    expect(await reads(room.adviser)).toEqual({ text: true, topics: [topic] });
    expect((await reads(room.guide)).text).toBe(false);
    expect(await watches(room.guide, topic)).toBeNull();
    expect(await watches(room.minuteTaker, topic)).toBe("leads the meeting");
  });

  test("a topic that names no class, a wrong department or more than that is answered like one that never was", async () => {
    const { item, adults, minuteTaker } = room;
    for (const topic of [
      `item:${item}:open_in_forum`,
      `item:${item}:section115`,
      `item:${item}:health:${adults}`,
      `item:${item}:named_departments`,
      `item:${item}:named_departments:x`,
      `item:${item}:named_departments:${adults}:${adults}`,
      `meeting:${room.meeting}:health`,
    ])
      expect([topic, await watches(minuteTaker, topic)]).toEqual([topic, null]);
  });
});

describe("what is said afterwards about who may read", () => {
  test("takes the text from the item's topic and puts it in that of its class; what is changed there is not told to the others", async () => {
    const [taken] = await sentBy(() => does(setReaders, readers("health"), room.minuteTaker));
    const gone = taken?.changes.find(({ topic }) => topic === `item:${room.item}`);
    expect(gone).toMatchObject({ put: [], drop: [`paragraph ${remark.id}`] });
    expect(taken?.changes.find(({ topic }) => topic === itemClassTopic(room.item, "health"))?.put).toMatchObject([
      { id: remark.id, text: TEXT, textClass: "health" },
    ]);
    const [changed] = await sentBy(() =>
      does(changeParagraph, { id: remark.id, version: 2, text: "Sover bedre" }, room.minuteTaker),
    );
    expect(changed?.changes.map(({ topic }) => topic)).toEqual([itemClassTopic(room.item, "health")]);
    const [removed] = await sentBy(() => does(removeParagraph, { id: remark.id, version: 3 }, room.minuteTaker));
    expect(removed?.changes).toMatchObject([
      { topic: itemClassTopic(room.item, "health"), put: [], drop: [`paragraph ${remark.id}`] },
    ]);
  });

  test("can be taken back: the text stands for everybody in the item again", async () => {
    await does(setReaders, readers("named_departments", [room.adults]), room.minuteTaker);
    await does(setReaders, { ...remark, version: 2, textClass: "open_in_forum" }, room.minuteTaker);
    expect((await reads(room.guide)).text).toBe(true);
  });

  test("is a row of the log without the text", async () => {
    await does(setReaders, readers("health"), room.minuteTaker);
    expect(await lastLogged()).toMatchObject({ kind: "paragraph-readers-set", itemId: room.item });
    expect(JSON.stringify(await wholeLog())).not.toContain(TEXT);
  });

  test("certain departments must be chosen, and the discussion is for everybody in the item", async () => {
    expect(await tryTo(setReaders, readers("named_departments"), room.minuteTaker)).toMatchObject({
      problems: { departmentIds: "choose" },
    });
    const { answer } = await does(writeDiscussion, { itemId: room.item, version: 0, text: "Skolen" }, room.minuteTaker);
    const said = { id: answer.id, version: 1, textClass: "health", departmentIds: [] };
    expect(await tryTo(setReaders, said, room.minuteTaker)).toMatchObject({ problems: { textClass: "choose" } });
  });

  test("is for those who run the item; who runs it without reading the class cannot touch what they do not see", async () => {
    expect(await tryTo(setReaders, readers("health"), room.guide)).toEqual({ ok: false, no: "refused" });
    expect(await tryTo(setReaders, readers("health"), room.outsider)).toEqual({ ok: false, no: "missing" });
    await does(setReaders, readers("health"), room.minuteTaker);
    const other = await aRoom();
    const change = { id: remark.id, version: 2, text: "Noget andet" };
    expect(await tryTo(changeParagraph, change, other.chair)).toEqual({ ok: false, no: "missing" });
  });
});
