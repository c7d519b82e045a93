import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { accessCounted } from "#domain/access/counted.server.ts";
import { itemAccess } from "#domain/access/item-access.server.ts";
import { confirmLapse, readAddress, writeAddress } from "#domain/address/commands.server.ts";
import { asker } from "#domain/asker.server.ts";
import { now as clock } from "#domain/clock.server.ts";
import { type Command, carryOut } from "#domain/command.server.ts";
import { addDays } from "#domain/days.ts";
import { newId } from "#domain/ids.server.ts";
import { minutesFor } from "#domain/minutes/minutes-for.server.ts";
import { dayOf } from "#domain/moments.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import { assign } from "#domain/people/assignment-commands.server.ts";
import { confirmAccess } from "#domain/people/review-commands.server.ts";
import { beginReviews } from "#domain/people/reviews-begin.server.ts";
import { destroySealedNote, openSealedNote, writeSealedNote } from "#domain/sealed/commands.server.ts";
import { startFor } from "#domain/start/queries.server.ts";
import {
  aFreshSession,
  aMeeting,
  anAssignment,
  anItem,
  aStaffMember,
  asks,
  aYoungPerson,
  does,
  tryTo,
} from "../support/builders.ts";
import { aDatabase } from "../support/database.ts";
import { logOf, tablesHolding } from "../support/log.ts";

aDatabase();

let coordinator = "";
let guide = "";
let lead = "";
let caseworker = "";
let invited = "";
let young = "";
let itemId = "";
let meetingId = "";
beforeAll(async () => {
  coordinator = await aStaffMember("coordinator", { name: "Koordinator 1" });
  guide = await aStaffMember("youth_guide", { name: "Ungeguide 1" });
  lead = await aStaffMember("caseworker", { name: "Tovholder 1" });
  caseworker = await aStaffMember("caseworker", { name: "Rådgiver 1" });
  invited = await aStaffMember("external", { name: "Konsulent 1" });
});
beforeEach(async () => {
  young = await aYoungPerson();
  await anAssignment(young, guide, "guide");
  await anAssignment(young, lead, "lead_worker");
  await anAssignment(young, caseworker, "caseworker");
  meetingId = await aMeeting({ chairId: coordinator });
  itemId = await anItem({ meetingId, youngPersonId: young, invited: [{ staffId: invited }] });
});

async function freshly<I, A>(of: Command<I, A>, input: unknown, staffId: string, now = clock()) {
  return carryOut(of, input, asker(await aFreshSession(staffId, now), now, "page"), newId());
}
async function succeeds<I, A>(of: Command<I, A>, input: unknown, staffId: string, now = clock()) {
  const done = await freshly(of, input, staffId, now);
  if (!done.ok) throw new Error(`${of.name}: ${JSON.stringify(done)}`);
  return done.answer;
}
const onPage = (staffId: string) => asks(peopleAround, { id: young }, staffId);
/** What somebody reads there, or the no they get; that they looked is in the list of looks, whatever they saw. */
const lookOf = (staffId: string) => onPage(staffId).then(({ looks: _, ...page }) => JSON.stringify(page), String);
const inDays = (days: number) => `${addDays(dayOf(clock()), days)}T09:00:00.000Z`;

describe("a sealed note", () => {
  const text = () => `Moster har nøglen ${newId()}`;
  const writes = async (words: string, readers = [lead]) =>
    (await succeeds(writeSealedNote, { youngPersonId: young, readers, text: words }, guide)).id;

  it("is opened by those it names, with a reason and a fresh proof; each opening is logged without the young person", async () => {
    const words = text();
    const id = await writes(words);
    expect(await tryTo(openSealedNote, { id, reason: "Skal ringe" }, lead)).toMatchObject({ no: "refused" });
    expect(await freshly(openSealedNote, { id, reason: "" }, lead)).toMatchObject({ problems: { reason: "required" } });
    expect(await succeeds(openSealedNote, { id, reason: "Skal ringe" }, lead)).toEqual({ id, text: words });
    expect((await logOf("open-sealed-note")).at(-1)).toMatchObject({
      kind: "sealed-note-opened",
      youngPersonId: null,
      facts: { note: id },
    });
  });

  it("is not there for anybody else: the page and every answer are as if it had never been written", async () => {
    const others = [coordinator, caseworker, invited];
    const look = async () => Promise.all(others.map(lookOf));
    const before = await look();
    const id = await writes(text());
    expect(await look()).toEqual(before);
    for (const who of others)
      expect(await freshly(openSealedNote, { id, reason: "x" }, who)).toEqual({ ok: false, no: "missing" });
    expect((await onPage(guide)).notes).toMatchObject([{ id, author: "Ungeguide 1", mayDestroy: true }]);
    expect((await onPage(lead)).notes).toMatchObject([{ id, mayDestroy: false }]);
  });

  it("stands nowhere as text, and with its key gone nothing of it can be opened again", async () => {
    const words = text();
    const id = await writes(words);
    await succeeds(openSealedNote, { id, reason: "Skal ringe" }, guide);
    expect(tablesHolding(words)).toEqual([]);
    expect(await freshly(destroySealedNote, { id }, lead)).toMatchObject({ no: "refused" });
    await succeeds(destroySealedNote, { id }, guide);
    expect(await freshly(openSealedNote, { id, reason: "x" }, guide)).toMatchObject({ no: "missing" });
    const [row] = await read((db) => db.select().from(tables.sealedNote).where(eq(tables.sealedNote.id, id)));
    expect(row).toMatchObject({ wrappedKey: null, cipher: null });
  });

  it("names only those who see the young person anyway, and is closed to whoever no longer does", async () => {
    const stranger = await aStaffMember("caseworker");
    const named = { youngPersonId: young, readers: [stranger], text: text() };
    expect(await freshly(writeSealedNote, named, guide)).toMatchObject({ problems: { readers: "choose" } });
    const id = await writes(text());
    await transact((db) =>
      db
        .update(tables.assignment)
        .set({ toOn: dayOf(clock()) })
        .where(eq(tables.assignment.staffId, lead)),
    );
    expect(await freshly(openSealedNote, { id, reason: "x" }, lead)).toMatchObject({ no: "missing" });
    await transact((db) => db.update(tables.assignment).set({ toOn: null }).where(eq(tables.assignment.staffId, lead)));
  });
});

