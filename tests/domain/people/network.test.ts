import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { newId } from "#domain/ids.server.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import { assign, endAssignment } from "#domain/people/assignment-commands.server.ts";
import { addNetworkPerson, changeNetworkPerson, endNetworkPerson } from "#domain/people/network-commands.server.ts";
import {
  aDepartment,
  aMeeting,
  anAssignment,
  anItem,
  aStaffMember,
  asks,
  aYoungPerson,
  does,
  NOW,
  tryTo,
} from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastKindsOf, logOf } from "#tests/support/log.ts";

aDatabase();

const at = { now: NOW };
let guide = "";
let person = "";
beforeAll(async () => {
  guide = await aStaffMember("youth_guide");
});
beforeEach(async () => {
  person = await aYoungPerson({ bornOn: "2009-04-21" });
  await anAssignment(person, guide);
});

const said = (set: Record<string, unknown> = {}) => ({
  youngPersonId: person,
  kind: "parent",
  name: "Mette Prøvegaard",
  custody: "yes",
  verifiedOn: "3/11-2026",
  fromOn: "",
  ...set,
});
const known = () =>
  read((db) => db.select().from(tables.networkPerson).where(eq(tables.networkPerson.youngPersonId, person)));

describe("who stands around a young person", () => {
  test("is written down by one who goes along, from the birth on when no day is given", async () => {
    const { answer } = await does(addNetworkPerson, said(), guide, at);
    expect(await known()).toMatchObject([
      { id: answer.id, custody: true, verifiedOn: "2026-11-03", fromOn: "2009-04-21", toOn: null },
    ]);
    const [row] = (await logOf("add-network-person")).slice(-1);
    expect(row).toMatchObject({
      kind: "network-person-added",
      youngPersonId: person,
      facts: { networkPerson: answer.id, kind: "parent", custody: true, mayCall: false, unwanted: false },
    });
  });

  test("may be called since the young person said so, and is not wanted in the room since somebody did: today when no day is given", async () => {
    const phone = "+45 20 00 11 22";
    await does(addNetworkPerson, said({ phone, mayCall: "yes", mayCallOn: "3/11-2026" }), guide, at);
    const unwanted = { unwanted: "yes", unwantedVoice: "young_person" };
    const { answer } = await does(addNetworkPerson, said({ kind: "other", ...unwanted, mayCallOn: "1/11" }), guide, at);
    expect(await known()).toMatchObject([
      { phone, mayCallOn: "2026-11-03", unwantedOn: null, unwantedVoice: null },
      { phone: "", mayCallOn: null, unwantedOn: "2026-11-21", unwantedVoice: "young_person" },
    ]);
    const [row] = (await logOf("add-network-person")).slice(-1);
    expect(row?.facts).toMatchObject({ networkPerson: answer.id, mayCall: false, unwanted: true });
    expect(JSON.stringify(await logOf("add-network-person"))).not.toMatch(/Mette|20 00/);
    const { youngPersonId: _, fromOn: __, ...facts } = said();
    await does(changeNetworkPerson, { id: answer.id, version: 1, ...facts }, guide, at);
    expect((await known())[1]).toMatchObject({ unwantedOn: null, unwantedVoice: null, version: 2 });
  });

  test("a number is one that can be called, no day is to come, and somebody says who is not wanted", async () => {
    const no = (set: Record<string, unknown>) => tryTo(addNetworkPerson, said(set), guide, at);
    expect(await no({ phone: "ring til mor" })).toMatchObject({ problems: { phone: "phone" } });
    expect(await no({ phone: "070308-5013" })).toMatchObject({ problems: { phone: "has-cpr" } });
    expect(await no({ mayCall: "yes", mayCallOn: "22/11-2026" })).toMatchObject({ problems: { mayCallOn: "not-yet" } });
    const unwanted = { unwanted: "yes", unwantedVoice: "professionals" };
    expect(await no({ ...unwanted, unwantedOn: "22/11-2026" })).toMatchObject({ problems: { unwantedOn: "not-yet" } });
    expect(await no({ unwanted: "yes" })).toMatchObject({ problems: { unwantedVoice: "choose" } });
    expect(await known()).toEqual([]);
  });

  test("what somebody else changed meanwhile is not overwritten", async () => {
    const { answer } = await does(addNetworkPerson, said(), guide, at);
    const { youngPersonId: _, fromOn: __, ...facts } = said({ phone: "20 00 11 22", mayCall: "yes" });
    await does(changeNetworkPerson, { id: answer.id, version: 1, ...facts }, guide, at);
    const late = { id: answer.id, version: 1, ...facts, phone: "" };
    expect(await tryTo(changeNetworkPerson, late, guide, at)).toMatchObject({ no: "conflict", now: { version: 2 } });
    expect(await known()).toMatchObject([{ phone: "20 00 11 22", mayCallOn: "2026-11-21" }]);
  });

  test("is shown to all who go along, each with how they are reached", async () => {
    await does(addNetworkPerson, said({ phone: "20 00 11 22" }), guide, at);
    const caseworker = await aStaffMember("caseworker");
    await anAssignment(person, caseworker, "caseworker");
    for (const staffId of [guide, caseworker, await aStaffMember("coordinator")]) {
      const { network, mayNetwork } = await asks(peopleAround, { id: person }, staffId, NOW);
      expect([network[0]?.own, mayNetwork]).toEqual([
        { custody: true, verifiedOn: "2026-11-03", phone: "20 00 11 22", mayCallOn: null },
        true,
      ]);
    }
  });

  test("by an emergency access one reads who they are and who is not wanted, not how they are reached nor who holds custody", async () => {
    const unwanted = { unwanted: "yes", unwantedVoice: "young_person", unwantedOn: "3/11-2026" };
    await does(addNetworkPerson, said({ phone: "20 00 11 22", ...unwanted }), guide, at);
    const other = await aStaffMember("youth_guide", { departmentId: await aDepartment() });
    await transact((db) =>
      db.insert(tables.breakGlass).values({
        ...{ id: newId(), youngPersonId: person, staffId: other, reason: "gone_missing", words: "Den unge er væk." },
        ...{ startedAt: NOW, endsAt: "2026-11-21T10:00:00.000Z", reviewBy: "2026-11-28" },
      }),
    );
    const seen = await asks(peopleAround, { id: person }, other, NOW);
    expect(seen.network).toMatchObject([{ name: "Mette Prøvegaard", unwantedOn: "2026-11-03", own: null }]);
    expect([seen.mayNetwork, seen.mayAssign]).toEqual([false, false]);
    expect(JSON.stringify(seen)).not.toContain("20 00 11 22");
  });

  test("the professionals stand with department, since and until, who went along before too", async () => {
    const departmentId = await aDepartment();
    const before = await aStaffMember("caseworker", { departmentId, name: "Rådgiver 9" });
    const place = { youngPersonId: person, staffId: before, kind: "caseworker", fromOn: "1/8-2026" };
    const coordinator = await aStaffMember("coordinator");
    const { answer } = await does(assign, place, coordinator, at);
    const stands = await asks(peopleAround, { id: person }, guide, NOW);
    expect(stands.around.at(-1)).toMatchObject({ name: "Rådgiver 9", departmentId, fromOn: "2026-08-01", toOn: null });
    await does(endAssignment, { id: answer.id, version: 1 }, coordinator, at);
    const { around, former } = await asks(peopleAround, { id: person }, guide, NOW);
    expect(around.map(({ staffId }) => staffId)).toEqual([guide]);
    expect(former).toMatchObject([{ name: "Rådgiver 9", departmentId, fromOn: "2026-08-01", toOn: "2026-11-21" }]);
  });

  test("when custody was looked up is a day that has come, and nothing for one who holds none", async () => {
    const no = (set: Record<string, unknown>) => tryTo(addNetworkPerson, said(set), guide, at);
    expect(await no({ verifiedOn: "22/11-2026" })).toMatchObject({ problems: { verifiedOn: "not-yet" } });
    expect(await no({ fromOn: "22/11-2026" })).toMatchObject({ problems: { fromOn: "not-yet" } });
    expect(await no({ name: "070308-5013" })).toMatchObject({ problems: { name: "has-cpr" } });
    expect(await no({ name: " " })).toMatchObject({ problems: { name: "required" } });
    await does(addNetworkPerson, said({ kind: "friend", custody: "" }), guide, at);
    expect(await known()).toMatchObject([{ custody: false, verifiedOn: null }]);
  });

  test("is changed and ended with the former row kept", async () => {
    const { answer } = await does(addNetworkPerson, said({ verifiedOn: "" }), guide, at);
    const { youngPersonId: _, fromOn: __, ...facts } = said();
    await does(changeNetworkPerson, { id: answer.id, version: 1, ...facts }, guide, at);
    expect((await lastKindsOf("change-network-person")).slice(-1)).toEqual(["network-person-changed"]);
    const end = (set: Record<string, unknown>) =>
      tryTo(endNetworkPerson, { id: answer.id, version: 2, ...set }, guide, at);
    expect(await end({ version: 1 })).toMatchObject({ no: "conflict" });
    expect(await end({ toOn: "22/11-2026" })).toMatchObject({ problems: { toOn: "not-yet" } });
    expect(await end({ toOn: "1/1-2001" })).toMatchObject({ problems: { toOn: "days-swapped" } });
    expect(await end({})).toMatchObject({ ok: true });
    expect(await lastKindsOf("end-network-person")).toEqual(["network-person-ended"]);
    expect(await known()).toMatchObject([{ verifiedOn: "2026-11-03", toOn: "2026-11-21", version: 3 }]);
  });

  test("is no business of whoever is only invited, and unknown to all others", async () => {
    const { answer } = await does(addNetworkPerson, said(), guide, at);
    const invited = await aStaffMember("external");
    const meetingId = await aMeeting({ chairId: await aStaffMember("coordinator") });
    await anItem({ meetingId, youngPersonId: person, invited: [{ staffId: invited }] });
    const { youngPersonId: _, fromOn: __, ...facts } = said();
    const asIs = { id: answer.id, version: 1 };
    for (const staffId of [invited, await aStaffMember("admin"), await aStaffMember("youth_guide")]) {
      const no = { ok: false, no: staffId === invited ? "refused" : "missing" };
      expect(await tryTo(addNetworkPerson, said(), staffId, at)).toEqual(no);
      expect(await tryTo(changeNetworkPerson, { ...asIs, ...facts }, staffId, at)).toEqual(no);
      expect(await tryTo(endNetworkPerson, asIs, staffId, at)).toEqual(no);
    }
  });
});
