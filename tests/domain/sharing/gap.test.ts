import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import type { Presence } from "#db/vocabulary.ts";
import { decide } from "#domain/access/decide.server.ts";
import { boardFor } from "#domain/board/queries.server.ts";
import { newId } from "#domain/ids.server.ts";
import { endItem } from "#domain/room/commands.server.ts";
import { settleBasisGap } from "#domain/sharing/gap-commands.server.ts";
import { startFor } from "#domain/start/queries.server.ts";
import {
  aDepartment,
  aMeeting,
  anItem,
  aStaffMember,
  as,
  asks,
  aYoungPerson,
  does,
  TODAY,
  tryTo,
} from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";

aDatabase();

const AT = "2026-11-21T08:10:00.000Z";
let chair: string;
let region: string;
let psychiatrist: string;
let adviser: string;
let youngPersonId: string;
let meetingId: string;
let itemId: string;
let parent: string;

async function sittingThere(presence: Presence = "room", bornOn = "2009-04-21") {
  chair = await aStaffMember("coordinator");
  region = await aDepartment({ sector: "authority", name: "Psykiatri" });
  psychiatrist = await aStaffMember("external", { departmentId: region });
  adviser = await aStaffMember("caseworker", { departmentId: await aDepartment() });
  youngPersonId = await aYoungPerson({ bornOn });
  parent = newId();
  await transact((db) =>
    db
      .insert(tables.networkPerson)
      .values({ id: parent, youngPersonId, kind: "parent", name: "Forælder", custody: true, fromOn: "2009-04-21" }),
  );
  meetingId = await aMeeting({ chairId: chair, state: "running" });
  const invited = [{ staffId: psychiatrist, departmentId: region, presence }, { staffId: adviser }];
  itemId = await anItem({ meetingId, youngPersonId, state: "open", invited });
  await transact((db) =>
    db.update(tables.meeting).set({ room: "item", pointerItemId: itemId }).where(eq(tables.meeting.id, meetingId)),
  );
}
beforeEach(() => sittingThere());

const seatOf = async (staffId: string) => {
  const rows = await read((db) => db.select().from(tables.participant).where(eq(tables.participant.itemId, itemId)));
  const found = rows.find((row) => row.staffId === staffId);
  if (!found) throw new Error("nobody sits there");
  return found;
};
const settle = async (how: string, set: Record<string, unknown> = {}, by = chair) =>
  tryTo(settleBasisGap, { participantId: (await seatOf(psychiatrist)).id, how, ...set }, by, { now: AT });
const consents = () =>
  read((db) => db.select().from(tables.consent).where(eq(tables.consent.youngPersonId, youngPersonId)));
const sees = (staffId: string) =>
  read(async (db) => (await decide(db, { actor: as(staffId), now: AT, today: TODAY }, "item:see", itemId)) !== null);

