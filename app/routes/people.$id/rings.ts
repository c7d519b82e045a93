/** How many names find room on each ring of the map; the others stand on the list. */
export const ROOM = { inner: 8, outer: 12 } as const;
export type Ring = keyof typeof ROOM;

/** How far from the middle a ring is, across and down, in percent of the map. */
export const RADII: Record<Ring, { across: number; down: number }> = {
  inner: { across: 23, down: 23 },
  outer: { across: 41, down: 39 },
};

/** Where the names of a ring stand, in percent of the map: the first at the top, the others clockwise. */
export function placesOn(ring: Ring, count: number): { x: number; y: number }[] {
  const { across, down } = RADII[ring];
  return Array.from({ length: count }, (_, at) => {
    const angle = (2 * Math.PI * at) / count;
    return { x: round(50 + across * Math.sin(angle)), y: round(50 - down * Math.cos(angle)) };
  });
}

// The same figures on the server and in the browser.
const round = (percent: number) => Math.round(percent * 100) / 100;

/** A text in lines of about that many letters, broken between words. */
export function linesOf(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
