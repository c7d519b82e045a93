import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import rules from "#db/codes/deadline-rules.json" with { type: "json" };
import { read, tables, transact } from "#db/index.server.ts";
import { addDays } from "#domain/calendar.ts";
import { newId } from "#domain/ids.server.ts";
import { FIXED_RULES, hardEnd, startBefore } from "#domain/stu/course.ts";
import { dueOf, rulesOn } from "#domain/stu/deadlines.ts";
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
  [{ fromOn: "20-11-2026" }, { fromOn: "gone" }],
  [{ fromOn: "31-02-2027" }, { fromOn: "no-such-day" }],
  [{ fromOn: "" }, { fromOn: "required" }],
  [{ months: "ni" }, { months: "number" }],
  [{ months: "" }, { months: "number" }],
  [{ months: "61" }, { months: "number" }],
  [
    { months: "-61", days: "32" },
    { months: "number", days: "number" },
  ],
  [{ code: "support_basis_18", months: "361" }, { months: "number" }],
  [{ code: "support_basis_18", months: "-1" }, { months: "number" }],
])("what cannot be is told at its field, before and when it is done: %o", async (over, problems) => {
  expect((await asks(deadlineRulesFor, { ...change, ...over }, team, NOW)).shown).toEqual({ problems });
  expect(await tryTo(changeDeadlineRule, { ...change, ...over }, team, at)).toEqual({
    ...{ ok: false, no: "invalid", problems },
  });
});

test.each([
  ["", "required"],
  ["s".repeat(201), "too-long"],
  ["120305-1234", "has-cpr"],
])("where a rule stands is told as it was written: %j", async (source, problem) => {
  expect(await tryTo(changeDeadlineRule, { ...change, source }, team, at)).toMatchObject({
    problems: { source: problem },
  });
});

test("what is counted from birth is counted in years of it", async () => {
  const eighteen = { code: "support_basis_18", months: "204", days: "", fromOn: "01-01-2027", source: "Barnets lov" };
  expect((await asks(deadlineRulesFor, eighteen, team, NOW)).shown).toMatchObject({ next: { months: 204, days: 0 } });
  await does(changeDeadlineRule, eighteen, team, at);
  await does(takeBackRule, { code: eighteen.code, fromOn: "2027-01-01" }, team, at);
});

test("what a course is judged by is changed by nobody, and the register says the same", async () => {
  for (const code of ["start_limit", "course_end"] as const) {
    const other = { ...change, code, months: "48" };
    expect(await asks(deadlineRulesFor, other, team, NOW)).toMatchObject({ edited: null, shown: null });
    expect(await tryTo(changeDeadlineRule, other, team, at)).toMatchObject({ problems: { months: "rule-fixed" } });
    const shipped = rules.find((rule) => rule.code === code);
    expect({ months: shipped?.months, days: shipped?.days ?? 0 }).toEqual(FIXED_RULES[code]);
    // One that was changed before says what the course is judged by, too.
    await transact((db) => db.update(tables.deadlineRule).set({ months: 1 }).where(eq(tables.deadlineRule.code, code)));
    expect((await read(deadlineRules)).find((rule) => rule.code === code)).toMatchObject(FIXED_RULES[code]);
  }
  const [born, startOn] = ["2008-02-29", "2026-08-10"];
  expect(dueOf({ anchor: "born", ...FIXED_RULES.start_limit }, born)).toBe(addDays(startBefore(born), -1));
  expect(dueOf({ anchor: "start", ...FIXED_RULES.course_end }, startOn)).toBe(hardEnd(startOn));
});

test("the rules are the team's: to others there is no such page", async () => {
  const guide = await aStaffMember("youth_guide");
  await expect(asks(deadlineRulesFor, change, guide, NOW)).rejects.toThrow("missing");
  expect(await tryTo(changeDeadlineRule, change, guide, at)).toMatchObject({ no: "missing" });
  expect(await tryTo(takeBackRule, { code: change.code, fromOn: "2027-01-01" }, guide, at)).toMatchObject({
    no: "missing",
  });
});
