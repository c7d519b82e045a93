import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { fillCodes } from "#domain/codes/fill.server.ts";
import { basesOn, fillRegister, type LegalBasis } from "#domain/sharing/register.server.ts";
import { changeLegalBasis, confirmLegalBasis, followLegalBasis } from "#domain/sharing/register-commands.server.ts";
import { legalBases } from "#domain/sharing/register-queries.server.ts";
import { aStaffMember, asks, NOW, TODAY, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastKindsOf, logOf } from "#tests/support/log.ts";

aDatabase();

const at = { now: NOW };
let admin = "";
let dpo = "";
let coordinator = "";
beforeAll(async () => {
  admin = await aStaffMember("admin", { name: "Administrator 1" });
  dpo = await aStaffMember("dpo", { name: "Rådgiver i databeskyttelse" });
  coordinator = await aStaffMember("coordinator");
  await fillCodes();
});
beforeEach(async () => {
  await transact((db) => db.delete(tables.legalBasis));
  await fillRegister();
});

const basis = async (code: string, day = TODAY): Promise<LegalBasis> => {
  const found = (await read((db) => basesOn(db, day))).find((row) => row.code === code);
  if (!found) throw new Error(`no basis ${code}`);
  return found;
};

/** The fields of the form as they come from the page, for a row as it stands. */
const typed = (row: LegalBasis, set: Record<string, unknown> = {}) => ({
  labelDa: row.labelDa,
  labelEn: row.labelEn,
  law: row.law,
  sectors: row.sectors,
  textClasses: row.textClasses,
  areas: row.areas ?? [],
  meetingTypes: row.meetingTypes ?? [],
  consent: row.consent,
  giverAges: [0, 1, 2].map((line) => String(row.givers[line]?.fromAge ?? "")),
  ...Object.fromEntries(
    [0, 1, 2].map((line) => [
      `givers${line}`,
      [
        ...(row.givers[line]?.youngPerson ? ["young_person"] : []),
        ...(row.givers[line]?.custodyHolders ? ["custody_holders"] : []),
      ],
    ]),
  ),
  maxDays: String(row.maxDays ?? ""),
  maxUses: String(row.maxUses ?? ""),
  extraUses: String(row.extraUses || ""),
  ageFrom: String(row.ageFrom ?? ""),
  ageTo: String(row.ageTo ?? ""),
  content: row.content,
  preset: row.preset ? "yes" : "",
  ownWords: row.ownWords ? "yes" : "",
  tells: row.tells,
  ...set,
});
const changes = (row: LegalBasis, set: Record<string, unknown> = {}, staffId = admin) =>
  tryTo(changeLegalBasis, { id: row.id, version: row.version, toOn: "", ...typed(row, set) }, staffId, at);

