import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { read, tables } from "#db/index.server.ts";
import { itemView } from "#domain/agenda/views.server.ts";
import { type Outcome, onOutcome } from "#domain/changes.server.ts";
import { now as clock } from "#domain/clock.server.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import { assign, endAssignment } from "#domain/people/assignment-commands.server.ts";
import { addEffort, changeEffort, endEffort } from "#domain/people/effort-commands.server.ts";
import { formerAssignmentsOf } from "#domain/people/find.server.ts";
import { effortsOf } from "#domain/people/views.server.ts";
import { endStaff } from "#domain/staff/commands.server.ts";
import {
  aDepartment,
  aMeeting,
  anAssignment,
  anItem,
  aStaffMember,
  asks,
  aYoungPerson,
  does,
  TODAY,
  tryTo,
} from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastKindsOf } from "#tests/support/log.ts";
import { standsAside } from "./guides/a-handover.ts";

aDatabase();

const now = `${TODAY}T08:00:00.000Z`;
const at = { now };
let coordinator = "";
let guide = "";
let caseworker = "";
beforeAll(async () => {
  coordinator = await aStaffMember("coordinator", { name: "Koordinator 1" });
  guide = await aStaffMember("youth_guide", { name: "Ungeguide 1" });
  caseworker = await aStaffMember("caseworker", { name: "Rådgiver 1" });
});

const assignmentsOf = (youngPersonId: string) =>
  read((db) => db.select().from(tables.assignment).where(eq(tables.assignment.youngPersonId, youngPersonId)));
const standing = async (youngPersonId: string) =>
  (await assignmentsOf(youngPersonId))
    .filter(({ toOn }) => toOn === null)
    .map(({ staffId, kind, primary }) => ({ staffId, kind, primary }));

