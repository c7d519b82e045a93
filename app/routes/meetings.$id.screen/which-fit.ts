export type Fit = { from: number; to: number };

/**
 * Which rows stand in a room of that height: the newest that fit, in their order; where one is walked to, it is among them.
 * A line that counts what is left out takes its own height.
 */
export function whichFit(heights: readonly number[], room: number, line: number, walked: number | null): Fit {
  const sum = (from: number, to: number) => heights.slice(from, to).reduce((all, height) => all + height, 0);
  const fits = (from: number, to: number) =>
    sum(from, to) + (from > 0 ? line : 0) + (to < heights.length ? line : 0) <= room;
  let to = heights.length;
  let from = Math.max(0, to - 1);
  while (from > 0 && fits(from - 1, to)) from -= 1;
  if (walked === null || walked >= from) return { from, to };
  from = walked;
  to = walked + 1;
  while (to < heights.length && fits(from, to + 1)) to += 1;
  return { from, to };
}
