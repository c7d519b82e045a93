import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { read, tables } from "#db/index.server.ts";
import { itemView } from "#domain/agenda/views.server.ts";
import { type Outcome, onOutcome } from "#domain/changes.server.ts";
import { newId } from "#domain/ids.server.ts";
import { assign, endAssignment } from "#domain/people/assignment-commands.server.ts";
import { addYoungPerson, settleDuplicate } from "#domain/people/commands.server.ts";
import { addEffort, changeEffort, endEffort } from "#domain/people/effort-commands.server.ts";
import { newPersonForm, possibleDuplicates } from "#domain/people/queries.server.ts";
import { blindIndexOf, seal, unseal } from "#domain/people/vault.server.ts";
import { effortsOf } from "#domain/people/views.server.ts";
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
import { lastKindsOf, logOf, tablesHolding } from "#tests/support/log.ts";

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

let n = 0;
const somebody = (set: object = {}) => {
  n += 1;
  return {
    firstName: "Alma",
    lastName: `Testholm ${"abcdefghijklmnopqrst"[n]}`,
    bornOn: "2009-04-21",
    cpr: "",
    ...set,
  };
};
const assignmentsOf = (youngPersonId: string) =>
  read((db) => db.select().from(tables.assignment).where(eq(tables.assignment.youngPersonId, youngPersonId)));
const standing = async (youngPersonId: string) =>
  (await assignmentsOf(youngPersonId))
    .filter(({ toOn }) => toOn === null)
    .map(({ staffId, kind, primary }) => ({ staffId, kind, primary }));
const duplicatesOf = (youngPersonId: string) =>
  read((db) =>
    db.select().from(tables.possibleDuplicate).where(eq(tables.possibleDuplicate.youngPersonId, youngPersonId)),
  );
const numbersOf = (youngPersonId: string) =>
  read((db) => db.select().from(tables.identityNumber).where(eq(tables.identityNumber.youngPersonId, youngPersonId)));

describe("a new young person", () => {
  it("is written down with departments, contact person and lead worker, and the log says so without a name", async () => {
    const departmentId = await aDepartment();
    const input = somebody({
      firstName: "Zeynep",
      departments: [departmentId],
      guideId: guide,
      leadWorkerId: caseworker,
    });
    const { answer } = await does(addYoungPerson, input, coordinator, at);
    expect(await standing(answer.id)).toEqual([
      { staffId: guide, kind: "guide", primary: true },
      { staffId: caseworker, kind: "lead_worker", primary: false },
    ]);
    expect(await lastKindsOf("add-young-person")).toEqual(["young-person-added", "assigned", "assigned"]);
    expect(tablesHolding("Zeynep")).toEqual(["young_person"]);
  });

  it("goes with the guide or caseworker who wrote it down; a coordinator sees all anyway", async () => {
    const made = async (staffId: string, set = {}) =>
      standing((await does(addYoungPerson, somebody(set), staffId, at)).answer.id);
    expect(await made(guide)).toEqual([{ staffId: guide, kind: "guide", primary: true }]);
    expect(await made(caseworker)).toEqual([{ staffId: caseworker, kind: "caseworker", primary: false }]);
    expect(await made(coordinator)).toEqual([]);
    const other = await aStaffMember("youth_guide");
    expect(await made(guide, { guideId: other })).toEqual([{ staffId: other, kind: "guide", primary: true }]);
  });

  it("is not for members, externals, leaders and administrators to write down", async () => {
    for (const role of ["forum_member", "external", "leader", "admin", "dpo"] as const)
      expect(await tryTo(addYoungPerson, somebody(), await aStaffMember(role), at)).toEqual({
        ok: false,
        no: "missing",
      });
    expect((await logOf("add-young-person")).at(-1)).toMatchObject({ kind: "refused" });
  });

  it("has a birth date as people write it, and never one that cannot be", async () => {
    const born = async (bornOn: string) => tryTo(addYoungPerson, somebody({ bornOn }), coordinator, at);
    const { answer } = await does(addYoungPerson, somebody({ bornOn: "7/3-08" }), coordinator, at);
    const [row] = await read((db) => db.select().from(tables.youngPerson).where(eq(tables.youngPerson.id, answer.id)));
    expect(row?.bornOn).toBe("2008-03-07");
    expect(await born("31-02-2008")).toMatchObject({ problems: { bornOn: "no-such-day" } });
    expect(await born("engang")).toMatchObject({ problems: { bornOn: "unreadable" } });
    expect(await born("7/3")).toMatchObject({ problems: { bornOn: "not-young" } });
    expect(await born("7/3-1958")).toMatchObject({ problems: { bornOn: "not-young" } });
  });

  it("has no number in the name, no empty name, and no department that is not there", async () => {
    const no = (set: object) => tryTo(addYoungPerson, somebody(set), coordinator, at);
    expect(await no({ lastName: "670308-5013" })).toMatchObject({ problems: { lastName: "has-cpr" } });
    expect(await no({ firstName: "\u200d" })).toMatchObject({ problems: { firstName: "required" } });
    expect(await no({ departments: [newId()] })).toEqual({ ok: false, no: "missing" });
  });
});

