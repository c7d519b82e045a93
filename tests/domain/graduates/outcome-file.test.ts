import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { endFollowUps } from "#domain/graduates/commands.server.ts";
import { importOutcomes } from "#domain/graduates/import-commands.server.ts";
import { importCourses } from "#domain/stu/import-commands.server.ts";
import { anAssignment, aStaffMember, does, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastKindsOf, logOf, tablesHolding } from "#tests/support/log.ts";

aDatabase();

/** Nine months after they left. */
const at = { now: "2026-04-07T10:00:00.000Z" };
const HEAD = "cpr;fornavn;efternavn;født;måneder;dag;udfald;timer;ønske;kilde";
const latin = (text: string, encoding: "utf8" | "latin1" = "utf8") => Buffer.from(text, encoding).toString("latin1");
const file = (...lines: string[]) => latin([HEAD, ...lines].join("\r\n"));

let team = "";
let n = 0;
/** Two who left at the end of June 2025, Sif and Åge, each with a number of their own. */
let [sif, aage] = ["", ""];
beforeEach(async () => {
  team = await aStaffMember("stu_team");
  n += 1;
  [sif, aage] = [1, 2].map((one) => `${60 + n}0${one}04-5${String(n).padStart(3, "0")}`) as [string, string];
  const courses = [
    "cpr;fornavn;efternavn;sted;bevilget;start;planlagt slut;slut;afslutning",
    ...[`${sif};Sif;Prøvegaard`, `${aage};Åge;Prøvegaard`].map(
      (who) => `${who};STU Solbakken (demo);10-04-2022;10-08-2022;30-06-2025;30-06-2025;gennemført`,
    ),
  ];
  await does(importCourses, { file: latin(courses.join("\n")), confirmed: "yes" }, team, at);
});

const bornOf = (cpr: string) => `${String(Number(cpr.slice(0, 2)) - 60).padStart(2, "0")}-${cpr.slice(2, 4)}-2004`;
/** What stands of the one with that number's birth: code, outcome, minutes, wish, source, day. */
const standing = (cpr: string) =>
  read(async (db) => {
    const bornOn = bornOf(cpr).split("-").reverse().join("-");
    const rows = await db
      .select({ one: tables.followUp })
      .from(tables.followUp)
      .innerJoin(tables.stuCourse, eq(tables.stuCourse.id, tables.followUp.courseId))
      .innerJoin(tables.youngPerson, eq(tables.youngPerson.id, tables.stuCourse.youngPersonId))
      .where(eq(tables.youngPerson.bornOn, bornOn));
    return rows
      .filter(({ one }) => one.result !== null)
      .map(({ one }) => [one.code, one.outcome, one.weekMinutes, one.wishMet, one.source, one.settledOn]);
  });

