import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { newId } from "#domain/ids.server.ts";
import { addYoungPerson } from "#domain/people/commands.server.ts";
import { referCourse } from "#domain/stu/course-commands.server.ts";
import { proposeHandover } from "#domain/stu/handover-commands.server.ts";
import { importCourses } from "#domain/stu/import-commands.server.ts";
import { coursesFollowed } from "#domain/stu/list.server.ts";
import { courseFiltersIn } from "#domain/stu/list-filters.ts";
import { aDepartment, aMeeting, anItem, aStaffMember, asks, does, NOW, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastKindsOf, logOf, tablesHolding } from "#tests/support/log.ts";

aDatabase();

const at = { now: NOW };
const HEAD = "cpr;fornavn;efternavn;sted;linje;indstillet;bevilget;start;planlagt slut;timer;slut;afslutning";
const latin = (text: string, encoding: "utf8" | "latin1" = "utf8") => Buffer.from(text, encoding).toString("latin1");
const file = (...lines: string[]) => latin([HEAD, ...lines].join("\r\n"));

let n = 0;
/** A replacement number that nobody has, born in 2008. */
function aNumber(): string {
  n += 1;
  return `${61 + (n % 28)}${String(1 + (Math.floor(n / 28) % 12)).padStart(2, "0")}08-5${String(n % 1000).padStart(3, "0")}`;
}
const aLine = (
  cpr = aNumber(),
  name = "Søren;Åge",
  rest = "STU Solbakken (demo);Køkken;01-03-2025;10-04-2025;10-08-2025;30-06-2028;840;;",
) => `${cpr};${name};${rest}`;

let team = "";
beforeAll(async () => {
  team = await aStaffMember("stu_team");
});
const courses = () => read((db) => db.select().from(tables.stuCourse));
const people = () => read((db) => db.select().from(tables.youngPerson));
let before = 0;
beforeEach(async () => {
  before = (await courses()).length;
});

