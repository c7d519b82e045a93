import type { HandoverShown } from "#domain/guides/handover-shown.server.ts";
import { dayOf } from "#domain/moments.ts";
import { useWords } from "#words/words.ts";
import { useDays, useHandover } from "./model.ts";

/** Who has given the young person on to whom, and what was said to it. */
export function Former() {
  const { guideHandover: t } = useWords();
  const { former, open, gives, contact } = useHandover();
  // Whoever was asked too is told that another has taken over.
  if (!gives && !open) return <p role="status">{t.taken(contact?.name ?? "")}</p>;
  if (former.length === 0) return null;
  return (
    <section aria-labelledby="former" className="page-part">
      <h2 id="former">{t.history}</h2>
      <ul className="rows rows-first-line">
        {former.map((one) => (
          <li key={one.id}>
            <span className="row-main">
              {t.kinds[one.kind]}: {t.fromTo(one.from, one.to)}{" "}
              <span className="meta">
                <Said of={one} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Said({ of: { state, answeredAt, acceptedBy, saidYesBy, saidYesOn, declineReason } }: { of: HandoverShown }) {
  const { guideHandover: t } = useWords();
  const days = useDays();
  const day = answeredAt ? days.short(dayOf(answeredAt)) : "";
  switch (state) {
    case "accepted":
      return <>{t.states.accepted(saidYesBy || acceptedBy, saidYesOn ? days.short(saidYesOn) : day)}</>;
    case "declined":
      return (
        <>
          {t.states.declined(day)} {t.because(declineReason)}
        </>
      );
    case "withdrawn":
      return <>{t.states.withdrawn(day)}</>;
    case "open":
      return <>{t.states.open}</>;
  }
}
