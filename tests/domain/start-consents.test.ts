import { beforeAll, expect, test } from "vitest";
import { fillCodes } from "#domain/codes/fill.server.ts";
import { fillRegister } from "#domain/sharing/register.server.ts";
import { startFor } from "#domain/start/queries.server.ts";
import { aDepartment, anAssignment, aStaffMember, asks, aYoungPerson } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { wholeLog } from "#tests/support/traces.ts";
import { aConsent, aNetworkPerson } from "./sharing/a-consent.ts";

aDatabase();

const NOW = "2026-11-21T08:10:00.000Z";
const LAST_DAY = "2026-12-21";
let guide = "";
let coordinator = "";
let school = "";
let region = "";
beforeAll(async () => {
  await fillRegister();
  await fillCodes();
  guide = await aStaffMember("youth_guide");
  coordinator = await aStaffMember("coordinator");
  school = await aDepartment({ name: "Skolen", sector: "school" });
  region = await aDepartment({ name: "Psykiatrien", sector: "authority" });
});

const ends = (day: string) => `${day}T00:00:00.000+01:00`;
const until = (day: string) => ({ expiresOn: day, endsAt: new Date(ends(day)).toISOString() });
const due = async (staffId: string) => (await asks(startFor, {}, staffId, NOW)).consentsDue;

async function someone(bornOn = "2004-01-01") {
  const id = await aYoungPerson({ firstName: "Signe", lastName: "Ravn", bornOn });
  await anAssignment(id, guide);
  const gives = (said: (string | null)[], set: object = {}) =>
    aConsent(id, { takenById: guide, said, departmentIds: [school], ...set });
  return { id, gives };
}

test("a consent that ends within 30 days stands on the page of those who go with the young person, and of nobody else", async () => {
  const { id, gives } = await someone();
  const consentId = await gives([null], until(LAST_DAY));
  await gives([null], { ...until("2026-12-22"), departmentIds: [region] });
  expect(await due(guide)).toEqual([
    {
      consentId,
      youngPerson: { id, name: "Signe Ravn", initials: "S.R.", bornOn: "2004-01-01" },
      recipients: ["Skolen"],
      areas: [{ da: "uddannelse", en: "education" }],
      endsOn: LAST_DAY,
      turned18: false,
    },
  ]);
  expect(await due(coordinator)).toEqual([]);
  const reads = (await wholeLog()).filter(({ kind, door }) => kind === "read" && door === "start");
  expect(reads.map(({ actorId, youngPersonId, reason }) => [actorId, youngPersonId, reason])).toContainEqual([
    guide,
    id,
    "assigned",
  ]);
});

test("what parents alone said yes to is asked for again from the 18th birthday, as long as it was meant to hold", async () => {
  const { id, gives } = await someone("2008-11-20");
  const parent = await aNetworkPerson(id);
  const birthday = new Date(ends("2026-11-20")).toISOString();
  const lapsed = await gives([parent], { endsAt: birthday, expiresOn: "2027-06-01" });
  await gives([parent], { endsAt: birthday, expiresOn: "2026-11-21", departmentIds: [region] });
  const rows = (await due(guide)).filter(({ youngPerson }) => youngPerson.id === id);
  expect(rows.map(({ consentId, turned18 }) => [consentId, turned18])).toEqual([[lapsed, true]]);
});

test("what was asked for anew, or taken back, is not asked for again", async () => {
  const { id, gives } = await someone();
  await gives([null], until("2026-12-01"));
  await gives([null], { ...until("2026-12-02"), departmentIds: [region], withdrawnAt: NOW });
  const names = async () => (await due(guide)).filter(({ youngPerson }) => youngPerson.id === id);
  expect(await names()).toHaveLength(1);
  await gives([], { givenOn: "2026-11-21", ...until("2027-11-21") });
  expect(await names()).toEqual([]);
});
