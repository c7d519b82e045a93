import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { fillCodes } from "#domain/codes/fill.server.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import { addEffort, changeEffort } from "#domain/people/effort-commands.server.ts";
import { changeCombinedOffer, combineEfforts, splitEfforts } from "#domain/plan/offer-commands.server.ts";
import type { PlanRow } from "#domain/plan/views.server.ts";
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
let department = "";
let guide = "";
let stranger = "";
let person = "";
beforeAll(async () => {
  await fillCodes();
  department = await aDepartment({ name: "Job og Praktik" });
  guide = await aStaffMember("youth_guide", { departmentId: department });
  stranger = await aStaffMember("caseworker", { departmentId: department });
});
beforeEach(async () => {
  person = await aYoungPerson();
  await anAssignment(person, guide);
});

const planOf = async () => asks(peopleAround, { id: person }, guide, NOW);
const rowsOf = async <K extends PlanRow["kind"]>(kind: K) =>
  (await planOf()).plan.rows.filter((row): row is Extract<PlanRow, { kind: K }> => row.kind === kind);
const typed = (over: object = {}) => ({
  ...{ departmentId: department, title: "Småjob", provider: "Bageriet Prøven", area: "employment" },
  ...{
    kind: "paid_work",
    fromOn: "1/9-2026",
    toOn: "",
    validUntilOn: "31/12",
    hours: "6,5",
    weekdays: ["5", "2", "2"],
  },
  ...over,
});
const add = async (over: object = {}): Promise<string> =>
  (await does(addEffort, { youngPersonId: person, ...typed(over) }, guide, at)).answer.id;

describe("an effort", () => {
  test("stands with its kind, hours, weekdays and how long it is decided", async () => {
    await add();
    expect(await rowsOf("effort")).toMatchObject([
      { effortKind: "paid_work", weekMinutes: 390, weekdays: [2, 5], validUntilOn: "2026-12-31", version: 1 },
    ]);
  });

  test("is written down without any of them as well", async () => {
    const least = { youngPersonId: person, departmentId: department, title: "Mentor", fromOn: "1/9" };
    await does(addEffort, least, guide, at);
    const none = { effortKind: "", weekMinutes: null, weekdays: [], validUntilOn: null, combinedOfferId: null };
    expect(await rowsOf("effort")).toMatchObject([none]);
  });

  test("says at its field what cannot be: an end before its beginning, hours, a weekday or a kind that are none", async () => {
    for (const [over, problem] of [
      [{ toOn: "31/8-2026" }, { toOn: "days-swapped" }],
      [{ validUntilOn: "31/8-2026" }, { validUntilOn: "days-swapped" }],
      [{ fromOn: "31/2" }, { fromOn: "no-such-day" }],
      [{ hours: "seks" }, { hours: "hours" }],
      [{ hours: "200" }, { hours: "hours" }],
      [{ weekdays: ["8"] }, { weekdays: "number" }],
      [{ kind: "no_such" }, { kind: "choose" }],
      [{ departmentId: "" }, { departmentId: "choose" }],
    ] as const)
      expect(
        await tryTo(addEffort, { youngPersonId: person, ...typed(over) }, guide, at),
        JSON.stringify(over),
      ).toMatchObject({ ok: false, no: "invalid", problems: problem });
    expect(await rowsOf("effort")).toEqual([]);
  });

  test("may begin and end on one day", async () => {
    await add({ toOn: "1/9-2026", validUntilOn: "1/9-2026" });
    expect(await rowsOf("effort")).toMatchObject([{ fromOn: "2026-09-01", toOn: "2026-09-01" }]);
  });

  test("keeps a kind that has ended, and what it was called; another can no longer be chosen", async () => {
    const gone = { list: "effort_kind", labelDa: "gammel ordning", labelEn: "old scheme", fromOn: "2020-01-01" };
    const insert = (code: string, toOn: string | null) =>
      transact((db) => db.insert(tables.codeItem).values({ ...gone, code, toOn }));
    await insert("old_scheme", "2026-01-01");
    expect(
      await tryTo(addEffort, { youngPersonId: person, ...typed({ kind: "old_scheme" }) }, guide, at),
    ).toMatchObject({ problems: { kind: "choose" } });
    const id = await add();
    await transact((db) =>
      db.insert(tables.effort).values({
        ...{ id: "01939b1e-0000-7000-8000-000000000001", youngPersonId: person, departmentId: department },
        ...{ title: "Fra før", kind: "old_scheme", fromOn: "2025-01-01" },
      }),
    );
    const old = { id: "01939b1e-0000-7000-8000-000000000001", version: 1, ...typed({ title: "Rettet" }) };
    await does(changeEffort, { ...old, kind: "old_scheme" }, guide, at);
    expect((await planOf()).effortKinds).toContainEqual({
      code: "old_scheme",
      label: { da: "gammel ordning", en: "old scheme" },
    });
    expect(await tryTo(changeEffort, { id, version: 1, ...typed({ kind: "old_scheme" }) }, guide, at)).toMatchObject({
      problems: { kind: "choose" },
    });
  });
});

