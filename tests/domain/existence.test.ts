import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import type { ExistenceLevel, ExistenceRole } from "#db/vocabulary.ts";
import { agendaFor } from "#domain/agenda/agenda-for.server.ts";
import { addItem } from "#domain/agenda/commands.server.ts";
import { boardFor } from "#domain/board/queries.server.ts";
import { fillCodes } from "#domain/codes/fill.server.ts";
import { setExistence } from "#domain/existence/commands.server.ts";
import { meetingsFor } from "#domain/meetings/queries.server.ts";
import type { MeetingRow } from "#domain/meetings/views.server.ts";
import { meetingTopic } from "#domain/topics.ts";
import {
  aDepartment,
  aMeeting,
  anAssignment,
  anItem,
  aStaffMember,
  asks,
  aYoungPerson,
  does,
  tryTo,
} from "../support/builders.ts";
import { aDatabase } from "../support/database.ts";
import { aLineUp, aLiveServer, aSession, caughtUp, watch } from "../support/live-server.ts";
import { lastKindsOf, logOf } from "../support/log.ts";

aDatabase();

const NAME = "Skjalm Skjultsen";
let coordinator = "";
let member = "";
let external = "";
let young = "";
let meetingId = "";
let items: string[] = [];

beforeEach(async () => {
  await fillCodes();
  coordinator = await aStaffMember("coordinator", { departmentId: await aDepartment() });
  member = await aStaffMember(["caseworker", "forum_member"], { departmentId: await aDepartment() });
  external = await aStaffMember("external", { departmentId: await aDepartment({ sector: "authority" }) });
  young = await aYoungPerson({ firstName: "Skjalm", lastName: "Skjultsen" });
  meetingId = await aMeeting({ chairId: coordinator, members: [member, external] });
  const around = await aYoungPerson();
  items = [
    await anItem({ meetingId, youngPersonId: around, position: 1 }),
    await anItem({ meetingId, youngPersonId: young, position: 2 }),
    await anItem({ meetingId, position: 3 }),
  ];
});

const set = (level: ExistenceLevel, role: ExistenceRole = "forum_member", version = 0) =>
  does(setExistence, { youngPersonId: young, role, level, version }, coordinator);
const agendaOf = (staffId: string) =>
  asks(agendaFor, { meetingId, youngPersonId: null, wordsOf: null, removed: null }, staffId);
const boardOf = (staffId: string) => asks(boardFor, { meetingId, itemId: null }, staffId);
const placesOf = ({ rows }: Awaited<ReturnType<typeof agendaOf>>["agenda"]) =>
  rows.filter(({ kind }) => kind === "slot").map(({ id }) => id);
const counted = async (staffId: string) => {
  const { coming, held } = await asks(meetingsFor, { held: 20, make: null }, staffId);
  return [...coming, ...held].find(({ id }) => id === meetingId)?.items;
};

describe("an item that a member of the meeting has no right to", () => {
  test("is a place with a time and without a name, as long as nothing else is set", async () => {
    const { agenda, names, cards, whole } = await agendaOf(member);
    expect([placesOf(agenda), names, whole]).toEqual([items, {}, true]);
    expect(Object.keys(cards)).not.toContain(items[1]);
  });

  test("is not there when it is hidden: not its place, not its number, not in any count; the others keep their times", async () => {
    const before = await agendaOf(external);
    await set("hidden");
    const hidden = await agendaOf(member);
    expect([placesOf(hidden.agenda), hidden.whole]).toEqual([[items[0], items[2]], false]);
    expect(hidden.agenda.rows.flatMap((row) => (row.kind === "slot" ? [row.position] : []))).toEqual([1, 2]);
    expect([items[0], items[2]].map((id) => hidden.ownTimes?.[id as string]?.number)).toEqual([1, 2]);
    const times = Object.values(hidden.ownTimes ?? {}).map(({ startsAt }) => startsAt);
    expect(times).toEqual(["2026-11-21T08:00:00.000Z", "2026-11-21T08:44:00.000Z"]);
    for (const answer of [hidden, await boardOf(member)]) {
      expect(JSON.stringify(answer)).not.toContain(items[1]);
      expect(JSON.stringify(answer)).not.toContain("Skjalm");
    }
    expect([await counted(member), await counted(external)]).toEqual([2, 3]);
    expect(placesOf((await agendaOf(external)).agenda)).toEqual(placesOf(before.agenda));
  });

  test("leaves the room between two items for them while the meeting is at it", async () => {
    await transact((db) =>
      db
        .update(tables.meeting)
        .set({ state: "running", room: "item", pointerItemId: items[1] as string })
        .where(eq(tables.meeting.id, meetingId)),
    );
    const roomOf = async () => {
      const row = (await boardOf(member)).agenda.rows.find(({ kind }) => kind === "meeting") as MeetingRow;
      return [row.room, row.pointerItemId];
    };
    expect(await roomOf()).toEqual(["item", items[1]]);
    await set("hidden");
    expect(await roomOf()).toEqual(["change", null]);
  });

  test("is a place with a time again when it is reserved", async () => {
    await set("hidden");
    await set("reserved", "forum_member", 1);
    const { agenda, names, whole } = await agendaOf(member);
    expect([placesOf(agenda), names, whole]).toEqual([items, {}, true]);
  });

  test("says whose it is to the municipality's own when the name is set, is logged, and says it to nobody from outside", async () => {
    await set("name");
    const { names, cards } = await agendaOf(member);
    expect([names, Object.keys(cards)]).toEqual([{ [items[1] as string]: NAME }, [items[2]]]);
    expect((await boardOf(member)).names).toEqual(names);
    const reads = (await logOf("agenda")).filter(({ kind }) => kind === "read");
    expect(reads.at(-1)).toMatchObject({ actorId: member, youngPersonId: young, reason: "name only" });
    expect(JSON.stringify(await agendaOf(external))).not.toContain("Skjalm");
  });

  test("shows least by the narrowest of several roles", async () => {
    await set("name");
    await set("hidden", "caseworker");
    expect(placesOf((await agendaOf(member)).agenda)).toEqual([items[0], items[2]]);
  });

  test("is seen in full by whoever may see it, whatever is set", async () => {
    await set("hidden");
    const guide = await aStaffMember(["youth_guide", "forum_member"]);
    await anAssignment(young, guide);
    const own = await aMeeting({ chairId: coordinator, members: [guide] });
    const item = await anItem({ meetingId: own, youngPersonId: young });
    const seen = await asks(agendaFor, { meetingId: own, youngPersonId: null, wordsOf: null, removed: null }, guide);
    expect([seen.whole, seen.cards[item]?.name]).toEqual([true, NAME]);
    expect((await agendaOf(coordinator)).cards[items[1] as string]?.name).toBe(NAME);
  });
});

