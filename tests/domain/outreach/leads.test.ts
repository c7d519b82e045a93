import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { system } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { carryOut } from "#domain/command.server.ts";
import { removeOldRows } from "#domain/housekeeping/commands.server.ts";
import { newId } from "#domain/ids.server.ts";
import { leadToCase } from "#domain/outreach/case-commands.server.ts";
import { leaveAlone, raiseLead, setLeadState, tryLead } from "#domain/outreach/contact-commands.server.ts";
import { importLeads } from "#domain/outreach/import-commands.server.ts";
import { addLead, changeLead, checkLead, giveLead } from "#domain/outreach/lead-commands.server.ts";
import { LEADS_AT_ONCE } from "#domain/outreach/list-filters.ts";
import { addPlace } from "#domain/outreach/place-commands.server.ts";
import { outreachFor, outreachLeadFor } from "#domain/outreach/queries.server.ts";
import type { LeadView } from "#domain/outreach/rules.ts";
import { searchLeads } from "#domain/outreach/search.server.ts";
import { takeBackNo, takeBackTry } from "#domain/outreach/take-back-commands.server.ts";
import { addYoungPerson } from "#domain/people/commands.server.ts";
import { basesOn } from "#domain/sharing/register.server.ts";
import { SECTION_115 } from "#domain/sharing/rules.ts";
import { startFor } from "#domain/start/queries.server.ts";
import { seal } from "#domain/vault.server.ts";
import { aMeeting, anAssignment, aStaffMember, asks, aYoungPerson, does, NOW, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastKindsOf, tablesHolding } from "#tests/support/log.ts";

aDatabase();

const at = { now: NOW };
const LATER = "2027-11-22T09:00:00.000Z";
let guide = "";
let other = "";
let coordinator = "";
let leader = "";
let team = "";
beforeAll(async () => {
  guide = await aStaffMember("youth_guide");
  other = await aStaffMember("youth_guide");
  coordinator = await aStaffMember("coordinator");
  leader = await aStaffMember("leader");
  team = await aStaffMember("stu_team");
});

let n = 0;
/** A number by letters, in the same order: no name has figures. */
const lettered = (of: number) =>
  String(of)
    .padStart(3, "0")
    .replace(/\d/g, (figure) => "bcdefghijk".charAt(Number(figure)));
/** A replacement number that nobody has, born in 2008. */
function aNumber(): string {
  n += 1;
  return `${61 + (n % 28)}${String(1 + (Math.floor(n / 28) % 12)).padStart(2, "0")}08-5${String(n % 1000).padStart(3, "0")}`;
}
const blank = { bornOn: "", address: "", phone: "", status: "", placeId: "", receivedOn: "" };
async function aLead(set: Record<string, string> = {}, now = NOW): Promise<string> {
  n += 1;
  const facts = {
    ...blank,
    firstName: "Sofie",
    lastName: `Prøve${lettered(n)}`,
    cpr: aNumber(),
    source: "youth_database",
    ...set,
  };
  const { answer } = await does(addLead, facts, guide, { now });
  return answer.id;
}
const rowOf = async (id: string) => {
  const [row] = await read((db) => db.select().from(tables.outreachLead).where(eq(tables.outreachLead.id, id)));
  if (!row) throw new Error("No such lead");
  return row;
};
const seen = async (id: string) => ({ id, version: (await rowOf(id)).version });
const list = (view: LeadView, staffId = guide, now = NOW, page = 0) =>
  asks(outreachFor, { view, source: null, mine: false, cases: true, page }, staffId, now);
/** Whether somebody stands in a view, on whichever page. */
async function isIn(id: string, view: LeadView, now = NOW, page = 0): Promise<boolean> {
  const { leads } = await list(view, guide, now, page);
  if (leads.some((lead) => lead.id === id)) return true;
  return page < 9 && leads.length === LEADS_AT_ONCE && isIn(id, view, now, page + 1);
}

async function aCheckedLead(set: Record<string, string> = {}, now = NOW) {
  const id = await aLead(set, now);
  await does(checkLead, await seen(id), guide, { now });
  return id;
}
const tries = async (id: string, result: string, channel = "through_network", now = NOW) =>
  does(tryLead, { ...(await seen(id)), channel, result, on: "", clock: "" }, guide, { now });
async function aMetLead(set: Record<string, string> = {}) {
  const id = await aCheckedLead(set);
  await tries(id, "reached");
  return id;
}

