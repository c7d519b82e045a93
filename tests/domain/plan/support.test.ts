import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { fillCodes } from "#domain/codes/fill.server.ts";
import { addExternalPlan, changeExternalPlan, removeExternalPlan } from "#domain/external-plans/commands.server.ts";
import { linkProblem } from "#domain/external-plans/rules.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import { searchPeople } from "#domain/people/search.server.ts";
import { addPlacement, changePlacement, endPlacement, removePlacement } from "#domain/placements/commands.server.ts";
import { minutesOf } from "#domain/placements/rules.ts";
import { planVersions } from "#domain/plan/queries.server.ts";
import type { PlanRow } from "#domain/plan/views.server.ts";
import { addScheme, changeScheme, removeScheme } from "#domain/schemes/commands.server.ts";
import { windowOf } from "#domain/schemes/rules.ts";
import { changeWellbeing, rateWellbeing, removeWellbeing } from "#domain/wellbeing/commands.server.ts";
import { byArea } from "#domain/wellbeing/rules.ts";
import {
  aDepartment,
  anAssignment,
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
let department = "";
let guide = "";
let adviser = "";
let stranger = "";
let person = "";
beforeAll(async () => {
  await fillCodes();
  department = await aDepartment({ name: "Job og Praktik" });
  guide = await aStaffMember("youth_guide", { departmentId: department });
  adviser = await aStaffMember("caseworker", { departmentId: department });
  stranger = await aStaffMember("caseworker", { departmentId: department });
});
beforeEach(async () => {
  person = await aYoungPerson();
  await anAssignment(person, guide);
  await anAssignment(person, adviser, "caseworker");
});

const planOf = () => asks(peopleAround, { id: person }, adviser, NOW);
const rowsOf = async <K extends PlanRow["kind"]>(kind: K) =>
  (await planOf()).plan.rows.filter((row): row is Extract<PlanRow, { kind: K }> => row.kind === kind);

const scheme = (over: object = {}) => ({ youngPersonId: person, scheme: "isbryder", state: "considered", ...over });
const place = (over: object = {}) => ({
  ...{ youngPersonId: person, employer: "Bageriet Prøven", placementKind: "small_job", pay: "paid", hours: "6" },
  ...{ fromOn: "1/9-2026", toOn: "", contactName: "Lis Eksempel", contactPhone: "12 34 56 78", municipal: "" },
  ...over,
});
const rating = (over: object = {}) => ({
  ...{ youngPersonId: person, area: "", score: "6", ratedOn: "14/11", askedById: guide },
  ...over,
});
const plan = (over: object = {}) => ({
  ...{ youngPersonId: person, planKind: "min_plan", departmentId: department, system: "Jobnet", number: "A-17" },
  ...{ link: "https://jobnet.example/plan/17", ...over },
});

/** Of each kind of row: how it is made, changed and taken off. */
const kinds = [
  {
    kind: "scheme",
    make: () => does(addScheme, scheme(), guide, at),
    add: [addScheme, scheme],
    change: [changeScheme, { state: "asked" }],
    remove: removeScheme,
    changed: { schemeState: "asked" },
  },
  {
    kind: "placement",
    make: () => does(addPlacement, place(), guide, at),
    add: [addPlacement, place],
    change: [changePlacement, { ...place(), youngPersonId: undefined, employer: "Køkkenet Prøven" }],
    remove: removePlacement,
    changed: { employer: "Køkkenet Prøven" },
  },
  {
    kind: "wellbeing",
    make: () => does(rateWellbeing, rating(), guide, at),
    add: [rateWellbeing, rating],
    change: [changeWellbeing, { score: "4", ratedOn: "14/11" }],
    remove: removeWellbeing,
    changed: { score: 4 },
  },
  {
    kind: "external-plan",
    make: () => does(addExternalPlan, plan(), guide, at),
    add: [addExternalPlan, plan],
    change: [changeExternalPlan, { planKind: "youth_plan", system: "Fagsystem", number: "", link: "" }],
    remove: removeExternalPlan,
    changed: { planKind: "youth_plan", link: "" },
  },
] as const;

describe.each(kinds)("a row of the plan: $kind", ({ kind, make, add, change, remove, changed }) => {
  const [changes, set] = change;
  const input = (id: string, version = 1) => {
    const { youngPersonId, ...rest } = { youngPersonId: "", ...set };
    const own =
      kind === "wellbeing" ? { askedById: guide } : kind === "external-plan" ? { departmentId: department } : {};
    return { id, version, ...rest, ...own };
  };

  test("stands at once for all who have the plan open, is changed, and taken off; each is told in the log", async () => {
    const done = await make();
    const { id } = done.answer;
    expect(done.changes).toMatchObject([{ topic: `person:${person}`, put: [{ kind, id, version: 1 }] }]);
    await does(changes as never, input(id), adviser, at);
    expect(await rowsOf(kind)).toMatchObject([{ id, version: 2, ...changed }]);
    const off = await does(remove, { id, version: 2 }, adviser, at);
    expect(off.changes).toMatchObject([{ put: [], drop: [`${kind} ${id}`] }]);
    expect(await rowsOf(kind)).toEqual([]);
    expect(await lastKindsOf(remove.name)).toEqual([expect.stringMatching(/-removed$/)]);
  });

  test("is not overwritten unseen, and not changed once it is taken off", async () => {
    const { id } = (await make()).answer;
    await does(changes as never, input(id), adviser, at);
    expect(await tryTo(changes as never, input(id), guide, at)).toMatchObject({ no: "conflict", now: { version: 2 } });
    await does(remove, { id, version: 2 }, guide, at);
    expect(await tryTo(changes as never, input(id, 3), guide, at)).toMatchObject({ no: "missing" });
    expect(await tryTo(remove, { id, version: 3 }, guide, at)).toMatchObject({ no: "missing" });
  });

  test("is not there for who does not go with the young person", async () => {
    const [adds, made] = add;
    expect(await tryTo(adds as never, made(), stranger, at)).toEqual({ ok: false, no: "missing" });
    const { id } = (await make()).answer;
    expect(await tryTo(changes as never, input(id), stranger, at)).toEqual({ ok: false, no: "missing" });
    expect(await tryTo(remove, { id, version: 1 }, stranger, at)).toEqual({ ok: false, no: "missing" });
  });

  test("is told by the versions of the plan, with who changed it", async () => {
    const { id } = (await make()).answer;
    await does(changes as never, input(id), adviser, at);
    const asked = await asks(planVersions, { id: person, from: 0, to: null, row: null }, guide, NOW);
    const told = asked.changed.filter(({ row }) => row.id === id);
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(({ before, who }) => before === "" && who?.byId === adviser)).toBe(true);
  });
});

