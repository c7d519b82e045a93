import ICAL from "ical.js";
import { beforeAll, describe, expect, test } from "vitest";
import { read, tables } from "#db/index.server.ts";
import { csvOf } from "#domain/files/csv.server.ts";
import { outcomesToCsv } from "#domain/graduates/export.server.ts";
import { importOutcomes } from "#domain/graduates/import-commands.server.ts";
import { newId } from "#domain/ids.server.ts";
import { noteCourse, referCourse } from "#domain/stu/course-commands.server.ts";
import { importCourses } from "#domain/stu/import-commands.server.ts";
import { coursesFollowed, coursesToCsv, coursesToFile, deadlinesForCalendar } from "#domain/stu/list.server.ts";
import { groupsOf } from "#domain/stu/list.ts";
import { courseFiltersIn } from "#domain/stu/list-filters.ts";
import { anAssignment, aStaffMember, asks, aYoungPerson, does, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastKindsOf } from "#tests/support/log.ts";
import { sheetOf } from "#tests/support/xlsx.ts";
import { calendar } from "../../../app/routes/stu.calendar/calendar.server.ts";
import { workbook } from "../../../app/routes/stu.excel/workbook.server.ts";

aDatabase();

const at = { now: "2026-11-21T09:00:00.000Z" };
const HEAD = "cpr;fornavn;efternavn;sted;linje;indstillet;bevilget;start;planlagt slut;timer;slut;afslutning";
const latin = (text: string) => Buffer.from(text).toString("latin1");
const utf8 = (bytes: Uint8Array) => Buffer.from(bytes).toString("utf8");

/** What Excel would take for a formula, in every place where somebody can write a text. */
const FORMULAS = ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "＝1", '"=1+1";', "=cmd|'/c calc'!A1", "0=;1"];

let team = "";
beforeAll(async () => {
  team = await aStaffMember("stu_team", { name: "Mia Team" });
  const lines = FORMULAS.map((formula, n) => {
    const cell = `"${formula.replaceAll('"', '""')}"`;
    return `6${n + 1}0105-5${n}00;Ib ${n};${cell};${cell};${cell};01-03-2025;10-04-2025;10-08-2025;30-06-2028;840;;`;
  });
  const left = "610204-5900;Åse;Ærø;STU Åen;;01-03-2022;10-04-2022;10-08-2022;30-06-2025;;30-06-2025;gennemført";
  await does(importCourses, { file: latin([HEAD, ...lines, left].join("\n")), confirmed: "yes" }, team, at);
  const waits = await aYoungPerson({ firstName: "Nora", lastName: "Venter", bornOn: "2008-02-01" });
  await anAssignment(waits, team, "stu_team");
  await does(referCourse, { id: newId(), youngPersonId: waits }, team, at);
});

const shown = (search = "", name = "") => ({ filters: courseFiltersIn(new URLSearchParams(search)), name });
const csv = async (search = "", name = "") => (await asks(coursesToCsv, shown(search, name), team, at.now)).rows;
const all = (table: "stuCourse" | "followUp" | "youngPerson") => read((db) => db.select().from(tables[table]));

