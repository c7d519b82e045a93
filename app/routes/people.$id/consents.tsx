import { useRef } from "react";
import type { PeopleAround } from "#domain/people/around.server.ts";
import type { ShownConsent } from "#domain/sharing/shown.server.ts";
import { useFrame } from "#frame/frame.ts";
import { LinkButton } from "#ui/button.tsx";
import { StatusWord } from "#ui/status-word.tsx";
import { dayWords } from "#words/days.ts";
import { listed } from "#words/lists.ts";
import { useWords } from "#words/words.ts";
import { Matrix } from "./matrix.tsx";
import { Withdraw } from "./withdraw.tsx";

const signs = {
  in_force: "done",
  waiting: "waiting",
  withdrawn: "quiet",
  turned_18: "near",
  expired: "quiet",
} as const;

/** `Samtykke`: who may know what as a matrix, each consent in words, and what no longer holds. */
export function Consents({ person }: { person: PeopleAround }) {
  const { consent: t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const { consents, id } = person;
  const standing = consents.filter(({ state }) => state === "in_force" || state === "waiting");
  const former = consents.filter((one) => !standing.includes(one));
  const row = (consent: ShownConsent) => (
    <ConsentRow key={consent.id} person={person} consent={consent} onGone={() => heading.current?.focus()} />
  );
  return (
    <section className="page-part" aria-labelledby="consent">
      <h2 id="consent" ref={heading} tabIndex={-1}>
        {t.title}
      </h2>
      <p className="meta measure">{standing.length > 0 ? t.hint : t.none}</p>
      <Matrix consents={standing} today={person.today} />
      {standing.length > 0 && (
        <ul className="rows rows-first-line" aria-label={t.list}>
          {standing.map(row)}
        </ul>
      )}
      <div className="button-line after-rows">
        <LinkButton to={`/people/${id}/consents/new`}>{t.ask}</LinkButton>
      </div>
      {former.length > 0 && (
        <details className="add-part">
          <summary>{t.former(former.length)}</summary>
          <ul className="rows rows-first-line">{former.map(row)}</ul>
        </details>
      )}
    </section>
  );
}

type RowProps = { person: PeopleAround; consent: ShownConsent; onGone: () => void };

function ConsentRow({ person, consent, onGone }: RowProps) {
  const { consent: t } = useWords();
  const { language } = useFrame();
  const { id, kind, form, state, areas, recipients, said, purpose, withdrawn } = consent;
  const { short } = dayWords(language, person.today);
  const who = listed(
    recipients.map(({ name }) => name),
    language,
  );
  const what = listed(
    areas.map(({ label }) => label[language]),
    language,
  );
  const refused = withdrawn !== null && !withdrawn.saidBefore;
  const line = state === "in_force" ? t.line : state === "waiting" || refused || said.length === 0 ? t.asked : t.was;
  return (
    <li>
      <div className="row-main">
        <p>
          <StatusWord state={signs[state]}>{refused ? t.refused : t.states[state]}</StatusWord>
        </p>
        <p>
          <strong>{line(who, what)}</strong>
        </p>
        <p className="measure">{t.why(purpose)}</p>
        <p className="measure">
          <Until consent={consent} today={person.today} />
        </p>
        <p className="meta">
          {[t.kinds[kind], t.forms[form], ...said.map(({ name, saidOn }) => t.saidYes(name, short(saidOn)))].join(
            " · ",
          )}
        </p>
        <div className="button-line">
          {state === "waiting" && (
            <LinkButton to={`/people/${person.id}/consents/${id}`} dense>
              {t.readAloud}
            </LinkButton>
          )}
          {(state === "in_force" || state === "waiting") && <Withdraw consent={consent} who={who} onDone={onGone} />}
          {(state === "turned_18" || state === "expired") && (
            <LinkButton to={`/people/${person.id}/consents/new?again=${id}`} variant="text" dense>
              {t.askAgain}
            </LinkButton>
          )}
        </div>
      </div>
    </li>
  );
}

/** Until when it holds, or why it does not, in words. */
function Until({ consent, today }: { consent: ShownConsent; today: string }) {
  const { consent: t } = useWords();
  const { language } = useFrame();
  const { state, endsOn, atEighteen, withdrawn, missing } = consent;
  const { short } = dayWords(language, today);
  if (withdrawn) {
    const say = withdrawn.saidBefore ? t.ended.withdrawn : t.ended.refused;
    return say(withdrawn.name, short(withdrawn.on));
  }
  if (state === "turned_18" || state === "expired") return t.ended[state](short(endsOn));
  if (state === "in_force") return (atEighteen ? t.holdsUntilEighteen : t.holdsUntil)(short(endsOn));
  if (missing === null) return t.nobodyCan;
  return t.waitsFor(
    listed(
      missing.map(({ name }) => name),
      language,
    ),
  );
}