describe("a file of STU courses", () => {
  test("shows first what it would change, then changes it; the same file twice changes nothing", async () => {
    const text = file(aLine(), aLine());
    const preview = await does(importCourses, { file: text }, team, at);
    expect(preview.answer.counts).toEqual({ new: 2, changed: 0, unchanged: 0, wrong: 0 });
    expect((await courses()).length).toBe(before);
    const done = await does(importCourses, { text: preview.answer.text, confirmed: "yes" }, team, at);
    expect(done.answer.done).toBe(true);
    expect((await courses()).length).toBe(before + 2);
    expect(await lastKindsOf("import-courses")).toContain("course-file-read");
    const again = await does(importCourses, { file: text, confirmed: "yes" }, team, at);
    expect(again.answer.counts).toEqual({ new: 0, changed: 0, unchanged: 2, wrong: 0 });
    expect((await courses()).length).toBe(before + 2);
  });
  test("makes them nobody's: the forum takes up none of them, and the team shares them out", async () => {
    const { assignment, coordinationCase, stuCourse, youngPerson } = tables;
    await does(importCourses, { file: file(aLine(aNumber(), "Ene;Hjemsted")), confirmed: "yes" }, team, at);
    await read(async (db) => {
      const [person] = await db.select().from(youngPerson).where(eq(youngPerson.lastName, "Hjemsted"));
      const id = person?.id ?? "";
      expect(await db.select().from(stuCourse).where(eq(stuCourse.youngPersonId, id))).toHaveLength(1);
      expect(await db.select().from(assignment).where(eq(assignment.youngPersonId, id))).toEqual([]);
      expect(await db.select().from(coordinationCase).where(eq(coordinationCase.youngPersonId, id))).toEqual([]);
    });
  });
  test("is read as Danish Windows writes it, and with its columns in another order", async () => {
    const lines = [
      "fornavn;efternavn;cpr;bevilget;start;planlagt slut;sted",
      `Søren;Ærø;${aNumber()};10-04-2025;10-08-2025;30-06-2028;STU Åen (demo)`,
    ];
    const { answer } = await does(
      importCourses,
      { file: latin(lines.join("\r\n"), "latin1"), confirmed: "yes" },
      team,
      at,
    );
    expect(answer.counts).toEqual({ new: 1, changed: 0, unchanged: 0, wrong: 0 });
    expect((await people()).some(({ lastName }) => lastName === "Ærø")).toBe(true);
  });
  test("tells which cells stand otherwise, and changes these", async () => {
    const cpr = aNumber();
    await does(importCourses, { file: file(aLine(cpr)), confirmed: "yes" }, team, at);
    const moved = aLine(cpr, undefined, "STU Engen (demo);Køkken;01-03-2025;10-04-2025;10-08-2025;31-01-2029;840;;");
    const preview = await does(importCourses, { file: file(moved) }, team, at);
    expect(preview.answer.lines.map(({ changes }) => [...changes].sort())).toEqual([["planlagt slut", "sted"]]);
    await does(importCourses, { file: file(moved), confirmed: "yes" }, team, at);
    expect((await courses()).filter(({ baseEndOn }) => baseEndOn === "2029-01-31")).toHaveLength(1);
  });
  test("an empty cell says nothing of what stands", async () => {
    const cpr = aNumber();
    await does(importCourses, { file: file(aLine(cpr)), confirmed: "yes" }, team, at);
    const less = aLine(cpr, undefined, "STU Solbakken (demo);;;10-04-2025;10-08-2025;30-06-2028;;;");
    expect((await does(importCourses, { file: file(less) }, team, at)).answer.counts.unchanged).toBe(1);
  });
  test("somebody who stands here is known by name and birth too, and their course by what stands", async () => {
    const cpr = aNumber();
    await does(importCourses, { file: file(aLine(cpr, "Ditte;Navnlig")), confirmed: "yes" }, team, at);
    const bornOn = `${Number(cpr.slice(0, 2)) - 60}-${cpr.slice(2, 4)}-2008`;
    const known = (last: string, rest: string) =>
      latin(`fornavn;efternavn;født;sted;bevilget;start;planlagt slut\r\nDitte;${last};${bornOn};${rest}`);
    const moved = await does(importCourses, { file: known("Navnlig", ";;;31-01-2029") }, team, at);
    expect(moved.answer.lines).toMatchObject([{ outcome: "changed", changes: ["planlagt slut"] }]);
    const nobody = await does(importCourses, { file: known("Ukendt", "Et sted;10-04-2025;;") }, team, at);
    expect(nobody.answer.lines).toMatchObject([{ outcome: "wrong", column: "cpr", problem: "nobody-of-that-name" }]);
  });
  test("a course that ended in it is asked after", async () => {
    const cpr = aNumber();
    const ended = "STU Solbakken (demo);;;10-04-2023;10-08-2023;30-06-2026;;30-06-2026;gennemført";
    await does(importCourses, { file: file(aLine(cpr, undefined, ended)), confirmed: "yes" }, team, at);
    const [course] = (await courses()).filter(({ endedOn }) => endedOn === "2026-06-30");
    const asked = await read((db) =>
      db
        .select()
        .from(tables.followUp)
        .where(eq(tables.followUp.courseId, course?.id ?? "")),
    );
    expect(asked).toHaveLength(4);
  });
  test("names who has a course that runs and stands in no line, and takes nothing away", async () => {
    await does(importCourses, { file: file(aLine(undefined, "Gerda;Borte")), confirmed: "yes" }, team, at);
    const { answer } = await does(importCourses, { file: file(aLine()) }, team, at);
    expect(answer.gone.map(({ name }) => name)).toContain("Gerda Borte");
    const { courses } = await asks(coursesFollowed, { filters: courseFiltersIn(new URLSearchParams()) }, team, NOW);
    expect(courses.some(({ name }) => name === "Gerda Borte")).toBe(true);
  });
});