describe("who goes with a young person", () => {
  it("has one contact person: a new guide takes the place of the former", async () => {
    const person = await aYoungPerson();
    const former = await anAssignment(person, guide);
    const next = await aStaffMember("youth_guide");
    await does(assign, { youngPersonId: person, staffId: next, kind: "guide", primary: "yes" }, coordinator, at);
    expect(await standing(person)).toEqual([{ staffId: next, kind: "guide", primary: true }]);
    expect((await assignmentsOf(person)).find(({ id }) => id === former)?.toOn).toBe(TODAY);
    expect(await lastKindsOf("assign")).toEqual(["assignment-ended", "assigned"]);
  });

  it("the first guide is the contact person; another kind keeps its place when a guide takes over", async () => {
    const person = await aYoungPerson();
    await does(
      assign,
      { youngPersonId: person, staffId: caseworker, kind: "caseworker", primary: "yes" },
      coordinator,
      at,
    );
    await does(assign, { youngPersonId: person, staffId: guide, kind: "guide", primary: "yes" }, coordinator, at);
    expect(await standing(person)).toEqual([
      { staffId: caseworker, kind: "caseworker", primary: false },
      { staffId: guide, kind: "guide", primary: true },
    ]);
    const other = await aYoungPerson();
    await does(assign, { youngPersonId: other, staffId: guide, kind: "guide", primary: "" }, coordinator, at);
    expect(await standing(other)).toMatchObject([{ primary: true }]);
  });

  it("has one lead worker, and may have several caseworkers", async () => {
    const person = await aYoungPerson();
    const second = await aStaffMember("caseworker");
    for (const staffId of [caseworker, second])
      for (const kind of ["lead_worker", "caseworker"])
        await does(assign, { youngPersonId: person, staffId, kind }, coordinator, at);
    expect((await standing(person)).map(({ staffId, kind }) => [staffId, kind])).toEqual([
      [caseworker, "caseworker"],
      [second, "lead_worker"],
      [second, "caseworker"],
    ]);
  });

  it("is somebody who works with young people here: nobody from outside, and nobody without a part in it", async () => {
    const person = await aYoungPerson();
    for (const roles of [["external"], ["external", "forum_member"], ["leader"], ["admin"]] as const) {
      const give = { youngPersonId: person, staffId: await aStaffMember([...roles]), kind: "lead_worker" };
      expect(await tryTo(assign, give, coordinator, at)).toMatchObject({ problems: { staffId: "choose" } });
    }
  });

  it("stands from a day that has come: before today when it was so, never later than today", async () => {
    const person = await aYoungPerson();
    const give = { youngPersonId: person, staffId: guide, kind: "guide" };
    expect(await tryTo(assign, { ...give, fromOn: "22/11-2026" }, coordinator, at)).toMatchObject({
      problems: { fromOn: "not-yet" },
    });
    expect(await tryTo(assign, { ...give, fromOn: "31/2" }, coordinator, at)).toMatchObject({
      problems: { fromOn: "no-such-day" },
    });
    await does(assign, { ...give, fromOn: "1/8-2026" }, coordinator, at);
    expect((await assignmentsOf(person)).map(({ fromOn }) => fromOn)).toEqual(["2026-08-01"]);
    await does(assign, { ...give, staffId: caseworker, kind: "caseworker", fromOn: "" }, coordinator, at);
    expect((await assignmentsOf(person)).map(({ fromOn }) => fromOn)).toContain(TODAY);
  });

  it("is said by a coordinator or one who goes along; others do not know of the young person, or are refused", async () => {
    const person = await aYoungPerson();
    const invited = await aStaffMember("external");
    const meetingId = await aMeeting({ chairId: coordinator });
    await anItem({ meetingId, youngPersonId: person, invited: [{ staffId: invited }] });
    const give = { youngPersonId: person, staffId: caseworker, kind: "caseworker" };
    expect(await tryTo(assign, give, guide, at)).toEqual({ ok: false, no: "missing" });
    expect(await tryTo(assign, give, invited, at)).toEqual({ ok: false, no: "refused" });
    await anAssignment(person, guide);
    await does(assign, give, guide, at);
  });

  it("has a contact person for as long as anybody goes along: whoever ends that place names the next", async () => {
    const person = await aYoungPerson();
    const first = await anAssignment(person, guide);
    const { answer: second } = await does(
      assign,
      { youngPersonId: person, staffId: caseworker, kind: "caseworker" },
      coordinator,
      at,
    );
    const ended = { id: first, version: 1 };
    const elsewhere = await anAssignment(await aYoungPerson(), guide);
    for (const contactId of ["", first, elsewhere])
      expect(await tryTo(endAssignment, { ...ended, contactId }, coordinator, at)).toMatchObject({
        problems: { contactId: "choose" },
      });
    expect(await standing(person)).toContainEqual({ staffId: guide, kind: "guide", primary: true });
    const why = { contactId: second.id, endedFor: "because" };
    expect(await tryTo(endAssignment, { ...ended, ...why }, coordinator, at)).toMatchObject({
      problems: { endedFor: "choose" },
    });
    await does(endAssignment, { ...ended, ...why, endedFor: "goal_reached" }, coordinator, at);
    const former = await read((db) => formerAssignmentsOf(db, person, TODAY));
    expect(former).toMatchObject([{ staffId: guide, endedFor: "goal_reached" }]);
    expect(await standing(person)).toEqual([{ staffId: caseworker, kind: "caseworker", primary: true }]);
    expect(await lastKindsOf("end-assignment")).toEqual(["assignment-ended", "assigned"]);
    await does(endAssignment, { id: second.id, version: 2 }, coordinator, at);
    expect(await standing(person)).toEqual([]);
  });

  it("names no next who has left, or stood aside; with nobody else going along they have none", async () => {
    const person = await aYoungPerson();
    const own = await anAssignment(person, guide);
    const [gone, aside] = [await aStaffMember("caseworker"), await aStaffMember("stu_team")];
    const places = [await anAssignment(person, gone, "caseworker"), await anAssignment(person, aside, "stu_team")];
    const other = await anAssignment(person, caseworker, "caseworker");
    await does(endStaff, { id: gone, version: 1 }, await aStaffMember("admin"), at);
    await standsAside(person, aside, coordinator);
    const page = await asks(peopleAround, { id: person }, coordinator, `${TODAY}T08:05:00.000Z`);
    expect(page.around.flatMap((one) => (one.couldBeContact ? one.id : [])).sort()).toEqual([own, other].sort());
    for (const contactId of places)
      expect(await tryTo(endAssignment, { id: own, version: 1, contactId }, coordinator, at)).toMatchObject({
        problems: { contactId: "choose" },
      });
    expect(
      await tryTo(
        assign,
        { youngPersonId: person, staffId: gone, kind: "caseworker", primary: "yes" },
        coordinator,
        at,
      ),
    ).toMatchObject({ problems: { staffId: "choose" } });
    await does(endAssignment, { id: other, version: 1 }, coordinator, at);
    await does(endAssignment, { id: own, version: 1 }, coordinator, at);
    expect((await standing(person)).filter(({ primary }) => primary)).toEqual([]);
  });

  it("a lead worker who comes in place of the contact person is the contact person", async () => {
    const person = await aYoungPerson();
    const give = { youngPersonId: person, kind: "lead_worker" };
    await does(assign, { ...give, staffId: caseworker, primary: "yes" }, coordinator, at);
    await does(assign, { ...give, staffId: coordinator }, coordinator, at);
    expect(await standing(person)).toEqual([{ staffId: coordinator, kind: "lead_worker", primary: true }]);
  });

  it("ends with its right, at once, and the items ahead show the new contact person", async () => {
    const person = await aYoungPerson();
    const assignmentId = await anAssignment(person, guide);
    const itemId = await anItem({ meetingId: await aMeeting({ chairId: coordinator }), youngPersonId: person });
    const outcomes: Outcome[] = [];
    const stop = onOutcome((outcome) => outcomes.push(outcome));
    const { changes } = await does(endAssignment, { id: assignmentId, version: 1 }, coordinator, at);
    stop();
    expect(outcomes.at(-1)).toMatchObject({ rights: true, reload: expect.arrayContaining([`staff:${guide}`]) });
    expect(changes).toMatchObject([{ topic: `item:${itemId}`, put: [{ kind: "item", contactPersonId: null }] }]);
    expect(await tryTo(endAssignment, { id: assignmentId, version: 1 }, guide, at)).toEqual({
      ok: false,
      no: "missing",
    });
    expect(await read((db) => itemView.byIds(db, [itemId], clock()))).toHaveLength(1);
  });
});

