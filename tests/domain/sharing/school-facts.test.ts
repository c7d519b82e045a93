import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { agendaFor } from "#domain/agenda/agenda-for.server.ts";
import { boardFor } from "#domain/board/queries.server.ts";
import { newId } from "#domain/ids.server.ts";
import { basesOn } from "#domain/sharing/register.server.ts";
import { schoolFacts } from "#domain/sharing/school-facts.server.ts";
import { setSchoolFacts } from "#domain/sharing/school-facts-commands.server.ts";
import { endStaff } from "#domain/staff/commands.server.ts";
import { aRoom, type Room, sits } from "#tests/support/a-room.ts";
import { aDepartment, aStaffMember, asks, does, TODAY, tryTo } from "#tests/support/builders.ts";
import { plantCanaries } from "#tests/support/canaries.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";

aDatabase();

const AT = "2026-11-21T08:10:00.000Z";
let room: Room;
let teacher: string;
let planted: string[];

beforeEach(async () => {
  room = await aRoom();
  const school = await aDepartment({ sector: "school" });
  teacher = await aStaffMember("external", { departmentId: school });
  await sits(room.item, teacher, school, "room");
  planted = await plantCanaries(room);
  const basis = (await read((db) => basesOn(db, TODAY))).find(({ code }) => code === "lki_common_data");
  await transact((db) =>
    db.insert(tables.sharingBasis).values({
      ...{ id: newId(), itemId: room.item, departmentId: school, legalBasisId: basis?.id ?? "" },
      ...{ necessity: "kanarie-noedvendighed", content: "school_facts", fromAt: "2026-11-20T08:00:00.000Z" },
    }),
  );
  planted.push("kanarie-noedvendighed");
});

const written = (set: Record<string, unknown> = {}) => ({
  ...{ youngPersonId: room.youngPerson, version: 0 },
  ...{ educationOrderOn: "2026-09-01", interruption: "at_risk", interruptionOn: "2026-11-01" },
  ...set,
});

describe("a school without consent", () => {
  it("gets three facts about its pupil, and the log says that it did", async () => {
    await does(setSchoolFacts, written(), room.guide, { now: AT });
    const facts = await asks(schoolFacts, { itemId: room.item }, teacher, AT);
    expect(facts).toEqual({
      itemId: room.item,
      name: "Signe kanarie-efternavn",
      educationOrderOn: "2026-09-01",
      interruption: "at_risk",
      interruptionOn: "2026-11-01",
      contactPerson: "kanarie-guide",
    });
    expect((await logOf("school-facts")).at(-1)).toMatchObject({ kind: "read", youngPersonId: room.youngPerson });
  });

  it("is told of no contact person who has stopped", async () => {
    const [guide] = await read((db) => db.select().from(tables.staff).where(eq(tables.staff.id, room.guide)));
    const seen = { id: room.guide, version: guide?.version };
    await does(endStaff, seen, await aStaffMember("admin"), { now: AT });
    expect(await asks(schoolFacts, { itemId: room.item }, teacher, AT)).toMatchObject({ contactPerson: null });
  });

  it("gets nothing else of the item, on the board or the agenda", async () => {
    const board = await asks(boardFor, { meetingId: room.meeting, itemId: room.item }, teacher, AT);
    const input = { meetingId: room.meeting, youngPersonId: null, wordsOf: null, removed: null };
    const agenda = await asks(agendaFor, input, teacher, AT);
    expect(board).toMatchObject({ item: null, cards: {}, roomSeats: {}, sharing: {}, facts: [{ itemId: room.item }] });
    expect(agenda).toMatchObject({ cards: {}, bases: {}, facts: [{ itemId: room.item }] });
    // The name of the pupil and of the contact person; and where the meeting is held, to which they are invited.
    const known = ["efternavn", "guide", "sted", "video"].map((where) => `kanarie-${where}`);
    const answered = JSON.stringify([board, agenda]);
    expect(planted.filter((canary) => answered.includes(`${canary}"`) && !known.includes(canary))).toEqual([]);
    expect(answered).not.toContain("Hvem tager over");
  });

  it("is the only one who gets them so: others see the item, or nothing", async () => {
    await expect(asks(schoolFacts, { itemId: room.item }, room.adviser, AT)).rejects.toMatchObject({
      answer: { no: "missing" },
    });
    expect((await asks(boardFor, { meetingId: room.meeting, itemId: null }, room.guide, AT)).facts).toEqual([]);
  });
});

describe("what the school may be told", () => {
  it("is written by those who go with the young person, and the log says what kind of thing it was", async () => {
    await does(setSchoolFacts, written(), room.guide, { now: AT });
    expect((await logOf("set-school-facts")).at(-1)).toMatchObject({
      kind: "school-facts-set",
      youngPersonId: room.youngPerson,
      facts: { educationOrder: true, interruption: "at_risk" },
    });
    await does(setSchoolFacts, written({ version: 1, educationOrderOn: "", interruption: "" }), room.chair, {
      now: AT,
    });
    expect(await asks(schoolFacts, { itemId: room.item }, teacher, AT)).toMatchObject({
      educationOrderOn: null,
      interruption: null,
      interruptionOn: null,
    });
  });

  it("is refused to those who are only invited, and nothing to outsiders", async () => {
    expect(await tryTo(setSchoolFacts, written(), room.adviser, { now: AT })).toMatchObject({
      ok: false,
      no: "refused",
    });
    expect(await tryTo(setSchoolFacts, written(), teacher, { now: AT })).toEqual({ ok: false, no: "missing" });
  });

  it("is never of a day to come, and never written over what another wrote meanwhile", async () => {
    expect(
      await tryTo(setSchoolFacts, written({ educationOrderOn: "2026-12-01" }), room.guide, { now: AT }),
    ).toMatchObject({
      problems: { educationOrderOn: "not-yet" },
    });
    await does(setSchoolFacts, written(), room.guide, { now: AT });
    expect(await tryTo(setSchoolFacts, written(), room.chair, { now: AT })).toMatchObject({ no: "conflict" });
  });
});