describe("a line that is wrong is told by its number, and nothing of the file is done", () => {
  const rest = (days: string) => `STU Solbakken (demo);;;${days}`;
  test.each([
    ["no number", aLine(" "), "cpr", "cpr-or-birth"],
    ["half a number", aLine("010108-12"), "cpr", "cpr"],
    ["no such birth", aLine("310208-4321"), "cpr", "cpr"],
    ["somebody too old", aLine("010150-1234"), "cpr", "not-young"],
    ["no place", aLine(undefined, undefined, ";;;10-04-2025;10-08-2025;30-06-2028;;;"), "sted", "required"],
    [
      "a start on the 25th birthday",
      aLine("700801-4123", undefined, rest("10-04-2026;10-08-2026;30-06-2028;;;")),
      "start",
      "starts-at-25",
    ],
    [
      "an end before the start",
      aLine(undefined, undefined, rest("10-04-2025;10-08-2025;01-08-2025;;;")),
      "planlagt slut",
      "days-swapped",
    ],
    [
      "an end after five years",
      aLine(undefined, undefined, rest("10-04-2025;10-08-2025;11-08-2030;;;")),
      "planlagt slut",
      "beyond-five-years",
    ],
    [
      "a day that is none",
      aLine(undefined, undefined, rest("31-02-2025;10-08-2025;30-06-2028;;;")),
      "bevilget",
      "no-such-day",
    ],
    [
      "an end to come",
      aLine(undefined, undefined, rest("10-04-2025;10-08-2025;30-06-2028;;30-06-2028;gennemført")),
      "slut",
      "not-yet",
    ],
    [
      "an end that nobody knows",
      aLine(undefined, undefined, rest("10-04-2025;10-08-2025;30-06-2028;;30-06-2026;måske")),
      "afslutning",
      "not-listed",
    ],
    ["too few hours", aLine(undefined, undefined, rest("10-04-2025;10-08-2025;30-06-2028;839;;")), "timer", "number"],
  ])("%s", async (_, line, column, problem) => {
    const { answer } = await does(importCourses, { file: file(aLine(), line), confirmed: "yes" }, team, at);
    expect(answer.lines[0]).toMatchObject({ line: 3, outcome: "wrong", column, problem });
    expect(answer.done).toBe(false);
    expect((await courses()).length).toBe(before);
  });
  test("the same number twice", async () => {
    const cpr = aNumber();
    const { answer } = await does(importCourses, { file: file(aLine(cpr), aLine(cpr)), confirmed: "yes" }, team, at);
    expect(answer.lines[0]).toMatchObject({ line: 3, column: "cpr", problem: "twice-cpr" });
  });
  test("50 000 lines of which 200 are wrong: these are told, and nothing is done", async () => {
    const good = "STU Solbakken (demo);;;10-04-2025;10-08-2025;30-06-2028;;;";
    const lines = Array.from({ length: 50_000 }, (_, at) => {
      const day = String(61 + (at % 28)).padStart(2, "0");
      const month = String(1 + (Math.floor(at / 28) % 12)).padStart(2, "0");
      const cpr = `${day}${month}0${5 + (Math.floor(at / 336) % 5)}-${4000 + Math.floor(at / 1680)}`;
      return aLine(at % 250 === 249 ? "?" : cpr, "Asta;Demo", good);
    });
    const { answer } = await does(importCourses, { file: file(...lines), confirmed: "yes" }, team, at);
    expect(answer.counts).toMatchObject({ new: 49_800, wrong: 200 });
    expect(answer.lines.filter(({ column, problem }) => column === "cpr" && problem === "cpr")).toHaveLength(200);
    expect(answer.done).toBe(false);
    expect((await courses()).length).toBe(before);
  });
});

describe("what is no such file is told, and nothing is lost", () => {
  test.each([
    ["a picture", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "course-header"],
    ["a head that lacks the place", latin("cpr;fornavn;efternavn;bevilget;start;planlagt slut\r\n"), "course-header"],
    ["an open quotation mark", file('"'), "open-quote 2"],
    ["a head alone", file(), "file-no-lines"],
    ["nothing at all", "", "file-empty"],
  ])("%s", async (_, bytes, problem) => {
    expect(await tryTo(importCourses, { file: bytes }, team, at)).toMatchObject({ problems: { file: problem } });
  });
});

/** The courses of whoever has that last name, the older first. */
const coursesOf = (lastName: string) =>
  read(async (db) => {
    const { stuCourse, youngPerson } = tables;
    const rows = await db
      .select({ course: stuCourse })
      .from(stuCourse)
      .innerJoin(youngPerson, eq(youngPerson.id, stuCourse.youngPersonId))
      .where(eq(youngPerson.lastName, lastName))
      .orderBy(stuCourse.referredOn);
    return rows.map(({ course }) => course);
  });
