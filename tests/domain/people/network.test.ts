import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { read, tables } from "#db/index.server.ts";
import { addNetworkPerson, changeNetworkPerson, endNetworkPerson } from "#domain/people/network-commands.server.ts";
import {
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
      facts: { networkPerson: answer.id, kind: "parent", custody: true },
    });
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
    expect(await lastKindsOf("change-network-person")).toEqual(["network-person-changed"]);
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