describe("young people to look for", () => {
  test("are found by how a name begins, in every view; whoever is left alone is not, nor by those who do not look", async () => {
    const found = async (typed: string) => (await asks(searchLeads, { typed }, other, NOW)).found.map(({ id }) => id);
    const id = await aCheckedLead({ firstName: "Åse", lastName: "Søgenavn" });
    const left = await aMetLead({ firstName: "Åse", lastName: "Søgefred" });
    const isNew = await aLead({ firstName: "Aase", lastName: "Søgenyt" });
    expect(await found("søge å")).toEqual([left, id, isNew]);
    await does(leaveAlone, { ...(await seen(left)), until: "om 3 måneder" }, guide, at);
    expect(await found("søge")).toEqual([id, isNew]);
    expect(await found("ge")).toEqual([]);
    expect(await found("å")).toEqual([]);
    expect(await lastKindsOf("search-leads")).toContain("searched");
    await expect(asks(searchLeads, { typed: "søge" }, leader, NOW)).rejects.toThrow();
  });
  test("a page past the end is the last one; a paper holds what the pages do", async () => {
    for (let more = 0; more < 101; more += 1) await aCheckedLead({ source: "street" });
    const all = { view: "day" as const, source: "street", mine: false, cases: true };
    const second = await asks(outreachFor, { ...all, page: 1 }, guide, NOW);
    expect(second.leads).toHaveLength(1);
    const past = await asks(outreachFor, { ...all, page: 5 }, guide, NOW);
    expect([past.leads, past.filters.page]).toEqual([second.leads, 1]);
    expect((await asks(outreachFor, { ...all, page: 0, paper: true }, guide, NOW)).leads).toHaveLength(101);
  });
  test("are for those who look for them; to everybody else the list never existed", async () => {
    const id = await aLead();
    for (const staffId of [leader, team]) {
      expect(await tryTo(checkLead, await seen(id), staffId, at)).toMatchObject({ ok: false, no: "missing" });
      await expect(list("new", staffId)).rejects.toThrow();
      await expect(asks(outreachLeadFor, { id }, staffId, NOW)).rejects.toThrow();
    }
    expect(await isIn(id, "new")).toBe(true);
    expect(await lastKindsOf("add-lead")).toContain("lead-added");
  });
  test("are written down once; a number and a birth that do not agree, or another age, are told at the field", async () => {
    const cpr = aNumber();
    const engang = await aLead({ cpr, lastName: "Engang" });
    const again = { ...blank, firstName: "Sofie", lastName: "Engang", cpr, source: "street" };
    expect(await tryTo(addLead, again, other, at)).toMatchObject({
      problems: { firstName: "lead-stands" },
      found: engang,
    });
    const wrong = { ...again, cpr: aNumber(), bornOn: "01-01-2009" };
    expect(await tryTo(addLead, wrong, other, at)).toMatchObject({ problems: { cpr: "other-birth-date" } });
    const old = { ...again, cpr: "", bornOn: "01-01-1990" };
    expect(await tryTo(addLead, old, other, at)).toMatchObject({ problems: { bornOn: "not-sought-age" } });
    const late = { ...again, cpr: aNumber(), receivedOn: "21-11-2025" };
    expect(await tryTo(addLead, late, other, at)).toMatchObject({ problems: { receivedOn: "too-old-fact" } });
    const talk = { ...again, cpr: aNumber(), phone: "ring ikke, far er vred" };
    expect(await tryTo(addLead, talk, other, at)).toMatchObject({ ok: false, no: "invalid" });
    expect(await tryTo(addLead, { ...again, note: "mistanke" }, other, at)).toMatchObject({ ok: false });
  });
  test("are looked at before anybody goes out, and stand in the day's list then", async () => {
    const id = await aLead();
    const tried = { ...(await seen(id)), channel: "visit", result: "no_answer", on: "", clock: "" };
    expect(await tryTo(tryLead, tried, guide, at)).toMatchObject({ no: "refused", because: "lead-not-checked" });
    await does(checkLead, await seen(id), guide, at);
    expect(await isIn(id, "day")).toBe(true);
    await does(giveLead, { ...(await seen(id)), staffId: other }, guide, at);
    expect((await rowOf(id)).assignedToId).toBe(other);
    expect(await tryTo(giveLead, { ...(await seen(id)), staffId: team }, guide, at)).toMatchObject({ ok: false });
  });
  test("are called by a name and a telephone, and nothing is said with either", async () => {
    const facts = { ...blank, firstName: "Ali", lastName: "Prøve", cpr: aNumber(), source: "street" };
    const tried = (set: object) => tryTo(addLead, { ...facts, ...set }, guide, at);
    expect(await tried({ lastName: "Prøve (ryger hash)" })).toMatchObject({ problems: { lastName: "person-name" } });
    expect(await tried({ firstName: "Ali / mistanke" })).toMatchObject({ problems: { firstName: "person-name" } });
    for (const phone of ["010208 4321", "01 02 08 43 21"])
      expect(await tried({ phone })).toMatchObject({ problems: { phone: "has-cpr" } });
    expect(await tried({ firstName: "Anne-Sofie d'Or", lastName: "Ó Briain Jr." })).toMatchObject({ ok: true });
  });
  test("of whom the address is protected have none here, in no list and no row", async () => {
    const id = await aLead({ address: "Hemmeligvej 7, 2630 Taastrup", protected: "yes" });
    expect((await rowOf(id)).address).toBe("");
    expect(await tablesHolding("Hemmeligvej")).toEqual([]);
    const open = await aLead({ address: "Kendtvej 7, 2630 Taastrup" });
    const facts = { address: "Kendtvej 7", protected: "yes", phone: "", status: "", placeId: "" };
    await does(changeLead, { ...(await seen(open)), ...facts }, guide, at);
    expect((await rowOf(open)).address).toBe("");
    // Nor in what stood before.
    expect(await tablesHolding("Kendtvej")).toEqual([]);
  });
});

