import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { agree } from "#domain/actions/agree.server.ts";
import { setActionGoal } from "#domain/actions/goal.server.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import { endAssignment } from "#domain/people/assignment-commands.server.ts";
import { addEffort } from "#domain/people/effort-commands.server.ts";
import { markImportant, setPlanHeard, unmarkImportant, writePlanText } from "#domain/plan/commands.server.ts";
import { addGoal, changeGoal, removeGoal, setGoalState } from "#domain/plan/goal-commands.server.ts";
import { happeningNext } from "#domain/plan/rules.ts";
import { aRoom } from "#tests/support/a-room.ts";
import {
  aDepartment,
  anAssignment,
  aStaffMember,
  asks,
  aYoungPerson,
  does,
  NOW,
  TODAY,
  tryTo,
} from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastKindsOf } from "#tests/support/log.ts";

aDatabase();

const at = { now: NOW };
let center = "";
let adults = "";
let guide = "";
let adviser = "";
let stranger = "";
let person = "";
beforeAll(async () => {
  center = await aDepartment({ name: "Ungecenter" });
  adults = await aDepartment({ name: "Voksen" });
  guide = await aStaffMember("youth_guide", { departmentId: center });
  adviser = await aStaffMember("caseworker", { departmentId: adults });
  stranger = await aStaffMember("caseworker", { departmentId: adults });
});
beforeEach(async () => {
  person = await aYoungPerson();
  await anAssignment(person, guide);
  await anAssignment(person, adviser, "caseworker");
});

const planOf = async (staffId = guide) => (await asks(peopleAround, { id: person }, staffId, NOW)).plan.rows;
const textsOf = async () =>
  (await planOf()).flatMap((row) => (row.kind === "plan-text" ? [[row.part, row.area, row.text]] : [])).sort();
const wish = (text: string, version = 0) => ({ youngPersonId: person, part: "wish", version, text });

