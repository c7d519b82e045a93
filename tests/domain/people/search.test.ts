import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { indexed, read, tables, transact } from "#db/index.server.ts";
import type { TextClass } from "#db/vocabulary.ts";
import { newId } from "#domain/ids.server.ts";
import { endAssignment } from "#domain/people/assignment-commands.server.ts";
import { addYoungPerson } from "#domain/people/commands.server.ts";
import { searchPeople } from "#domain/people/search.server.ts";
import { writePlanText } from "#domain/plan/commands.server.ts";
import { addGoal, removeGoal } from "#domain/plan/goal-commands.server.ts";
import { hitsFor } from "#domain/search/hits.server.ts";
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
} from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf, tablesHolding } from "#tests/support/log.ts";

aDatabase();

const at = { now: NOW };
let coordinator = "";
let chair = "";
let guide = "";
const found = (staffId: string, typed: string) => asks(searchPeople, { typed }, staffId, NOW);
const names = async (staffId: string, typed: string) =>
  (await found(staffId, typed)).found.map(({ name, initials }) => name ?? initials);

async function anAgreement(
  itemId: string,
  youngPersonId: string,
  text: string,
  set: { ownerId?: string; departmentId?: string; state?: "agreed" | "cancelled"; textClass?: TextClass } = {},
) {
  const id = newId();
  await transact((db) =>
    db.insert(tables.action).values({
      ...{ id, itemId, youngPersonId, text, number: 1, position: 1, state: "agreed", createdAt: NOW },
      ...set,
    }),
  );
  return id;
}

async function minutes(itemId: string, text: string, textClass: TextClass = "open_in_forum") {
  const id = newId();
  await transact((db) =>
    db.insert(tables.paragraph).values({ id, itemId, kind: "discussion", authorId: chair, text, textClass }),
  );
  return id;
}

async function itemOf(youngPersonId: string, set: { typeCode?: string; invited?: string[] } = {}) {
  const meetingId = await aMeeting({ chairId: chair });
  if (set.typeCode)
    await transact((db) =>
      db
        .update(tables.meeting)
        .set({ typeCode: set.typeCode as string })
        .where(eq(tables.meeting.id, meetingId)),
    );
  return anItem({ meetingId, youngPersonId, invited: (set.invited ?? []).map((staffId) => ({ staffId })) });
}

const plan = (youngPersonId: string, text: string) =>
  does(writePlanText, { youngPersonId, part: "wish", area: "", text, version: "0" }, coordinator, at);

beforeAll(async () => {
  coordinator = await aStaffMember("coordinator");
  chair = await aStaffMember("forum_member");
  guide = await aStaffMember("youth_guide");
});