describe("trying", () => {
  test("five times without an answer asks a meeting, without a name; until then nobody tries a sixth time", async () => {
    const id = await aCheckedLead();
    for (const _ of [1, 2, 3, 4, 5]) await tries(id, "no_answer");
    expect([await isIn(id, "day"), await isIn(id, "meeting")]).toEqual([false, true]);
    const sixth = { ...(await seen(id)), channel: "call", result: "no_answer", on: "", clock: "" };
    expect(await tryTo(tryLead, sixth, guide, at)).toMatchObject({ because: "lead-to-meeting" });
    const meetingId = await aMeeting({
      chairId: coordinator,
      startsAt: "2026-12-01T08:00:00.000Z",
      endsAt: "2026-12-01T10:00:00.000Z",
    });
    const raised = { ...(await seen(id)), meetingId, question: "En ung at opsøge: fem forsøg uden svar. Hvad gør vi?" };
    expect(await tryTo(raiseLead, raised, guide, at)).toMatchObject({ ok: false });
    // A meeting under § 115 is nobody's to look for young people in, and the question names nobody, not them either.
    await aMeeting({
      ...{ chairId: coordinator, typeCode: SECTION_115 },
      ...{ startsAt: "2026-11-25T08:00:00.000Z", endsAt: "2026-11-25T10:00:00.000Z" },
    });
    const page = (staffId: string) => asks(outreachLeadFor, { id }, staffId, NOW);
    expect((await page(coordinator)).meeting).toEqual({ id: meetingId, on: "2026-12-01" });
    const { firstName, lastName } = await rowOf(id);
    const named = { ...raised, question: `Hvad gør vi med ${firstName} ${lastName}?` };
    expect(await tryTo(raiseLead, named, coordinator, at)).toMatchObject({ problems: { question: "without-name" } });
    await does(raiseLead, raised, coordinator, at);
    // The item is found from them again, by whoever sees it.
    expect((await page(coordinator)).raised).toEqual({ meetingId, held: false });
    expect((await page(guide)).raised).toBe(null);
    expect(JSON.stringify(await page(guide))).not.toContain((await rowOf(id)).raisedItemId ?? "");
    const items = await read((db) =>
      db.select().from(tables.agendaItem).where(eq(tables.agendaItem.meetingId, meetingId)),
    );
    expect(items).toMatchObject([{ kind: "unnamed", youngPersonId: null }]);
    expect((await rowOf(id)).raisedItemId).toBe(items[0]?.id);
    expect(await isIn(id, "meeting")).toBe(false);
    await tries(id, "no_answer");
    expect(await isIn(id, "day")).toBe(true);
  });
  test("whoever answers is written down, however often they were tried; after a meeting was asked, five more ask one again", async () => {
    const calls = await aCheckedLead();
    for (const _ of [1, 2, 3, 4, 5]) await tries(calls, "no_answer");
    await tries(calls, "reached");
    expect(await rowOf(calls)).toMatchObject({ state: "met" });
    const lost = await aCheckedLead();
    for (const _ of [1, 2, 3, 4, 5]) await tries(lost, "no_answer");
    const when = { startsAt: "2026-12-01T08:00:00.000Z", endsAt: "2026-12-01T10:00:00.000Z" };
    const meetingId = await aMeeting({ chairId: coordinator, ...when });
    await does(raiseLead, { ...(await seen(lost)), meetingId, question: "Hvad gør vi nu?" }, coordinator, at);
    const later = "2026-11-23T09:00:00.000Z";
    for (const _ of [1, 2, 3, 4, 5]) await tries(lost, "no_answer", "through_network", later);
    expect([await isIn(lost, "day", later), await isIn(lost, "meeting", later)]).toEqual([false, true]);
    const more = { ...(await seen(lost)), channel: "call", result: "no_answer", on: "", clock: "" };
    expect(await tryTo(tryLead, more, guide, { now: later })).toMatchObject({ because: "lead-to-meeting" });
  });
  test("in the night after a meeting was asked count to the next day, in the list as for whoever tries; in winter and in summer", async () => {
    for (const [asked, night] of [
      ["2026-11-21T15:00:00.000Z", "2026-11-21T23:30:00.000Z"],
      ["2027-07-01T15:00:00.000Z", "2027-07-01T22:30:00.000Z"],
    ] as const) {
      const id = await aCheckedLead({}, asked);
      for (const _ of [1, 2, 3, 4, 5]) await tries(id, "no_answer", "through_network", asked);
      const when = { startsAt: "2027-12-01T08:00:00.000Z", endsAt: "2027-12-01T10:00:00.000Z" };
      const meetingId = await aMeeting({ chairId: coordinator, ...when });
      const raised = { ...(await seen(id)), meetingId, question: "Hvad gør vi nu?" };
      await does(raiseLead, raised, coordinator, { now: asked });
      for (const _ of [1, 2, 3, 4]) await tries(id, "no_answer", "through_network", night);
      expect([await isIn(id, "day", night), await isIn(id, "meeting", night)]).toEqual([true, false]);
      await tries(id, "no_answer", "through_network", night);
      expect([await isIn(id, "day", night), await isIn(id, "meeting", night)]).toEqual([false, true]);
      const more = { ...(await seen(id)), channel: "call", result: "no_answer", on: "", clock: "" };
      expect(await tryTo(tryLead, more, guide, { now: night })).toMatchObject({ because: "lead-to-meeting" });
    }
  });
  test("no try is older than what is kept, and nobody is left alone for longer than two years", async () => {
    const id = await aCheckedLead();
    const old = {
      ...(await seen(id)),
      channel: "through_network",
      result: "no_answer",
      on: "1-1-1990",
      clock: "10.00",
    };
    expect(await tryTo(tryLead, old, guide, at)).toMatchObject({ problems: { on: "too-long-ago" } });
    const never = { ...(await seen(id)), until: "31-12-2030" };
    expect(await tryTo(leaveAlone, never, guide, at)).toMatchObject({ problems: { until: "too-far-off" } });
  });
  test("counts alike in the lists and for whoever tries: since the last talk, and for whoever is looked for again", async () => {
    const met = await aCheckedLead();
    await tries(met, "reached", "through_network", "2026-11-20T09:00:00.000Z");
    await does(leaveAlone, { ...(await seen(met)), until: "22-11-2026" }, guide, at);
    const next = "2026-11-22T09:00:00.000Z";
    await does(checkLead, await seen(met), guide, { now: next });
    const lost = await aCheckedLead();
    for (const _ of [1, 2, 3, 4, 5]) await tries(lost, "no_answer");
    await does(setLeadState, { ...(await seen(lost)), state: "unreachable" }, guide, at);
    await does(checkLead, await seen(lost), guide, at);
    const isWhere = async (id: string) => [await isIn(id, "day", next), await isIn(id, "meeting", next)];
    for (const _ of [1, 2, 3, 4]) await tries(met, "no_answer", "through_network", next);
    expect([await isWhere(met), await isWhere(lost)]).toEqual([
      [true, false],
      [false, true],
    ]);
    await tries(met, "no_answer", "through_network", next);
    expect(await isWhere(met)).toEqual([false, true]);
    const meetingId = await aMeeting({
      chairId: coordinator,
      startsAt: "2026-12-01T08:00:00.000Z",
      endsAt: "2026-12-01T10:00:00.000Z",
    });
    for (const id of [met, lost]) {
      const tried = { ...(await seen(id)), channel: "call", result: "no_answer", on: "", clock: "" };
      expect(await tryTo(tryLead, tried, guide, { now: next })).toMatchObject({ because: "lead-to-meeting" });
      await does(raiseLead, { ...(await seen(id)), meetingId, question: "Fem forsøg uden svar." }, coordinator, at);
    }
  });
  test("tells the start page of as many as the list shows", async () => {
    const id = await aCheckedLead({ firstName: "Karla", lastName: "Femgange", cpr: "", bornOn: "04-05-2008" });
    for (const _ of [1, 2, 3, 4, 5]) await tries(id, "no_answer");
    const waits = async (staffId: string) => (await asks(startFor, {}, staffId, NOW)).outreach?.toMeeting ?? 0;
    const shown = async (staffId: string) =>
      (await asks(outreachFor, { view: "meeting", source: null, mine: false, cases: false, page: 0 }, staffId, NOW))
        .counts.meeting;
    const before = await waits(other);
    expect(before).toBe(await shown(other));
    const person = await aYoungPerson({ firstName: "Karla", lastName: "Femgange", bornOn: "2008-05-04" });
    await anAssignment(person, other);
    expect([await waits(other), await shown(other)]).toEqual([before - 1, before - 1]);
  });
  test("of one day is written with its own clock, and never ahead of time", async () => {
    const id = await aCheckedLead({ phone: "12 34 56 78" });
    const ahead = { ...(await seen(id)), channel: "call", result: "no_answer", on: "21-11-2026", clock: "23.00" };
    expect(await tryTo(tryLead, ahead, guide, at)).toMatchObject({ problems: { clock: "not-yet" } });
    // The part of another day is not guessed.
    expect(await tryTo(tryLead, { ...ahead, on: "20-11-2026", clock: "" }, guide, at)).toMatchObject({
      problems: { clock: "required" },
    });
    await does(tryLead, { ...ahead, on: "20-11-2026", clock: "19.30" }, guide, at);
    const { lead } = await asks(outreachLeadFor, { id }, guide, NOW);
    expect(lead?.tries).toMatchObject([{ channel: "call", triedAt: "2026-11-20T18:30:00.000Z" }]);
    expect(
      await tryTo(tryLead, { ...ahead, ...(await seen(id)), channel: "letter", clock: "", on: "" }, guide, at),
    ).toMatchObject({
      problems: { channel: "no-such-way" },
    });
  });
});

