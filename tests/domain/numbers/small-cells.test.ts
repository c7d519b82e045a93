import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LEAST_COUNTED, type Told, withoutSmall } from "#domain/numbers/small-cells.ts";

const tables = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.nat({ max: 14 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);

const gridOf = ({ cells, rowTotals, columnTotals, total }: Told) => [
  ...cells.map((row, at) => [...row, rowTotals[at] ?? null]),
  [...columnTotals, total],
];

/** Which unknowns of a table follow from what is shown: each line adds up, solved by elimination. */
function follows(grid: (number | null)[][]): string[] {
  const [height, width] = [grid.length, grid[0]?.length ?? 0];
  const unknown = grid.flatMap((row, r) => row.flatMap((n, c) => (n === null ? [`${r} ${c}`] : [])));
  const line = (cells: [number, number][]) =>
    unknown.map((key) => {
      const at = cells.findIndex(([r, c]) => key === `${r} ${c}`);
      return at < 0 ? 0 : at === cells.length - 1 ? -1 : 1;
    });
  const equations = [
    ...grid.map((row, r) => line(row.map((_, c): [number, number] => [r, c]))),
    ...Array.from({ length: width }, (_, c) =>
      line(Array.from({ length: height }, (_, r): [number, number] => [r, c])),
    ),
  ];
  const solved: number[][] = [];
  for (const [at] of unknown.entries()) {
    const pivot = equations.findIndex((equation) => Math.abs(equation[at] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    const [row = []] = equations.splice(pivot, 1);
    const by = row[at] as number;
    const unit = row.map((n) => n / by);
    const without = (other: number[]) => other.map((n, i) => n - (other[at] ?? 0) * (unit[i] ?? 0));
    for (const list of [equations, solved]) for (const [i, other] of list.entries()) list[i] = without(other);
    solved.push(unit);
  }
  return solved.flatMap((row) => {
    const free = row.flatMap((n, at) => (Math.abs(n) > 1e-9 ? [at] : []));
    return free.length === 1 ? [unknown[free[0] as number] as string] : [];
  });
}

describe("small numbers are kept back", () => {
  test("no number under five is told, in a cell or a total", () => {
    fc.assert(
      fc.property(tables, (counts) => {
        for (const n of gridOf(withoutSmall(counts)).flat()) expect(n === null || n >= LEAST_COUNTED).toBe(true);
      }),
    );
  });
  test("what is told is true", () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const { cells, total } = withoutSmall(counts);
        for (const [r, row] of cells.entries())
          for (const [c, n] of row.entries()) expect(n === null || n === counts[r]?.[c]).toBe(true);
        expect(total === null || total === counts.flat().reduce((all, n) => all + n, 0)).toBe(true);
      }),
    );
  });
  test("none that is kept back follows from what is told", () => {
    fc.assert(
      fc.property(tables, (counts) => {
        expect(follows(gridOf(withoutSmall(counts)))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
  test("what is kept back of a line whose total is told makes five together, at least", () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const { cells, rowTotals } = withoutSmall(counts);
        for (const [r, row] of cells.entries()) {
          const back = (counts[r] ?? []).filter((_, c) => row[c] === null);
          if (rowTotals[r] !== null && back.length > 0)
            expect(back.reduce((all, n) => all + n, 0)).toBeGreaterThanOrEqual(LEAST_COUNTED);
        }
      }),
    );
  });
  test("who all did the same stands as a total alone: the others would be nothing", () => {
    expect(withoutSmall([[13, 0, 0]])).toMatchObject({ cells: [[null, null, null]], rowTotals: [13], total: 13 });
  });
  test("a table without a small number is told whole", () => {
    const counts = [
      [5, 8],
      [7, 6],
    ];
    expect(withoutSmall(counts)).toEqual({ cells: counts, rowTotals: [13, 13], columnTotals: [12, 14], total: 26 });
  });
  test("one small cell takes three more along, the smallest that close the round", () => {
    const { cells, total } = withoutSmall([
      [2, 9, 12],
      [8, 7, 20],
      [30, 31, 32],
    ]);
    expect(cells).toEqual([
      [null, null, 12],
      [null, null, 20],
      [30, 31, 32],
    ]);
    expect(total).toBe(151);
  });
});