describe("efforts that are thought together", () => {
  const combine = (efforts: string[], over: object = {}) => ({
    youngPersonId: person,
    title: "Vejen til køkkenet",
    efforts,
    ...over,
  });

  test("are two or more, and say so in the plan and on the boards ahead", async () => {
    const item = await anItem({ meetingId: await aMeeting({ chairId: guide }), youngPersonId: person });
    const [one, other] = [await add(), await add({ title: "STU" })];
    const done = await does(combineEfforts, combine([one, other]), guide, at);
    const { id } = done.answer;
    expect(done.changes.map(({ topic }) => topic).sort()).toEqual([`item:${item}`, `person:${person}`]);
    expect(await rowsOf("combined-offer")).toMatchObject([{ id, title: "Vejen til køkkenet", version: 1 }]);
    expect((await rowsOf("effort")).map(({ combinedOfferId }) => combinedOfferId)).toEqual([id, id]);
    expect(await lastKindsOf("combine-efforts")).toEqual(["efforts-combined"]);
    expect(await tryTo(combineEfforts, combine([one, other], { id }), guide, at)).toMatchObject({ ok: false });
  });

  test("are not one alone, nor somebody else's, nor already thought together with others", async () => {
    const [a, b, c] = [await add(), await add(), await add()];
    const refused = (efforts: string[]) => tryTo(combineEfforts, combine(efforts), guide, at);
    expect(await refused([a])).toMatchObject({ problems: { efforts: "efforts-two" } });
    expect(await refused([a, a])).toMatchObject({ problems: { efforts: "efforts-two" } });
    expect(await refused([])).toMatchObject({ problems: { efforts: "efforts-two" } });
    const own = person;
    person = await aYoungPerson();
    await anAssignment(person, guide);
    const foreign = await add();
    person = own;
    expect(await refused([a, foreign])).toMatchObject({ no: "missing" });
    await does(combineEfforts, combine([a, b]), guide, at);
    expect(await refused([b, c])).toMatchObject({ problems: { efforts: "efforts-taken" } });
    expect(await rowsOf("combined-offer")).toHaveLength(1);
  });

  test("are changed: one leaves, another joins; a second who saw the former is told", async () => {
    const [a, b, c] = [await add({ title: "A" }), await add({ title: "B" }), await add({ title: "C" })];
    const { id } = (await does(combineEfforts, combine([a, b]), guide, at)).answer;
    const change = { id, version: 1, title: "Vejen til jobbet", efforts: [b, c] };
    await does(changeCombinedOffer, change, guide, at);
    const bound = (await rowsOf("effort")).filter(({ combinedOfferId }) => combinedOfferId === id);
    expect(bound.map(({ title }) => title).sort()).toEqual(["B", "C"]);
    expect(await tryTo(changeCombinedOffer, change, guide, at)).toMatchObject({
      no: "conflict",
      now: { title: "Vejen til jobbet", version: 2 },
    });
    const alone = { ...change, version: 2, efforts: [c] };
    expect(await tryTo(changeCombinedOffer, alone, guide, at)).toMatchObject({ problems: { efforts: "efforts-two" } });
    expect(await rowsOf("combined-offer")).toMatchObject([{ version: 2 }]);
  });

  test("run on by themselves when they are split, and can be thought together anew", async () => {
    const [a, b] = [await add(), await add()];
    const { id } = (await does(combineEfforts, combine([a, b]), guide, at)).answer;
    const done = await does(splitEfforts, { id, version: 1 }, guide, at);
    expect(done.changes).toMatchObject([{ drop: [`combined-offer ${id}`] }]);
    expect((await rowsOf("effort")).map(({ combinedOfferId }) => combinedOfferId)).toEqual([null, null]);
    const gone = { id, version: 2, title: "Igen", efforts: [a, b] };
    expect(await tryTo(changeCombinedOffer, gone, guide, at)).toMatchObject({ no: "missing" });
    await does(combineEfforts, combine([a, b]), guide, at);
    expect(await rowsOf("combined-offer")).toHaveLength(1);
  });

  test("are nobody's who does not go with the young person, and hold no civil registration number", async () => {
    const [a, b] = [await add(), await add()];
    expect(await tryTo(combineEfforts, combine([a, b]), stranger, at)).toMatchObject({ no: "missing" });
    const cpr = combine([a, b], { title: "070308-5013" });
    expect(await tryTo(combineEfforts, cpr, guide, at)).toMatchObject({ problems: { title: "has-cpr" } });
    const { id } = (await does(combineEfforts, combine([a, b]), guide, at)).answer;
    expect(await tryTo(splitEfforts, { id, version: 1 }, stranger, at)).toMatchObject({ no: "missing" });
    const change = { id, version: 1, title: "Nyt", efforts: [a, b] };
    expect(await tryTo(changeCombinedOffer, change, stranger, at)).toMatchObject({ no: "missing" });
  });
});

describe("a mentor", () => {
  const mentor = { kind: "mentor", fromOn: "1/11-2026" };
  const changeTo = async (id: string, validUntilOn: string) => {
    const { version } = (await rowsOf("effort")).find((row) => row.id === id) ?? { version: 0 };
    return tryTo(changeEffort, { id, version, ...typed({ ...mentor, validUntilOn }) }, guide, at);
  };

  test("is granted for six months at a time, and again when they are gone", async () => {
    const tooLong = await tryTo(
      addEffort,
      { youngPersonId: person, ...typed({ ...mentor, validUntilOn: "2/5-2027" }) },
      guide,
      at,
    );
    expect(tooLong).toMatchObject({ no: "invalid", problems: { validUntilOn: "grant-too-long" } });
    const id = await add({ ...mentor, validUntilOn: "1/5-2027" });
    expect(await changeTo(id, "2/11-2027")).toMatchObject({ no: "invalid" });
    expect(await changeTo(id, "1/11-2027")).toMatchObject({ ok: true });
  });

  test("other efforts are decided for as long as it says", async () => {
    await add({ fromOn: "1/11-2026", validUntilOn: "1/11-2028" });
    expect((await rowsOf("effort")).map(({ validUntilOn }) => validUntilOn)).toContain("2028-11-01");
  });
});