describe("a protected address", () => {
  const where = () => `Prøvevænget 6, ${newId().slice(-8)}`;
  const writes = async (address: string, set: object = {}) =>
    does(writeAddress, { id: young, version: 0, address, protected: "yes", source: "register", ...set }, guide);

  it("is read by lead worker and guide with a reason and a fresh proof, and the reading stands in the young person's log", async () => {
    const address = where();
    await writes(address);
    expect(await tryTo(readAddress, { id: young, reason: "Hjemmebesøg" }, lead)).toMatchObject({ no: "refused" });
    expect(await succeeds(readAddress, { id: young, reason: "Hjemmebesøg" }, lead)).toEqual({ id: young, address });
    expect((await logOf("read-address")).at(-1)).toMatchObject({ kind: "address-read", youngPersonId: young });
    const looks = (await asks(peopleAround, { id: young }, lead)).looks ?? [];
    expect(looks.map(({ purpose, times }) => [purpose, times])).toContainEqual(["looked", 1]);
    for (const who of [coordinator, caseworker, invited])
      expect(await freshly(readAddress, { id: young, reason: "x" }, who)).toMatchObject({ no: "refused" });
  });

  it("is left out for everybody else, as if there were none; and its text is in no answer and no cell", async () => {
    const others = [coordinator, caseworker, invited];
    const answersTo = async (who: string) => [
      await lookOf(who),
      await asks(itemAccess, { itemId }, who),
      // The item of a caseworker who is not invited stands on the young person's page alone.
      who === caseworker ? null : (await asks(minutesFor, { meetingId }, who)).items,
    ];
    const look = async () => Promise.all(others.map(async (who) => JSON.stringify(await answersTo(who))));
    const before = await look();
    const address = where();
    await writes(address);
    expect(await look()).toEqual(before);
    for (const who of [guide, lead]) {
      const page = await onPage(who);
      expect(page.address.address).toMatchObject({ protected: true, text: null });
      expect(JSON.stringify(page)).not.toContain(address);
    }
    expect(tablesHolding(address)).toEqual([]);
  });

  it("stays protected when its day has passed, until somebody confirms that it has lapsed", async () => {
    const address = where();
    await writes(address, { protectedUntil: addDays(dayOf(clock()), 3) });
    const lapse = { id: young, version: 1, source: "register" };
    expect(await freshly(confirmLapse, lapse, guide)).toMatchObject({ problems: { id: "still-protected" } });
    expect(await tryTo(writeAddress, { id: young, version: 1, address, source: "register" }, guide)).toMatchObject({
      problems: { protected: "still-protected" },
    });
    const later = inDays(5);
    expect((await asks(peopleAround, { id: young }, coordinator, later)).address.address).toBeNull();
    await succeeds(confirmLapse, lapse, guide, later);
    expect((await asks(peopleAround, { id: young }, coordinator, later)).address.address).toMatchObject({
      text: address,
    });
  });
});

