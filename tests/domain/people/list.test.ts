import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { withinReach } from "#domain/access/reach.server.ts";
import { scope } from "#domain/access/rules.server.ts";
import { newId } from "#domain/ids.server.ts";
import { endAssignment } from "#domain/people/assignment-commands.server.ts";
import { type Filters, filtersIn, NO_FILTERS, searchOf } from "#domain/people/filters.ts";
import { AT_ONCE, peopleList } from "#domain/people/list.server.ts";
import { removeView, saveView } from "#domain/saved/commands.server.ts";
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
import { lastKindsOf } from "#tests/support/log.ts";

aDatabase();

const at = { now: NOW };
const list = (staffId: string, filters: Partial<Filters> = {}, after: string | null = null) =>
  asks(peopleList, { filters: { ...NO_FILTERS, ...filters }, after }, staffId, NOW);
const namesOf = async (staffId: string, filters: Partial<Filters> = {}) =>
  (await list(staffId, filters)).people.map(({ name }) => name.split(" ")[0]);

describe("the list of somebody", () => {
  let guide = "";
  let other = "";
  let chair = "";
  let departmentId = "";
  const of: Record<string, string> = {};

  beforeAll(async () => {
    guide = await aStaffMember("youth_guide");
    other = await aStaffMember("youth_guide");
    chair = await aStaffMember("forum_member");
    departmentId = await aDepartment();
    const worker = await aStaffMember("caseworker", { departmentId });
    const born = { Alma: "2010-11-22", Bo: "2010-11-21", Cia: "2008-05-05", Dan: "2003-01-01", Eli: "2008-02-29" };
    for (const [firstName, bornOn] of Object.entries(born)) {
      of[firstName] = await aYoungPerson({ firstName, lastName: `Liste ${firstName}`, bornOn });
      await anAssignment(of[firstName] as string, guide, firstName === "Dan" ? "stu_team" : "guide", false);
    }
    const [alma, bo, cia, dan] = [of.Alma, of.Bo, of.Cia, of.Dan] as [string, string, string, string];
    await anAssignment(alma, other, "guide", true);
    await anAssignment(bo, worker, "caseworker");
    await aYoungPerson({ firstName: "Ukendt", lastName: "Liste" });
    await transact(async (db) => {
      await db
        .insert(tables.effort)
        .values({ id: newId(), youngPersonId: cia, departmentId, title: "Mentor", area: "work", fromOn: "2026-01-01" });
      await db.insert(tables.effort).values({
        id: newId(),
        youngPersonId: dan,
        departmentId,
        title: "Før",
        fromOn: "2020-01-01",
        toOn: "2021-01-01",
      });
      await db.insert(tables.goal).values({ id: newId(), youngPersonId: bo, area: "work", text: "Et job" });
      await db
        .insert(tables.goal)
        .values({ id: newId(), youngPersonId: dan, area: "work", text: "Væk", removedAt: NOW });
    });
    const late = { number: 1, position: 1, text: "x", state: "agreed", dueOn: "2026-11-20", createdAt: NOW } as const;
    const meetings: [who: string, startsAt: string, section115: boolean][] = [
      [cia, "2026-11-10T08:00:00.000Z", false],
      [bo, "2026-08-01T08:00:00.000Z", false],
      [alma, "2026-11-15T08:00:00.000Z", true],
    ];
    for (const [youngPersonId, startsAt, section115] of meetings) {
      const meetingId = await aMeeting({ chairId: chair, startsAt });
      if (section115)
        await transact((db) =>
          db.update(tables.meeting).set({ typeCode: "section115" }).where(eq(tables.meeting.id, meetingId)),
        );
      const itemId = await anItem({ meetingId, youngPersonId, state: "handled" });
      await transact((db) => db.insert(tables.action).values({ ...late, id: newId(), itemId, youngPersonId }));
    }
  });

  test.each<[string, Partial<Filters>, string[]]>([
    ["nothing asked for", {}, ["Alma", "Bo", "Cia", "Dan", "Eli"]],
    ["from sixteen, on the birthday", { ageFrom: 16 }, ["Bo", "Cia", "Dan", "Eli"]],
    ["to fifteen, the day before it", { ageTo: 15 }, ["Alma"]],
    ["from sixteen to eighteen", { ageFrom: 16, ageTo: 18 }, ["Bo", "Cia", "Eli"]],
    ["a life area with a goal or something that runs", { area: "work" }, ["Bo", "Cia"]],
    ["a guide", { guideId: "other" }, ["Alma"]],
    ["STU", { stu: true }, ["Dan"]],
    ["an agreement over its day, but one under § 115", { overdue: true }, ["Bo", "Cia"]],
    ["silent for eight weeks; a meeting under § 115 is not told of", { silent: 8 }, ["Alma", "Bo", "Dan", "Eli"]],
    ["several at once", { silent: 8, area: "work", overdue: true }, ["Bo"]],
    ["what fits nobody", { ageFrom: 50 }, []],
  ])("%s", async (_, filters, expected) => {
    const asked = filters.guideId ? { ...filters, guideId: other } : filters;
    expect(await namesOf(guide, asked)).toEqual(expected);
    expect((await list(guide, asked)).count).toBe(expected.length);
  });

  test("a department that something runs in, or that somebody who goes with them works in", async () => {
    expect(await namesOf(guide, { departmentId })).toEqual(["Bo", "Cia"]);
  });

  test("says who is the contact person, what is late, and when they were last taken up, as far as it is theirs to see", async () => {
    const { people } = await list(guide);
    expect(people.map(({ contactId, overdue, lastAt }) => [contactId, overdue, lastAt?.slice(0, 10) ?? null])).toEqual([
      [other, 0, null],
      [null, 1, "2026-08-01"],
      [null, 1, "2026-11-10"],
      [null, 0, null],
      [null, 0, null],
    ]);
  });

  test("a filter tells nothing of those who are not on it", async () => {
    expect(await list(other, { overdue: true })).toMatchObject({ people: [], count: 0, next: null });
    expect(await namesOf(other)).toEqual(["Alma"]);
    expect(await namesOf(chair)).toEqual([]);
  });

  test("whoever's place ends is shown nobody at the next look", async () => {
    const leaving = await aStaffMember("youth_guide");
    const person = await aYoungPerson({ firstName: "Gro" });
    const id = await anAssignment(person, leaving);
    expect(await namesOf(leaving)).toEqual(["Gro"]);
    await does(endAssignment, { id, version: "1" }, await aStaffMember("coordinator"), at);
    expect(await list(leaving, {}, person)).toMatchObject({ people: [], count: 0 });
  });

  test("fifty at a time, in Danish order, nobody twice and nobody left out", async () => {
    const many = await aStaffMember("youth_guide");
    const lastNames = ["Ågård", "Zachariassen", "Øster", "Ærø", "Aagaard", "Dahl"];
    for (let n = 0; n < AT_ONCE + 10; n += 1)
      await anAssignment(await aYoungPerson({ firstName: `Ung ${n}`, lastName: lastNames[n % 6] as string }), many);
    const first = await list(many);
    const second = await list(many, {}, first.next);
    expect([first.people.length, second.people.length, first.count, second.next]).toEqual([50, 10, 60, null]);
    const all = [...first.people, ...second.people];
    expect(new Set(all.map(({ id }) => id)).size).toBe(60);
    const order = [...new Set(all.map(({ name }) => name.split(" ").at(-1)))];
    expect(order.filter((name) => name !== "Aagaard")).toEqual(["Dahl", "Zachariassen", "Ærø", "Øster", "Ågård"]);
    // A place that the asker may not know of is the beginning.
    expect((await list(many, {}, of.Dan ?? "")).people).toEqual(first.people);
  });
});

