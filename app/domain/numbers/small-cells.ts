/** From how many on cases are counted: a smaller number may point at somebody (domain.md 4.9). */
export const LEAST_COUNTED = 5;

/** A table of counts as it may be told: null where the number is kept back. */
export type Told = {
  cells: (number | null)[][];
  rowTotals: (number | null)[];
  columnTotals: (number | null)[];
  total: number | null;
};

/**
 * Keeps back every count under five, a zero too, and as many more as are needed for none of them to follow from the others
 * and the totals (domain.md 10, rule 22).
 *
 * With its totals a table is a grid in which each row and each column adds up. A kept back cell follows from the rest exactly
 * when it is a bridge of the graph whose nodes are the lines and whose edges are the cells kept back: on a round of four or
 * more of them each can be anything. And what is kept back of a line whose total is told makes five together, at least: of
 * nothing together each would be nothing.
 */
export function withoutSmall(counts: readonly (readonly number[])[]): Told {
  const grid = withTotals(counts);
  const kept = grid.map((row) => row.map((n) => n < LEAST_COUNTED));
  const more = () => aBridge(grid, kept) ?? tooLittle(grid, kept);
  for (let cells = more(); cells; cells = more()) for (const [r, c] of cells) (kept[r] as boolean[])[c] = true;
  const told = grid.map((row, r) => row.map((n, c) => (kept[r]?.[c] ? null : n)));
  const last = told.pop() ?? [];
  return {
    cells: told.map((row) => row.slice(0, -1)),
    rowTotals: told.map((row) => row.at(-1) ?? null),
    columnTotals: last.slice(0, -1),
    total: last.at(-1) ?? null,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);

function withTotals(counts: readonly (readonly number[])[]): number[][] {
  const rows = counts.map((row) => [...row, sum(row)]);
  const width = rows[0]?.length ?? 1;
  return [...rows, Array.from({ length: width }, (_, column) => sum(rows.map((row) => row[column] ?? 0)))];
}

type Cell = [row: number, column: number];

/** Of the first cell that follows from what is shown, the round through it that costs least; null when none follows. */
function aBridge(grid: number[][], kept: boolean[][]): Cell[] | null {
  for (const [r, row] of kept.entries())
    for (const [c, is] of row.entries()) {
      if (!is) continue;
      const round = cheapestRound(grid, kept, [r, c]);
      if (round.some(([row, column]) => !kept[row]?.[column])) return round;
    }
  return null;
}

/** Of the first line whose total is told and of which what is kept back makes less than five, the smallest number that is not; null when there is none. */
function tooLittle(grid: number[][], kept: boolean[][]): Cell[] | null {
  const width = grid[0]?.length ?? 0;
  const lines: Cell[][] = [
    ...grid.map((row, r) => row.map((_, c): Cell => [r, c])),
    ...Array.from({ length: width }, (_, c) => grid.map((__, r): Cell => [r, c])),
  ];
  const count = ([r, c]: Cell) => grid[r]?.[c] ?? 0;
  const isKept = ([r, c]: Cell) => kept[r]?.[c] === true;
  for (const line of lines) {
    const total = line.at(-1) as Cell;
    const own = line.slice(0, -1);
    const back = own.filter(isKept);
    if (isKept(total) || back.length === 0 || sum(back.map(count)) >= LEAST_COUNTED) continue;
    const shown = own.filter((cell) => !isKept(cell)).sort((one, other) => count(one) - count(other));
    return [shown[0] ?? total];
  }
  return null;
}

type Way = { cost: number; cells: Cell[] };

/** The cells that join a cell's row with its column another way: those kept back cost nothing, the others what they count, a total most. */
function cheapestRound(grid: number[][], kept: boolean[][], [row, column]: Cell): Cell[] {
  const [lastRow, lastColumn] = [grid.length - 1, (grid[0]?.length ?? 0) - 1];
  const TOTAL = 1e9;
  const cost = (r: number, c: number) => {
    if (kept[r]?.[c]) return 0;
    return (grid[r]?.[c] ?? 0) + (r === lastRow || c === lastColumn ? TOTAL : 0);
  };
  const toRow = new Map<number, Way>([[row, { cost: 0, cells: [] }]]);
  const toColumn = new Map<number, Way>();
  const better = (ways: Map<number, Way>, at: number, from: Way | undefined, r: number, c: number) => {
    if (!from || (r === row && c === column)) return false;
    const way = { cost: from.cost + cost(r, c), cells: [...from.cells, [r, c] as Cell] };
    if (way.cost >= (ways.get(at)?.cost ?? Number.POSITIVE_INFINITY)) return false;
    ways.set(at, way);
    return true;
  };
  for (let found = true; found; ) {
    found = false;
    for (const [r, cells] of grid.entries())
      for (const c of cells.keys()) {
        if (better(toColumn, c, toRow.get(r), r, c)) found = true;
        if (better(toRow, r, toColumn.get(c), r, c)) found = true;
      }
  }
  return toColumn.get(column)?.cells ?? [];
}