describe("a text of the plan", () => {
  test("is written by whoever goes with the young person, with who heard it and when, and stands at once for the others", async () => {
    const done = await does(writePlanText, wish("Jeg vil arbejde med dyr"), guide, at);
    expect(done.changes).toMatchObject([{ topic: `person:${person}`, put: [{ text: "Jeg vil arbejde med dyr" }] }]);
    const row = { part: "wish", text: "Jeg vil arbejde med dyr", heardById: guide, heardOn: TODAY, version: 1 };
    expect(await planOf(adviser)).toMatchObject([row]);
    expect(await lastKindsOf("write-plan-text")).toEqual(["plan-text-written"]);
  });

  test("is not there for who does not go with the young person", async () => {
    expect(await tryTo(writePlanText, wish("Ikke mit"), stranger, at)).toEqual({ ok: false, no: "missing" });
    await expect(planOf(stranger)).rejects.toMatchObject({ answer: { no: "missing" } });
  });

  test("two write in different fields, and neither is in the other's way", async () => {
    await does(writePlanText, wish("Jeg vil arbejde med dyr"), guide, at);
    const direction = { youngPersonId: person, part: "direction", version: 0, text: "Et roligt hold med dyr" };
    await does(writePlanText, direction, adviser, at);
    expect(await textsOf()).toEqual([
      ["direction", "", "Et roligt hold med dyr"],
      ["wish", "", "Jeg vil arbejde med dyr"],
    ]);
  });

  test("two write in the same, and the second sees both; also when neither knew of the other's first words", async () => {
    await does(writePlanText, wish("Heste"), guide, at);
    const conflict = { ok: false, no: "conflict", now: { text: "Heste", version: 1 } };
    expect(await tryTo(writePlanText, wish("Hunde"), adviser, at)).toEqual(conflict);
    await does(writePlanText, wish("Heste og hunde", 1), adviser, at);
    expect(await tryTo(writePlanText, wish("Katte", 1), guide, at)).toMatchObject({ no: "conflict" });
    expect(await textsOf()).toEqual([["wish", "", "Heste og hunde"]]);
  });

  test("what a department writes for itself is written by its own alone, and read by all", async () => {
    const well = { youngPersonId: person, part: "strengths", area: "leisure", version: 0, text: "Onsdagen giver ro" };
    await does(writePlanText, { ...well, departmentId: center }, guide, at);
    await does(writePlanText, { ...well, departmentId: adults, text: "Kan vente og lytte" }, adviser, at);
    expect(await tryTo(writePlanText, { ...well, departmentId: adults, version: 1 }, guide, at)).toMatchObject({
      ok: false,
      no: "missing",
    });
    expect((await textsOf()).map(([, , text]) => text)).toEqual(["Kan vente og lytte", "Onsdagen giver ro"]);
  });

  test("stands where the plan has a place for it, and nowhere else", async () => {
    const text = { youngPersonId: person, version: 0, text: "Noget" };
    for (const place of [
      { part: "wish", area: "leisure" },
      { part: "own_words" },
      { part: "strengths", area: "leisure" },
      { part: "wish", departmentId: center },
    ])
      expect(await tryTo(writePlanText, { ...text, ...place }, guide, at), JSON.stringify(place)).toMatchObject({
        no: "missing",
      });
    const unknown = { ...text, part: "own_words", area: "no_such" };
    expect(await tryTo(writePlanText, unknown, guide, at)).toMatchObject({ problems: { area: "choose" } });
    const cpr = { ...wish("Mit nummer er 070308-5013") };
    expect(await tryTo(writePlanText, cpr, guide, at)).toMatchObject({ problems: { text: "has-cpr" } });
    expect(await textsOf()).toEqual([]);
  });

  test("says to whom it was told, on a day that has been", async () => {
    const { id } = (await does(writePlanText, wish("Heste"), guide, at)).answer;
    const heard = { id, version: 1, heardById: adviser, heardOn: "14/11" };
    await does(setPlanHeard, heard, guide, at);
    expect(await planOf()).toMatchObject([{ heardById: adviser, heardOn: "2026-11-14", version: 2 }]);
    const later = { ...heard, version: 2, heardOn: "1/12-2026" };
    expect(await tryTo(setPlanHeard, later, guide, at)).toMatchObject({ problems: { heardOn: "not-yet" } });
    expect(await tryTo(setPlanHeard, later, stranger, at)).toMatchObject({ no: "missing" });
  });

  test("is not written any more the moment the work with the young person ends", async () => {
    await does(writePlanText, wish("Heste"), adviser, at);
    const coordinator = await aStaffMember("coordinator");
    const mine = (await asks(peopleAround, { id: person }, coordinator, NOW)).around.find(
      (one) => one.staffId === adviser,
    );
    await does(endAssignment, { id: mine?.id, version: mine?.version }, coordinator, at);
    expect(await tryTo(writePlanText, wish("Hunde", 1), adviser, at)).toMatchObject({ no: "missing" });
  });
});

describe("what matters most now", () => {
  const mark = (area: string, voice = "young_person") => ({ youngPersonId: person, voice, area });

  test("is at most three life areas for each side, none twice", async () => {
    for (const area of ["leisure", "education", "housing"]) await does(markImportant, mark(area), guide, at);
    await does(markImportant, mark("housing"), adviser, at);
    const fourth = { ok: false, no: "invalid", problems: { area: "three-at-most" } };
    expect(await tryTo(markImportant, mark("health"), guide, at)).toEqual(fourth);
    await does(markImportant, mark("health", "professionals"), adviser, at);
    expect((await planOf()).filter(({ kind }) => kind === "priority")).toHaveLength(4);
    expect(await tryTo(markImportant, mark("health"), stranger, at)).toMatchObject({ no: "missing" });
  });

  test("is taken off again, and makes room", async () => {
    const { id } = (await does(markImportant, mark("leisure"), guide, at)).answer;
    expect(await tryTo(unmarkImportant, { id, version: 1 }, stranger, at)).toMatchObject({ no: "missing" });
    const done = await does(unmarkImportant, { id, version: 1 }, adviser, at);
    expect(done.changes).toMatchObject([{ put: [], drop: [`priority ${id}`] }]);
    expect(await planOf()).toEqual([]);
  });
});