describe("a scheme", () => {
  test("says until when it can begin: the education's last day and the months of its rule", async () => {
    await does(addScheme, scheme({ educationEndedOn: "30-06-2027" }), guide, at);
    const [row] = await rowsOf("scheme");
    const found = (await planOf()).schemes.find(({ code }) => code === "isbryder");
    expect(found).toMatchObject({ source: expect.stringContaining("Lov om kompensation") });
    expect(row && windowOf(found?.window ?? null, row)).toEqual({
      countsFrom: "education_ended",
      months: 24,
      from: "2027-06-30",
      until: "2029-06-30",
    });
  });

  test("has no window until its day is written, nor where its rule has none", () => {
    const nothing = { educationEndedOn: null, fromOn: null };
    expect(windowOf({ countsFrom: "education_ended", months: 24 }, { ...nothing, fromOn: "2026-01-01" })).toBeNull();
    expect(windowOf({ countsFrom: "begun", months: 6 }, { ...nothing, fromOn: "2026-08-31" })).toMatchObject({
      until: "2027-02-28",
    });
    expect(windowOf(null, { educationEndedOn: "2027-06-30", fromOn: null })).toBeNull();
  });

  test("follows the rule that is in force on the day: law moves", async () => {
    const rule = { code: "isbryder", hintDa: "Ny regel", hintEn: "New rule", source: "Ny lov" } as const;
    await transact((db) =>
      db.insert(tables.schemeRule).values({ ...rule, countsFrom: "education_ended", months: 36, fromOn: "2027-01-01" }),
    );
    const windowAt = async (now: string) =>
      (await asks(peopleAround, { id: person }, guide, now)).schemes.find(({ code }) => code === "isbryder")?.window;
    expect(await windowAt(NOW)).toMatchObject({ months: 24 });
    expect(await windowAt("2027-02-01T09:00:00.000Z")).toMatchObject({ months: 36 });
  });

  test("of another kind has no education's last day; STU is told of in the hints, not decided", async () => {
    const sps = scheme({ scheme: "sps", educationEndedOn: "30-06-2027" });
    expect(await tryTo(addScheme, sps, guide, at)).toMatchObject({ problems: { educationEndedOn: "not-of-scheme" } });
    const { schemes } = await planOf();
    for (const code of ["sps", "isbryder"]) expect(schemes.find((one) => one.code === code)?.hint.da).toContain("STU");
  });

  test("is only thought of, asked for, in use or put aside: nobody grants or refuses it here", async () => {
    for (const state of ["granted", "refused", ""])
      expect(await tryTo(addScheme, scheme({ state }), guide, at)).toMatchObject({ problems: { state: "choose" } });
  });

  test("says at its field what cannot be", async () => {
    for (const [over, problem] of [
      [{ scheme: "no_such" }, { scheme: "choose" }],
      [{ scheme: "" }, { scheme: "choose" }],
      [{ fromOn: "1/12-2026", toOn: "30/11-2026" }, { toOn: "days-swapped" }],
      [{ educationEndedOn: "31/2" }, { educationEndedOn: "no-such-day" }],
      [{ note: "Nummer 070308-5013" }, { note: "has-cpr" }],
    ] as const)
      expect(await tryTo(addScheme, scheme(over), guide, at), JSON.stringify(over)).toMatchObject({
        problems: problem,
      });
    expect(await rowsOf("scheme")).toEqual([]);
  });
});