describe("what others learn of a young person's items", () => {
  const choice = (role: ExistenceRole, level: ExistenceLevel) => ({ youngPersonId: young, role, level, version: 0 });

  test("is said by a coordinator or the lead worker, and stands in the log", async () => {
    const lead = await aStaffMember("caseworker");
    await anAssignment(young, lead, "lead_worker", false);
    await does(setExistence, choice("external", "hidden"), lead);
    expect(await lastKindsOf("set-existence")).toEqual(["existence-set"]);
    expect((await logOf("set-existence")).at(-1)).toMatchObject({
      youngPersonId: young,
      facts: { role: "external", level: "hidden" },
    });
  });

  test("is said by nobody else: who goes with them is refused, and to others there is no such person", async () => {
    const guide = await aStaffMember("youth_guide");
    await anAssignment(young, guide);
    expect(await tryTo(setExistence, choice("caseworker", "full"), guide)).toMatchObject({ no: "refused" });
    expect(await tryTo(setExistence, choice("caseworker", "full"), member)).toMatchObject({ no: "missing" });
  });

  test("is never a name for somebody from outside", async () => {
    expect(await tryTo(setExistence, choice("external", "name"), coordinator)).toMatchObject({ no: "invalid" });
  });

  test("is not set over what somebody else set meanwhile", async () => {
    await set("hidden");
    expect(await tryTo(setExistence, choice("forum_member", "name"), coordinator)).toMatchObject({ no: "conflict" });
  });
});

describe("an open line", () => {
  test("to the agenda ends the moment an item on it is hidden, and nothing of the item comes through before", async () => {
    const { port } = await aLiveServer();
    const { line, frames } = await aLineUp(port, (await aSession(member)).cookie);
    expect(await watch(line, meetingTopic(meetingId))).toHaveProperty("seq");
    const left = new Promise((told) => line.once("left", told));
    await set("hidden");
    expect(await left).toBe(meetingTopic(meetingId));
    expect(await watch(line, meetingTopic(meetingId))).toEqual({ no: true });
    expect(frames.join("")).not.toContain(items[1]);
  });

  test("ends before the place of somebody hidden is added to the agenda", async () => {
    const { port } = await aLiveServer();
    const { line, frames } = await aLineUp(port, (await aSession(member)).cookie);
    const other = await aMeeting({ chairId: coordinator, members: [member] });
    await set("hidden");
    expect(await watch(line, meetingTopic(other))).toHaveProperty("seq");
    const item = { kind: "person", youngPersonId: young, question: "?", minutes: 20, fixedAt: null };
    const { answer } = await does(
      addItem,
      { ...item, meetingId: other, leadWorkerId: null, invited: [coordinator] },
      coordinator,
    );
    await caughtUp(line);
    expect(frames.join("")).not.toContain(answer.id);
    expect(await watch(line, meetingTopic(other))).toEqual({ no: true });
  });
});