describe("who says no", () => {
  test("is left alone until the day that was agreed: in no list, by no try, by no other hand", async () => {
    const cpr = aNumber();
    const id = await aMetLead({ cpr, lastName: "Nejtak" });
    expect(await tryTo(leaveAlone, { ...(await seen(id)), until: "20-11-2026" }, guide, at)).toMatchObject({
      problems: { until: "day-to-come" },
    });
    await does(leaveAlone, { ...(await seen(id)), until: "01-03-2027" }, guide, at);
    for (const view of ["day", "new", "met", "meeting", "again", "done"] as const)
      expect(await isIn(id, view)).toBe(false);
    const shown = await asks(outreachLeadFor, { id }, guide, NOW);
    expect(JSON.stringify(shown)).not.toContain("Nejtak");
    const tried = { ...(await seen(id)), channel: "visit", result: "no_answer", on: "", clock: "" };
    expect(await tryTo(tryLead, tried, guide, at)).toMatchObject({ no: "missing" });
    const again = { ...blank, firstName: "Sofie", lastName: "Nejtak", cpr, source: "street" };
    expect(await tryTo(addLead, again, other, at)).toMatchObject({ problems: { firstName: "lead-left-alone" } });
    const day = "2027-03-01T09:00:00.000Z";
    expect(await isIn(id, "again", day)).toBe(true);
    await does(checkLead, await seen(id), guide, { now: day });
    expect(await isIn(id, "day", day)).toBe(true);
  });
  test("by a slip of the hand can be taken back the same day alone", async () => {
    const id = await aMetLead();
    await does(leaveAlone, { ...(await seen(id)), until: "01-03-2027" }, guide, at);
    expect(await tryTo(takeBackNo, await seen(id), guide, { now: "2026-11-22T09:00:00.000Z" })).toMatchObject({
      ok: false,
    });
    await does(takeBackNo, await seen(id), guide, at);
    expect((await rowOf(id)).state).toBe("met");
    // Whatever it was before, and whoever looked for them.
    const sought = await aCheckedLead({}, "2026-11-18T09:00:00.000Z");
    await does(giveLead, { ...(await seen(sought)), staffId: other }, guide, at);
    const { version: _, ...before } = await rowOf(sought);
    await does(leaveAlone, { ...(await seen(sought)), until: "01-03-2027" }, guide, at);
    await does(takeBackNo, await seen(sought), guide, at);
    expect(await rowOf(sought)).toMatchObject({ ...before, state: "verified", assignedToId: other });
  });
});