describe("the courses as a file", () => {
  test("read in again change nothing, whatever stands in them", async () => {
    const before = [await all("stuCourse"), await all("youngPerson")];
    const bytes = csvOf(await csv("by=person"));
    const file = Buffer.from(bytes).toString("latin1");
    const { answer } = await does(importCourses, { file, confirmed: "yes" }, team, at);
    expect(answer.counts).toEqual({ new: 0, changed: 0, unchanged: FORMULAS.length + 1, wrong: 0 });
    expect([await all("stuCourse"), await all("youngPerson")]).toEqual(before);
  });
  test("open in Danish Excel: marked as UTF-8, semicolons, days as they are written, no formula, no number", async () => {
    const text = utf8(csvOf(await csv("by=person")));
    expect(
      text.startsWith("\uFEFFfornavn;efternavn;født;sted;linje;indstillet;bevilget;start;planlagt slut;timer;"),
    ).toBe(true);
    expect(text).toContain("Ib 0;'=1+1;01-01-2005;'=1+1;'=1+1;01-03-2025;10-04-2025;10-08-2025;30-06-2028;840;;\r\n");
    for (const cell of text.slice(1).split(/[;\r\n]+/)) expect(cell).not.toMatch(/^"?[=+\-@＝]/);
    expect(text).not.toMatch(/0105-?5/);
  });
  test("are those that are shown, each once and in that order, the name that is looked for too", async () => {
    const names = (rows: string[][]) => rows.slice(1).map(([first]) => first);
    const { groups } = await asks(coursesToFile, shown(), team, at.now);
    const order = groups.flatMap(({ rows }) => rows.map(({ course }) => course.name.split(" ").slice(0, 2).join(" ")));
    expect(names(await csv())).toEqual([...new Set(order)].map((name) => (name.startsWith("Nora") ? "Nora" : name)));
    expect(names(await csv("by=person", " IB 3"))).toEqual(["Ib 3"]);
    expect(names(await csv("year=3"))).toEqual([]);
    expect(await lastKindsOf("courses-csv")).toContain("courses-exported");
  });
  test("for Excel: the rows of the page in its order, text as text and days as days", async () => {
    const out = await asks(coursesToFile, shown("by=person", "ib"), team, at.now);
    const { name, bytes } = await workbook(out, "da");
    const { rows, source } = sheetOf(bytes);
    expect(name).toBe("stu-forloeb-2026-11-21.xlsx");
    expect(rows.slice(1).map((row) => row[1])).toEqual(out.groups[0]?.rows.map(({ course }) => course.name));
    expect(rows.map((row) => row[1])).toContain("Ib 0 =1+1");
    expect(source).not.toContain("<f");
    const byDeadline = sheetOf(
      (await workbook(await asks(coursesToFile, shown(), team, at.now), "da")).bytes,
    ).rows.slice(1);
    // Named as on the page.
    expect(byDeadline.map((row) => row[4])).toContain("Statusmøde nr. 1");
    for (const [group] of byDeadline) expect(group).toMatch(/ senest \d|[ ]i [a-zæøå]+ \d{4}$|^Over fristen$/);
  });
  test("are for whoever may have the list", async () => {
    const admin = await aStaffMember("admin");
    const missing = { answer: { no: "missing" } };
    await expect(asks(coursesToCsv, shown(), admin, at.now)).rejects.toMatchObject(missing);
    await expect(asks(coursesToFile, shown(), admin, at.now)).rejects.toMatchObject(missing);
    const guide = await aStaffMember("youth_guide");
    expect((await asks(coursesToCsv, shown(), guide, at.now)).rows).toHaveLength(1);
  });
});

describe("the answers as a file", () => {
  test("read in again change nothing; hours have a decimal comma", async () => {
    const lines = [
      "cpr;måneder;dag;udfald;timer;ønske;kilde",
      "610204-5900;3;01-10-2025;fleksjob;12,5;delvist;den unge",
    ];
    await does(importOutcomes, { file: latin(lines.join("\n")), confirmed: "yes" }, team, at);
    const { rows } = await asks(outcomesToCsv, {}, team, at.now);
    const text = utf8(csvOf(rows));
    expect(text).toBe(
      "\uFEFFfornavn;efternavn;født;måneder;dag;udfald;timer;ønske;kilde\r\nÅse;Ærø;01-02-2004;3;01-10-2025;Fleksjob;12,5;delvist;den unge\r\n",
    );
    const before = await all("followUp");
    const { answer } = await does(importOutcomes, { file: latin(text), confirmed: "yes" }, team, at);
    expect(answer.counts).toEqual({ new: 0, changed: 0, unchanged: 1, wrong: 0 });
    expect(await all("followUp")).toEqual(before);
    expect(await lastKindsOf("outcomes-csv")).toContain("outcomes-exported");
  });
  test("are of those whom the asker follows", async () => {
    const guide = await aStaffMember("youth_guide");
    expect((await asks(outcomesToCsv, {}, guide, at.now)).rows).toHaveLength(1);
    await expect(asks(outcomesToCsv, {}, await aStaffMember("admin"), at.now)).rejects.toMatchObject({
      answer: { no: "missing" },
    });
  });
});

test("a note that is somebody's formula is text in the file too", async () => {
  const [course] = (await all("stuCourse")) as { id: string; version: number }[];
  expect(await tryTo(noteCourse, { id: course?.id, version: course?.version, note: "=1+1" }, team, at)).toMatchObject({
    ok: true,
  });
  const { bytes } = await workbook(await asks(coursesToFile, shown("by=person"), team, at.now), "en");
  const { rows, source } = sheetOf(bytes);
  expect([rows.flat().filter((cell) => cell === "=1+1").length > 0, source.includes("<f")]).toEqual([true, false]);
});

describe("the deadlines for a calendar", () => {
  const events = async (search = "", language: "da" | "en" = "da") => {
    const out = await asks(deadlinesForCalendar, { filters: shown(search).filters }, team, at.now);
    const { bytes, name, type } = await calendar(out, language, "https://samspor.example");
    const text = utf8(bytes);
    const read = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    return { read, text, name, type };
  };
  test("are an entry each day with how many and no name, and lead to their group of the list", async () => {
    const { read, text, name, type } = await events();
    expect([name, type]).toEqual(["stu-frister.ics", "text/calendar; charset=utf-8"]);
    const list = await asks(coursesFollowed, { filters: shown().filters }, team, at.now);
    const due = list.courses
      .flatMap(({ deadlines }) => deadlines)
      .filter(({ stand, dueOn }) => stand !== "held" && dueOn >= "2026-11-21" && dueOn <= "2027-11-21");
    expect(read.reduce((sum, { summary }) => sum + Number(/: (\d+) unge?$/.exec(summary)?.[1]), 0)).toBe(due.length);
    expect([...new Set(read.map(({ startDate }) => startDate.toString()))]).toEqual(
      [...new Set(due.map(({ dueOn }) => dueOn))].sort(),
    );
    expect(read.every(({ startDate }) => startDate.isDate)).toBe(true);
    for (const { firstName, lastName } of (await all("youngPerson")) as { firstName: string; lastName: string }[])
      for (const part of [firstName, lastName]) expect(text).not.toContain(part);
    const groups = groupsOf(list.courses, "2026-11-21").map(({ key }) => key);
    for (const one of read) {
      const url = new URL(String(one.component.getFirstPropertyValue("url")));
      expect([url.origin, url.pathname]).toEqual(["https://samspor.example", "/stu"]);
      expect(groups).toContain(url.searchParams.get("group"));
    }
    expect((await events("", "en")).read[0]?.summary).toMatch(/young people$|young person$/);
  });
  test("fetched again are the same entries; with a filter others, that lead to the filtered list", async () => {
    const ids = ({ read }: Awaited<ReturnType<typeof events>>) => read.map(({ uid }) => uid);
    const [first, again, year] = [await events(), await events(), await events("year=2")];
    expect(ids(again)).toEqual(ids(first));
    expect(new Set([...ids(first), ...ids(year)]).size).toBe(first.read.length + year.read.length);
    expect(String(year.read[0]?.component.getFirstPropertyValue("url"))).toContain("/stu?year=2&group=");
    expect(await lastKindsOf("deadlines-calendar")).toContain("deadlines-exported");
  });
});
