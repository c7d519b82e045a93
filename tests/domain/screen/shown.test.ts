import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { askConflicts } from "#domain/participants/commands.server.ts";
import { closeMeeting } from "#domain/room/close.server.ts";
import { endItem, holdPause, openItem } from "#domain/room/commands.server.ts";
import { showFirstName, showOwnScreen } from "#domain/screen/commands.server.ts";
import type { ShownRow } from "#domain/screen/views.server.ts";
import { screenTopic } from "#domain/topics.ts";
import { seqOf } from "#domain/touched.server.ts";
import { aRoom, type Room } from "#tests/support/a-room.ts";
import { anItem, as, aYoungPerson, does, tryTo } from "#tests/support/builders.ts";
import { plantCanaries } from "#tests/support/canaries.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastLogged, sentBy, wholeLog } from "#tests/support/traces.ts";
import { aPairedScreen, shownTo } from "./a-screen.ts";

aDatabase();

/** The open item stands in front of the room. */
async function atItem(): Promise<Room> {
  const room = await aRoom();
  const pointer = { room: "item", roomSince: "2026-11-21T08:00:00.000Z", pointerItemId: room.item } as const;
  await transact((db) => db.update(tables.meeting).set(pointer).where(eq(tables.meeting.id, room.meeting)));
  return room;
}

describe("the big screen at an item", () => {
  let room: Room;
  let planted: string[];
  let row: ShownRow | undefined;

  beforeAll(async () => {
    room = await atItem();
    planted = await plantCanaries(room);
    row = await shownTo((await aPairedScreen(room.meeting, room.chair)).actor, room.meeting);
  });

  it("shows initials, own words, the question, options, agreements and the time, and nothing else", () => {
    expect(row).toEqual({
      kind: "shown",
      id: room.meeting,
      title: { da: "Ungekoordinering", en: "Youth coordination" },
      room: "item",
      item: {
        number: 2,
        count: 3,
        who: "S.K.",
        openedAt: expect.any(String),
        minutes: 20,
        spentSeconds: 0,
        words: "Jeg vil gerne arbejde med træ.",
        question: "Hvem tager over, når støtten stopper ved 18 år?",
        options: ["Et praktiksted på værkstedet"],
        agreements: [
          {
            number: 1,
            text: "Finder et praktiksted",
            department: "Voksen",
            byYoungPerson: false,
            dueOn: "2026-12-01",
            said: "no",
          },
        ],
      },
      nextAt: null,
      pauseUntil: null,
    });
  });

  it("holds nothing of what the room must not see", () => {
    const shown = JSON.stringify(row);
    expect(planted.length).toBeGreaterThan(25);
    for (const canary of planted) expect(shown).not.toContain(canary);
    expect(shown).not.toMatch(/Signe|Psykiatri|missing|presence|conflict|notToDiscuss|howSeen|reason|owner/);
  });

  it("is logged as read by that screen, with the young person", async () => {
    const { actor, screenId } = await aPairedScreen(room.meeting, room.chair);
    await shownTo(actor, room.meeting);
    expect(await lastLogged()).toMatchObject({
      kind: "read",
      door: "screen",
      actorId: screenId,
      sessionId: null,
      youngPersonId: room.youngPerson,
      itemId: room.item,
      meetingId: room.meeting,
      reason: "paired",
    });
  });
});

describe("an item that comes up on the big screen", () => {
  it("is logged for each screen, with the young person", async () => {
    const room = await aRoom({ state: "published" });
    const { screenId } = await aPairedScreen(room.meeting, room.chair);
    await does(showOwnScreen, { meetingId: room.meeting }, room.minuteTaker);
    const next = await anItem({ meetingId: room.meeting, youngPersonId: room.youngPerson, position: 2 });
    await does(openItem, { itemId: next }, room.chair);
    const logged = (await wholeLog()).filter(({ kind, itemId }) => kind === "item-shown" && itemId === next);
    expect(logged).toHaveLength(2);
    expect(logged.map(({ facts }) => facts.screen)).toContain(screenId);
    for (const row of logged) expect(row).toMatchObject({ youngPersonId: room.youngPerson, meetingId: room.meeting });
  });
});

describe("the name on the big screen", () => {
  it("is the first name when the chair says so, and the initials again after", async () => {
    const room = await atItem();
    const { actor } = await aPairedScreen(room.meeting, room.chair);
    const [outcome] = await sentBy(() => does(showFirstName, { itemId: room.item, show: "yes" }, room.chair));
    expect(outcome?.changes).toMatchObject([{ topic: screenTopic(room.meeting), put: [{ item: { who: "Signe" } }] }]);
    expect(await lastLogged()).toMatchObject({
      kind: "name-shown",
      youngPersonId: room.youngPerson,
      facts: { shown: true },
    });
    expect(JSON.stringify(await shownTo(actor, room.meeting))).not.toContain("Thomsen");
    await does(showFirstName, { itemId: room.item }, room.minuteTaker);
    expect((await shownTo(actor, room.meeting))?.item?.who).toBe("S.T.");
  });

  it("is not for somebody who is only invited to say", async () => {
    const room = await atItem();
    expect(await tryTo(showFirstName, { itemId: room.item, show: "yes" }, room.guide)).toMatchObject({ no: "refused" });
    expect(await tryTo(showFirstName, { itemId: room.item, show: "yes" }, room.outsider)).toMatchObject({
      no: "missing",
    });
  });

  it("is nobody's at an item about no young person", async () => {
    const room = await aRoom();
    const item = await anItem({ meetingId: room.meeting, kind: "common", position: 2 });
    expect(await tryTo(showFirstName, { itemId: item, show: "yes" }, room.chair)).toMatchObject({ no: "refused" });
  });
});