describe("a file of what became of those who left", () => {
  test("shows first what it would change, then changes it; the same file twice changes nothing", async () => {
    const text = file(
      `${sif};;;;3;01-10-2025;fleksjob;12,5;;`,
      `;Åge;Prøvegaard;${bornOf(aage)};;05-01-2026;Ordinær uddannelse;37;delvist;den unge`,
    );
    const preview = await does(importOutcomes, { file: text }, team, at);
    expect(preview.answer.counts).toEqual({ new: 2, changed: 0, unchanged: 0, wrong: 0 });
    expect([await standing(sif), await standing(aage)]).toEqual([[], []]);
    await does(importOutcomes, { text: preview.answer.text, confirmed: "yes" }, team, at);
    expect(await standing(sif)).toEqual([["follow_up_1", "fleksjob", 750, null, "department", "2025-10-01"]]);
    // Without the months it is the last that was due: on 5 January the one after six months.
    expect(await standing(aage)).toEqual([
      ["follow_up_2", "education_ordinary", 2220, "partly", "young_person", "2026-01-05"],
    ]);
    expect(await lastKindsOf("import-outcomes")).toEqual(expect.arrayContaining(["outcome-file-read"]));
    const settled = (await logOf("import-outcomes")).filter(({ kind }) => kind === "follow-up-settled");
    expect(settled.at(-1)?.facts).toMatchObject({ result: "answered", file: true });
    const again = await does(importOutcomes, { file: text, confirmed: "yes" }, team, at);
    expect(again.answer.counts).toEqual({ new: 0, changed: 0, unchanged: 2, wrong: 0 });
  });
  test("says which cells stand otherwise; an empty one says nothing", async () => {
    await does(
      importOutcomes,
      { file: file(`${sif};;;;3;01-10-2025;fleksjob;12,5;ja;den unge`), confirmed: "yes" },
      team,
      at,
    );
    const more = file(`${sif};;;;3;01-10-2025;fleksjob;15;;`);
    const preview = await does(importOutcomes, { file: more }, team, at);
    expect(preview.answer.lines).toMatchObject([{ outcome: "changed", changes: ["timer"] }]);
    await does(importOutcomes, { file: more, confirmed: "yes" }, team, at);
    expect(await standing(sif)).toEqual([["follow_up_1", "fleksjob", 900, "yes", "young_person", "2025-10-01"]]);
  });
  test("is read as Danish Windows writes it, with its columns in another order", async () => {
    const text = [
      "udfald;dag;født;efternavn;fornavn",
      `højskole eller efterskole;05-01-2026;${bornOf(aage)};PRØVEGAARD;åge`,
    ];
    await does(importOutcomes, { file: latin(text.join("\r\n"), "latin1"), confirmed: "yes" }, team, at);
    expect((await standing(aage)).map(([code, outcome]) => [code, outcome])).toEqual([["follow_up_2", "hojskole"]]);
  });
  test("names who waits to be asked and stands in no line, and changes nothing about them", async () => {
    const { answer } = await does(importOutcomes, { file: file(`${sif};;;;3;01-10-2025;fgu;;;`) }, team, at);
    // Sif has been asked once, and waits to be asked after six months.
    expect(answer.gone.filter(({ name }) => /^(Sif|Åge)/.test(name)).length).toBeGreaterThanOrEqual(2);
    expect(await standing(aage)).toEqual([]);
  });
});

describe("a line that is wrong is told by its number, and nothing of the file is done", () => {
  test.each([
    ["nobody of that number", () => "610199-4123;;;;3;01-10-2025;fgu;;;", "cpr", "no-such-graduate"],
    ["nobody of that name and birth", () => ";Sif;Ukendt;01-01-2004;3;01-10-2025;fgu;;;", "cpr", "no-such-graduate"],
    ["neither number nor birth", () => ";Sif;Prøvegaard;;3;01-10-2025;fgu;;;", "cpr", "cpr-or-birth"],
    ["half a number", () => "0104;;;;3;01-10-2025;fgu;;;", "cpr", "cpr"],
    ["no day", () => `${sif};;;;3;;fgu;;;`, "dag", "required"],
    ["a day that is none", () => `${sif};;;;3;31-11-2025;fgu;;;`, "dag", "no-such-day"],
    ["a day to come", () => `${sif};;;;3;01-10-2026;fgu;;;`, "dag", "not-yet"],
    ["a day before the end", () => `${sif};;;;3;29-06-2025;fgu;;;`, "dag", "before-the-end"],
    ["a day before anybody asks", () => `${sif};;;;;01-07-2025;fgu;;;`, "dag", "not-asked-then"],
    ["months at which nobody asks", () => `${sif};;;;4;01-10-2025;fgu;;;`, "måneder", "not-asked-then"],
    ["no such outcome", () => `${sif};;;;3;01-10-2025;astronaut;;;`, "udfald", "not-listed"],
    ["hours that are none", () => `${sif};;;;3;01-10-2025;fgu;mange;;`, "timer", "hours"],
    ["a wish that is none", () => `${sif};;;;3;01-10-2025;fgu;;måske;`, "ønske", "not-listed"],
    ["from the young person, without their wish", () => `${sif};;;;3;01-10-2025;fgu;;;den unge`, "ønske", "no-word"],
    ["from nowhere", () => `${sif};;;;3;01-10-2025;fgu;;;rygtet`, "kilde", "not-listed"],
  ])("%s", async (_, line, column, problem) => {
    const text = file(`${aage};;;;3;01-10-2025;fgu;;;`, line());
    const { answer } = await does(importOutcomes, { file: text, confirmed: "yes" }, team, at);
    expect(answer.lines[0]).toMatchObject({ line: 3, outcome: "wrong", column, problem });
    expect([answer.done, await standing(aage)]).toEqual([false, []]);
  });
  test("the same follow-up twice, by number and by name; two of one person are two", async () => {
    const byName = `;Sif;Prøvegaard;${bornOf(sif)};3;01-10-2025;fgu;;;`;
    const twice = file(`${sif};;;;3;01-10-2025;fgu;;;`, byName);
    const { answer } = await does(importOutcomes, { file: twice, confirmed: "yes" }, team, at);
    expect(answer.lines[0]).toMatchObject({ line: 3, column: "cpr", problem: "twice-cpr" });
    const both = file(`${sif};;;;3;01-10-2025;fgu;;;`, byName.replace(";3;01-10-2025", ";6;05-01-2026"));
    await does(importOutcomes, { file: both, confirmed: "yes" }, team, at);
    expect((await standing(sif)).map(([code]) => code)).toEqual(["follow_up_1", "follow_up_2"]);
  });
  test("somebody who does not want to be asked", async () => {
    const courses = await read((db) => db.select().from(tables.stuCourse));
    await does(endFollowUps, { id: courses.at(-1)?.id, result: "not_wanted" }, team, at);
    const text = file(`${aage};;;;3;01-10-2025;fgu;;;`, `${sif};;;;3;01-10-2025;fgu;;;`);
    const { answer } = await does(importOutcomes, { file: text, confirmed: "yes" }, team, at);
    expect(answer.lines[0]).toMatchObject({ outcome: "wrong", column: "udfald", problem: "asked-no-more" });
    expect(answer.counts).toMatchObject({ wrong: 1, new: 1 });
  });
});