describe("what is found", () => {
  const who: Record<string, string> = {};
  beforeAll(async () => {
    const people: [key: string, firstName: string, lastName: string][] = [
      ["bolig", "Signe", "Boligård"],
      ["gaard", "Åse", "Nørregård"],
      ["gard", "Edgard", "Holm"],
      ["oneil", "Seán", "O’Neil"],
      ["plain", "Alma", "Krogh"],
      ["other", "Bertil", "Lund"],
    ];
    for (const [key, firstName, lastName] of people)
      who[key] = (
        await does(addYoungPerson, { firstName, lastName, bornOn: "2009-04-21", departments: "" }, coordinator, at)
      ).answer.id;
    await plan(who.plain ?? "", "Jeg vil gerne have en ungdomsbolig tæt på værkstedet 🛠️");
    await plan(who.other ?? "", "Jeg vil i smedelære");
    await does(
      addGoal,
      {
        youngPersonId: who.other,
        text: "Jeg har en bolig til sommer",
        why: "100 % ro",
        howSeen: "",
        targetOn: "",
        area: "",
      },
      coordinator,
      at,
    );
    const item = await itemOf(who.oneil ?? "");
    await anAgreement(item, who.oneil ?? "", "Bostøtten ringer om et boligindskud");
    await minutes(item, "Skolen NOT NEAR hjemmet OR på værkstedet");
  });

  test("a name that holds the words stands first, then whole words, then parts of compounds", async () => {
    expect(await names(coordinator, "bolig")).toEqual(["Signe Boligård", "Bertil Lund", "Seán O’Neil", "Alma Krogh"]);
  });

  test.each([
    ["a part of a compound", "domsbol", ["Alma Krogh"]],
    ["another part of one", "lære", ["Bertil Lund"]],
    ["whatever the case", "BOLIGÅRD", ["Signe Boligård"]],
    ["an å is an å", "gård", ["Åse Nørregård", "Signe Boligård"]],
    ["and an a is no å", "gard", ["Edgard Holm"]],
    ["an é is no e", "sean", []],
    ["a name in another order", "lund bertil", ["Bertil Lund"]],
    ["all of the words", "bolig sommer", ["Bertil Lund"]],
    ["a short word too", "bolig ha", ["Bertil Lund", "Alma Krogh"]],
    ["few letters begin a name, and ø is no o", "no", []],
    ["few letters with ø", "nø", ["Åse Nørregård"]],
    ["first names too", "ed", ["Edgard Holm"]],
    ["å spelled with two signs", "nørrega\u030Ard", ["Åse Nørregård"]],
    ["what nobody wrote", "flodhest", []],
  ])("%s: %s", async (_, typed, expected) => {
    expect((await names(coordinator, typed)).sort()).toEqual([...expected].sort());
  });

  test.each([
    ["an apostrophe", "O’Neil", ["Seán O’Neil"]],
    ["the other apostrophe is another letter", "O'Neil", []],
    ["a sign for anything", "100 %", ["Bertil Lund"]],
    ["signs alone", "%%%", []],
    ["a picture", "værkstedet 🛠️", ["Alma Krogh"]],
    ["a quotation mark", '"bolig', []],
    ["an operator is a word", "NOT NEAR", ["Seán O’Neil"]],
    ["so is another", "hjemmet OR", ["Seán O’Neil"]],
    ["and what looks like a column", "name:bolig", []],
    ["brackets and stars", "(bolig* AND {name}", []],
    ["a caret and a minus", "^bolig -lund +x", []],
    ["nothing", "   ", []],
    ["a sign that cannot be seen", "\u200B\u0000\u202E", []],
  ])("%s is text: %s", async (_, typed, expected) => {
    expect(await names(coordinator, typed)).toEqual(expected);
  });

  test("a text of a thousand words that is pasted in is searched for by its first", async () => {
    await expect(found(coordinator, `${"bolig ".repeat(2000)}`)).resolves.toHaveProperty("found");
  });

  test("the excerpt says what was found, and what stands around it", async () => {
    const { found: people } = await found(coordinator, "domsbol");
    expect(people[0]?.texts).toMatchObject([
      {
        kind: "plan",
        excerpt: { before: "Jeg vil gerne have en ung", found: "domsbol", after: "ig tæt på værkstedet 🛠️" },
      },
    ]);
  });

  test("the log says who searched and whom it showed, and nowhere what was typed", async () => {
    await found(await aStaffMember("coordinator"), "smedelær");
    const rows = (await logOf("search-people")).slice(-2);
    expect(rows.map(({ kind, youngPersonId }) => [kind, youngPersonId])).toEqual([
      ["searched", null],
      ["read", who.other],
    ]);
    expect(rows[0]?.facts).toMatchObject({ found: 1 });
    await found(coordinator, "kvadratrod");
    expect(tablesHolding("kvadratrod")).toEqual([]);
  });
});