describe("a placement", () => {
  test("says at its field what cannot be: days that are swapped, hours that no week has, a kind or a pay that nobody chose", async () => {
    for (const [over, problem] of [
      [{ toOn: "31/8-2026" }, { toOn: "days-swapped" }],
      [{ hours: "169" }, { hours: "hours" }],
      [{ hours: "seks" }, { hours: "hours" }],
      [{ placementKind: "" }, { placementKind: "choose" }],
      [{ placementKind: "no_such" }, { placementKind: "choose" }],
      [{ pay: "" }, { pay: "choose" }],
      [{ employer: " " }, { employer: "required" }],
      [{ employer: "070308-5013" }, { employer: "has-cpr" }],
      [{ contactPhone: "0703085013" }, { contactPhone: "has-cpr" }],
    ] as const)
      expect(await tryTo(addPlacement, place(over), guide, at), JSON.stringify(over)).toMatchObject({
        problems: problem,
      });
    expect(await rowsOf("placement")).toEqual([]);
  });

  test("ends on a day that is not before its first", async () => {
    const { id } = (await does(addPlacement, place(), guide, at)).answer;
    const before = { id, version: 1, toOn: "31/8-2026" };
    expect(await tryTo(endPlacement, before, guide, at)).toMatchObject({ problems: { toOn: "days-swapped" } });
    await does(endPlacement, { id, version: 1, toOn: "" }, guide, at);
    expect(await rowsOf("placement")).toMatchObject([{ toOn: "2026-11-21", version: 2 }]);
  });

  test("counts its hours with the others that run that day, those with pay by themselves", () => {
    const one = { fromOn: "2026-09-01", toOn: null, paid: true, weekMinutes: 360 };
    const all = [
      one,
      { ...one, weekMinutes: 90 },
      { ...one, paid: false, weekMinutes: 1200 },
      { ...one, weekMinutes: null },
      { ...one, toOn: "2026-11-20" },
      { ...one, fromOn: "2026-11-22" },
    ];
    expect(minutesOf(all, "2026-11-21")).toEqual({ paid: 450, unpaid: 1200 });
  });

  test("is found by its workplace, by those who may open the plan alone, and not once it is taken off", async () => {
    const { id } = (await does(addPlacement, place({ employer: "Sejlmagerværkstedet" }), guide, at)).answer;
    const found = async (by: string) =>
      (await asks(searchPeople, { typed: "sejlmager" }, by, NOW)).found.map((one) => one.id);
    expect(await found(guide)).toEqual([person]);
    expect(await found(stranger)).toEqual([]);
    await does(removePlacement, { id, version: 1 }, guide, at);
    expect(await found(guide)).toEqual([]);
  });
});

