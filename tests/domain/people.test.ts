import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { indexed, read, tables } from "#db/index.server.ts";
import { type Outcome, onOutcome } from "#domain/changes.server.ts";
import { newId } from "#domain/ids.server.ts";
import { addYoungPerson, settleDuplicate } from "#domain/people/commands.server.ts";
import { newPersonForm, possibleDuplicates } from "#domain/people/queries.server.ts";
import { blindIndexOf, seal, unseal } from "#domain/vault.server.ts";
import { aDepartment, aStaffMember, asks, aYoungPerson, does, TODAY, tryTo } from "#tests/support/builders.ts";
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
    expect(await lastKindsOf("add-young-person")).toEqual([
      "young-person-added",
      "assigned",
      "assigned",
      "case-opened",
    ]);
    await indexed();
    expect(tablesHolding("Zeynep").sort()).toEqual(["search_name", "young_person"]);
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
    expect(unseal("identity_number", row!.cipher, row!.id)).toBe("6703085013");
    for (const text of ["6703085013", "670308-5013"]) expect(tablesHolding(text)).toEqual([]);
  });

  it("opens only in the row it was sealed for", () => {
    const rowId = newId();
    const sealed = seal("identity_number", "6703085013", rowId);
    expect(() => unseal("identity_number", sealed, newId())).toThrow();
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
    expect(() => unseal("identity_number", changed, rowId)).toThrow();
    expect(seal("identity_number", "6703085013", rowId)).not.toEqual(sealed);
    expect(blindIndexOf("identity_number", "6703085013")).toBe(blindIndexOf("identity_number", "6703085013"));
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