describe("what stands no more", () => {
  test("a text that was changed is found by its new words alone", async () => {
    const person = await aYoungPerson({ firstName: "Liv", lastName: "Bak" });
    await does(
      writePlanText,
      { youngPersonId: person, part: "direction", area: "", text: "Først svejsekursus", version: "0" },
      coordinator,
      at,
    );
    await does(
      writePlanText,
      { youngPersonId: person, part: "direction", area: "", text: "Først kørekort", version: "1" },
      coordinator,
      at,
    );
    expect([await names(coordinator, "svejsekursus"), await names(coordinator, "kørekort")]).toEqual([[], ["Liv Bak"]]);
  });

  test("a text that was changed in the moment before is found neither by what it was nor twice", async () => {
    const item = await itemOf(await aYoungPerson({ firstName: "Bo", lastName: "Vent" }));
    const person = await aYoungPerson({ firstName: "Mia", lastName: "Vent" });
    await anAgreement(item, person, "Glarmester");
    await indexed();
    const asking = {
      actor: { kind: "staff", id: coordinator, sessionId: "" },
      now: NOW,
      today: NOW.slice(0, 10),
    } as const;
    const hits = (word: string) => read((db) => hitsFor(db, asking, [word]));
    expect(await hits("glarmester")).toHaveLength(1);
    await transact((db) => db.update(tables.action).set({ text: "Tømrer" }).where(eq(tables.action.itemId, item)));
    expect([await hits("glarmester"), await hits("tømrer")]).toEqual([[], []]);
    await indexed();
    expect([await hits("glarmester"), (await hits("tømrer")).length]).toEqual([[], 1]);
  });

  test("what was taken off, fell away, was given a narrower class or handed in is not found", async () => {
    const person = await aYoungPerson({ firstName: "Ida", lastName: "Fjern" });
    const goal = { youngPersonId: person, text: "Trapezkunstner", why: "", howSeen: "", targetOn: "", area: "" };
    const { id } = (await does(addGoal, goal, coordinator, at)).answer;
    const item = await itemOf(person);
    const action = await anAgreement(item, person, "Trapezaftale");
    const paragraph = await minutes(item, "Trapezreferat");
    await transact((db) =>
      db
        .insert(tables.paragraph)
        .values({ id: newId(), itemId: item, kind: "handed_in", authorId: chair, text: "Trapez" }),
    );
    expect((await found(coordinator, "trapez")).found[0]?.texts).toHaveLength(3);
    await does(removeGoal, { id, version: "1" }, coordinator, at);
    await transact((db) => db.update(tables.action).set({ state: "cancelled" }).where(eq(tables.action.id, action)));
    await transact((db) =>
      db.update(tables.paragraph).set({ textClass: "health" }).where(eq(tables.paragraph.id, paragraph)),
    );
    expect((await found(coordinator, "trapez")).found).toEqual([]);
    expect((await found(chair, "trapez")).found).toEqual([]);
  });

  test("an item that turns out to be about another young person takes its texts along", async () => {
    const [first, second] = [
      await aYoungPerson({ firstName: "Gry", lastName: "Et" }),
      await aYoungPerson({ firstName: "Kaj", lastName: "To" }),
    ];
    const item = await itemOf(first);
    await minutes(item, "Violinundervisning");
    await transact((db) =>
      db.update(tables.agendaItem).set({ youngPersonId: second }).where(eq(tables.agendaItem.id, item)),
    );
    expect(await names(coordinator, "violin")).toEqual(["Kaj To"]);
  });
});

