import { beforeAll, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { newId } from "#domain/ids.server.ts";
import { rulesOn } from "#domain/stu/deadlines.ts";
import { deadlineRules } from "#domain/stu/find.server.ts";
import { changeDeadlineRule, takeBackRule } from "#domain/stu/rule-commands.server.ts";
import { deadlineRulesFor } from "#domain/stu/rule-queries.server.ts";
import { aStaffMember, asks, aYoungPerson, does, NOW, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";

aDatabase();

const at = { now: NOW };
let team = "";
let course = "";
beforeAll(async () => {
  team = await aStaffMember("stu_team");
  course = newId();
  const youngPersonId = await aYoungPerson({ firstName: "Asta", lastName: "Frist", bornOn: "2007-01-01" });
  const days = {
    referredOn: "2025-01-01",
    decidedOn: "2025-02-01",
    placeChosenOn: "2025-03-01",
    startOn: "2025-08-10",
  };
  await transact((db) =>
    db.insert(tables.stuCourse).values({ id: course, youngPersonId, granted: true, baseEndOn: "2028-06-30", ...days }),
  );
});

const change = { code: "phase_out_meeting", months: "-6", days: "0", fromOn: "01-01-2027", source: "Udvalget 2026" };
const monthsOn = async (day: string) =>
  rulesOn(await read(deadlineRules), day).find(({ code }) => code === "phase_out_meeting")?.months;

test("a change is shown with what it moves before it is made, and counts from its day", async () => {
  const { shown } = await asks(deadlineRulesFor, change, team, NOW);
  expect(shown).toMatchObject({
    next: { months: -6, fromOn: "2027-01-01" },
    moved: [{ courseId: course, name: "Asta Frist", was: "2027-09-30", becomes: "2027-12-30" }],
  });
  expect(await monthsOn("2027-01-01")).toBe(-9);
  await does(changeDeadlineRule, change, team, at);
  expect([await monthsOn("2026-12-31"), await monthsOn("2027-01-01")]).toEqual([-9, -6]);
  const [row] = await logOf("change-deadline-rule");
  expect(row?.facts).toMatchObject({ code: "phase_out_meeting", months: -6, was: -9 });
});

test("a second change before it is refused; taken back, what counted before counts on", async () => {
  const sooner = { ...change, fromOn: "01-12-2026" };
  expect(await tryTo(changeDeadlineRule, sooner, team, at)).toMatchObject({ problems: { fromOn: "rule-after" } });
  await does(takeBackRule, { code: change.code, fromOn: "2027-01-01" }, team, at);
  expect(await monthsOn("2027-06-01")).toBe(-9);
  const [shipped] = (await read(deadlineRules)).filter(({ code }) => code === "phase_out_meeting");
  const inForce = { code: change.code, fromOn: shipped?.fromOn };
  expect(await tryTo(takeBackRule, inForce, team, at)).toMatchObject({ no: "refused", because: "rule-in-force" });
});

test.each([
  [{ fromOn: "20-11-2026" }, { field: "fromOn", problem: "gone" }],
  [{ fromOn: "31-02-2027" }, { field: "fromOn", problem: "no-such-day" }],
  [{ fromOn: "" }, { field: "fromOn", problem: "required" }],
  [{ months: "ni" }, { field: "months", problem: "number" }],
])("what cannot be is told at its field: %o", async (over, problem) => {
  expect((await asks(deadlineRulesFor, { ...change, ...over }, team, NOW)).shown).toEqual(problem);
  expect(await tryTo(changeDeadlineRule, { ...change, ...over }, team, at)).toMatchObject({ ok: false, no: "invalid" });
});

test("the rules are the team's: to others there is no such page", async () => {
  const guide = await aStaffMember("youth_guide");
  await expect(asks(deadlineRulesFor, change, guide, NOW)).rejects.toThrow("missing");
  expect(await tryTo(changeDeadlineRule, change, guide, at)).toMatchObject({ no: "missing" });
  expect(await tryTo(takeBackRule, { code: change.code, fromOn: "2027-01-01" }, guide, at)).toMatchObject({
    no: "missing",
  });
});