describe("a CPR number", () => {
  it("stands nowhere in clear: not in the rows, the log, the former rows or the kept answers", async () => {
    const key = newId();
    const input = somebody({ bornOn: "2008-03-07", cpr: "670308-5013" });
    const { answer } = await does(addYoungPerson, input, coordinator, { ...at, key });
    expect(await does(addYoungPerson, input, coordinator, { ...at, key })).toMatchObject({ answer });
    const [row] = await numbersOf(answer.id);
    expect(row?.kind).toBe("replacement");
    expect(unseal(row!.cipher, row!.id)).toBe("6703085013");
    for (const text of ["6703085013", "670308-5013"]) expect(tablesHolding(text)).toEqual([]);
  });

  it("opens only in the row it was sealed for", () => {
    const rowId = newId();
    const sealed = seal("6703085013", rowId);
    expect(() => unseal(sealed, newId())).toThrow();
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
    expect(() => unseal(changed, rowId)).toThrow();
    expect(seal("6703085013", rowId)).not.toEqual(sealed);
    expect(blindIndexOf("6703085013")).toBe(blindIndexOf("6703085013"));
  });

  it("must be readable and fit the birth date", async () => {
    const no = (set: object) => tryTo(addYoungPerson, somebody({ bornOn: "2008-03-07", ...set }), coordinator, at);
    expect(await no({ cpr: "12345" })).toMatchObject({ problems: { cpr: "cpr" } });
    expect(await no({ cpr: "310208-5013" })).toMatchObject({ problems: { cpr: "cpr" } });
    expect(await no({ cpr: "680308-5013" })).toMatchObject({ problems: { cpr: "other-birth-date" } });
  });
});

