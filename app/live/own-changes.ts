const KEPT_MS = 10_000;
const sent = new Map<string, number>();

/** A row that this very tab is about to change: its change comes back as no news. */
export function markOwn(id: string): void {
  const now = Date.now();
  for (const [known, at] of sent) if (now - at > KEPT_MS) sent.delete(known);
  sent.set(id, now);
}

export const isOwnChange = (id: string): boolean => Date.now() - (sent.get(id) ?? 0) < KEPT_MS;
