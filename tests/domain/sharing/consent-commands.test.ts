import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { read, tables } from "#db/index.server.ts";
import { type Outcome, onOutcome } from "#domain/changes.server.ts";
import { fillCodes } from "#domain/codes/fill.server.ts";
import { prepareConsent, takeConsent, withdrawConsent } from "#domain/sharing/consent-commands.server.ts";
import { consentsInForce } from "#domain/sharing/consents.server.ts";
import { fillRegister } from "#domain/sharing/register.server.ts";
import {
  aDepartment,
  aMeeting,
  anAssignment,
  anItem,
  aStaffMember,
  aYoungPerson,
  does,
  NOW,
  tryTo,
} from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastKindsOf, logOf } from "#tests/support/log.ts";
import { aNetworkPerson } from "./a-consent.ts";

aDatabase();

const at = { now: NOW };
let coordinator = "";
let guide = "";
let region = "";
beforeAll(async () => {
  await fillRegister();
  await fillCodes();
  coordinator = await aStaffMember("coordinator");
  guide = await aStaffMember("youth_guide");
  region = await aDepartment({ name: "Regionens psykiatri", sector: "authority" });
});

let person = "";
let mother = "";
beforeEach(async () => {
  person = await aYoungPerson({ bornOn: "2009-04-21" });
  await anAssignment(person, guide);
  mother = await aNetworkPerson(person);
});

const asked = (set: Record<string, unknown> = {}) => ({
  youngPersonId: person,
  kind: "exchange",
  recipients: [region],
  areas: ["education", "health"],
  purpose: "Psykiatrien og skolen skal kunne lægge en plan sammen.",
  form: "oral",
  expiresOn: "",
  ...set,
});
const prepared = async (set: Record<string, unknown> = {}) =>
  (await does(prepareConsent, asked(set), guide, at)).answer.id;
const says = (id: string, version: number, givers: string[], now = NOW) =>
  does(takeConsent, { id, version, givers }, guide, { now });
const rowOf = async (id: string) => {
  const [row] = await read((db) => db.select().from(tables.consent).where(eq(tables.consent.id, id)));
  if (!row) throw new Error("no such consent");
  return row;
};
const inForce = async (now = NOW) => (await read((db) => consentsInForce(db, person, now))).map(({ id }) => id);

