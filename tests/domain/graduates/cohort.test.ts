import { and, count, eq, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { courseEndings, type FollowUpCode, followUpCodes } from "#db/vocabulary.ts";
import { OTHERS } from "#domain/graduates/cohort.ts";
import { flowPicture } from "#domain/graduates/flow-picture.ts";
import { type GraduateFigures, graduateFigures, graduateFiguresFile } from "#domain/graduates/queries.server.ts";
import { newId } from "#domain/ids.server.ts";
import type { Counts } from "#domain/numbers/count-table.ts";
import { aStaffMember, asks, aYoungPerson } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";
import { sheetOf } from "#tests/support/xlsx.ts";
import { wordsIn } from "#words/words.ts";
import { figureLines } from "../../../app/routes/stu.figures/tables.ts";
import { workbook } from "../../../app/routes/stu.figures_.excel/workbook.server.ts";

aDatabase();

const { followUp, stuCourse, stuProvider } = tables;
const TODAY = "2026-11-21";
const NOW = `${TODAY}T09:00:00.000Z`;

/** What an answer counts as, written down a second time for those codes that are drawn here. */
const GROUP: Record<string, string> = {
  ...{ ordinary_job: "job", fleksjob: "job", education_ordinary: "education", fgu: "education" },
  ...{ activity_social: "active", cash_passive: "passive", other: "other" },
};
const MONTHS: Record<FollowUpCode, string> = {
  ...{ follow_up_1: "+3 months", follow_up_2: "+6 months" },
  ...{ follow_up_3: "+12 months", follow_up_4: "+24 months" },
};

const answer = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ result: fc.constant("answered" as const), outcome: fc.constantFrom(...Object.keys(GROUP)) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      result: fc.constantFrom("unknown" as const, "not_wanted" as const, "moved" as const, "deceased" as const, null),
      outcome: fc.constant(""),
    }),
  },
);
// No day after the 28th: there the database's own months are the calendar's.
const endedOn = fc
  .record({
    year: fc.constantFrom("2024", "2025", "2026"),
    month: fc.integer({ min: 1, max: 11 }),
    day: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ year, month, day }) => `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
const course = fc.record({
  endedOn,
  // Mostly one of them, so that there are numbers to tell.
  ending: fc.constantFrom("completed" as const, "completed" as const, ...courseEndings),
  place: fc.constantFrom(0, 0, 0, 1, 2, null),
  wishMet: fc.constantFrom("yes" as const, "yes" as const, "partly" as const, "no" as const, null),
  answers: fc.tuple(answer, answer, answer, answer),
});

let team = "";
let person = "";
const places = [newId(), newId(), newId()];
beforeAll(async () => {
  team = await aStaffMember("stu_team");
  person = await aYoungPerson();
  await transact((db) =>
    db.insert(stuProvider).values(places.map((id, n) => ({ id, name: `Sted ${n}`, sortKey: `sted ${n}` }))),
  );
});

const half = sql<string>`substr(${stuCourse.endedOn}, 1, 4) || case when substr(${stuCourse.endedOn}, 6, 2) <= '06' then '-1' else '-2' end`;
const counts = and(ne(stuCourse.ending, "transferred_municipality"));
const found = (row: { result: string | null; outcome: string }) => {
  if (row.result === null) return "waiting";
  if (row.result === "answered") return GROUP[row.outcome] ?? "other";
  return row.result === "moved" || row.result === "deceased" ? "away" : "unknown";
};
const isDue = (code: FollowUpCode) =>
  sql`(${followUp.result} is not null or date(${stuCourse.endedOn}, ${MONTHS[code]}) <= ${TODAY})`;

type Line = { row: string; column: string; n: number };

/** The same numbers, counted by the database. */
const endingsBySql = () =>
  read((db) =>
    db
      .select({ row: half, column: sql<string>`${stuCourse.ending}`, n: count() })
      .from(stuCourse)
      .where(counts)
      .groupBy(half, stuCourse.ending),
  );
async function outcomesBySql(code: FollowUpCode, row: typeof half): Promise<Line[]> {
  const lines = await read((db) =>
    db
      .select({ row, result: followUp.result, outcome: followUp.outcome, n: count() })
      .from(followUp)
      .innerJoin(stuCourse, eq(stuCourse.id, followUp.courseId))
      .where(and(counts, eq(followUp.code, code), isDue(code)))
      .groupBy(row, followUp.result, followUp.outcome),
  );
  return lines.map((line) => ({ row: line.row, column: found(line), n: line.n }));
}
async function stepBySql(from: FollowUpCode, to: FollowUpCode): Promise<Line[]> {
  const later = alias(followUp, "later");
  const dueLater = sql`(${later.result} is not null or date(${stuCourse.endedOn}, ${MONTHS[to]}) <= ${TODAY})`;
  const both = [followUp.result, followUp.outcome, later.result, later.outcome] as const;
  const lines = await read((db) =>
    db
      .select({ r1: both[0], o1: both[1], r2: both[2], o2: both[3], n: count() })
      .from(followUp)
      .innerJoin(stuCourse, eq(stuCourse.id, followUp.courseId))
      .innerJoin(later, and(eq(later.courseId, stuCourse.id), eq(later.code, to)))
      .where(and(counts, eq(followUp.code, from), isDue(from), dueLater))
      .groupBy(...both),
  );
  return lines.map(({ r1, o1, r2, o2, n }) => ({
    ...{ row: found({ result: r1, outcome: o1 }), column: found({ result: r2, outcome: o2 }) },
    n,
  }));
}

/** Every number told is the database's, and none of them is small. */
function holds(table: Counts, lines: readonly Line[]) {
  expect(lines.every(({ row }) => table.rows.includes(row))).toBe(true);
  if (table.rows.length === 0) return;
  const sum = (of: (line: Line) => boolean) => lines.filter(of).reduce((all, { n }) => all + n, 0);
  const is = (told: number | null | undefined, n: number) => {
    if (n < 5) expect(told).toBeNull();
    else if (told !== null) expect(told).toBe(n);
  };
  for (const [r, row] of table.rows.entries()) {
    is(
      table.rowTotals[r],
      sum((line) => line.row === row),
    );
    for (const [c, column] of table.columns.entries())
      is(
        table.cells[r]?.[c],
        sum((line) => line.row === row && line.column === column),
      );
  }
  for (const [c, column] of table.columns.entries())
    is(
      table.columnTotals[c],
      sum((line) => line.column === column),
    );
  is(
    table.total,
    sum(() => true),
  );
}

async function addCourses(all: readonly (typeof course extends fc.Arbitrary<infer T> ? T : never)[]) {
  await transact(async (db) => {
    for (const { endedOn, ending, place, wishMet, answers } of all) {
      const id = newId();
      const providerId = place === null ? null : (places[place] ?? null);
      await db
        .insert(stuCourse)
        .values({ id, youngPersonId: person, referredOn: "2020-01-01", endedOn, ending, providerId });
      if (ending === "transferred_municipality") continue;
      await db.insert(followUp).values(
        followUpCodes.map((code, at) => ({
          ...{ id: newId(), courseId: id, code, ...(answers[at] as { result: null; outcome: string }) },
          settledOn: answers[at]?.result ? TODAY : null,
          wishMet: at === 3 ? wishMet : null,
        })),
      );
    }
  });
}

const clear = () =>
  transact(async (db) => {
    await db.delete(followUp);
    await db.delete(stuCourse);
  });

const numbersIn = (value: unknown): number[] =>
  typeof value === "number"
    ? [value]
    : value && typeof value === "object"
      ? Object.values(value).flatMap(numbersIn)
      : [];

async function figuresHold(figures: GraduateFigures) {
  holds(figures.endings, await endingsBySql());
  for (const { code, ...table } of figures.byHalf) holds(table, await outcomesBySql(code, half));
  const place = sql<string>`coalesce(${stuCourse.providerId}, '')`;
  for (const { code, ...table } of figures.byProvider) {
    const lines = await outcomesBySql(code, place);
    const many = (id: string) =>
      id !== "" && lines.filter(({ row }) => row === id).reduce((all, { n }) => all + n, 0) >= 5;
    holds(
      table,
      lines.map((line) => (many(line.row) ? line : { ...line, row: OTHERS })),
    );
  }
  for (const { from, to, counts: table } of figures.flows)
    if (from !== "ended") holds(table, await stepBySql(from as FollowUpCode, to as FollowUpCode));
  const { endings, wishes, byHalf, byProvider, flows } = figures;
  expect(numbersIn({ endings, wishes, byHalf, byProvider, flows }).filter((n) => n < 5)).toEqual([]);
}

test("every number is the one that the database counts over the same rows, and no small one is told", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(course, { minLength: 1, maxLength: 60 }), async (all) => {
      await clear();
      await addCourses(all);
      await figuresHold(await asks(graduateFigures, {}, team, NOW));
    }),
    { numRuns: 12 },
  );
});

test("with many there are numbers to tell, and the bands of the picture are those of its table", async () => {
  await clear();
  await addCourses(fc.sample(course, { numRuns: 150, seed: 7 }));
  const figures = await asks(graduateFigures, {}, team, NOW);
  await figuresHold(figures);
  const { nodes, bands } = flowPicture(figures.flows, 400);
  for (const [column, { counts: table }] of figures.flows.entries()) {
    const cells = table.cells.flat().filter((n) => n !== null);
    expect(cells.length).toBeGreaterThan(0);
    const drawn = bands.filter((band) => band.column === column);
    expect(drawn.map(({ n }) => n).sort((a, b) => a - b)).toEqual(cells.sort((a, b) => a - b));
    for (const [r, row] of table.rows.entries()) {
      const out = drawn.filter(({ from }) => from === row);
      const node = nodes.find((one) => one.column === column && one.name === row);
      if (table.cells[r]?.every((n) => n !== null))
        expect(out.reduce((all, { n }) => all + n, 0)).toBe(table.rowTotals[r]);
      // Nothing leaves a name beyond where it stands.
      for (const { fromY, height } of out)
        expect(fromY + height).toBeLessThanOrEqual((node?.y ?? 0) + (node?.height ?? 0) + 0.001);
    }
  }
  for (const name of ["unknown", "waiting"])
    expect(nodes.filter((node) => node.name === name).map(({ column }) => column)).toEqual([1, 2, 3, 4]);
});

test("the files hold the numbers of the page and no other, and say what is kept back", async () => {
  await clear();
  await addCourses(fc.sample(course, { numRuns: 150, seed: 7 }));
  const figures = await asks(graduateFiguresFile, {}, team, NOW);
  const { endings, wishes, byHalf, byProvider, flows } = figures;
  const onPage = [endings, wishes, ...byHalf, ...byProvider, ...flows.map(({ counts: table }) => table)]
    .flatMap(({ cells, rowTotals, columnTotals, total }) => [...cells.flat(), ...rowTotals, ...columnTotals, total])
    .map((n) => (n === null ? "skjult" : String(n)))
    .sort();
  const [head, ...lines] = figureLines(await wordsIn("da"), figures);
  expect(head).toEqual(["Tabel", "Række", "Kolonne", "Antal"]);
  expect(lines.map(([, , , n]) => n).sort()).toEqual(onPage);
  const at = lines.find(
    ([table, row, column]) => table === "Sådan sluttede de" && row === "I alt" && column === "gennemført",
  );
  expect(at?.[3]).toBe(String(endings.columnTotals[endings.columns.indexOf("completed")] ?? "skjult"));
  const { rows, source } = sheetOf((await workbook(figures, "da")).bytes);
  const told = rows.flatMap((row) => row.slice(1)).filter((cell) => cell === "skjult" || /^\d+$/.test(cell));
  expect(told.sort()).toEqual(onPage);
  expect(source).not.toContain("<f");
});

test("who took the figures along stands in the log, with no number", async () => {
  await asks(graduateFiguresFile, {}, team, NOW);
  expect((await logOf("graduate-figures-file")).at(-1)).toMatchObject({ kind: "graduate-figures-exported", facts: {} });
});

test("an empty register has figures too", async () => {
  await clear();
  const { flows, endings } = await asks(graduateFigures, {}, team, NOW);
  expect(endings.rows).toEqual([]);
  expect(flowPicture(flows, 400).bands).toEqual([]);
});
