import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { decide } from "#domain/access/decide.server.ts";
import { type Outcome, onOutcome } from "#domain/changes.server.ts";
import { newId } from "#domain/ids.server.ts";
import { addNetworkPerson } from "#domain/people/network-commands.server.ts";
import { endItem, openItem } from "#domain/room/commands.server.ts";
import { chooseBasis, endBasis } from "#domain/sharing/commands.server.ts";
import { takeConsent } from "#domain/sharing/consent-commands.server.ts";
import { basesOn } from "#domain/sharing/register.server.ts";
import {
  aDepartment,
  aMeeting,
  anItem,
  aStaffMember,
  as,
  aYoungPerson,
  does,
  TODAY,
  tryTo,
} from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";

aDatabase();

const AT = "2026-11-21T08:10:00.000Z";
const sees = (staffId: string, itemId: string, now = AT) =>
  read(async (db) => (await decide(db, { actor: as(staffId), now, today: TODAY }, "item:see", itemId)) !== null);
const idOf = async (code: string) => {
  const found = (await read((db) => basesOn(db, TODAY))).find((basis) => basis.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found.id;
};
const standing = (itemId: string) =>
  read((db) => db.select().from(tables.sharingBasis).where(eq(tables.sharingBasis.itemId, itemId)));

let chair: string;
let region: string;
let psychiatrist: string;
let youngPersonId: string;
let meetingId: string;
let itemId: string;

beforeEach(async () => {
  chair = await aStaffMember("coordinator");
  region = await aDepartment({ sector: "authority" });
  psychiatrist = await aStaffMember("external", { departmentId: region });
  youngPersonId = await aYoungPerson();
  meetingId = await aMeeting({ chairId: chair, state: "running" });
  itemId = await anItem({ meetingId, youngPersonId, invited: [{ staffId: psychiatrist, departmentId: region }] });
});

const choice = async (code: string, set: Record<string, unknown> = {}) => ({
  itemId,
  departmentId: region,
  legalBasisId: await idOf(code),
  consentId: null,
  necessity: "Behandling og støtte skal passe sammen",
  extraReason: "",
  ...set,
});

async function aConsent(set: { endsAt?: string; areas?: string[] } = {}) {
  const id = newId();
  const { endsAt = "2027-11-20T23:00:00.000Z", areas = ["education"] } = set;
  await transact(async (db) => {
    await db.insert(tables.consent).values({
      id,
      youngPersonId,
      kind: "exchange",
      purpose: "At støtten passer sammen",
      form: "written",
      givenOn: TODAY,
      expiresOn: "2027-11-21",
      endsAt,
      takenById: chair,
    });
    const [custody] = await db
      .insert(tables.networkPerson)
      .values({ id: newId(), youngPersonId, kind: "parent", name: "Forælder", custody: true, fromOn: "2009-04-21" })
      .returning();
    for (const networkPersonId of [null, custody?.id ?? null])
      await db.insert(tables.consentGiver).values({ id: newId(), consentId: id, networkPersonId, saidOn: TODAY });
    await db.insert(tables.consentRecipient).values({ consentId: id, departmentId: region });
    for (const area of areas) await db.insert(tables.consentArea).values({ consentId: id, area });
  });
  return id;
}

describe("whoever comes from outside", () => {
  it("gets no content without a basis, and the item from the moment one is chosen", async () => {
    expect(await sees(psychiatrist, itemId)).toBe(false);
    await does(chooseBasis, await choice("fvl28_necessity"), chair, { now: AT });
    expect((await logOf("choose-basis")).at(-1)).toMatchObject({
      kind: "basis-chosen",
      itemId,
      youngPersonId,
      facts: { departmentId: region, basis: "fvl28_necessity" },
    });
    expect(await sees(psychiatrist, itemId)).toBe(true);
    expect(await sees(psychiatrist, itemId, "2026-11-21T08:09:59.999Z")).toBe(false);
  });

  it("loses it when the basis is ended, and what was chosen stays written", async () => {
    await does(chooseBasis, await choice("fvl28_necessity"), chair, { now: AT });
    const [basis] = await standing(itemId);
    await does(endBasis, { id: basis?.id, version: 1 }, chair, { now: "2026-11-21T08:20:00.000Z" });
    expect(await sees(psychiatrist, itemId, "2026-11-21T08:20:00.000Z")).toBe(false);
    expect(await standing(itemId)).toHaveLength(1);
  });

  it("has one basis at a time: a new choice ends the one before", async () => {
    const consentId = await aConsent();
    await does(chooseBasis, await choice("fvl28_necessity"), chair, { now: AT });
    await does(chooseBasis, await choice("fvl28_consent", { consentId }), chair, { now: AT });
    const rows = await standing(itemId);
    expect(rows.filter(({ endedAt }) => endedAt === null)).toMatchObject([{ consentId }]);
  });

  it("reads no more once the item was taken; their own agreements are another matter", async () => {
    await does(chooseBasis, await choice("fvl28_necessity"), chair, { now: AT });
    await does(openItem, { itemId }, chair, { now: AT });
    expect(await sees(psychiatrist, itemId)).toBe(true);
    await does(endItem, { meetingId }, chair, { now: "2026-11-21T08:30:00.000Z" });
    expect(await sees(psychiatrist, itemId, "2026-11-21T08:30:00.000Z")).toBe(false);
  });
});

describe("a basis that leans on a consent", () => {
  it("is refused while nobody has said yes", async () => {
    expect(await tryTo(chooseBasis, await choice("fvl28_consent"), chair, { now: AT })).toEqual({
      ok: false,
      no: "invalid",
      problems: { legalBasisId: "basis-no-consent" },
    });
  });

  it("ends at the very moment the consent ends, without any change of data", async () => {
    await aConsent({ endsAt: "2026-11-21T09:42:00.000Z" });
    await does(chooseBasis, await choice("fvl28_consent"), chair, { now: AT });
    expect(await sees(psychiatrist, itemId, "2026-11-21T09:41:59.999Z")).toBe(true);
    expect(await sees(psychiatrist, itemId, "2026-11-21T09:42:00.000Z")).toBe(false);
  });

  it("ends when the consent is withdrawn", async () => {
    const id = await aConsent();
    await does(chooseBasis, await choice("fvl28_consent"), chair, { now: AT });
    await transact((db) => db.update(tables.consent).set({ withdrawnAt: AT }).where(eq(tables.consent.id, id)));
    expect(await sees(psychiatrist, itemId)).toBe(false);
  });

  it("opens nothing from when another holder of custody is written down until they have said yes too", async () => {
    const id = await aConsent();
    await does(chooseBasis, await choice("fvl28_consent"), chair, { now: AT });
    expect(await sees(psychiatrist, itemId)).toBe(true);
    const later = (fromOn: string, set: Record<string, string> = {}) => ({
      ...{ youngPersonId, kind: "parent", name: "Far", custody: "yes", verifiedOn: "", fromOn },
      ...set,
    });
    await does(addNetworkPerson, later("2009-04-21", { kind: "sibling", custody: "" }), chair, { now: AT });
    expect(await sees(psychiatrist, itemId)).toBe(true);
    const outcomes: Outcome[] = [];
    const stop = onOutcome((outcome) => outcomes.push(outcome));
    const { answer } = await does(addNetworkPerson, later("2009-04-21"), chair, { now: AT });
    stop();
    expect(await sees(psychiatrist, itemId)).toBe(false);
    expect(outcomes).toMatchObject([{ rights: true, reload: expect.arrayContaining([`item:${itemId}`]) }]);
    await does(takeConsent, { id, version: 1, givers: [answer.id], saidOn: "" }, chair, { now: AT });
    expect(await sees(psychiatrist, itemId)).toBe(true);
  });

  it("opens the classes that the consent speaks of, and no other", async () => {
    await aConsent({ areas: ["health", "education"] });
    await does(chooseBasis, await choice("fvl28_consent"), chair, { now: AT });
    const [basis] = await standing(itemId);
    const opened = await read((db) =>
      db
        .select()
        .from(tables.sharingBasisClass)
        .where(eq(tables.sharingBasisClass.sharingBasisId, basis?.id ?? "")),
    );
    expect(opened.map(({ textClass }) => textClass)).toContain("health");
    expect(opened.map(({ textClass }) => textClass)).not.toContain("criminal");
  });
});

describe("own people", () => {
  it("share in an item as one authority, for the reason that the question gives", async () => {
    const adults = await aDepartment();
    const adviser = await aStaffMember("caseworker", { departmentId: adults });
    const id = await anItem({ meetingId, youngPersonId: await aYoungPerson(), invited: [{ staffId: adviser }] });
    expect(await sees(adviser, id)).toBe(true);
    const [basis] = await standing(id);
    expect(basis).toMatchObject({ departmentId: adults, necessity: "Hvem tager over, når støtten stopper ved 18 år?" });
  });
});

describe("a choice", () => {
  it("needs its own words where the law asks for an assessment", async () => {
    expect(await tryTo(chooseBasis, await choice("fvl28_necessity", { necessity: "" }), chair)).toEqual({
      ok: false,
      no: "invalid",
      problems: { necessity: "required" },
    });
  });

  it("of early prevention counts the meetings in which the young person was taken", async () => {
    const used = async () => {
      const other = await aMeeting({ chairId: chair, state: "running" });
      const id = await anItem({ meetingId: other, youngPersonId, invited: [{ staffId: psychiatrist }] });
      await does(chooseBasis, await choice("bl_early", { itemId: id, extraReason: "Skolen skiftede lærer" }), chair);
      await transact((db) =>
        db.update(tables.agendaItem).set({ state: "handled" }).where(eq(tables.agendaItem.id, id)),
      );
    };
    await used();
    const once = await tryTo(chooseBasis, await choice("bl_early"), chair);
    expect(once).toMatchObject({ problems: { extraReason: "basis-needs-reason" } });
    await used();
    const twice = await tryTo(chooseBasis, await choice("bl_early", { extraReason: "Igen" }), chair);
    expect(twice).toMatchObject({ problems: { legalBasisId: "basis-used-up" } });
  });

  it("is for those who run the item: refused to others there, and nothing to outsiders", async () => {
    const guide = await aStaffMember("youth_guide", { departmentId: await aDepartment() });
    const seen = await anItem({ meetingId, youngPersonId: await aYoungPerson(), invited: [{ staffId: guide }] });
    expect(await tryTo(chooseBasis, await choice("fvl28_necessity", { itemId: seen }), guide)).toEqual({
      ok: false,
      no: "refused",
    });
    expect(await tryTo(chooseBasis, await choice("fvl28_necessity"), psychiatrist)).toEqual({
      ok: false,
      no: "missing",
    });
  });
});
