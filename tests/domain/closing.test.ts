import { and, eq, isNull } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { setClosing } from "#domain/closing/commands.server.ts";
import { newId } from "#domain/ids.server.ts";
import { declareConflict } from "#domain/participants/commands.server.ts";
import { aMeeting, anItem, aStaffMember, aYoungPerson, does, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastLogged } from "#tests/support/traces.ts";

aDatabase();

const closingOf = async (id: string) => {
  const [row] = await read((db) => db.select().from(tables.itemClosing).where(eq(tables.itemClosing.id, id)));
  return row;
};
const itemsIn = (meetingId: string) =>
  read((db) =>
    db
      .select()
      .from(tables.agendaItem)
      .where(and(eq(tables.agendaItem.meetingId, meetingId), isNull(tables.agendaItem.removedAt))),
  );

const invitedTo = async (itemId: string) =>
  (await read((db) => db.select().from(tables.participant).where(eq(tables.participant.itemId, itemId)))).map(
    ({ staffId }) => staffId,
  );

let coordinator: string;
let chair: string;
let guide: string;
let here: string;
let next: string;
let item: string;

beforeAll(async () => {
  coordinator = await aStaffMember("coordinator");
  guide = await aStaffMember("youth_guide");
});
beforeEach(async () => {
  chair = await aStaffMember("forum_member");
  here = await aMeeting({ chairId: chair, state: "running" });
  next = await aMeeting({
    chairId: coordinator,
    startsAt: "2026-11-21T12:00:00.000Z",
    state: "locked",
    members: [chair],
  });
  item = await anItem({
    meetingId: here,
    youngPersonId: await aYoungPerson(),
    state: "handled",
    invited: [{ staffId: guide, presence: "room" }],
  });
});

describe("what an item still owes", () => {
  it("can be written piece by piece: who tells, when, why nothing was agreed", async () => {
    const form = {
      itemId: item,
      version: 1,
      informStaffId: guide,
      informOn: "2026-11-24",
      noAgreementReason: "Den unge vil vente.",
    };
    await does(setClosing, form, chair);
    expect(await lastLogged()).toMatchObject({ door: "set-closing", kind: "closing-set", itemId: item });
    expect(await closingOf(item)).toMatchObject({
      informStaffId: guide,
      informOn: "2026-11-24",
      nextKind: null,
      version: 2,
    });
    expect(await tryTo(setClosing, form, chair)).toMatchObject({ no: "conflict", now: { version: 2 } });
  });

  it("makes the item in the next meeting, and takes it back when the choice is another", async () => {
    await does(setClosing, { itemId: item, version: 1, nextKind: "meeting", nextMeetingId: next }, chair);
    const [made] = await itemsIn(next);
    expect(made).toMatchObject({ carriedFromId: item, state: "planned" });
    const seats = await read((db) =>
      db
        .select()
        .from(tables.participant)
        .where(eq(tables.participant.itemId, made?.id ?? "")),
    );
    expect(seats.map(({ staffId }) => staffId).sort()).toEqual([coordinator, guide].sort());
    await does(setClosing, { itemId: item, version: 2, nextKind: "over" }, chair);
    expect(await itemsIn(next)).toEqual([]);
    expect(await closingOf(item)).toMatchObject({ nextKind: "over", nextMeetingId: null, nextItemId: null });
  });

  it("asks nobody to the next meeting who has a conflict of interest in the item", async () => {
    await does(declareConflict, { itemId: item }, guide);
    await does(setClosing, { itemId: item, version: 1, nextKind: "meeting", nextMeetingId: next }, chair);
    const [made] = await itemsIn(next);
    expect(await invitedTo(made?.id ?? "")).toEqual([coordinator]);
  });

  it.each([
    ["somebody who is not there to tell", () => ({ informStaffId: newId() }), "informStaffId", "choose"],
    ["a day that does not exist", () => ({ informOn: "2026-02-31" }), "informOn", "no-such-day"],
    ["this very meeting as the next", () => ({ nextKind: "meeting", nextMeetingId: here }), "nextMeetingId", "choose"],
  ])("refuses %s, at the field", async (_, set, field, problem) => {
    const no = await tryTo(setClosing, { itemId: item, version: 1, ...set() }, chair);
    expect(no).toEqual({ ok: false, no: "invalid", problems: { [field]: problem } });
  });

  it("cannot send an item to a meeting of another kind that the chair may not know of", async () => {
    const hidden = await aMeeting({ chairId: coordinator, startsAt: "2027-03-21T12:00:00.000Z", state: "draft" });
    await transact((db) => db.update(tables.meeting).set({ typeCode: "network" }).where(eq(tables.meeting.id, hidden)));
    const no = await tryTo(setClosing, { itemId: item, version: 1, nextKind: "meeting", nextMeetingId: hidden }, chair);
    expect(no).toEqual({ ok: false, no: "invalid", problems: { nextMeetingId: "choose" } });
    expect(await itemsIn(hidden)).toEqual([]);
  });

  it("is written by those who lead the item", async () => {
    expect(await tryTo(setClosing, { itemId: item, version: 1, nextKind: "over" }, guide)).toEqual({
      ok: false,
      no: "refused",
    });
    const outsider = await aStaffMember("external");
    expect(await tryTo(setClosing, { itemId: item, version: 1, nextKind: "over" }, outsider)).toEqual({
      ok: false,
      no: "missing",
    });
  });
});