describe("taking a consent", () => {
  test("what somebody is to say yes to opens nothing; it holds when all who must have said it", async () => {
    const id = await prepared();
    expect(await inForce()).toEqual([]);
    await says(id, 1, ["young_person"]);
    expect(await inForce()).toEqual([]);
    await says(id, 2, [mother]);
    expect(await read((db) => consentsInForce(db, person, NOW))).toEqual([
      {
        id,
        kind: "exchange",
        areas: ["education", "health"],
        departmentIds: [region],
        endsAt: "2027-11-20T23:00:00.000Z",
      },
    ]);
    expect(await lastKindsOf("prepare-consent")).toEqual(["consent-prepared"]);
    expect((await logOf("take-consent")).slice(-2).map(({ facts, youngPersonId }) => [facts, youngPersonId])).toEqual([
      [{ consent: id, kind: "exchange", by: "young_person" }, person],
      [{ consent: id, kind: "exchange", by: mother }, person],
    ]);
  });

  test("both lists say something, the day is ahead, and the purpose is said in words without a CPR number", async () => {
    const no = (set: Record<string, unknown>) => tryTo(prepareConsent, asked(set), guide, at);
    expect(await no({ recipients: [] })).toMatchObject({ problems: { recipients: "choose-some" } });
    expect(await no({ areas: [] })).toMatchObject({ problems: { areas: "choose-some" } });
    expect(await no({ areas: ["diagnosis"] })).toMatchObject({ problems: { areas: "choose-some" } });
    expect(await no({ purpose: "" })).toMatchObject({ problems: { purpose: "required" } });
    expect(await no({ purpose: "Om 070308-5013" })).toMatchObject({ problems: { purpose: "has-cpr" } });
    expect(await no({ expiresOn: "21/11-2026" })).toMatchObject({ problems: { expiresOn: "gone" } });
    expect(await no({ recipients: [person] })).toMatchObject({ no: "missing" });
  });

  test("under 18 nobody is asked before a custody holder is written down", async () => {
    const other = await aYoungPerson({ bornOn: "2009-04-21" });
    const no = await tryTo(prepareConsent, asked({ youngPersonId: other }), coordinator, at);
    expect(no).toMatchObject({ problems: { kind: "no-giver" } });
    // A patient of 15 decides alone.
    await does(prepareConsent, asked({ youngPersonId: other, kind: "health" }), coordinator, at);
  });

  test("a yes is said by those who are asked, each once, on a day that has come and not before it was read to them", async () => {
    const id = await prepared();
    const father = await aNetworkPerson(person, { custody: false });
    const yes = (givers: string[], saidOn = "") => tryTo(takeConsent, { id, version: 1, givers, saidOn }, guide, at);
    expect(await yes([])).toMatchObject({ problems: { givers: "choose-some" } });
    expect(await yes([father])).toMatchObject({ problems: { givers: "not-asked" } });
    expect(await yes(["young_person"], "22/11-2026")).toMatchObject({ problems: { saidOn: "not-yet" } });
    expect(await yes(["young_person"], "20/11-2026")).toMatchObject({ problems: { saidOn: "before-asked" } });
    await says(id, 1, ["young_person"]);
    const again = await tryTo(takeConsent, { id, version: 2, givers: ["young_person"] }, guide, at);
    expect(again).toMatchObject({ problems: { givers: "not-asked" } });
    expect(await tryTo(takeConsent, { id, version: 1, givers: [mother] }, guide, at)).toMatchObject({ no: "conflict" });
  });

  test("it is written anew until the first yes, and never after", async () => {
    const id = await prepared();
    await does(prepareConsent, asked({ id, version: 1, areas: ["education"] }), guide, at);
    await says(id, 2, ["young_person", mother]);
    expect(await read((db) => consentsInForce(db, person, NOW))).toMatchObject([{ areas: ["education"] }]);
    expect(await tryTo(prepareConsent, asked({ id, version: 3 }), guide, at)).toMatchObject({ no: "missing" });
    expect(await tryTo(prepareConsent, asked({ id }), guide, at)).toMatchObject({ no: "missing" });
  });

  test("health ends after a year whatever day was typed", async () => {
    const id = await prepared({ kind: "health", expiresOn: "1/1-2031" });
    await says(id, 1, ["young_person"]);
    expect(await rowOf(id)).toMatchObject({ expiresOn: "2031-01-01", endsAt: "2027-11-20T23:00:00.000Z" });
  });

  test("is done by one who goes along or a coordinator; whoever is only invited is refused, others know of nothing", async () => {
    const invited = await aStaffMember("external");
    const meetingId = await aMeeting({ chairId: coordinator });
    await anItem({ meetingId, youngPersonId: person, invited: [{ staffId: invited }] });
    const id = await prepared();
    const outsiders = [await aStaffMember("admin"), await aStaffMember("dpo"), await aStaffMember("youth_guide")];
    const take = { id, version: 1, givers: ["young_person"] };
    const withdraw = { id, version: 1, by: "young_person" };
    for (const staffId of [invited, ...outsiders]) {
      const no = { ok: false, no: staffId === invited ? "refused" : "missing" };
      expect(await tryTo(prepareConsent, asked(), staffId, at)).toEqual(no);
      expect(await tryTo(takeConsent, take, staffId, at)).toEqual(no);
      expect(await tryTo(withdrawConsent, withdraw, staffId, at)).toEqual(no);
    }
    await does(takeConsent, take, coordinator, at);
  });
});

