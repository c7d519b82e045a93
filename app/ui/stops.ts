/** Where an arrow, Home or End leads from the stop at `index`; nothing for other keys. The ends are ends. */
export function nextStop<T>(stops: readonly T[], index: number, key: string): T | undefined {
  switch (key) {
    case "ArrowDown":
      return stops[Math.min(index + 1, stops.length - 1)];
    case "ArrowUp":
      return stops[Math.max(index - 1, 0)];
    case "Home":
      return stops[0];
    case "End":
      return stops.at(-1);
    default:
      return undefined;
  }
}

/**
 * The one row that Tab reaches: the row last visited, wherever it stands now;
 * when it is gone, the row that took its place.
 */
export function tabStop(
  ids: readonly string[],
  visited: { id: string; index: number } | undefined,
): string | undefined {
  if (!visited) return ids[0];
  if (ids.includes(visited.id)) return visited.id;
  return ids[Math.min(visited.index, ids.length - 1)];
}
