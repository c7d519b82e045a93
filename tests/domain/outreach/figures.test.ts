import { eq } from "drizzle-orm";
import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { read, tables } from "#db/index.server.ts";
import { addDays, addMonths, daysBetween } from "#domain/calendar.ts";
import { halfOf } from "#domain/graduates/cohort.ts";
import { newId } from "#domain/ids.server.ts";
import type { Counts } from "#domain/numbers/count-table.ts";
import { LEAST_COUNTED } from "#domain/numbers/small-cells.ts";
import { leadToCase } from "#domain/outreach/case-commands.server.ts";
import { tryLead } from "#domain/outreach/contact-commands.server.ts";
import { outreachFigures, outreachFiguresFile } from "#domain/outreach/figure-queries.server.ts";
import { leadFigures, reactions, type Sought } from "#domain/outreach/figures.ts";
import { importLeads } from "#domain/outreach/import-commands.server.ts";
import { addLead, checkLead } from "#domain/outreach/lead-commands.server.ts";
import { takeBackTry } from "#domain/outreach/take-back-commands.server.ts";
import { aStaffMember, asks, does, NOW } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastKindsOf } from "#tests/support/log.ts";

aDatabase();

const TODAY = "2026-11-21";
const times = (n: number, one: Partial<Sought>): Sought[] =>
  Array.from({ length: n }, () => ({
    source: "street",
    receivedOn: "2026-03-01",
    caseOn: null,
    firstMetOn: null,
    ...one,
  }));

const someday = (one: Sought) => one.firstMetOn ?? one.caseOn;
const kindOf = (one: Sought) => (one.caseOn ? "case" : one.firstMetOn ? "reached" : "waiting");
const daysOf = (one: Sought) => daysBetween(one.receivedOn, someday(one) ?? "");
const inHalf = ({ receivedOn }: Sought) => halfOf(receivedOn);

/** Somebody of every kind that there can be: who reads the figures does not know of which kinds there is nobody. */
const KINDS = ["street", "club"].flatMap((source) =>
  ["2026-10-01", "2026-05-01", "2025-12-20", "2025-08-01", "2025-05-01"].flatMap((receivedOn): Sought[] => {
    const days = [2, 20, 60].map((n) => addDays(receivedOn, n));
    const one = { source, receivedOn, firstMetOn: null, caseOn: null };
    return [one, ...days.flatMap((day) => [null, day].map((caseOn) => ({ ...one, firstMetOn: day, caseOn })))];
  }),
);

const isSame = (one: Sought, other: Sought) => JSON.stringify(one) === JSON.stringify(other);

type Is = (one: Sought, half: number) => boolean;
/** A number of people: what is told of it, null where nothing is, and whom it counts. */
type Place = { name: string; told: number | null; is: Is };

const isLate = ({ receivedOn }: Sought) => receivedOn > addMonths(TODAY, -12);

function placesOf(name: string, counts: Counts, row: (one: Sought) => string, isIn: (one: Sought) => boolean): Place[] {
  return [...counts.rows, null].flatMap((r, at) =>
    [...counts.columns, null].map((c, to): Place => {
      const cells = [
        ...(counts.cells[at] ?? counts.columnTotals),
        counts.cells[at] ? counts.rowTotals[at] : counts.total,
      ];
      const is = (one: Sought) => isIn(one) && (r === null || row(one) === r) && (c === null || kindOf(one) === c);
      return { name: `${name} ${r} ${c}`, told: cells[to] ?? null, is };
    }),
  );
}

/** Those of a source whom somebody was in touch with, the soonest first. */
const reachedOf = (people: readonly Sought[], source: string) =>
  people
    .filter((one) => isLate(one) && one.source === source && someday(one) !== null)
    .sort((one, other) => daysOf(one) - daysOf(other));

const SOURCES = ["street", "club"];
const DAYS = [2, 20, 60];

/**
 * What is kept back, or told nowhere, and is under five, and yet follows: each number that is told is an equation between the kinds.
 * Whoever reads of a half knows how many it is, and that each of them took so many days at most, and the others so many at least.
 */
