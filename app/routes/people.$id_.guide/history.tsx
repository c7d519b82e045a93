import type { GuideChoice } from "#domain/guides/choice.server.ts";
import type { PastContact, PastProposal, PastSearch } from "#domain/guides/history.server.ts";
import { FirstFew } from "#frame/first-few.tsx";
import { useFrame } from "#frame/frame.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

type Days = { days: ReturnType<typeof dayWords> };

/** So many of each stand open. */
const AT_ONCE = 3;

/** How guides were looked for before, and who the contact person was from when to when. */
export function History({ data: { history, today } }: { data: GuideChoice }) {
  const { guideChoice: t } = useWords();
  const { language } = useFrame();
  const days = dayWords(language, today);
  const { searches, contacts } = history;
  if (searches.length + contacts.length === 0) return null;
  return (
    <section className="page-part" aria-labelledby="history">
      <h2 id="history">{t.history}</h2>
      {searches.length > 0 && (
        <>
          <h3 className="region-label">{t.searches}</h3>
          <FirstFew of={searches} first={AT_ONCE}>
            {(some) => (
              <ul className="rows rows-first-line">
                {some.map((one) => (
                  <li key={one.id}>
                    <Searched of={one} days={days} />
                  </li>
                ))}
              </ul>
            )}
          </FirstFew>
        </>
      )}
      {contacts.length > 0 && (
        <>
          <h3 className="region-label">{t.contacts}</h3>
          <FirstFew of={contacts} first={AT_ONCE}>
            {(some) => (
              <ul className="rows rows-first-line">
                {some.map((one) => (
                  <li key={one.id}>
                    <Contact of={one} days={days} />
                  </li>
                ))}
              </ul>
            )}
          </FirstFew>
        </>
      )}
    </section>
  );
}

function Searched({ of, days }: { of: PastSearch } & Days) {
  const { guideChoice: t } = useWords();
  const { askedOn, askedBy, proposals, endedOn, endedAs, guide } = of;
  const ended =
    endedAs === "active"
      ? t.endings.active(days.short(endedOn), guide)
      : endedAs === "nobody_wanted"
        ? t.endings.nobody_wanted(days.short(endedOn))
        : t.endings.withdrawn(days.short(endedOn));
  return (
    <div className="row-main">
      <p>{t.searchBy(days.short(askedOn), askedBy)}</p>
      {proposals.length === 0 && <p className="meta">{t.noProposals}</p>}
      {proposals.map((one, n) => (
        <Proposed
          key={`${one.name} ${one.on}`}
          of={one}
          tookOn={endedAs === "active" && n === proposals.length - 1 ? endedOn : null}
          days={days}
        />
      ))}
      <p className="meta">{ended}</p>
    </div>
  );
}

function Proposed({
  of: { name, on, saidYesOn, no },
  tookOn,
  days,
}: { of: PastProposal; tookOn: string | null } & Days) {
  const { proposals: t } = useWords().guideChoice;
  const said = [
    saidYesOn && t.yes(days.short(saidYesOn)),
    tookOn && t.took(days.short(tookOn)),
    no && t.no[no.by](days.short(no.on)),
    !no && !tookOn && (saidYesOn ? t.noGuide : t.none),
  ].filter(Boolean);
  return <p className="meta">{t.line(t.proposed(name, days.short(on)), said.join(", "))}</p>;
}

function Contact({ of, days }: { of: PastContact } & Days) {
  const { guideChoice: t, people } = useWords();
  const { name, kind, fromOn, toOn, endedFor, covers } = of;
  const line = [
    people.kinds[kind],
    t.fromTo(days.short(fromOn), toOn === null ? "" : days.short(toOn)),
    endedFor && people.endings[endedFor],
  ].filter(Boolean);
  return (
    <div className="row-main">
      <p>
        {name} <span className="meta">{line.join(" · ")}</span>
      </p>
      {covers.map((cover) => (
        <p key={cover.fromOn} className="meta">
          {t.coveredBy(days.short(cover.fromOn), days.short(cover.toOn), cover.name)}
        </p>
      ))}
    </div>
  );
}