describe("the big screen between items", () => {
  const begun = "2026-11-21T08:30:00.000Z";

  async function withNext() {
    const room = await atItem();
    await anItem({
      meetingId: room.meeting,
      youngPersonId: await aYoungPerson({ firstName: "Bo", lastName: "Lund" }),
      position: 2,
    });
    return { ...room, ...(await aPairedScreen(room.meeting, room.chair)) };
  }
  const expectNobody = (row: ShownRow | undefined) => {
    expect(row?.item).toBeNull();
    expect(JSON.stringify(row)).not.toMatch(/Signe|S\.T\.|Bo|B\.L\.|Hvem tager over/);
  };

  it("is empty of the person from the moment the room changes, and says when the next item is expected", async () => {
    const room = await withNext();
    const [outcome] = await sentBy(() => does(endItem, { meetingId: room.meeting }, room.chair));
    const change = outcome?.changes.find(({ topic }) => topic === screenTopic(room.meeting));
    const row = await shownTo(room.actor, room.meeting);
    expect(change?.put).toEqual([row]);
    expect(row).toMatchObject({ room: "change", nextAt: expect.any(String), pauseUntil: null });
    expectNobody(row);
  });

  it("says until when the pause lasts", async () => {
    const room = await withNext();
    await does(holdPause, { meetingId: room.meeting, minutes: 15 }, room.chair, { now: begun });
    const row = await shownTo(room.actor, room.meeting);
    expect(row).toMatchObject({ room: "pause", pauseUntil: "2026-11-21T08:45:00.000Z", nextAt: null });
    expectNobody(row);
  });

  it("says before the meeting when it begins", async () => {
    const room = await aRoom({ state: "published" });
    const { actor } = await aPairedScreen(room.meeting, room.chair);
    const row = await shownTo(actor, room.meeting);
    expect(row).toMatchObject({ room: "waiting", nextAt: "2026-11-21T08:00:00.000Z" });
    expectNobody(row);
  });

  it("names no next item when there is none", async () => {
    const room = await atItem();
    const { actor } = await aPairedScreen(room.meeting, room.chair);
    await does(endItem, { meetingId: room.meeting }, room.chair);
    expect(await shownTo(actor, room.meeting)).toMatchObject({ room: "change", nextAt: null });
  });
});

describe("an own window of whoever runs the meeting", () => {
  it("is told of changes from the moment it opens", async () => {
    const room = await atItem();
    await does(showFirstName, { itemId: room.item, show: "yes" }, room.chair);
    expect(await read((db) => seqOf(db, screenTopic(room.meeting)))).toBe(0);
    await does(showOwnScreen, { meetingId: room.meeting }, room.chair);
    await does(showFirstName, { itemId: room.item }, room.chair);
    expect(await read((db) => seqOf(db, screenTopic(room.meeting)))).toBe(1);
  });

  it("is empty when the meeting ends", async () => {
    const room = await atItem();
    await does(showOwnScreen, { meetingId: room.meeting }, room.chair);
    const [outcome] = await sentBy(() => does(closeMeeting, { meetingId: room.meeting }, room.chair));
    const change = outcome?.changes.find(({ topic }) => topic === screenTopic(room.meeting));
    expect(change?.put).toMatchObject([{ kind: "shown", room: "over", item: null }]);
  });

  it("opens for nobody else", async () => {
    const room = await atItem();
    expect(await tryTo(showOwnScreen, { meetingId: room.meeting }, room.guide)).toMatchObject({ no: "missing" });
    expect(await tryTo(showOwnScreen, { meetingId: room.meeting }, room.outsider)).toMatchObject({ no: "missing" });
  });

  it("shows a chair nothing of an item in which they have a conflict of interest", async () => {
    const room = await atItem();
    await does(askConflicts, { itemId: room.item, staffIds: [room.chair] }, room.minuteTaker);
    await expect(shownTo(as(room.chair), room.meeting)).rejects.toMatchObject({ answer: { no: "missing" } });
    expect(await shownTo(as(room.minuteTaker), room.meeting)).toMatchObject({ room: "item" });
    await does(endItem, { meetingId: room.meeting }, room.minuteTaker);
    expect(await shownTo(as(room.chair), room.meeting)).toMatchObject({ room: "change" });
  });
});
