import type { Flow } from "./cohort.ts";

/** What somebody stands as in one column of the picture; `n` is null where the number is kept back. */
export type FlowNode = { column: number; name: string; n: number | null; y: number; height: number };
/** How many went from one to another. */
export type FlowBand = {
  column: number;
  from: string;
  to: string;
  n: number;
  fromY: number;
  toY: number;
  height: number;
};
export type FlowPicture = { nodes: FlowNode[]; bands: FlowBand[] };

/** These stand there also where their number is kept back. */
const ALWAYS = ["unknown", "waiting"];
const [GAP, LEAST] = [26, 6];

type Sized = { name: string; n: number | null; most: number };

const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);

/** How many came into each name of a column, and how many went on from there; those asked both times alone. */
function columnOf(flows: readonly Flow[], column: number): Sized[] {
  const into = flows[column - 1]?.counts;
  const out = flows[column]?.counts;
  const names = into?.columns ?? out?.rows ?? [];
  return names
    .map((name, at): Sized => {
      const came = into?.columnTotals[at] ?? null;
      const went = out?.rowTotals[out.rows.indexOf(name)] ?? null;
      const shownIn = sum(into?.cells.map((cells) => cells[at] ?? 0) ?? []);
      const shownOut = sum(out?.cells[out.rows.indexOf(name)]?.map((cell) => cell ?? 0) ?? []);
      return { name, n: into ? came : went, most: Math.max(came ?? shownIn, went ?? shownOut) };
    })
    .filter(({ name, most }) => most > 0 || ALWAYS.includes(name));
}

/** Where the bands stand between the columns: each as high as how many went that way; what is kept back is not drawn. */
export function flowPicture(flows: readonly Flow[], height: number): FlowPicture {
  const columns = Array.from({ length: flows.length + 1 }, (_, column) => columnOf(flows, column));
  const room = (of: readonly Sized[]) => height - GAP * of.length - LEAST * of.length;
  const all = (of: readonly Sized[]) => sum(of.map(({ most }) => most));
  const one = Math.max(0, Math.min(...columns.filter((of) => all(of) > 0).map((of) => room(of) / all(of))));
  const unit = Number.isFinite(one) ? one : 0;
  const nodes = columns.flatMap((of, column) => {
    let y = GAP;
    return of.map(({ name, n, most }): FlowNode => {
      const node = { column, name, n, y, height: Math.max(LEAST, most * unit) };
      y += node.height + GAP;
      return node;
    });
  });
  const nodeAt = (column: number, name: string) => nodes.find((node) => node.column === column && node.name === name);
  const bands = flows.flatMap(({ counts }, column) => {
    const used = new Map<FlowNode, number>();
    const next = (node: FlowNode, thick: number) => {
      const y = used.get(node) ?? node.y;
      used.set(node, y + thick);
      return y;
    };
    return counts.rows.flatMap((from, r) =>
      counts.columns.flatMap((to, c): FlowBand[] => {
        const n = counts.cells[r]?.[c] ?? null;
        const [left, right] = [nodeAt(column, from), nodeAt(column + 1, to)];
        if (n === null || !left || !right) return [];
        const thick = n * unit;
        return [{ column, from, to, n, fromY: next(left, thick), toY: next(right, thick), height: thick }];
      }),
    );
  });
  return { nodes, bands };
}