const basisOf = async (code: string) =>
  (await read((db) => basesOn(db, "2026-11-21"))).find((one) => one.code === code)?.id ?? "";

describe("a case", () => {
  test("comes of the young person's own yes, or of a basis; never of a list alone", async () => {
    const id = await aCheckedLead();
    const none = { ...(await seen(id)), yesHow: "", legalBasisId: "" };
    expect(await tryTo(leadToCase, none, guide, at)).toMatchObject({ problems: { yesHow: "yes-or-basis" } });
    expect(await tryTo(leadToCase, { ...none, yesHow: "phone" }, guide, at)).toMatchObject({
      problems: { yesHow: "lead-not-met" },
    });
    const unchecked = await aLead();
    expect(await tryTo(leadToCase, { ...(await seen(unchecked)), yesHow: "met" }, guide, at)).toMatchObject({
      no: "missing",
    });
    const basis = await basisOf("internal_unity");
    await does(leadToCase, { ...none, legalBasisId: basis }, guide, at);
    expect(await rowOf(id)).toMatchObject({ state: "case", legalBasisId: basis, yesOn: null });
  });
  test("comes of no basis that carries none: a consent is their own yes, and what is for schools, meetings or danger is for those", async () => {
    const id = await aCheckedLead();
    const by = async (code: string, yesHow = "") =>
      tryTo(leadToCase, { ...(await seen(id)), yesHow, legalBasisId: await basisOf(code) }, guide, at);
    expect(await by("fvl28_consent")).toMatchObject({ problems: { legalBasisId: "lead-not-met" } });
    for (const code of ["rpl115_ssp", "lab30_notify_school", "vital", "bl_early"])
      expect(await by(code)).toMatchObject({ problems: { legalBasisId: "choose" } });
    const offered = async () => (await asks(outreachLeadFor, { id }, guide, NOW)).bases.map((one) => one.id);
    const consent = await basisOf("fvl28_consent");
    expect(await offered()).toContain(await basisOf("internal_unity"));
    expect(await offered()).not.toContain(await basisOf("vital"));
    expect(await offered()).not.toContain(consent);
    await tries(id, "reached");
    expect(await offered()).toContain(consent);
    expect(await by("fvl28_consent", "met")).toMatchObject({ ok: true });
  });
  test("takes the facts along, and nothing of them is left behind", async () => {
    const cpr = aNumber();
    const facts = { cpr, lastName: "Flytterhen", address: "Flyttevej 3, 2630 Taastrup", phone: "87 65 43 21" };
    const id = await aMetLead(facts);
    await does(setLeadState, { ...(await seen(id)), state: "wants_help" }, guide, at);
    const { answer } = await does(leadToCase, { ...(await seen(id)), yesHow: "met", yesOn: "20-11-2026" }, guide, at);
    const { youngPerson, assignment, coordinationCase, identityNumber } = tables;
    await read(async (db) => {
      const [person] = await db.select().from(youngPerson).where(eq(youngPerson.id, answer.youngPersonId));
      expect(person).toMatchObject({ lastName: "Flytterhen", phone: "87 65 43 21" });
      expect(
        await db.select().from(assignment).where(eq(assignment.youngPersonId, answer.youngPersonId)),
      ).toMatchObject([{ staffId: guide, kind: "guide" }]);
      expect(
        await db.select().from(coordinationCase).where(eq(coordinationCase.youngPersonId, answer.youngPersonId)),
      ).toHaveLength(1);
      expect(
        await db.select().from(identityNumber).where(eq(identityNumber.youngPersonId, answer.youngPersonId)),
      ).toHaveLength(1);
    });
    expect(await rowOf(id)).toMatchObject({
      firstName: "",
      bornOn: null,
      cipher: null,
      blindIndex: null,
      nameIndex: null,
      address: "",
    });
    expect(await tablesHolding("Flyttevej")).toEqual([]);
    expect((await tablesHolding("Flytterhen")).filter((table) => /outreach|revision|command/.test(table))).toEqual([]);
    const shown = await asks(outreachLeadFor, { id }, guide, NOW);
    expect(shown.lead).toBe(null);
  });
});