describe("who may not read a text gets no hit of it", () => {
  test("a guide finds those they go with, and nobody once that has ended", async () => {
    const person = await aYoungPerson({ firstName: "Mia", lastName: "Dragevad" });
    await plan(person, "Jeg vil bygge drager");
    await plan(await aYoungPerson({ lastName: "Dragemark" }), "Drageværksted");
    expect(await names(guide, "drage")).toEqual([]);
    const id = await anAssignment(person, guide);
    expect(await found(guide, "drage")).toMatchObject({
      found: [{ id: person, texts: [{ kind: "plan" }] }],
      more: false,
    });
    await does(endAssignment, { id, version: "1" }, coordinator, at);
    expect(await found(guide, "drage")).toEqual({ found: [], more: false });
  });

  test("whoever is asked to an item finds its minutes and agreements, and nothing of the plan", async () => {
    const person = await aYoungPerson({ firstName: "Eva", lastName: "Ukulelesen" });
    const caseworker = await aStaffMember("caseworker");
    const item = await itemOf(person, { invited: [caseworker] });
    await plan(person, "Ukulele i planen");
    await minutes(item, "Ukulele i referatet");
    await anAgreement(item, person, "Ukulele i aftalen");
    const people = (await found(caseworker, "ukulele")).found;
    expect(people).toMatchObject([{ id: null, name: "Eva Ukulelesen", bornOn: null }]);
    expect(people[0]?.texts.map(({ kind, at: place }) => [kind, place?.itemId])).toEqual([
      ["action", item],
      ["minutes", item],
    ]);
  });

  test("an agreement of one's department is found without whom it is about; the rest of the item is not", async () => {
    const person = await aYoungPerson({ firstName: "Ole", lastName: "Harpesen" });
    const departmentId = await aDepartment();
    const member = await aStaffMember("forum_member", { departmentId });
    const item = await itemOf(person);
    await anAgreement(item, person, "Harpe hver torsdag", { departmentId });
    await minutes(item, "Harpen blev nævnt");
    expect((await found(member, "harpe")).found).toMatchObject([
      { id: null, name: null, initials: "O.H.", texts: [{ kind: "action", at: null }] },
    ]);
    expect(await names(member, "harpesen")).toEqual([]);
  });

  test("whoever has a conflict of interest finds nothing of that item, a coordinator neither", async () => {
    const person = await aYoungPerson({ firstName: "Bo", lastName: "Tuba" });
    const item = await itemOf(person);
    await minutes(item, "Kontrabas i kælderen");
    await anAgreement(item, person, "Kontrabas lånes ud", { ownerId: coordinator });
    expect(await names(coordinator, "kontrabas")).toEqual(["Bo Tuba"]);
    await transact((db) =>
      db
        .insert(tables.conflictOfInterest)
        .values({ id: newId(), itemId: item, staffId: coordinator, declaredAt: NOW, declaredBy: chair }),
    );
    expect(await found(coordinator, "kontrabas")).toEqual({ found: [], more: false });
    expect(await names(chair, "kontrabas")).toEqual(["Bo Tuba"]);
  });

  test("nothing of a meeting under § 115 is found by anybody, nor once it has become one", async () => {
    const person = await aYoungPerson();
    const first = await itemOf(person, { typeCode: "section115", invited: [guide] });
    await minutes(first, "Fagotkoncert");
    await anAgreement(first, person, "Fagotaftale", { ownerId: guide });
    const later = await itemOf(person);
    await minutes(later, "Fagot igen");
    expect((await found(chair, "fagot")).found[0]?.texts).toHaveLength(1);
    const [row] = await transact((db) => db.select().from(tables.agendaItem).where(eq(tables.agendaItem.id, later)));
    await transact((db) =>
      db
        .update(tables.meeting)
        .set({ typeCode: "section115" })
        .where(eq(tables.meeting.id, row?.meetingId ?? "")),
    );
    for (const one of [coordinator, chair, guide]) expect((await found(one, "fagot")).found).toEqual([]);
  });

  test("a class above the shared is found by nobody, those who keep the minutes neither", async () => {
    const item = await itemOf(await aYoungPerson());
    await minutes(item, "Obotime", "health");
    for (const one of [coordinator, chair]) expect((await found(one, "obotime")).found).toEqual([]);
  });

  test.each(["admin", "dpo", "leader", "external"] as const)("%s finds nobody", async (role) => {
    const staffId = await aStaffMember(role);
    await plan(await aYoungPerson({ lastName: `Cello ${role}` }), "Cellospil");
    expect(await found(staffId, "cello")).toEqual({ found: [], more: false });
    expect(await found(staffId, "ce")).toEqual({ found: [], more: false });
  });
});