test.each([
  ["a picture", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "outcome-header"],
  ["a head that lacks the outcome", latin("cpr;dag\r\n"), "outcome-header"],
  ["a head alone", latin("cpr;dag;udfald\r\n"), "file-no-lines"],
  ["nothing", "", "file-empty"],
])("what is no such file is told: %s", async (_, bytes, problem) => {
  expect(await tryTo(importOutcomes, { file: bytes }, team, at)).toMatchObject({ problems: { file: problem } });
});

test("a file is the team's: to others there is no such thing", async () => {
  const text = file(`${sif};;;;3;01-10-2025;fgu;;;`);
  for (const role of ["youth_guide", "coordinator", "leader"] as const)
    expect(await tryTo(importOutcomes, { file: text }, await aStaffMember(role), at)).toMatchObject({ no: "missing" });
});

describe("whom it lets its reader see", () => {
  const text = () => file(`${sif};;;;3;01-10-2025;fgu;;;`);
  const personOf = async (cpr: string) => {
    const bornOn = bornOf(cpr).split("-").reverse().join("-");
    const people = await read((db) =>
      db.select().from(tables.youngPerson).where(eq(tables.youngPerson.bornOn, bornOn)),
    );
    return people[0]?.id ?? "nobody";
  };
  test("stands in the log, who is named as missing too", async () => {
    await does(importOutcomes, { file: text() }, team, at);
    const seen = (await logOf("import-outcomes")).filter(({ kind, actorId }) => kind === "read" && actorId === team);
    const ids = seen.map(({ youngPersonId }) => youngPersonId);
    expect(ids).toEqual(expect.arrayContaining([await personOf(sif), await personOf(aage)]));
  });
  test("of a course that is closed whoever goes with the young person changes nothing", async () => {
    await anAssignment(await personOf(sif), team, "stu_team");
    await transact((db) => db.update(tables.stuCourse).set({ closedOn: "2026-04-01" }));
    const { answer } = await does(importOutcomes, { file: text(), confirmed: "yes" }, team, at);
    expect(answer.lines).toMatchObject([{ outcome: "wrong", column: "cpr", problem: "no-such-graduate" }]);
    expect(await standing(sif)).toEqual([]);
  });
});

test("no number of a file stands anywhere in clear", async () => {
  await does(importOutcomes, { file: file(`${sif};;;;3;01-10-2025;fgu;;;`), confirmed: "yes" }, team, at);
  expect([tablesHolding(sif), tablesHolding(sif.replace("-", ""))]).toEqual([[], []]);
});