describe("what is forgotten", () => {
  test("is who they are, after twelve months, in what stood before too; the count stays", async () => {
    const id = await aLead({ lastName: "Glemtsen", address: "Glemvej 4, 2630 Taastrup" });
    await does(
      changeLead,
      { ...(await seen(id)), address: "Nyglemvej 5", phone: "", status: "", placeId: "" },
      guide,
      at,
    );
    expect((await tablesHolding("Glemtsen")).length).toBeGreaterThan(1);
    expect(await isIn(id, "new", LATER)).toBe(false);
    await carryOut(removeOldRows, {}, asker(system, LATER, "system"), newId());
    expect(await tablesHolding("Glemtsen")).toEqual([]);
    expect(await tablesHolding("lemvej")).toEqual([]);
    expect(await rowOf(id)).toMatchObject({
      source: "youth_database",
      state: "new",
      erasedOn: "2027-11-22",
      nameIndex: null,
    });
  });
  test("stands in the log, whoever comes to do it", async () => {
    await aLead({ receivedOn: "22-11-2025" });
    const tomorrow = "2026-11-22T09:00:00.000Z";
    await aLead({}, tomorrow);
    expect(await lastKindsOf("add-lead")).toEqual(expect.arrayContaining(["leads-expired", "lead-added"]));
  });
  test("but not that somebody wants to be left alone for longer than that", async () => {
    const cpr = aNumber();
    const id = await aMetLead({ cpr, lastName: "Længeladi" });
    await does(leaveAlone, { ...(await seen(id)), until: "01-06-2028" }, guide, at);
    await carryOut(removeOldRows, {}, asker(system, LATER, "system"), newId());
    expect(await tablesHolding("Længeladi")).toEqual([]);
    const again = { ...blank, firstName: "Sofie", lastName: "Længeladi", cpr, source: "street" };
    expect(await tryTo(addLead, again, guide, { now: LATER })).toMatchObject({
      problems: { firstName: "lead-left-alone" },
    });
    await carryOut(removeOldRows, {}, asker(system, "2028-06-01T09:00:00.000Z", "system"), newId());
    expect((await rowOf(id)).nameIndex).toBe(null);
  });
});