describe("every 90 days", () => {
  const give = async (staffId: string, kind: string, primary = "") =>
    (await does(assign, { youngPersonId: young, staffId, kind, primary }, coordinator)).answer.id;
  const dueOf = async (staffId: string, days: number) =>
    (await asks(startFor, {}, staffId, inDays(days))).accessDue.filter(
      // Those who stood there before such a list was kept are asked for too, and are no part of this.
      ({ youngPerson, days }) => youngPerson.id === young && days < 1000,
    );
  const seesIn = (days: number, staffId: string) =>
    asks(peopleAround, { id: young }, staffId, inDays(days)).then(
      () => true,
      () => false,
    );

  it("the lead worker confirms who goes along; what nobody confirms ends after 104 days, what is confirmed does not", async () => {
    const second = await aStaffMember("caseworker");
    const id = await give(second, "caseworker");
    expect(await dueOf(lead, 89)).toEqual([]);
    expect((await dueOf(lead, 90)).map((one) => one.id)).toEqual([id]);
    expect(await dueOf(coordinator, 90)).toEqual([]);
    expect(await seesIn(103, second)).toBe(true);
    expect(await seesIn(104, second)).toBe(false);
    expect(await tryTo(confirmAccess, { id, version: 1 }, guide)).toMatchObject({ no: "refused" });
    await does(confirmAccess, { id, version: 1 }, lead, { now: inDays(95) });
    expect(await seesIn(104, second)).toBe(true);
    expect(await dueOf(lead, 104)).toEqual([]);
    expect((await logOf("confirm-access")).at(-1)).toMatchObject({
      kind: "access-confirmed",
      youngPersonId: young,
      facts: { staffId: second, kind: "caseworker" },
    });
  });

  it("the contact person and the owner of an open agreement never lapse silently: the coordinator has to decide", async () => {
    const contact = await aStaffMember("youth_guide");
    const owner = await aStaffMember("caseworker");
    const [first, second] = [await give(contact, "guide", "yes"), await give(owner, "caseworker")];
    await transact((db) =>
      db.insert(tables.action).values({
        ...{ id: newId(), itemId, youngPersonId: young, ownerId: owner, number: 1, position: 1, text: "x" },
        ...{ state: "agreed", createdAt: clock() },
      }),
    );
    for (const who of [contact, owner]) expect(await seesIn(200, who)).toBe(true);
    const decide = (await dueOf(coordinator, 104)).filter((one) => one.decide).map(({ id }) => id);
    expect(decide.sort()).toEqual([first, second].sort());
  });
});

it("a place from before places were confirmed counts from the start of the program that asks for it, or from its own beginning", async () => {
  const today = dayOf(clock());
  const later = addDays(today, 5);
  const person = await aYoungPerson();
  const old = await anAssignment(person, caseworker, "caseworker");
  const coming = await anAssignment(person, lead, "lead_worker");
  const confirmed = await anAssignment(person, guide, "guide");
  const set = (id: string, values: { fromOn?: string; reviewedOn?: string }) =>
    transact((db) => db.update(tables.assignment).set(values).where(eq(tables.assignment.id, id)));
  await set(coming, { fromOn: later });
  await set(confirmed, { reviewedOn: addDays(today, -20) });
  await beginReviews(clock());
  await beginReviews(inDays(50));
  const begun = await read((db) => db.select().from(tables.log).where(eq(tables.log.kind, "reviews-begun")));
  expect(begun).toHaveLength(1);
  const rows = await read((db) =>
    db.select().from(tables.assignment).where(eq(tables.assignment.youngPersonId, person)),
  );
  expect(new Map(rows.map(({ id, reviewedOn }) => [id, reviewedOn]))).toEqual(
    new Map([
      [old, today],
      [coming, later],
      [confirmed, addDays(today, -20)],
    ]),
  );
  const opens = (days: number) =>
    asks(peopleAround, { id: person }, caseworker, inDays(days)).then(
      () => true,
      () => false,
    );
  expect([await opens(103), await opens(104)]).toEqual([true, false]);
});

describe("why somebody sees something", () => {
  it("is told to each by the rules that hold; who else does, to the lead worker and the coordinator alone", async () => {
    expect((await asks(itemAccess, { itemId }, invited)).why).toEqual(["invited"]);
    expect((await onPage(guide)).why).toEqual(["assigned"]);
    expect((await onPage(guide)).who).toBeNull();
    for (const who of [lead, coordinator]) {
      const seeing = (await onPage(who)).who?.map(({ name, why }) => [name, why]);
      expect(seeing).toContainEqual(["Konsulent 1", ["invited"]]);
      expect(seeing).toContainEqual(["Ungeguide 1", ["assigned"]]);
    }
    const item = await asks(itemAccess, { itemId }, coordinator);
    expect(item.why).toContain("leads the meeting");
    expect(item.who?.map(({ name }) => name)).toContain("Konsulent 1");
    expect((await asks(itemAccess, { itemId }, invited)).who).toBeNull();
    await expect(asks(itemAccess, { itemId }, await aStaffMember("caseworker"))).rejects.toThrow("missing");
  });

  it("the administrator counts by employee and reads nobody's name", async () => {
    const admin = await aStaffMember("admin");
    const { people } = await asks(accessCounted, { reference: "" }, admin);
    const all = (await read((db) => db.select().from(tables.youngPerson))).length;
    expect(people.find(({ id }) => id === coordinator)).toMatchObject({ sees: all, roles: ["coordinator"] });
    expect(people.find(({ id }) => id === admin)).toMatchObject({ sees: 0, goesWith: 0 });
    expect(JSON.stringify(people)).not.toContain("Prøvegaard");
    await expect(asks(accessCounted, { reference: "" }, coordinator)).rejects.toThrow("missing");
  });
});
