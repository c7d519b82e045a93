import { clockOf, dayOf } from "#domain/moments.ts";
import type { LeadRow } from "#domain/outreach/shown.server.ts";
import type { useOutreachWords } from "#frame/outreach-words.ts";

type Props = { lead: LeadRow; words: ReturnType<typeof useOutreachWords> };

/** What was tried, the latest first. */
export function Tries({ lead: { tries }, words: { t, days, workerOf } }: Props) {
  return (
    <section className="page-part" aria-labelledby="tries">
      <h2 id="tries">{t.tries}</h2>
      {tries.length === 0 ? (
        <p className="meta">{t.noTries}</p>
      ) : (
        <ul className="plain-list">
          {[...tries].reverse().map(({ id, channel, result, triedAt, triedById }) => (
            <li key={id}>
              {t.tried(t.channels[channel], t.results[result], days.withWeekday(dayOf(triedAt)), clockOf(triedAt))}{" "}
              <span className="meta">{t.byWhom(workerOf(triedById))}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