describe("the page of those around a young person", () => {
  it("shows who goes with them, the contact person first, and who could", async () => {
    const person = await aYoungPerson({ firstName: "Alma", lastName: "Udkast" });
    const outsider = await aStaffMember("external");
    await anAssignment(person, caseworker, "lead_worker");
    const own = await anAssignment(person, guide);
    const page = await asks(peopleAround, { id: person }, coordinator, now);
    expect(page).toMatchObject({
      name: "Alma Udkast",
      around: [
        { id: own, version: 1, name: "Ungeguide 1", kind: "guide", primary: true },
        { name: "Rådgiver 1", kind: "lead_worker", primary: false },
      ],
    });
    const could = page.colleagues.map(({ id }) => id);
    expect(could).toEqual(expect.arrayContaining([coordinator, guide, caseworker]));
    expect(could).not.toContain(outsider);
    expect(await lastKindsOf("people-around")).toEqual(["log-read", "read"]);
  });

  it("is there for those who go along, and for nobody else: not for whoever is only invited, and not for outsiders", async () => {
    const person = await aYoungPerson();
    const invited = await aStaffMember("caseworker");
    await anItem({
      meetingId: await aMeeting({ chairId: coordinator }),
      youngPersonId: person,
      invited: [{ staffId: invited }],
    });
    for (const staffId of [invited, guide, await aStaffMember("admin")])
      await expect(asks(peopleAround, { id: person }, staffId, now)).rejects.toThrow();
    const place = await anAssignment(person, guide);
    expect((await asks(peopleAround, { id: person }, guide, now)).around).toHaveLength(1);
    await does(endAssignment, { id: place, version: 1 }, coordinator, at);
    await expect(asks(peopleAround, { id: person }, guide, now)).rejects.toThrow();
  });
});

describe("an effort", () => {
  it("is written down by one who goes along, and stands in the items ahead", async () => {
    const person = await aYoungPerson();
    await anAssignment(person, guide);
    const departmentId = await aDepartment();
    const itemId = await anItem({ meetingId: await aMeeting({ chairId: coordinator }), youngPersonId: person });
    const input = {
      youngPersonId: person,
      departmentId,
      title: "Mentor",
      provider: "Bageriet Prøven",
      contactRole: "yes",
      fromOn: "1/11",
      toOn: "",
    };
    const { answer, changes } = await does(addEffort, input, guide, at);
    const row = { kind: "effort", id: answer.id, title: "Mentor", contactRole: true, fromOn: "2026-11-01", toOn: null };
    expect(changes).toMatchObject([
      { topic: `person:${person}`, put: [row] },
      { topic: `item:${itemId}`, put: [row] },
    ]);
    expect(await lastKindsOf("add-effort")).toEqual(["effort-added"]);
    expect(await tryTo(addEffort, input, caseworker, at)).toEqual({ ok: false, no: "missing" });
  });

  it("is changed and ended with its former text kept; its days stand in order", async () => {
    const person = await aYoungPerson();
    const departmentId = await aDepartment();
    const effort = { departmentId, title: "Støtte", provider: "", fromOn: "2026-09-01", toOn: "" };
    const { answer } = await does(addEffort, { youngPersonId: person, ...effort }, coordinator, at);
    const swapped = { id: answer.id, version: 1, ...effort, toOn: "2026-08-01" };
    expect(await tryTo(changeEffort, swapped, coordinator, at)).toMatchObject({ problems: { toOn: "days-swapped" } });
    await does(changeEffort, { id: answer.id, version: 1, ...effort, title: "Støtte hjemme" }, coordinator, at);
    expect(await tryTo(endEffort, { id: answer.id, version: 1 }, coordinator, at)).toMatchObject({ no: "conflict" });
    await does(endEffort, { id: answer.id, version: 2, toOn: "" }, coordinator, at);
    expect(await read((db) => effortsOf(db, person))).toMatchObject([
      { title: "Støtte hjemme", toOn: TODAY, version: 3 },
    ]);
    const kept = and(eq(tables.revision.tableName, "effort"), eq(tables.revision.rowId, answer.id));
    expect(await read((db) => db.select().from(tables.revision).where(kept))).toHaveLength(2);
    expect(await lastKindsOf("end-effort")).toContain("effort-ended");
    expect(await tryTo(endEffort, { id: answer.id, version: 3 }, guide, at)).toEqual({ ok: false, no: "missing" });
  });
});