/** Reads the line of somebody with that last name in, at once. */
const reads = async (cpr: string, lastName: string, rest: string, staffId = team) => {
  const line = aLine(cpr, `Asta;${lastName}`, `STU Solbakken (demo);;;${rest}`);
  return (await does(importCourses, { file: file(line), confirmed: "yes" }, staffId, at)).answer;
};
const standsAside = async (staffId: string, youngPersonId: string) => {
  const itemId = await anItem({ meetingId: await aMeeting({ chairId: staffId }), youngPersonId });
  const conflict = { id: newId(), itemId, staffId, declaredAt: NOW, declaredBy: staffId };
  await transact((db) => db.insert(tables.conflictOfInterest).values(conflict));
};

describe("which course a line is about", () => {
  const OVER = "10-04-2022;10-08-2022;30-06-2025;;30-06-2024;negativt frafald";
  test("a start after the one that ended is a course of its own; the older line is about the older one", async () => {
    const cpr = aNumber();
    await reads(cpr, "Tilbage", OVER);
    expect((await reads(cpr, "Tilbage", "10-04-2026;10-08-2026;30-06-2029;;;")).counts.new).toBe(1);
    expect(await coursesOf("Tilbage")).toMatchObject([
      { startOn: "2022-08-10", endedOn: "2024-06-30" },
      { startOn: "2026-08-10", endedOn: null },
    ]);
    expect((await reads(cpr, "Tilbage", OVER)).counts.unchanged).toBe(1);
  });
  test("a start on the day that it ended is wrong", async () => {
    const cpr = aNumber();
    await reads(cpr, "Samme", OVER);
    const { lines } = await reads(cpr, "Samme", "10-04-2022;30-06-2024;30-06-2026;;;");
    expect(lines).toMatchObject([{ outcome: "wrong", column: "start", problem: "days-swapped" }]);
  });
  test("one that nobody has granted does not start", async () => {
    const cpr = aNumber();
    await reads(cpr, "Ubevilget", OVER);
    const [former] = await coursesOf("Ubevilget");
    await does(referCourse, { youngPersonId: former?.youngPersonId, referredOn: "1/9-2026" }, team, at);
    const { lines } = await reads(cpr, "Ubevilget", ";10-11-2026;30-06-2029;;;");
    expect(lines).toMatchObject([{ outcome: "wrong", column: "bevilget", problem: "required" }]);
    await reads(cpr, "Ubevilget", "01-10-2026;10-11-2026;30-06-2029;;;");
    expect((await coursesOf("Ubevilget"))[1]).toMatchObject({
      ...{ granted: true, decidedOn: "2026-10-01", startOn: "2026-11-10", placeChosenOn: "2026-10-01" },
    });
  });
});

describe("an end in a file is as one that is written by hand", () => {
  const followUpsOf = (courseId: string) =>
    read((db) => db.select().from(tables.followUp).where(eq(tables.followUp.courseId, courseId)));
  const end = (ending: string) => `10-04-2023;10-08-2023;30-06-2026;;30-06-2026;${ending}`;
  test("it was no move after all: it is followed again, and asked after once", async () => {
    const cpr = aNumber();
    await reads(cpr, "Flyttet", end("flyttet kommune"));
    const [moved] = await coursesOf("Flyttet");
    expect([moved?.closedOn, await followUpsOf(moved?.id ?? "")]).toEqual(["2026-11-22", []]);
    for (const ending of ["gennemført", "flyttet kommune", "gennemført"]) await reads(cpr, "Flyttet", end(ending));
    expect(await coursesOf("Flyttet")).toMatchObject([{ ending: "completed", closedOn: null }]);
    expect(await followUpsOf(moved?.id ?? "")).toHaveLength(4);
  });
  test("it is not completed while somebody is asked to take over", async () => {
    const cpr = aNumber();
    await reads(cpr, "Venter", "10-04-2023;10-08-2023;30-06-2026;;;");
    const [course] = await coursesOf("Venter");
    const departmentId = await aDepartment();
    const staffId = await aStaffMember("caseworker", { departmentId });
    const asked = { courseId: course?.id, departmentId, staffId, reason: "Job" };
    await does(proposeHandover, asked, team, at);
    expect((await reads(cpr, "Venter", end("gennemført"))).lines).toMatchObject([
      { outcome: "wrong", column: "afslutning", problem: "course-handover-waits" },
    ]);
    expect((await reads(cpr, "Venter", end("positivt frafald"))).done).toBe(true);
  });
});

