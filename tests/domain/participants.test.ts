import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { decide } from "#domain/access/decide.server.ts";
import { addItem } from "#domain/agenda/commands.server.ts";
import { boardFor } from "#domain/board/queries.server.ts";
import { now } from "#domain/clock.server.ts";
import { newId } from "#domain/ids.server.ts";
import {
  addToRoom,
  allAreHere,
  askConflicts,
  declareConflict,
  invite,
  removeParticipant,
  setPresence,
  standIn,
} from "#domain/participants/commands.server.ts";
import {
  aDepartment,
  aMeeting,
  anAssignment,
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
import { lastLogged, sentBy } from "#tests/support/traces.ts";

aDatabase();

const seatsOf = (itemId: string) =>
  read((db) => db.select().from(tables.participant).where(eq(tables.participant.itemId, itemId)));
async function seatOf(itemId: string, staffId: string) {
  const seat = and(eq(tables.participant.itemId, itemId), eq(tables.participant.staffId, staffId));
  const [row] = await read((db) => db.select().from(tables.participant).where(seat));
  if (!row) throw new Error("No seat");
  return row;
}
const sees = (staffId: string, itemId: string) =>
  read(async (db) => (await decide(db, { actor: as(staffId), now: now(), today: TODAY }, "item:see", itemId)) !== null);

let adults: string;
let coordinator: string;
let adviser: string;
let colleague: string;
let guest: string;
let meeting: string;
let item: string;

beforeAll(async () => {
  adults = await aDepartment({ name: "Voksen" });
  coordinator = await aStaffMember("coordinator");
  adviser = await aStaffMember("forum_member", { departmentId: adults, representative: true });
  colleague = await aStaffMember("forum_member", { departmentId: adults });
  guest = await aStaffMember("external", { departmentId: await aDepartment() });
});
beforeEach(async () => {
  meeting = await aMeeting({ chairId: coordinator, members: [adviser] });
  item = await anItem({
    meetingId: meeting,
    youngPersonId: await aYoungPerson(),
    invited: [{ staffId: coordinator }, { staffId: adviser, departmentId: adults }],
  });
});

describe("who is asked to an item", () => {
  it("are, when nobody says otherwise, those who lead, the departments' representatives, contact person and lead worker", async () => {
    const youngPersonId = await aYoungPerson();
    const [guide, lead, minuteTaker] = [
      await aStaffMember("youth_guide"),
      await aStaffMember("caseworker"),
      await aStaffMember("forum_member"),
    ];
    await anAssignment(youngPersonId, guide, "guide");
    await anAssignment(youngPersonId, lead, "lead_worker");
    await transact((db) =>
      db.insert(tables.involvedDepartment).values({ youngPersonId, departmentId: adults, fromOn: "2020-01-01" }),
    );
    const meetingId = await aMeeting({ chairId: coordinator, minuteTakerId: minuteTaker });
    const form = { meetingId, kind: "person", youngPersonId, question: "Hvad nu?", minutes: "20" };
    const { answer } = await does(addItem, form, coordinator);
    const seats = await seatsOf(answer.id);
    expect(seats.map(({ staffId }) => staffId).sort()).toEqual([coordinator, minuteTaker, guide, lead, adviser].sort());
    expect(seats.find(({ staffId }) => staffId === adviser)?.departmentId).toBe(adults);
  });

  it("can be others, and those who lead all the same", async () => {
    const form = {
      meetingId: meeting,
      kind: "person",
      youngPersonId: await aYoungPerson(),
      question: "Hvad?",
      minutes: "20",
    };
    const { answer } = await does(addItem, { ...form, invited: [guest] }, coordinator);
    expect((await seatsOf(answer.id)).map(({ staffId }) => staffId).sort()).toEqual([coordinator, guest].sort());
  });

  it("see it from then on, are told, and stand in it once", async () => {
    expect(await sees(guest, item)).toBe(false);
    const [sent] = await sentBy(() => does(invite, { itemId: item, staffId: guest }, coordinator));
    expect(await lastLogged()).toMatchObject({ door: "invite", kind: "participant-invited", itemId: item });
    expect(sent).toMatchObject({ rights: true });
    expect(sent?.reload).toContain(`staff:${guest}`);
    expect(await sees(guest, item)).toBe(true);
    await does(invite, { itemId: item, staffId: guest }, coordinator);
    expect((await seatsOf(item)).filter(({ staffId }) => staffId === guest)).toHaveLength(1);
  });

  it("lose it when they are taken out, and come back in the same place with another version", async () => {
    const { id } = await seatOf(item, adviser);
    await does(removeParticipant, { participantId: id }, coordinator);
    expect(await lastLogged()).toMatchObject({ door: "remove-participant", kind: "participant-removed" });
    expect(await sees(adviser, item)).toBe(false);
    expect(await tryTo(removeParticipant, { participantId: id }, coordinator)).toEqual({ ok: false, no: "missing" });
    expect(await tryTo(setPresence, { participantId: id, presence: "room" }, coordinator)).toEqual({
      ok: false,
      no: "missing",
    });
    await does(invite, { itemId: item, staffId: adviser }, coordinator);
    expect(await seatOf(item, adviser)).toMatchObject({ id, removedAt: null, version: 3 });
    expect(await sees(adviser, item)).toBe(true);
  });

  it("are somebody who works here, and an item that has people in it", async () => {
    const pause = await anItem({ meetingId: meeting, kind: "pause" });
    expect(await tryTo(invite, { itemId: item, staffId: newId() }, coordinator)).toMatchObject({
      problems: { staffId: "choose" },
    });
    expect(await tryTo(invite, { itemId: pause, staffId: guest }, coordinator)).toEqual({ ok: false, no: "missing" });
  });

  it("do not ask others themselves", async () => {
    expect(await tryTo(invite, { itemId: item, staffId: guest }, adviser)).toEqual({ ok: false, no: "refused" });
    expect(await tryTo(invite, { itemId: item, staffId: guest }, guest)).toEqual({ ok: false, no: "missing" });
    const { id } = await seatOf(item, coordinator);
    expect(await tryTo(removeParticipant, { participantId: id }, adviser)).toEqual({ ok: false, no: "refused" });
    expect(await tryTo(removeParticipant, { participantId: newId() }, coordinator)).toEqual({
      ok: false,
      no: "missing",
    });
  });
});

describe("the roll call", () => {
  it("sets everybody who is not called yet, and leaves the exceptions", async () => {
    const { id } = await seatOf(item, adviser);
    await does(setPresence, { participantId: id, presence: "missing" }, coordinator);
    expect(await lastLogged()).toMatchObject({
      door: "set-presence",
      kind: "presence-set",
      facts: { presence: "missing" },
    });
    await does(allAreHere, { itemId: item }, coordinator);
    expect(await lastLogged()).toMatchObject({ door: "all-are-here", kind: "presence-set" });
    expect((await seatOf(item, adviser)).presence).toBe("missing");
    expect((await seatOf(item, coordinator)).presence).toBe("room");
  });

  it("takes people without a sign-in by what they are, and staff only by invitation", async () => {
    const { answer } = await does(addToRoom, { itemId: item, kind: "parent", name: "Mor" }, coordinator);
    expect(await lastLogged()).toMatchObject({
      door: "add-to-room",
      kind: "presence-set",
      facts: { participant: "parent" },
    });
    const seats = await seatsOf(item);
    expect(seats.find(({ id }) => id === answer.id)).toMatchObject({ kind: "parent", staffId: null, presence: "room" });
    expect(await tryTo(addToRoom, { itemId: item, kind: "staff", name: "X" }, coordinator)).toMatchObject({
      no: "invalid",
    });
  });

  it("takes nobody of a young person's own side to an item that is about none", async () => {
    const common = await anItem({ meetingId: meeting, kind: "common" });
    const come = (kind: string) => tryTo(addToRoom, { itemId: common, kind, name: "Mor" }, coordinator);
    expect(await come("parent")).toMatchObject({ no: "invalid", problems: { kind: "choose" } });
    expect(await come("guest")).toMatchObject({ ok: true });
  });

  it("lets somebody of the same department take the absent one's place, for this item", async () => {
    const absent = await seatOf(item, adviser);
    await does(standIn, { participantId: absent.id, staffId: colleague }, coordinator);
    expect(await lastLogged()).toMatchObject({ door: "stand-in", kind: "participant-invited" });
    expect(await seatOf(item, colleague)).toMatchObject({
      presence: "room",
      standsInForId: adviser,
      departmentId: adults,
    });
    expect(await seatOf(item, adviser)).toMatchObject({ presence: "missing" });
    expect(await sees(colleague, item)).toBe(true);
  });

  it("lets nobody of another department, nobody without one and not the absent one do so", async () => {
    const nowhere = await seatOf(item, coordinator);
    const absent = await seatOf(item, adviser);
    const no = { ok: false, no: "invalid", problems: { staffId: "not-in-department" } };
    expect(await tryTo(standIn, { participantId: absent.id, staffId: guest }, coordinator)).toEqual(no);
    expect(await tryTo(standIn, { participantId: nowhere.id, staffId: guest }, coordinator)).toEqual(no);
    expect(await tryTo(standIn, { participantId: absent.id, staffId: adviser }, coordinator)).toEqual(no);
  });

  it("is made by those who lead", async () => {
    const { id } = await seatOf(item, adviser);
    expect(await tryTo(setPresence, { participantId: id, presence: "room" }, adviser)).toEqual({
      ok: false,
      no: "refused",
    });
    expect(await tryTo(allAreHere, { itemId: item }, adviser)).toEqual({ ok: false, no: "refused" });
    expect(await tryTo(addToRoom, { itemId: item, kind: "parent", name: "Mor" }, adviser)).toEqual({
      ok: false,
      no: "refused",
    });
    expect(await tryTo(standIn, { participantId: id, staffId: colleague }, adviser)).toEqual({
      ok: false,
      no: "refused",
    });
  });
});

describe("a conflict of interest", () => {
  it("takes the item from whoever has one at once, and for good", async () => {
    const [sent] = await sentBy(() => does(askConflicts, { itemId: item, staffIds: [adviser] }, coordinator));
    expect(await lastLogged()).toMatchObject({
      door: "ask-conflicts",
      kind: "conflict-declared",
      facts: { staffId: adviser },
    });
    expect(sent).toMatchObject({ rights: true });
    expect(sent?.reload).toContain(`staff:${adviser}`);
    expect(await sees(adviser, item)).toBe(false);
    const no = { ok: false, no: "invalid", problems: { staffId: "has-conflict" } };
    expect(await tryTo(invite, { itemId: item, staffId: adviser }, coordinator)).toEqual(no);
  });

  it("hides who is around the item from whoever has one, also when they run the meeting and it is the next", async () => {
    const around = async () =>
      (await asks(boardFor, { meetingId: meeting, itemId: null }, coordinator)).roomSeats[item]?.map(
        ({ staffId }) => staffId,
      );
    expect(await around()).toContain(adviser);
    await does(declareConflict, { itemId: item }, coordinator);
    expect(await around()).toBeUndefined();
  });

  it("is asked about once for all, and nobody may have one", async () => {
    await does(askConflicts, { itemId: item, staffIds: [] }, coordinator);
    expect(await lastLogged()).toMatchObject({ kind: "conflicts-asked", facts: { conflicts: 0 } });
    const [row] = await read((db) => db.select().from(tables.agendaItem).where(eq(tables.agendaItem.id, item)));
    expect(row?.conflictsAskedAt).not.toBeNull();
    expect(await sees(adviser, item)).toBe(true);
  });

  it("can be said by oneself, of an item that one may see", async () => {
    expect(await tryTo(declareConflict, { itemId: item }, guest)).toEqual({ ok: false, no: "missing" });
    const { answer } = await does(declareConflict, { itemId: item }, adviser);
    expect(await lastLogged()).toMatchObject({ door: "declare-conflict", kind: "conflict-declared" });
    expect(await sees(adviser, item)).toBe(false);
    expect(answer).toEqual({ isOut: false });
  });

  it("in one's only item is answered with that, so that one is led to where one still may be", async () => {
    const caseworker = await aStaffMember("caseworker", { departmentId: adults });
    await does(invite, { itemId: item, staffId: caseworker }, coordinator);
    expect((await does(declareConflict, { itemId: item }, caseworker)).answer).toEqual({ isOut: true });
  });

  it("is not asked about by those invited, nor of somebody who is not there", async () => {
    expect(await tryTo(askConflicts, { itemId: item, staffIds: [coordinator] }, adviser)).toEqual({
      ok: false,
      no: "refused",
    });
    expect(await tryTo(askConflicts, { itemId: item, staffIds: [newId()] }, coordinator)).toMatchObject({
      problems: { staffIds: "choose" },
    });
  });
});
