import { beforeEach, describe, expect, it } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import type { MeetingState, ParticipantKind } from "#db/vocabulary.ts";
import { nextEnding, topicsOfRunning } from "#domain/access/next-ending.server.ts";
import { newId } from "#domain/ids.server.ts";
import { screenTopic, staffTopic } from "#domain/topics.ts";
import { aDepartment, aMeeting, anItem, aStaffMember, aYoungPerson } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

aDatabase();

const AT = "2026-11-21T09:00:00.000Z";
const BEFORE = "2026-11-21T08:59:59.999Z";
const [SOON, LATER, LAST] = ["2026-11-21T09:00:00.001Z", "2026-11-21T10:00:00.000Z", "2026-11-22T00:00:00.000Z"];

let chair = "";
let youngPersonId = "";
let itemId = "";
let departmentId = "";

beforeEach(async () => {
  await transact(async (db) => {
    await db.delete(tables.sharingBasis);
    await db.delete(tables.consent);
    await db.delete(tables.breakGlass);
    await db.update(tables.meeting).set({ state: "closed" });
  });
  chair = await aStaffMember("coordinator");
  youngPersonId = await aYoungPerson();
  departmentId = await aDepartment();
  itemId = await anItem({ meetingId: await aMeeting({ chairId: chair }), youngPersonId });
});

async function aBasis(set: { endsAt: string | null; endedAt?: string }): Promise<void> {
  await transact(async (db) => {
    const [legal] = await db.select().from(tables.legalBasis).limit(1);
    await db.insert(tables.sharingBasis).values({
      id: newId(),
      itemId,
      departmentId,
      legalBasisId: legal?.id ?? "",
      necessity: "?",
      content: "item",
      fromAt: "2026-01-01T00:00:00.000Z",
      ...set,
    });
  });
}
const aConsent = (set: { endsAt: string; withdrawnAt?: string }) =>
  transact((db) =>
    db.insert(tables.consent).values({
      id: newId(),
      youngPersonId,
      kind: "exchange",
      purpose: "?",
      form: "oral",
      givenOn: "2026-01-01",
      expiresOn: "2026-12-31",
      takenById: chair,
      ...set,
    }),
  );
const anEmergency = (set: { endsAt: string; endedAt?: string }) =>
  transact((db) =>
    db.insert(tables.breakGlass).values({
      id: newId(),
      youngPersonId,
      staffId: chair,
      reason: "violence",
      words: "?",
      startedAt: "2026-11-21T08:00:00.000Z",
      reviewBy: "2026-11-28",
      ...set,
    }),
  );
/** Somebody around a young person at an item, by default a parent in a meeting under way. */
async function isThere(
  bornOn: string,
  set: { state?: MeetingState; kind?: ParticipantKind; removedAt?: string } = {},
): Promise<void> {
  const { state = "running", kind = "parent", removedAt = null } = set;
  const meetingId = await aMeeting({ chairId: chair, state });
  const at = await anItem({ meetingId, youngPersonId: await aYoungPerson({ bornOn }) });
  await transact((db) =>
    db.insert(tables.participant).values({ id: newId(), itemId: at, kind, name: "Mor", removedAt }),
  );
}
const next = (after = AT) => read((db) => nextEnding(db, after));

describe("the next moment at which a right ends by itself", () => {
  it("is none where nothing ends", async () => {
    expect(await next()).toBeNull();
    await aBasis({ endsAt: null });
    expect(await next()).toBeNull();
  });

  it("is the nearest end of a basis or of a consent, whichever comes first", async () => {
    await aBasis({ endsAt: LAST });
    expect(await next()).toBe(LAST);
    await aConsent({ endsAt: LATER });
    expect(await next()).toBe(LATER);
    await aBasis({ endsAt: SOON });
    expect(await next()).toBe(SOON);
  });

  it("is the end of an emergency access, when that comes first", async () => {
    await aBasis({ endsAt: LAST });
    await anEmergency({ endsAt: LATER });
    expect(await next()).toBe(LATER);
    await anEmergency({ endsAt: SOON });
    expect(await next()).toBe(SOON);
  });

  it("is none for what has ended, by time or by hand", async () => {
    await anEmergency({ endsAt: BEFORE });
    await anEmergency({ endsAt: AT });
    await anEmergency({ endsAt: LATER, endedAt: BEFORE });
    await aBasis({ endsAt: BEFORE });
    await aBasis({ endsAt: AT });
    await aBasis({ endsAt: LATER, endedAt: BEFORE });
    await aConsent({ endsAt: BEFORE });
    await aConsent({ endsAt: AT });
    await aConsent({ endsAt: LATER, withdrawnAt: BEFORE });
    expect(await next()).toBeNull();
  });
});

describe("the 18th birthday of a young person whose parent is in the meeting", () => {
  const [BIRTHDAY, MIDNIGHT] = ["2008-11-22", "2026-11-21T23:00:00.000Z"];

  it("is such a moment: the Danish midnight at which the day begins", async () => {
    await isThere(BIRTHDAY);
    expect(await next()).toBe(MIDNIGHT);
    expect(await next("2026-11-21T22:59:59.999Z")).toBe(MIDNIGHT);
    expect(await next(MIDNIGHT)).toBeNull();
  });

  it("counts the nearest first, over those who are 18 already, and beside what else ends", async () => {
    await isThere("2009-07-01");
    await isThere("2008-11-20");
    await isThere(BIRTHDAY);
    await isThere("2008-12-24");
    expect(await next()).toBe(MIDNIGHT);
    await aBasis({ endsAt: LATER });
    expect(await next()).toBe(LATER);
    expect(await next(LATER)).toBe(MIDNIGHT);
    expect(await next(MIDNIGHT)).toBe("2026-12-23T23:00:00.000Z");
  });

  it("ends nothing where no parent is in the room: removed, somebody else, or no meeting under way", async () => {
    await isThere(BIRTHDAY, { removedAt: BEFORE });
    await isThere(BIRTHDAY, { kind: "companion" });
    await isThere(BIRTHDAY, { state: "published" });
    await isThere(BIRTHDAY, { state: "closed" });
    expect(await next()).toBeNull();
  });
});

describe("when a right has ended", () => {
  const aScreen = (meetingId: string | null, endedAt: string | null = null) =>
    transact((db) =>
      db
        .insert(tables.bigScreen)
        .values({ id: newId(), tokenHash: newId(), code: "000000", offeredAt: AT, meetingId, endedAt }),
    );

  it("the screens of meetings under way are made anew, each once, and the pages of those who run them", async () => {
    const [minuteTakerId, other] = [await aStaffMember("forum_member"), await aStaffMember("coordinator")];
    const running = await aMeeting({ chairId: chair, minuteTakerId, state: "running" });
    const unshown = await aMeeting({ chairId: other, state: "running" });
    const closed = await aMeeting({ chairId: await aStaffMember("coordinator"), state: "closed" });
    for (const meetingId of [running, running, closed, null]) await aScreen(meetingId);
    await aScreen(unshown, AT);
    const topics = await read(topicsOfRunning);
    expect(topics.slice().sort()).toEqual(
      [screenTopic(running), ...[chair, minuteTakerId, other, other].map(staffTopic)].sort(),
    );
  });
});
