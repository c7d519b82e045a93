import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { type ItemMinutes, wasTaken } from "#domain/minutes/draft.ts";
import { Voice } from "#ui/voice.tsx";
import { useWords } from "#words/words.ts";
import { HandedIn, Paragraphs } from "./paragraphs.tsx";
import { useMinutes, useSentences, useTimeOf } from "./use-minutes.ts";

/** One item of the minutes, in the order in which it is read aloud. */
export function Item({ item }: { item: ItemMinutes }) {
  const { minutes: t } = useWords();
  const time = useTimeOf()(item);
  const { id, youngPerson, question } = item;
  const heading = `item-${id}`;
  return (
    <section className="minutes-item" aria-labelledby={heading}>
      <h2 id={heading}>{youngPerson?.name ?? question}</h2>
      <p className="meta">
        {[time, item.about === "common" && t.commonItem, item.about === "unnamed" && t.unnamedItem]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {wasTaken(item) ? <Said item={item} /> : youngPerson && <p>{question}</p>}
    </section>
  );
}

function Said({ item }: { item: ItemMinutes }) {
  const { minutes: t } = useWords();
  const say = useSentences();
  const { youngPerson, question, here, away, out, voice, options, agreements, noAgreementReason, informs, next } = item;
  return (
    <>
      <Lacks item={item} />
      <dl className="minutes-facts">
        <Fact label={t.present}>{here.map(say.seat).join("; ")}</Fact>
        <Fact label={t.away}>{away.map(say.seat).join("; ")}</Fact>
        <Fact label={t.out}>{out.join("; ")}</Fact>
        {youngPerson && <Fact label={t.question}>{question}</Fact>}
      </dl>
      {youngPerson && (
        <>
          <h3 className="region-label">{t.voice}</h3>
          {voice?.words && <Voice words={voice.words} told={say.told(voice)} />}
          {voice && !voice.words && <p>{[say.told(voice), voice.tries].filter(Boolean).join(": ")}</p>}
          {!voice && <p className="meta">{t.notHeard}</p>}
        </>
      )}
      {options.length > 0 && (
        <>
          <h3 className="region-label">{t.options}</h3>
          <ul>
            {options.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </>
      )}
      <Paragraphs item={item} />
      <HandedIn item={item} />
      <h3 className="region-label">{t.agreements}</h3>
      {agreements.length > 0 ? (
        <ol className="minutes-agreements">
          {agreements.map((agreed) => (
            <li key={agreed.id} value={agreed.number}>
              {say.agreement(agreed)}
              {agreed.youthWords && <Voice words={agreed.youthWords} />}
            </li>
          ))}
        </ol>
      ) : (
        <p>{noAgreementReason ? `${t.noAgreement}: ${noAgreementReason}` : t.noAgreements}</p>
      )}
      <dl className="minutes-facts">
        <Fact label={t.informs}>{informs && say.informsBy(informs)}</Fact>
        <Fact label={t.next}>{next && say.nextStep(next)}</Fact>
      </dl>
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What the item still owes, with the way to the place where it is written. */
function Lacks({ item: { id, edits, lacks } }: { item: ItemMinutes }) {
  const { minutes: t } = useWords();
  const { meeting } = useMinutes();
  if (!edits) return null;
  const to = `/meetings/${meeting.id}/board?item=${id}`;
  if (lacks.length === 0)
    return (
      <p className="screen-only">
        <Link to={to}>{t.editOnBoard}</Link>
      </p>
    );
  return (
    <div className="screen-only minutes-lacks">
      <p className="region-label near">{t.lacks}</p>
      <ul>
        {lacks.map((lack) => (
          <li key={lack}>
            <Link to={to}>{t.lack[lack]}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