describe("at 18", () => {
  /** Custody holders alone gave it, at 14; it runs past the birthday as far as was typed. */
  const givenByParents = async (bornOn: string, givenOn: string, expiresOn: string) => {
    person = await aYoungPerson({ bornOn });
    await anAssignment(person, guide);
    mother = await aNetworkPerson(person);
    const now = `${givenOn}T09:00:00.000Z`;
    const { answer } = await does(prepareConsent, asked({ expiresOn }), guide, { now });
    await says(answer.id, 1, [mother], now);
    return answer.id;
  };
  const around = (instant: string) =>
    [-1000, 0, 1000].map((shift) => new Date(Date.parse(instant) + shift).toISOString());

  test.each([
    ["in winter", "2009-01-10", "2027-01-09T23:00:00.000Z"],
    ["in summer", "2009-07-10", "2027-07-09T22:00:00.000Z"],
    ["on the day clocks go forward", "2009-03-28", "2027-03-27T23:00:00.000Z"],
    ["the day after", "2009-03-29", "2027-03-28T22:00:00.000Z"],
    ["on the day clocks go back", "2009-10-31", "2027-10-30T22:00:00.000Z"],
    ["the day after that", "2009-11-01", "2027-10-31T23:00:00.000Z"],
    ["born on 29 February", "2008-02-29", "2026-02-28T23:00:00.000Z"],
  ])("what custody holders alone gave ends at 00:00 of the birthday by Danish clocks: %s", async (_, bornOn, ends) => {
    const id = await givenByParents(bornOn, "2022-01-05", "31/12-2028");
    const [before = "", then = "", after = ""] = around(ends);
    expect(await inForce(before)).toEqual([id]);
    expect(await inForce(then)).toEqual([]);
    expect(await inForce(after)).toEqual([]);
  });

  test("what the young person gave too goes on", async () => {
    const id = await prepared({ expiresOn: "1/6-2027" });
    await says(id, 1, ["young_person", mother]);
    expect(await inForce("2027-04-20T22:00:00.000Z")).toEqual([id]);
  });
});

describe("taking it back", () => {
  test("one of those who gave it is enough; it ends this moment, on every screen, and stays as history", async () => {
    const id = await prepared();
    await says(id, 1, ["young_person", mother]);
    const meetingId = await aMeeting({ chairId: coordinator });
    const item = await anItem({ meetingId, youngPersonId: person });
    const outcomes: Outcome[] = [];
    const stop = onOutcome((outcome) => outcomes.push(outcome));
    await does(withdrawConsent, { id, version: 2, by: mother }, guide, at);
    stop();
    expect(outcomes.at(-1)).toMatchObject({ rights: true });
    expect(outcomes.at(-1)?.reload).toEqual(expect.arrayContaining([`item:${item}`, `staff:${guide}`]));
    expect(await inForce()).toEqual([]);
    expect(await rowOf(id)).toMatchObject({
      withdrawnAt: NOW,
      withdrawnById: guide,
      withdrawnByNetworkId: mother,
      version: 3,
    });
    const kept = and(eq(tables.revision.tableName, "consent"), eq(tables.revision.rowId, id));
    expect(await read((db) => db.select().from(tables.revision).where(kept))).toHaveLength(2);
    expect((await logOf("withdraw-consent")).at(-1)?.kind).toBe("consent-withdrawn");
    expect((await logOf("withdraw-consent")).at(-1)?.facts).toEqual({ consent: id, kind: "exchange", by: mother });
  });

  test("by nobody who was not asked, and not twice", async () => {
    const id = await prepared();
    await says(id, 1, ["young_person", mother]);
    const aunt = await aNetworkPerson(person, { custody: false });
    const takes = (by: string, version = 2) => tryTo(withdrawConsent, { id, version, by }, guide, at);
    expect(await takes(aunt)).toMatchObject({ problems: { by: "choose" } });
    expect(await takes("young_person", 1)).toMatchObject({ no: "conflict" });
    expect(await takes("young_person")).toMatchObject({ ok: true });
    expect(await takes("young_person", 3)).toMatchObject({ no: "missing" });
    expect(await tryTo(takeConsent, { id, version: 3, givers: [mother] }, guide, at)).toMatchObject({ no: "missing" });
  });

  test("who was asked and says no ends it before it began", async () => {
    const id = await prepared();
    await says(id, 1, [mother]);
    await does(withdrawConsent, { id, version: 2, by: "young_person" }, guide, at);
    expect(await rowOf(id)).toMatchObject({ withdrawnAt: NOW, withdrawnByNetworkId: null });
  });
});
