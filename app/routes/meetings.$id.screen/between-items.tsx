import { clockOf } from "#domain/moments.ts";
import type { ShownRow } from "#domain/screen/views.server.ts";
import { useWords } from "#words/words.ts";
import { useNow } from "../meetings.$id.board/clock.tsx";
import { TopLine } from "./top-line.tsx";

/** Before the meeting, between items, in a pause and after: nobody's name, words or agreements. */
export function BetweenItems({ row }: { row: ShownRow | undefined }) {
  const { screen: t } = useWords();
  const now = useNow();
  if (!row) return <main className="big-screen" aria-label={t.title} />;
  const { room, nextAt, pauseUntil } = row;
  // A time that has passed is no longer expected: the next item begins now at the earliest.
  const next = nextAt && t.next(clockOf(nextAt > now ? nextAt : now));
  return (
    <main className="big-screen">
      <TopLine row={row} />
      <div className="big-screen-middle">
        {room === "change" && (
          <>
            <p className="big-screen-huge">{t.change}</p>
            {next && <p className="big-screen-sentence">{t.waitOutside}</p>}
            {next && <p className="big-screen-sentence">{next}</p>}
          </>
        )}
        {room === "pause" && (
          <p className="big-screen-huge">{pauseUntil ? t.pause(clockOf(pauseUntil)) : t.pauseOpen}</p>
        )}
        {room === "waiting" && nextAt && <p className="big-screen-huge">{t.waiting(clockOf(nextAt))}</p>}
        {room === "over" && <p className="big-screen-huge">{t.ended}</p>}
      </div>
    </main>
  );
}