describe("a case that the asker may not see", () => {
  /** What a guide is answered, step by step, about somebody who has a case or has none; ids, versions and names of the try apart. */
  const bornBy = (cpr: string) => `2008-${cpr.slice(2, 4)}-${String(Number(cpr.slice(0, 2)) - 60).padStart(2, "0")}`;
  /** A coordinator writes somebody down whom no guide sees. */
  const hides = (cpr: string, lastName: string) =>
    does(
      addYoungPerson,
      { id: "", firstName: "Ida", lastName, bornOn: bornBy(cpr), cpr, departments: [], guideId: "", leadWorkerId: "" },
      coordinator,
      at,
    );
  async function answersAbout(hidden: boolean) {
    const cpr = aNumber();
    const lastName = `Skjult${lettered(n)}`;
    if (hidden) await hides(cpr, lastName);
    const facts = { ...blank, firstName: "Ida", lastName, cpr, source: "street" };
    const added = await does(addLead, facts, guide, at);
    const { id } = added.answer;
    const row = (await list("new")).leads.find((lead) => lead.id === id);
    const page = await asks(outreachLeadFor, { id }, guide, NOW);
    await does(checkLead, await seen(id), guide, at);
    const attemptId = newId();
    const slip = { channel: "through_network", result: "reached", on: "", clock: "", attemptId };
    await does(tryLead, { ...(await seen(id)), ...slip }, guide, at);
    const slipped = await asks(outreachLeadFor, { id }, guide, NOW);
    const back = await does(takeBackTry, { ...(await seen(id)), id: attemptId }, guide, at);
    await tries(id, "reached");
    const made = await does(leadToCase, { ...(await seen(id)), yesHow: "met", yesOn: "" }, guide, at);
    // The next file names them once more: whoever has the case now sees none in the list.
    const leftOut = async () =>
      (await asks(outreachFor, { view: "new", source: null, mine: false, cases: false, page: 0 }, guide, NOW)).leftOut;
    const before = await leftOut();
    const again = ["cpr;fornavn;efternavn;kilde", `${cpr};Ida;${lastName};Gaden`].join("\n");
    const next = await does(importLeads, { file: again, confirmed: "yes" }, guide, at);
    const after = [next.answer.counts, (await leftOut()) - before];
    const all = JSON.stringify([
      added,
      row,
      page.lead,
      page.alerts,
      slipped.lead,
      back,
      made.ok,
      Object.keys(made.answer),
      after,
    ]);
    return all
      .replaceAll(id, "ID")
      .replaceAll(attemptId, "TRY")
      .replaceAll(lastName, "NAME")
      .replace(/"bornOn":"[^"]+"/g, "");
  }
  test("makes no difference to anything that they are answered; a coordinator finds it out", async () => {
    expect(await answersAbout(true)).toBe(await answersAbout(false));
    const doubles = await read((db) => db.select().from(tables.possibleDuplicate));
    expect(doubles.map(({ foundBy }) => foundBy)).toEqual(["number"]);
  });
  test("is not told apart by the number that was typed for a case of one's own", async () => {
    async function asksOf(hidden: boolean) {
      const cpr = aNumber();
      if (hidden) await hides(cpr, `Skjult${lettered(n)}`);
      const [firstName, lastName] = ["Egen", `Sag${lettered(n)}`];
      const id = await aMetLead({ firstName, lastName, cpr });
      await does(leadToCase, { ...(await seen(id)), yesHow: "met", yesOn: "" }, guide, at);
      const lead = { ...blank, firstName, lastName, source: "street" };
      const others = [
        { ...lead, firstName: "Helt", lastName: "Anden", cpr },
        { ...lead, cpr: "", bornOn: bornBy(cpr) },
        { ...lead, cpr: `${cpr.slice(0, 7)}6${cpr.slice(8)}` },
      ];
      const answers = [];
      for (const other of others) answers.push(await tryTo(addLead, other, guide, at));
      return answers.map((one) => ("problems" in one ? one.problems : one.ok));
    }
    expect(await asksOf(true)).toEqual(await asksOf(false));
  });
  test("whose address is protected has none in any list either, whoever may see the case", async () => {
    const facts = { firstName: "Sara", lastName: "Skjult", cpr: "", bornOn: "03-06-2008" };
    const id = await aCheckedLead({ ...facts, address: "Hemmelig Vej 1, 2630 Taastrup" });
    const person = await aYoungPerson({ firstName: "Sara", lastName: "Skjult", bornOn: "2008-06-03" });
    await anAssignment(person, other);
    const shown = async (staffId: string) => {
      const lead = (await list("day", staffId)).leads.find((one) => one.id === id);
      return [lead?.address, lead?.protected];
    };
    expect(await shown(guide)).toEqual(["Hemmelig Vej 1, 2630 Taastrup", false]);
    const where = { id: person, cipher: seal("address", "Et sted", person), protected: true };
    await transact((db) =>
      db.insert(tables.youngPersonAddress).values({ ...where, source: "register", checkedOn: "2026-11-21" }),
    );
    for (const staffId of [guide, other, coordinator]) expect(await shown(staffId)).toEqual(["", true]);
    const visit = { ...(await seen(id)), channel: "visit", result: "no_answer", on: "", clock: "" };
    expect(await tryTo(tryLead, visit, guide, at)).toMatchObject({ problems: { channel: "no-such-way" } });
  });
  test("is named to whoever may see it: the guide who goes with them, and a coordinator", async () => {
    const id = await aLead({ firstName: "Karla", lastName: "Kendt", cpr: "", bornOn: "03-05-2008" });
    const person = await aYoungPerson({ firstName: "Karla", lastName: "Kendt", bornOn: "2008-05-03" });
    await anAssignment(person, other);
    const caseFor = async (staffId: string) =>
      (await list("new", staffId)).leads.find((lead) => lead.id === id)?.caseOf;
    expect([await caseFor(guide), await caseFor(other), await caseFor(coordinator)]).toEqual([null, person, person]);
    await does(checkLead, await seen(id), guide, at);
    await tries(id, "reached");
    const yes = { ...(await seen(id)), yesHow: "met", yesOn: "" };
    expect(await tryTo(leadToCase, yes, other, at)).toMatchObject({ problems: { yesHow: "lead-has-case" } });
    const again = { ...blank, firstName: "Karla", lastName: "Kendt", cpr: "", bornOn: "03-05-2008", source: "street" };
    for (const staffId of [other, coordinator])
      expect(await tryTo(addLead, again, staffId, at)).toMatchObject({
        ...{ problems: { firstName: "lead-has-case" }, foundCase: person },
      });
    // To whom the case is hidden somebody stands in the list, and nothing else is said.
    const said = await tryTo(addLead, again, guide, at);
    expect(said).toEqual({ ok: false, no: "invalid", problems: { firstName: "lead-stands" }, found: id });
    const unlisted = { ...again, firstName: "Kaja", lastName: "Skjult" };
    const hidden = await aYoungPerson({ firstName: "Kaja", lastName: "Skjult", bornOn: "2008-05-03" });
    expect(await tryTo(addLead, unlisted, coordinator, at)).toMatchObject({ foundCase: hidden });
    expect(await tryTo(addLead, unlisted, guide, at)).toMatchObject({ ok: true });
  });
});

