import { type Change, keyOf, type Row, type Snapshot } from "#domain/topics.ts";

/** What stands now: the newest snapshot, and on it every change that follows without a hole. */
export type Held<R extends Row> = { base: Snapshot<R>; later: Change<R>[] };

export const hold = <R extends Row>(base: Snapshot<R>): Held<R> => ({ base, later: [] });

/** Takes in a snapshot (loader) or a change (socket, or the answer to one's own form), in any order, any number of times. */
export function receive<R extends Row>(held: Held<R>, news: Snapshot<R> | Change<R>): Held<R> {
  if (news.topic !== held.base.topic) return held;
  if ("rows" in news) {
    if (news.seq < held.base.seq) return held;
    return { base: news, later: held.later.filter((change) => change.seq > news.seq) };
  }
  if (news.seq <= held.base.seq || held.later.some((change) => change.seq === news.seq)) return held;
  return { ...held, later: [...held.later, news].sort((a, b) => a.seq - b.seq) };
}

/** The rows that stand, the seq they stand at, and whether a change beyond a hole is waiting. */
export function stands<R extends Row>({ base, later }: Held<R>): { seq: number; rows: R[]; hole: boolean } {
  const rows = new Map(base.rows.map((row) => [keyOf(row), row]));
  let seq = base.seq;
  for (const change of later) {
    if (change.seq !== seq + 1) return { seq, rows: [...rows.values()], hole: true };
    for (const key of change.drop) rows.delete(key);
    for (const row of change.put) rows.set(keyOf(row), row);
    seq = change.seq;
  }
  return { seq, rows: [...rows.values()], hole: false };
}