test("an address that asks for what cannot be is an address that asks for nothing", () => {
  const read = (text: string) => searchOf(filtersIn(new URLSearchParams(text)));
  expect(read("from=16&to=18&area=work&stu=yes&overdue=yes&silent=8")).toBe(
    "from=16&to=18&area=work&stu=yes&overdue=yes&silent=8",
  );
  expect(read("from=-1&to=1e9&area='; drop table&department=x&guide=%00&stu=1&overdue=on&silent=5&name=Alma")).toBe("");
});

describe("a saved view", () => {
  const view = (name: string) => ({ page: "people", name, search: "stu=yes" });
  test("is kept by its name for whoever made it, and for nobody else", async () => {
    const [own, other] = [await aStaffMember("youth_guide"), await aStaffMember("youth_guide")];
    const { id } = (await does(saveView, view("Mine i STU"), own, at)).answer;
    expect(await lastKindsOf("save-view")).toEqual(["view-saved"]);
    expect((await list(own)).views).toEqual([{ id, version: 1, name: "Mine i STU", search: "stu=yes" }]);
    expect((await list(other)).views).toEqual([]);
    expect(await tryTo(removeView, { id, version: "1" }, other, at)).toEqual({ ok: false, no: "missing" });
    await does(removeView, { id, version: "1" }, own, at);
    expect((await list(own)).views).toEqual([]);
  });

  test("keeps of an address what the page can ask for, and no name that was sent with it", async () => {
    const own = await aStaffMember("youth_guide");
    await does(saveView, { ...view("Alle"), search: "name=Alma&stu=yes&after=x" }, own, at);
    expect((await list(own)).views).toMatchObject([{ search: "stu=yes" }]);
  });

  test("has a name, and there are twenty at most", async () => {
    const own = await aStaffMember("youth_guide");
    expect(await tryTo(saveView, view("  "), own, at)).toMatchObject({ no: "invalid", problems: { name: "required" } });
    for (let n = 1; n <= 20; n += 1) await does(saveView, view(`Nr. ${n}`), own, at);
    expect(await tryTo(saveView, view("Nr. 21"), own, at)).toMatchObject({ problems: { name: "too-many" } });
  });
});

test("the first fifty of many are read by the index of names, and those of a guide by who goes with whom", async () => {
  const planOf = (of: { toSQL: () => { sql: string; params: unknown[] } }) => of.toSQL().sql;
  await read(async (db) => {
    const { youngPerson } = tables;
    const first = db
      .select()
      .from(youngPerson)
      .where(scope("person:open"))
      .orderBy(youngPerson.sortKey, youngPerson.id);
    const own = db.select().from(youngPerson).where(withinReach["person:open"](youngPerson.id));
    const { rawDatabase } = await import("#db/index.server.ts");
    const steps = (text: string) => {
      const unnamed = new Array(text.split("?").length - 1).fill("");
      const named = Object.fromEntries([...text.matchAll(/@(\w+)/g)].map(([, name]) => [name, ""]));
      const rows = rawDatabase().prepare(`explain query plan ${text}`).all(unnamed, named);
      return (rows as { detail: string }[]).map(({ detail }) => detail);
    };
    expect(steps(planOf(first))[0]).toMatch(/SCAN young_person USING INDEX young_person_sort/);
    expect(steps(planOf(own))[0]).toMatch(/SEARCH young_person USING INDEX .*\(id=\?\)/);
    expect(steps(planOf(own)).join("\n")).toMatch(/assignment_staff/);
  });
});