describe("the list", () => {
  test("stands by place: the named places, then the towns by postal code, over all pages; the other views by name", async () => {
    const { answer: place } = await does(addPlace, { name: "Åparken", kind: "street" }, guide, at);
    const towns = ["2640 Hedehusene", "2630 Taastrup"];
    const own: string[] = [];
    const source = "housing";
    for (let i = 0; i < 104; i += 1) {
      const address = i < 2 ? "" : `Nygade ${i}, ${towns[i % 2]}`;
      const where = { address, placeId: i === 0 ? place.id : "" };
      own.push(await aLead({ ...where, firstName: "Aa", lastName: `Sted${lettered(i)}`, source }));
    }
    const pages = async (view: LeadView) => {
      const one = (page: number) => asks(outreachFor, { view, source, mine: false, cases: true, page }, guide, NOW);
      return [...(await one(0)).leads, ...(await one(1)).leads].map(({ id }) => own.indexOf(id));
    };
    const all = Array.from(own, (_, i) => i);
    expect(await pages("new")).toEqual(all);
    for (const id of own) await does(checkLead, await seen(id), guide, at);
    const homes = all.slice(2);
    expect(await pages("day")).toEqual([0, ...homes.filter((i) => i % 2), ...homes.filter((i) => i % 2 === 0), 1]);
  });
});