function follows(of: readonly { kind: number; n: number }[]): string[] {
  const people = of.flatMap(({ kind, n }) => times(n, KINDS[kind] as Sought));
  const { bySource, halfWithin, byHalf } = leadFigures(people, TODAY);
  const half = new Map<Sought, number>(people.map((one) => [one, 1]));
  const places: Place[] = [
    ...placesOf("source", bySource, ({ source }) => source, isLate),
    ...placesOf("half-year", byHalf, inHalf, (one) => inHalf(one) < "2025-2"),
  ];
  for (const source of SOURCES) {
    const most = halfWithin[bySource.rows.indexOf(source)] ?? null;
    const isOne = (one: Sought) => isLate(one) && one.source === source && someday(one) !== null;
    for (const days of DAYS)
      for (const kind of ["reached", "case", null])
        places.push({
          name: `${source} ${days} days ${kind}`,
          told: null,
          is: (one) => isOne(one) && daysOf(one) === days && (kind === null || kindOf(one) === kind),
        });
    if (most === null) continue;
    const reached = reachedOf(people, source);
    const soonest = reached.slice(0, Math.ceil(reached.length / 2));
    for (const one of soonest) half.set(one, 0);
    places.push(
      { name: `${source} half`, told: soonest.length, is: (one, at) => isOne(one) && at === 0 },
      { name: `${source} rest`, told: reached.length - soonest.length, is: (one, at) => isOne(one) && at === 1 },
      // Nobody of the half took longer, and nobody of the rest was sooner: of no kind.
      ...KINDS.flatMap((kind): Place[] =>
        [0, 1].flatMap((at) => {
          const isOff = isOne(kind) && (at === 0 ? daysOf(kind) > most : daysOf(kind) < most);
          return isOff ? [{ name: "", told: 0, is: (one, part) => isSame(one, kind) && part === at }] : [];
        }),
      ),
    );
  }
  const lineOf = (is: Is) => KINDS.flatMap((one) => [is(one, 0) ? 1 : 0, is(one, 1) ? 1 : 0]);
  const known: { at: number; line: number[] }[] = [];
  const withoutKnown = (line: number[]) =>
    known.reduce((left, { at, line: by }) => left.map((n, i) => n - (left[at] as number) * (by[i] as number)), line);
  const isNone = (line: number[]) => line.every((n) => Math.abs(n) < 1e-9);
  for (const { told, is } of places) {
    const left = withoutKnown(lineOf(is));
    if (told === null || isNone(left)) continue;
    const at = left.findIndex((n) => Math.abs(n) > 1e-9);
    known.push({ at, line: left.map((n) => n / (left[at] as number)) });
  }
  const count = (is: Is) => people.filter((one) => is(one, half.get(one) ?? 1)).length;
  const tooFew = places.filter(({ name, told }) => / (half|rest)$/.test(name) && (told ?? 0) < LEAST_COUNTED);
  const isUntold = ({ told, is }: Place) =>
    told === null && count(is) < LEAST_COUNTED && isNone(withoutKnown(lineOf(is)));
  return [...tooFew, ...places.filter(isUntold)].map(({ name, is }) => `${name}: ${count(is)}`);
}