describe("the young person's own number", () => {
  test("is a whole number from 0 to 10, said on a day that has been, to somebody", async () => {
    for (const [over, problem] of [
      [{ score: "11" }, { score: "zero-to-ten" }],
      [{ score: "-1" }, { score: "zero-to-ten" }],
      [{ score: "6.5" }, { score: "zero-to-ten" }],
      [{ score: "" }, { score: "zero-to-ten" }],
      [{ ratedOn: "22/11-2026" }, { ratedOn: "not-yet" }],
      [{ askedById: "" }, { askedById: "choose" }],
      [{ area: "no_such" }, { area: "choose" }],
    ] as const)
      expect(await tryTo(rateWellbeing, rating(over), guide, at), JSON.stringify(over)).toMatchObject({
        problems: problem,
      });
    for (const score of ["0", "10"])
      await does(rateWellbeing, rating({ score, ratedOn: score === "0" ? "1/11" : "2/11" }), guide, at);
    expect((await rowsOf("wellbeing")).map(({ score }) => score)).toEqual([0, 10]);
  });

  test("is one a day for each area, and of three areas at most; another takes the place of one that is taken off", async () => {
    const { id } = (await does(rateWellbeing, rating(), guide, at)).answer;
    const again = { ok: false, no: "invalid", problems: { ratedOn: "rated-that-day" } };
    expect(await tryTo(rateWellbeing, rating({ score: "2" }), adviser, at)).toEqual(again);
    for (const area of ["education", "leisure", "health"]) await does(rateWellbeing, rating({ area }), guide, at);
    const fourth = rating({ area: "housing" });
    expect(await tryTo(rateWellbeing, fourth, guide, at)).toMatchObject({ problems: { area: "three-areas" } });
    await does(rateWellbeing, rating({ area: "housing", ratedOn: "15/11" }), guide, at);
    await does(removeWellbeing, { id, version: 1 }, guide, at);
    await does(rateWellbeing, rating({ score: "2" }), guide, at);
  });

  test("is read in order of time, each area by itself, how it goes in general first", () => {
    const said = (area: string, ratedOn: string) => ({ area, ratedOn });
    const all = [said("health", "2026-11-01"), said("", "2026-11-03"), said("", "2026-10-01")];
    expect(byArea(all)).toEqual([
      { area: "", rows: [all[2], all[1]] },
      { area: "health", rows: [all[0]] },
    ]);
  });

  test("leaves no number in the log", async () => {
    await does(rateWellbeing, rating({ score: "3" }), guide, at);
    const [row] = await transact((db) => db.select().from(tables.log).orderBy(tables.log.seq)).then((all) =>
      all.slice(-1),
    );
    expect(row).toMatchObject({ kind: "wellbeing-rated", facts: { area: "" } });
    expect(Object.keys(row?.facts ?? {})).toEqual(["row", "area"]);
  });
});

describe("a plan that is kept elsewhere", () => {
  test("is a reference alone: a kind, who keeps it, a system", async () => {
    for (const [over, problem] of [
      [{ planKind: "no_such" }, { planKind: "choose" }],
      [{ departmentId: "" }, { departmentId: "choose" }],
      [{ system: "" }, { system: "required" }],
      [{ number: "070308-5013" }, { number: "has-cpr" }],
      [{ link: "http://jobnet.example" }, { link: "https" }],
      [{ link: "https://jobnet.example/0703085013" }, { link: "has-cpr" }],
    ] as const)
      expect(await tryTo(addExternalPlan, plan(over), guide, at), JSON.stringify(over)).toMatchObject({
        problems: problem,
      });
    expect(await rowsOf("external-plan")).toEqual([]);
  });

  test.each([
    ["https://sag.example/plan?id=17", null],
    ["https://sag.example/2026/11/21/plan-123456", null],
    ["javascript:alert(1)", "https"],
    ["data:text/html,x", "https"],
    ["//sag.example", "https"],
    ["https://anna:kode@sag.example/", "https"],
    ["https://sag.example/?cpr=070308-5013", "has-cpr"],
    ["https://sag.example/?cpr=070308%2D5013", "has-cpr"],
    ["https://sag.example/?cpr=070308%252D5013", "has-cpr"],
    ["https://sag.example/070308/5013", "has-cpr"],
    ["https://sag.example/#670308_5013", "has-cpr"],
    ["https://sag.example/%E0%A4%A?cpr=0703085013", "has-cpr"],
  ])("%s as its link: %s", (link, problem) => expect(linkProblem(link)).toBe(problem));
});