describe("the register of legal bases", () => {
  test("is changed as data: what is saved unchanged says the same, and the former row is kept", async () => {
    for (const code of ["fvl28_consent", "internal_unity", "bl_early", "sul_43_consent", "rpl115_ssp"]) {
      const row = await basis(code);
      expect(await changes(row)).toMatchObject({ ok: true });
      expect(await basis(code)).toEqual({ ...row, version: 2 });
    }
    const row = await basis("fvl28_consent");
    expect(await changes(row, { maxDays: "180", areas: ["education"] })).toMatchObject({ ok: true });
    expect(await basis("fvl28_consent")).toMatchObject({ maxDays: 180, areas: ["education"], version: 3 });
    const kept = and(eq(tables.revision.tableName, "legal_basis"), eq(tables.revision.rowId, row.id));
    const [, former] = await read((db) => db.select().from(tables.revision).where(kept));
    expect(former?.row).toMatchObject({ maxDays: 365, areas: null });
    expect(await lastKindsOf("change-legal-basis")).toEqual(expect.arrayContaining(["legal-basis-changed"]));
    expect((await logOf("change-legal-basis")).at(-1)?.facts).toEqual({ basis: row.id, code: "fvl28_consent" });
  });

  test("takes no rule that says nothing: numbers are numbers, ages rise, and each line of givers says who", async () => {
    const row = await basis("fvl28_consent");
    const no = async (set: Record<string, unknown>) => (await changes(row, set)) as { problems?: object };
    expect(await no({ maxDays: "et år" })).toMatchObject({ problems: { maxDays: "number" } });
    expect(await no({ ageFrom: "18", ageTo: "16" })).toMatchObject({ problems: { ageTo: "ages-rise" } });
    expect(await no({ giverAges: ["0", "18", "15"] })).toMatchObject({ problems: { giverAges: "ages-rise" } });
    expect(await no({ giverAges: ["1", "15", "18"] })).toMatchObject({ problems: { giverAges: "ages-rise" } });
    expect(await no({ givers0: [] })).toMatchObject({ problems: { giverAges: "somebody-says" } });
    expect(await no({ areas: ["diagnosis"] })).toMatchObject({ problems: { areas: "choose" } });
    expect(await no({ sectors: ["everybody"] })).toMatchObject({ problems: { sectors: "choose" } });
    expect(await no({ law: "" })).toMatchObject({ problems: { law: "required" } });
  });

  test("gets a new row from the day the law changes; the former ends that day", async () => {
    const row = await basis("fvl28_consent");
    const follow = (set: Record<string, unknown>, version = 1) =>
      tryTo(followLegalBasis, { formerId: row.id, version, ...typed(row), ...set }, admin, at);
    expect(await follow({ fromOn: "1/1-2020" })).toMatchObject({ problems: { fromOn: "rows-meet" } });
    expect(await follow({ fromOn: "1/1-2027", law: "forvaltningsloven § 29", maxDays: "90" })).toMatchObject({
      ok: true,
    });
    expect(await basis("fvl28_consent", "2026-12-31")).toMatchObject({ id: row.id, toOn: "2027-01-01", maxDays: 365 });
    const next = await basis("fvl28_consent", "2027-01-01");
    expect(next).toMatchObject({ law: "forvaltningsloven § 29", maxDays: 90, confirmedOn: null });
    expect(await lastKindsOf("follow-legal-basis")).toContain("legal-basis-added");
    // The former cannot grow over the row that follows it, nor be followed twice.
    const former = await basis("fvl28_consent");
    const longer = { id: former.id, version: former.version, toOn: "1/2-2027", ...typed(former) };
    expect(await tryTo(changeLegalBasis, longer, admin, at)).toMatchObject({ problems: { toOn: "rows-meet" } });
    expect(await follow({ fromOn: "1/12-2026" }, 2)).toMatchObject({ problems: { fromOn: "rows-meet" } });
  });

  test("a row is a draft until it is confirmed, and again when it is changed; never confirmed by whoever writes it", async () => {
    const row = await basis("vital");
    const confirm = (staffId: string, version: number) =>
      tryTo(confirmLegalBasis, { id: row.id, version }, staffId, at);
    expect(await confirm(admin, 1)).toMatchObject({ ok: false, no: "missing" });
    expect(await confirm(dpo, 1)).toMatchObject({ ok: true });
    expect(await basis("vital")).toMatchObject({ confirmedOn: TODAY, confirmedById: dpo });
    expect(await confirm(dpo, 2)).toMatchObject({ ok: false, no: "missing" });
    expect(await changes(await basis("vital"))).toMatchObject({ ok: true });
    expect(await basis("vital")).toMatchObject({ confirmedOn: null, confirmedById: null });
    const page = await asks(legalBases, {}, dpo, NOW);
    const shown = page.rows.find(({ id }) => id === row.id);
    expect(shown?.former.map(({ by, basis }) => [by, basis.confirmedById])).toEqual([
      ["Administrator 1", dpo],
      ["Rådgiver i databeskyttelse", null],
    ]);
  });

  test("is read by coordinators, administrators and the data protection officer; changed by an administrator alone", async () => {
    for (const [staffId, mayManage, mayConfirm] of [
      [coordinator, false, false],
      [admin, true, false],
      [dpo, false, true],
    ] as const)
      expect(await asks(legalBases, {}, staffId, NOW)).toMatchObject({ mayManage, mayConfirm });
    const guide = await aStaffMember(["youth_guide", "forum_member", "leader"]);
    await expect(asks(legalBases, {}, guide, NOW)).rejects.toThrow();
    const row = await basis("vital");
    for (const staffId of [guide, coordinator, dpo]) {
      expect(await changes(row, {}, staffId)).toEqual({ ok: false, no: "missing" });
      const follow = { formerId: row.id, version: 1, fromOn: "1/1-2027", ...typed(row) };
      expect(await tryTo(followLegalBasis, follow, staffId, at)).toEqual({ ok: false, no: "missing" });
    }
  });
});
