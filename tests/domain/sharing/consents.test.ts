import { beforeAll, describe, expect, test } from "vitest";
import { read } from "#db/index.server.ts";
import { consentsInForce } from "#domain/sharing/consents.server.ts";
import { fillRegister } from "#domain/sharing/register.server.ts";
import { aDepartment, aStaffMember, aYoungPerson, NOW } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aConsent, aNetworkPerson } from "./a-consent.ts";

aDatabase();

let takenById = "";
beforeAll(async () => {
  await fillRegister();
  takenById = await aStaffMember("coordinator");
});

const inForce = (id: string, now = NOW) => read((db) => consentsInForce(db, id, now));

describe("which consents hold", () => {
  test("one that all who must say yes have given: about what, to whom and until when", async () => {
    const person = await aYoungPerson({ bornOn: "2009-04-21" });
    const [mother, father] = [await aNetworkPerson(person), await aNetworkPerson(person)];
    const school = await aDepartment({ sector: "school" });
    const to = { takenById, departmentIds: [school], areas: ["education", "health"] };
    await aConsent(person, { ...to, said: [null, mother] });
    await aConsent(person, { ...to, said: [mother, father] });
    const whole = await aConsent(person, { ...to, said: [null, mother, father] });
    const endsAt = "2027-06-01T00:00:00.000Z";
    expect(await inForce(person)).toEqual([
      { id: whole, kind: "exchange", areas: ["education", "health"], departmentIds: [school], endsAt },
    ]);
  });

  test("a patient of 15 says yes alone; an adult says yes alone", async () => {
    const minor = await aYoungPerson({ bornOn: "2011-11-21" });
    await aNetworkPerson(minor);
    const health = await aConsent(minor, { takenById, kind: "health", said: [null], givenOn: "2026-11-21" });
    await aConsent(minor, { takenById, said: [null], givenOn: "2026-11-21" });
    expect((await inForce(minor)).map(({ id }) => id)).toEqual([health]);
    const adult = await aYoungPerson({ bornOn: "2008-11-21" });
    await aNetworkPerson(adult);
    const own = await aConsent(adult, { takenById, said: [null], givenOn: "2026-11-21" });
    expect((await inForce(adult)).map(({ id }) => id)).toEqual([own]);
  });

  test("none under 18 while no custody holder is known, and one whose custody is over is not asked", async () => {
    const person = await aYoungPerson({ bornOn: "2009-04-21" });
    const id = await aConsent(person, { takenById, said: [null] });
    expect(await inForce(person)).toEqual([]);
    await aNetworkPerson(person, { toOn: "2026-05-31" });
    expect(await inForce(person)).toEqual([]);
    const mother = await aNetworkPerson(person, { toOn: "2026-07-01" });
    expect(await inForce(person)).toEqual([]);
    const both = await aConsent(person, { takenById, said: [null, mother] });
    expect((await inForce(person)).map((one) => one.id)).toEqual([both]);
    expect(both).not.toBe(id);
  });

  test("it ends with the millisecond, and when it is taken back", async () => {
    const person = await aYoungPerson({ bornOn: "2000-01-01" });
    const endsAt = "2026-12-01T23:00:00.000Z";
    const ending = await aConsent(person, { takenById, said: [null], endsAt });
    await aConsent(person, { takenById, said: [null], withdrawnAt: NOW });
    expect((await inForce(person)).map(({ id }) => id)).toEqual([ending]);
    expect((await inForce(person, "2026-12-01T22:59:59.999Z")).map(({ id }) => id)).toContain(ending);
    expect((await inForce(person, endsAt)).map(({ id }) => id)).not.toContain(ending);
  });
});
