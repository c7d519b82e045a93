import { clockOf, dayOf } from "#domain/moments.ts";
import type { LeadRow, LeadTry } from "#domain/outreach/shown.server.ts";
import type { useOutreachWords } from "#frame/outreach-words.ts";
import { TakeBack } from "#frame/take-back.tsx";

type Props = { lead: LeadRow; words: ReturnType<typeof useOutreachWords> };

/** What was tried, the latest first. */
export function Tries({ lead: { tries, version }, words: { t, days, workerOf } }: Props) {
  const said = ({ channel, result, triedAt }: Pick<LeadTry, "channel" | "result" | "triedAt">) =>
    t.tried(t.channels[channel], t.results[result], days.withWeekday(dayOf(triedAt)), clockOf(triedAt));
  return (
    <section className="page-part" aria-labelledby="tries">
      <h2 id="tries">{t.tries}</h2>
      {tries.length === 0 ? (
        <p className="meta">{t.noTries}</p>
      ) : (
        <ul className="plain-list">
          {[...tries].reverse().map(({ takesBack, ...one }) => (
            <li key={one.id}>
              {said(one)} <span className="meta">{t.byWhom(workerOf(one.triedById))}</span>{" "}
              {takesBack && (
                <TakeBack intent="take-back-try" id={one.id} version={version} what={said(one)} then={t.back.try} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