describe("somebody who sits there without a basis", () => {
  it("leaves: who sat there stands as it was said, and the log says what was done", async () => {
    expect(await settle("left")).toMatchObject({ ok: true });
    const seat = await seatOf(psychiatrist);
    expect(seat).toMatchObject({ presence: "room", basisGap: "left", basisGapAt: AT, basisGapById: chair });
    expect((await logOf("settle-basis-gap")).at(-1)).toMatchObject({
      kind: "basis-gap-settled",
      itemId,
      meetingId,
      youngPersonId,
      facts: { participant: seat.id, departmentId: region, how: "left" },
    });
    expect(await sees(psychiatrist)).toBe(false);
  });

  it("hears with an item taken without a name nothing on the own screen either", async () => {
    expect(await settle("unnamed")).toMatchObject({ ok: true });
    expect(await seatOf(psychiatrist)).toMatchObject({ basisGap: "unnamed" });
    expect(await sees(psychiatrist)).toBe(false);
  });

  it("sees the item from the moment all who must have said yes aloud", async () => {
    const yes = { givers: ["young_person", parent], areas: ["education", "housing"] };
    expect(await settle("oral_consent", yes)).toMatchObject({ ok: true });
    expect(await sees(psychiatrist)).toBe(true);
    const [consent] = await consents();
    expect(consent).toMatchObject({ form: "oral", kind: "exchange", takenById: chair, givenOn: TODAY });
    const [basis] = await read((db) =>
      db.select().from(tables.sharingBasis).where(eq(tables.sharingBasis.departmentId, region)),
    );
    expect(basis).toMatchObject({ consentId: consent?.id, itemId });
    expect(new Set((await logOf("settle-basis-gap")).map(({ kind }) => kind))).toEqual(
      new Set(["consent-prepared", "consent-given", "basis-chosen", "basis-gap-settled"]),
    );
  });

  it("is not let in by the yes of one when two must say it, and nothing of it is kept", async () => {
    expect(await settle("oral_consent", { givers: ["young_person"], areas: ["education"] })).toMatchObject({
      no: "invalid",
      problems: { givers: "all-must" },
    });
    expect(await consents()).toEqual([]);
    expect(await seatOf(psychiatrist)).toMatchObject({ basisGap: null });
  });

  it("is not let in by nobody's yes, or a yes to nothing", async () => {
    expect(await settle("oral_consent", { givers: [], areas: ["education"] })).toMatchObject({
      problems: { givers: "choose-some" },
    });
    expect(await settle("oral_consent", { givers: ["young_person", parent], areas: [] })).toMatchObject({
      problems: { areas: "choose-some" },
    });
    // Both lists are named at once.
    expect(await settle("oral_consent")).toEqual({
      ok: false,
      no: "invalid",
      problems: { givers: "choose-some", areas: "choose-some" },
    });
  });

  it("is a matter for those who run the item: refused to others in it, and nothing to outsiders", async () => {
    expect(await settle("left", {}, adviser)).toEqual({ ok: false, no: "refused" });
    expect(await settle("left", {}, psychiatrist)).toEqual({ ok: false, no: "missing" });
  });
});

describe("what the coordinator is shown afterwards", () => {
  const casesOf = async () => {
    const { forum } = await asks(startFor, {}, chair, "2026-11-21T09:00:00.000Z");
    return forum?.gaps.filter((one) => one.itemId === itemId).map(({ department, how }) => ({ department, how }));
  };

  it("is who sat there without a basis and what was done, and who has not been answered for", async () => {
    expect(await casesOf()).toEqual([]);
    await does(endItem, { meetingId }, chair, { now: "2026-11-21T08:30:00.000Z" });
    expect(await casesOf()).toEqual([{ department: "Psykiatri", how: null }]);
    await settle("left");
    expect(await casesOf()).toEqual([{ department: "Psykiatri", how: "left" }]);
  });
});

it("nothing is settled for whoever has a basis, or is not there", async () => {
  const own = { participantId: (await seatOf(adviser)).id, how: "left" };
  await transact((db) =>
    db.update(tables.participant).set({ presence: "room" }).where(eq(tables.participant.id, own.participantId)),
  );
  expect(await tryTo(settleBasisGap, own, chair)).toEqual({ ok: false, no: "missing" });
  await sittingThere("missing");
  expect(await settle("left")).toEqual({ ok: false, no: "missing" });
});

it("who runs the meeting is told what is missing on the board, and nobody else", async () => {
  const told = await asks(boardFor, { meetingId, itemId: null }, chair, AT);
  expect(told.sharing[itemId]?.sides).toContainEqual({
    departmentId: region,
    shares: false,
    covers: null,
    endsAt: null,
  });
  expect(told.sharing[itemId]?.givers).toEqual([
    { id: "young_person", name: null },
    { id: parent, name: "Forælder" },
  ]);
  await does(settleBasisGap, { participantId: (await seatOf(psychiatrist)).id, how: "left" }, chair, { now: AT });
  const seen = await asks(boardFor, { meetingId, itemId: null }, adviser, AT);
  expect(seen.item?.rows.map(({ kind }) => kind)).toContain("participant");
  expect(JSON.stringify(seen.item)).not.toContain("basisGap");
  expect(seen).toMatchObject({ sharing: {}, areas: [] });
});
