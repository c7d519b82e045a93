import { describe, expect, test } from "vitest";
import { read } from "#db/index.server.ts";
import { basesOn, fillRegister, type LegalBasis } from "#domain/sharing/register.server.ts";
import { basisEnds, type Choice, classesOpened, consentEnds, giversAt, hindranceTo } from "#domain/sharing/rules.ts";
import { TODAY } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

aDatabase();

async function basis(code: string): Promise<LegalBasis> {
  await fillRegister();
  const found = (await read((db) => basesOn(db, TODAY))).find((row) => row.code === code);
  if (!found) throw new Error(`no basis ${code}`);
  return found;
}

const choice = (set: Partial<Choice> = {}): Choice => ({
  sector: "authority",
  bornOn: "2009-04-21",
  today: TODAY,
  meetingType: "coordination",
  uses: 0,
  extraReason: "",
  hasConsent: false,
  ...set,
});
const hinders = async (code: string, set: Partial<Choice> = {}) => hindranceTo(await basis(code), choice(set));

describe("which basis can be chosen", () => {
  test("the same municipality is no basis for another authority, a school or a company", async () => {
    for (const sector of ["authority", "school", "private"] as const)
      expect(await hinders("internal_unity", { sector })).toBe("not-for-sector");
    expect(await hinders("internal_unity", { sector: "municipality" })).toBeNull();
  });

  test("a basis that asks for consent needs one", async () => {
    expect(await hinders("fvl28_consent")).toBe("no-consent");
    expect(await hinders("fvl28_consent", { hasConsent: true })).toBeNull();
  });

  test("§ 115 lives only in its own type of meeting, and nothing else lives there", async () => {
    expect(await hinders("rpl115_ssp")).toBe("not-in-meeting-type");
    expect(await hinders("rpl115_ssp", { meetingType: "section115" })).toBeNull();
    expect(await hinders("fvl28_consent", { meetingType: "section115", hasConsent: true })).toBe("not-in-meeting-type");
  });

  test("early prevention counts one meeting, and one more with a reason", async () => {
    expect(await hinders("bl_early")).toBeNull();
    expect(await hinders("bl_early", { uses: 1 })).toBe("needs-reason");
    expect(await hinders("bl_early", { uses: 1, extraReason: "Skolen skiftede lærer" })).toBeNull();
    expect(await hinders("bl_early", { uses: 2, extraReason: "Igen" })).toBe("used-up");
  });

  test("a basis for children ends at 18, the one for the transition begins at 16", async () => {
    expect(await hinders("bl_early", { bornOn: "2008-11-21" })).toBe("not-at-age");
    expect(await hinders("bl_transition", { sector: "municipality", bornOn: "2010-11-22" })).toBe("not-at-age");
    expect(await hinders("bl_transition", { sector: "municipality", bornOn: "2010-11-21" })).toBeNull();
  });

  test("a basis can be used from its first day until the day it is repealed", async () => {
    const repealed = await basis("lab30_notify_school");
    const at = (today: string) => hindranceTo(repealed, choice({ sector: "school", bornOn: "2006-01-01", today }));
    expect(at("2026-12-31")).toBeNull();
    expect(at("2027-01-01")).toBe("not-in-force");
  });

  test("what ships with the program is a draft until a lawyer confirms it, and is put in once", async () => {
    await fillRegister();
    await fillRegister();
    const rows = await read((db) => basesOn(db, TODAY));
    expect(rows.filter(({ confirmedOn }) => confirmedOn !== null)).toEqual([]);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
    expect(rows.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["fvl28_consent", "internal_unity", "sul_43_consent", "vital"]),
    );
  });
});

describe("what a choice opens", () => {
  test("a consent that leaves health out opens no health text", async () => {
    const consented = await basis("fvl28_consent");
    expect(classesOpened(consented, ["education", "housing"])).not.toContain("health");
    expect(classesOpened(consented, ["health"])).toContain("health");
    expect(classesOpened(consented, ["health"])).not.toContain("criminal");
  });

  test("the same municipality opens neither health nor crime", async () => {
    expect(classesOpened(await basis("internal_unity"), null)).toEqual(["named_departments"]);
  });
});

describe("who says yes", () => {
  test("custody holders until 15, both until 18, the young person alone from then", async () => {
    const { givers } = await basis("fvl28_consent");
    expect(giversAt(givers, 14)).toEqual({ youngPerson: false, custodyHolders: true });
    expect(giversAt(givers, 15)).toEqual({ youngPerson: true, custodyHolders: true });
    expect(giversAt(givers, 18)).toEqual({ youngPerson: true, custodyHolders: false });
  });

  test("a patient of 15 decides alone about health", async () => {
    expect(giversAt((await basis("sul_43_consent")).givers, 15)).toEqual({ youngPerson: true, custodyHolders: false });
  });
});

describe("when it ends", () => {
  const given = { kind: "exchange" as const, givenOn: TODAY, expiresOn: "2027-06-01", bornOn: "2009-04-21" };

  test("what custody holders alone gave ends at 00:00 of the 18th birthday, by Danish clocks", () => {
    expect(consentEnds({ ...given, byYoungPerson: false })).toBe("2027-04-20T22:00:00.000Z");
    expect(consentEnds({ ...given, bornOn: "2009-01-10", byYoungPerson: false })).toBe("2027-01-09T23:00:00.000Z");
  });

  test("what the young person gave too goes on after the birthday", () => {
    expect(consentEnds({ ...given, byYoungPerson: true })).toBe("2027-05-31T22:00:00.000Z");
  });

  test("a consent to health ends after a year whatever was typed", () => {
    expect(consentEnds({ ...given, kind: "health", expiresOn: "2031-01-01", byYoungPerson: true })).toBe(
      "2027-11-20T23:00:00.000Z",
    );
  });

  test("a basis ends with the shortest of its limits, or with the item", async () => {
    expect(basisEnds(await basis("internal_unity"), { today: TODAY, bornOn: "2009-04-21" })).toBeNull();
    expect(basisEnds(await basis("bl_early"), { today: TODAY, bornOn: "2009-04-21" })).toBe("2027-04-20T22:00:00.000Z");
    expect(basisEnds(await basis("fvl28_consent"), { today: TODAY, bornOn: "2009-04-21" })).toBe(
      "2027-11-20T23:00:00.000Z",
    );
  });
});