describe("a goal", () => {
  const goal = (text = "Jeg vil passe heste") => ({ youngPersonId: person, text, targetOn: "1/3" });

  test("is written, changed, said how it goes and by whom, and removed; each stands in the log", async () => {
    const { id } = (await does(addGoal, { ...goal(), area: "leisure", why: "Der er ro" }, guide, at)).answer;
    const changed = { id, version: 1, text: "Jeg vil passe heste to dage", targetOn: "1/3" };
    await does(changeGoal, changed, adviser, at);
    await does(setGoalState, { id, version: 2, state: "on_track", stateVoice: "young_person" }, guide, at);
    const stands = {
      text: "Jeg vil passe heste to dage",
      targetOn: "2027-03-01",
      state: "on_track",
      stateVoice: "young_person",
    };
    expect(await planOf()).toMatchObject([{ ...stands, stateById: guide, version: 3 }]);
    await does(removeGoal, { id, version: 3 }, guide, at);
    expect(await planOf()).toEqual([]);
    for (const [door, kind] of [
      ["add-goal", "goal-added"],
      ["change-goal", "goal-changed"],
      ["set-goal-state", "goal-state-set"],
      ["remove-goal", "goal-removed"],
    ] as const)
      expect(await lastKindsOf(door)).toEqual([kind]);
  });

  test("is refused without a sentence, and never there for who does not go with the young person", async () => {
    expect(await tryTo(addGoal, goal(" "), guide, at)).toMatchObject({ problems: { text: "required" } });
    expect(await tryTo(addGoal, { ...goal(), targetOn: "31/2" }, guide, at)).toMatchObject({
      problems: { targetOn: "no-such-day" },
    });
    expect(await tryTo(addGoal, goal(), stranger, at)).toMatchObject({ no: "missing" });
    const { id } = (await does(addGoal, goal(), guide, at)).answer;
    for (const [command, input] of [
      [changeGoal, { id, version: 1, text: "Andet", targetOn: "" }],
      [setGoalState, { id, version: 1, state: "met", stateVoice: "professionals" }],
      [removeGoal, { id, version: 1 }],
    ] as const)
      expect(await tryTo(command as never, input, stranger, at)).toMatchObject({ no: "missing" });
  });
});

test("an effort stands in the plan with its life area", async () => {
  const effort = {
    youngPersonId: person,
    departmentId: center,
    title: "Hestepasning",
    area: "leisure",
    fromOn: "1/10",
  };
  const done = await does(addEffort, effort, guide, at);
  expect(done.changes).toMatchObject([
    { topic: `person:${person}`, put: [{ title: "Hestepasning", area: "leisure" }] },
  ]);
  expect(await tryTo(addEffort, { ...effort, area: "no_such" }, guide, at)).toMatchObject({
    problems: { area: "choose" },
  });
});

test("an agreement serves a goal of the same young person, and its goal is not taken from under it", async () => {
  const room = await aRoom();
  const of = { youngPersonId: room.youngPerson, text: "Jeg vil passe heste", targetOn: "" };
  const { id: goalId } = (await does(addGoal, of, room.guide)).answer;
  const other = (await does(addGoal, { ...of, youngPersonId: person }, guide, at)).answer;
  const terms = { itemId: room.item, text: "Ringer til stalden", departmentId: room.adults, dueOn: "14d" };
  const { id } = (await does(agree, terms, room.chair)).answer;
  expect(await tryTo(setActionGoal, { id, version: 1, goalId }, room.outsider)).toMatchObject({ no: "missing" });
  expect(await tryTo(setActionGoal, { id, version: 1, goalId: other.id }, room.guide)).toMatchObject({ no: "missing" });
  await does(setActionGoal, { id, version: 1, goalId }, room.guide);
  const { agreements } = await asks(peopleAround, { id: room.youngPerson }, room.guide);
  expect(agreements.rows).toMatchObject([{ id, goalId, version: 2 }]);
  const remove = { id: goalId, version: 1 };
  expect(await tryTo(removeGoal, remove, room.guide)).toMatchObject({ problems: { id: "goal-has-agreements" } });
  await does(setActionGoal, { id, version: 2, goalId: "" }, room.chair);
  await does(removeGoal, remove, room.guide);
});

describe("what happens next", () => {
  const on = (day: string | null, byYoungPerson = false) => ({ on: day, byYoungPerson });
  test("is the next three that have a day from today on, and not what the young person does themselves", () => {
    const all = [
      on("2026-12-04"),
      on(null),
      on("2026-12-01"),
      on("2026-11-30"),
      on("2026-12-02", true),
      on("2026-12-03"),
      on("2026-12-05"),
    ];
    expect(happeningNext(all, "2026-12-01").map((one) => one.on)).toEqual(["2026-12-01", "2026-12-03", "2026-12-04"]);
  });
});
