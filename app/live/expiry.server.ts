import { read } from "#db/index.server.ts";
import { nextEnding, topicsOfRunning } from "#domain/access/next-ending.server.ts";
import { onOutcome, publish } from "#domain/changes.server.ts";
import { now } from "#domain/clock.server.ts";

/** It never sleeps longer, so that no ending is missed when the machine's clock is moved forward. */
const LONGEST_MS = 30_000;
const AGAIN_MS = 1000;

/** Wakes at the next moment when a right ends by itself, and has everybody asked again at that moment. Answers how to stop it. */
export function watchEndings(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;
  let lookedAt = now();

  async function look() {
    const own = ++round;
    clearTimeout(timer);
    try {
      const at = now();
      const { next, ended, topics } = await read(async (db) => {
        const ended = await nextEnding(db, lookedAt);
        const over = ended !== null && ended <= at;
        return { next: await nextEnding(db, at), ended: over, topics: over ? await topicsOfRunning(db) : [] };
      });
      if (own !== round) return;
      lookedAt = at;
      timer = setTimeout(
        look,
        next ? Math.min(Math.max(0, Date.parse(next) - Date.parse(now())), LONGEST_MS) : LONGEST_MS,
      );
      timer.unref();
      if (ended) publish({ changes: [], reload: topics, evict: [], rights: true });
    } catch {
      if (own !== round) return;
      timer = setTimeout(look, AGAIN_MS);
      timer.unref();
    }
  }

  // A commit that changes rights may bring an ending nearer.
  const unsubscribe = onOutcome(({ rights }) => {
    if (rights) void look();
  });
  void look();
  return () => {
    round += 1;
    clearTimeout(timer);
    unsubscribe();
  };
}