describe("somebody who may stand twice", () => {
  it("is made all the same, and who typed it gets the same answer as for anybody else", async () => {
    const known = await aYoungPerson({ firstName: "Bilal", lastName: "Fiktivsen", bornOn: "2008-05-05" });
    const plain = await does(addYoungPerson, somebody(), caseworker, at);
    const twice = await does(
      addYoungPerson,
      somebody({ firstName: "BILAL ", lastName: "fiktivsen", bornOn: "5/5-2008" }),
      caseworker,
      at,
    );
    expect(Object.keys(twice.answer)).toEqual(Object.keys(plain.answer));
    expect(twice.changes).toEqual(plain.changes);
    expect(await duplicatesOf(twice.answer.id)).toMatchObject([
      { existingId: known, foundBy: "name", settledOn: null },
    ]);
    expect(await lastKindsOf("add-young-person")).toContain("possible-duplicate-found");
    expect(await duplicatesOf(plain.answer.id)).toEqual([]);
  });

  it("with the same number leaves the number where it was, and only coordinators are told", async () => {
    const first = await does(addYoungPerson, somebody({ bornOn: "2005-11-21", cpr: "811105-4122" }), coordinator, at);
    const outcomes: Outcome[] = [];
    const stop = onOutcome((outcome) => outcomes.push(outcome));
    const second = await does(addYoungPerson, somebody({ bornOn: "2005-11-21", cpr: "811105 4122" }), caseworker, at);
    stop();
    expect(await numbersOf(second.answer.id)).toEqual([]);
    expect(await numbersOf(first.answer.id)).toHaveLength(1);
    expect(await duplicatesOf(second.answer.id)).toMatchObject([{ existingId: first.answer.id, foundBy: "number" }]);
    expect(outcomes.at(-1)?.reload).toContain(`staff:${coordinator}`);
    expect(outcomes.at(-1)?.reload).not.toContain(`staff:${guide}`);
  });

  it("is looked at by a coordinator alone, side by side, and both are logged as read", async () => {
    const existing = await aYoungPerson({ firstName: "Ida", lastName: "Mønsterby", bornOn: "2008-01-01" });
    const { answer } = await does(
      addYoungPerson,
      somebody({ firstName: "Ida", lastName: "Mønsterby", bornOn: "2008-01-01" }),
      guide,
      at,
    );
    await expect(asks(possibleDuplicates, {}, guide, now)).rejects.toMatchObject({ answer: { no: "missing" } });
    const { pairs } = await asks(possibleDuplicates, {}, coordinator, now);
    const pair = pairs.find(({ added }) => added.id === answer.id);
    expect(pair).toMatchObject({
      existing: { id: existing, firstName: "Ida" },
      added: { assigned: [{ kind: "guide", name: "Ungeguide 1" }] },
    });
    const seen = (await logOf("possible-duplicates"))
      .filter(({ kind }) => kind === "read")
      .map(({ youngPersonId }) => youngPersonId);
    expect(seen).toEqual(expect.arrayContaining([existing, answer.id]));
  });

  it("is settled once, by a coordinator, and what was found is kept", async () => {
    await aYoungPerson({ firstName: "Liam", lastName: "Udkast", bornOn: "2008-02-02" });
    const { answer } = await does(
      addYoungPerson,
      somebody({ firstName: "Liam", lastName: "Udkast", bornOn: "2008-02-02" }),
      guide,
      at,
    );
    const [found] = await duplicatesOf(answer.id);
    const settle = { id: found!.id, version: 1, outcome: "different" };
    expect(await tryTo(settleDuplicate, settle, guide, at)).toEqual({ ok: false, no: "missing" });
    await does(settleDuplicate, settle, coordinator, at);
    expect(await duplicatesOf(answer.id)).toMatchObject([{ outcome: "different", settledOn: TODAY, version: 2 }]);
    expect(await tryTo(settleDuplicate, settle, coordinator, at)).toMatchObject({ no: "conflict" });
    expect((await logOf("settle-duplicate")).find(({ kind }) => kind === "possible-duplicate-settled")).toMatchObject({
      youngPersonId: answer.id,
    });
  });

  it("is not betrayed by the page after: somebody without the right sees no name there", async () => {
    const hidden = await aYoungPerson({ firstName: "Skjult" });
    expect((await asks(newPersonForm, { made: hidden }, guide, now)).made).toBeNull();
    expect((await asks(newPersonForm, { made: hidden }, coordinator, now)).made).toMatchObject({ firstName: "Skjult" });
    expect((await logOf("new-person-form")).at(-1)).toMatchObject({
      kind: "read",
      youngPersonId: hidden,
      actorId: coordinator,
    });
  });
});

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

  it("ends with its right, at once, and the items ahead show the new contact person", async () => {
    const person = await aYoungPerson();
    const assignmentId = await anAssignment(person, guide);
    const itemId = await anItem({ meetingId: await aMeeting({ chairId: coordinator }), youngPersonId: person });
    const outcomes: Outcome[] = [];
    const stop = onOutcome((outcome) => outcomes.push(outcome));
    const { changes } = await does(endAssignment, { id: assignmentId, version: 1 }, coordinator, at);
    stop();
    expect(outcomes.at(-1)).toMatchObject({ rights: true, reload: [`staff:${guide}`] });
    expect(changes).toMatchObject([{ topic: `item:${itemId}`, put: [{ kind: "item", contactPersonId: null }] }]);
    expect(await tryTo(endAssignment, { id: assignmentId, version: 1 }, guide, at)).toEqual({
      ok: false,
      no: "missing",
    });
    expect(await read((db) => itemView.byIds(db, [itemId]))).toHaveLength(1);
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
    expect(changes).toMatchObject([{ topic: `item:${itemId}`, put: [row] }]);
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