describe("the figures of young people who are looked for", () => {
  test("count who was reached and who got a case, by where they came from, and how soon", () => {
    const sought = [
      ...times(10, {}),
      ...times(8, { firstMetOn: "2026-03-08" }),
      ...times(6, { firstMetOn: "2026-04-30" }),
      ...times(7, { firstMetOn: "2026-03-20", caseOn: "2026-05-01" }),
      ...times(5, { receivedOn: "2025-03-01" }),
    ];
    const { bySource, halfWithin, byHalf } = leadFigures(sought, TODAY);
    expect(bySource).toMatchObject({ rows: ["street"], cells: [[10, 14, 7]], total: 31 });
    // Eight within seven days, seven more within nineteen: the eleventh of twenty-one is one of those.
    expect(halfWithin).toEqual([19]);
    expect(byHalf).toMatchObject({ rows: ["2025-1"], total: 5 });
  });
  test("keep back what is under five, and what it follows from", () => {
    const { bySource } = leadFigures(
      [
        ...times(10, {}),
        ...times(3, { caseOn: "2026-03-02", firstMetOn: "2026-03-02" }),
        ...times(20, { firstMetOn: "2026-03-02" }),
      ],
      TODAY,
    );
    expect(bySource.cells[0]?.[2]).toBe(null);
    expect([...(bySource.cells[0] ?? []), bySource.rowTotals[0]].filter((n) => n === null).length).toBeGreaterThan(1);
  });
  test("give none away that another table keeps back", () => {
    // One source, and three cases: the days until they were met tell nothing of them.
    const [waiting, soon, later, last, lastCase] = [0, 1, 3, 5, 6];
    const of = [
      ...[
        { kind: waiting, n: 10 },
        { kind: soon, n: 6 },
        { kind: later, n: 7 },
      ],
      ...[
        { kind: last, n: 7 },
        { kind: lastCase, n: 3 },
      ],
    ];
    expect(follows(of)).toEqual([]);
    const some = fc.record({ kind: fc.nat({ max: KINDS.length - 1 }), n: fc.integer({ min: 1, max: 14 }) });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 20 }), (anybody) => {
        expect(follows(anybody)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
  test("say how soon somebody reacted to what schools told", () => {
    const told = (n: number, handledOn: string | null) =>
      Array.from({ length: n }, () => ({ kind: "absence", receivedOn: "2026-03-01", handledOn }));
    expect(reactions([...told(5, "2026-03-08"), ...told(6, "2026-03-09"), ...told(7, null)])).toMatchObject({
      cells: [[5, 6, 7]],
    });
  });

  let guide = "";
  let leader = "";
  let team = "";
  beforeAll(async () => {
    guide = await aStaffMember("youth_guide");
    leader = await aStaffMember("leader");
    team = await aStaffMember("stu_team");
  });
  test("count no try that was taken back", async () => {
    const at = { now: "2025-01-20T09:00:00.000Z" };
    const facts = { bornOn: "03-05-2008", cpr: "", address: "", phone: "", status: "", placeId: "", receivedOn: "" };
    const seen = async (id: string) => {
      const [row] = await read((db) => db.select().from(tables.outreachLead).where(eq(tables.outreachLead.id, id)));
      return { id, version: row?.version ?? 0 };
    };
    const attemptId = newId();
    let last = "";
    for (let more = 0; more < 16; more += 1) {
      const lastName = `Talt${"abcdefghijklmnop".charAt(more)}`;
      const lead = { ...facts, firstName: "Ida", lastName, source: "club" };
      const { id } = (await does(addLead, lead, guide, at)).answer;
      await does(checkLead, await seen(id), guide, at);
      if (more < 6) continue;
      const tried = { channel: "through_network", result: "reached", on: "", clock: "" };
      const own = more === 15 ? attemptId : newId();
      await does(tryLead, { ...(await seen(id)), ...tried, attemptId: own }, guide, at);
      if (more < 11) await does(leadToCase, { ...(await seen(id)), yesHow: "met", yesOn: "" }, guide, at);
      last = id;
    }
    const cells = async () => (await asks(outreachFigures, {}, leader, at.now)).bySource.cells;
    expect(await cells()).toEqual([[6, 5, 5]]);
    await does(takeBackTry, { ...(await seen(last)), id: attemptId }, guide, at);
    // Seven wait now, and four are too few to be told.
    expect((await cells())[0]).toContain(null);
  });
  test("are for the leader without a name; fetched as a file they stand in the log", async () => {
    const lines = Array.from({ length: 6 }, (_, i) => `Sofie;Navnet;0${i + 1}-05-2008;Gaden`);
    const file = Buffer.from(["fornavn;efternavn;født;kilde", ...lines].join("\n")).toString("latin1");
    await does(importLeads, { file, confirmed: "yes" }, guide, { now: NOW });
    const figures = await asks(outreachFigures, {}, leader, NOW);
    expect(figures.bySource).toMatchObject({ rows: ["street"], total: 6 });
    expect(JSON.stringify(figures)).not.toContain("Navnet");
    await expect(asks(outreachFigures, {}, team, NOW)).rejects.toThrow();
    await asks(outreachFiguresFile, {}, leader, NOW);
    expect(await lastKindsOf("outreach-figures-file")).toEqual(["outreach-figures-exported"]);
  });
});