test("who stood aside learns from a file of no course, and changes none", async () => {
  const both = await aStaffMember(["stu_team", "coordinator"]);
  const cpr = aNumber();
  await reads(cpr, "Inhabil", "10-04-2025;10-08-2025;30-06-2028;;;");
  const [course] = await coursesOf("Inhabil");
  await standsAside(both, course?.youngPersonId ?? "");
  const other = aNumber();
  const bornOn = `${Number(other.slice(0, 2)) - 60}-${other.slice(2, 4)}-2008`;
  const person = { firstName: "Asta", lastName: "Udenforløb", bornOn, cpr: other };
  await does(addYoungPerson, person, await aStaffMember("coordinator"), at);
  const [without] = (await people()).filter(({ lastName }) => lastName === "Udenforløb");
  await standsAside(both, without?.id ?? "");
  for (const [number, name] of [
    [cpr, "Inhabil"],
    [other, "Udenforløb"],
  ] as const) {
    const answer = await reads(number, name, "10-04-2025;10-08-2025;30-06-2029;;;", both);
    expect(answer.lines).toMatchObject([{ outcome: "wrong", column: "cpr", problem: "not-yours-in-file" }]);
    expect(answer.gone.map((one) => one.name)).not.toContain("Asta Inhabil");
  }
  expect(await coursesOf("Inhabil")).toMatchObject([{ baseEndOn: "2028-06-30" }]);
});

test("whom a file let its reader see stands in the log: who is named as missing, and whose course was compared", async () => {
  const [cpr, gone] = [aNumber(), aNumber()];
  await reads(cpr, "Sammenlignet", "10-04-2025;10-08-2025;30-06-2028;;;");
  await reads(gone, "Mangler", "10-04-2025;10-08-2025;30-06-2028;;;");
  const reader = await aStaffMember("stu_team");
  await reads(cpr, "Sammenlignet", "10-04-2025;10-08-2025;30-06-2028;;;", reader);
  const seen = (await logOf("import-courses")).filter(({ kind, actorId }) => kind === "read" && actorId === reader);
  const ids = seen.map(({ youngPersonId }) => youngPersonId);
  for (const name of ["Sammenlignet", "Mangler"])
    expect(ids).toContain((await coursesOf(name))[0]?.youngPersonId ?? "nobody");
  expect(new Set(ids).size).toBe(ids.length);
});

test("a number that is somebody's whom the team may not know of: answered as any other, left to a coordinator, and not made twice", async () => {
  const cpr = aNumber();
  const coordinator = await aStaffMember("coordinator");
  const bornOn = `${Number(cpr.slice(0, 2)) - 60}-${cpr.slice(2, 4)}-2008`;
  await does(addYoungPerson, { firstName: "Skjult", lastName: "Ung", bornOn, cpr }, coordinator, at);
  const text = file(aLine(cpr, "Søren;Sammenfald"));
  const { answer } = await does(importCourses, { file: text, confirmed: "yes" }, team, at);
  expect(answer.counts).toEqual({ new: 1, changed: 0, unchanged: 0, wrong: 0 });
  expect(await lastKindsOf("import-courses")).toContain("possible-duplicate-found");
  const again = await does(importCourses, { file: text, confirmed: "yes" }, team, at);
  expect(again.answer.counts.unchanged).toBe(1);
});

test("a file is the team's: to others there is no such thing", async () => {
  for (const role of ["youth_guide", "coordinator", "leader"] as const)
    expect(await tryTo(importCourses, { file: file(aLine()) }, await aStaffMember(role), at)).toMatchObject({
      no: "missing",
    });
});

test("no number of a file stands anywhere in clear", async () => {
  const cpr = aNumber();
  await does(importCourses, { file: file(aLine(cpr)), confirmed: "yes" }, team, at);
  expect(tablesHolding(cpr.replace("-", ""))).toEqual([]);
  expect(tablesHolding(cpr)).toEqual([]);
});
