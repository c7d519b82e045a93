import { Link } from "@remix-run/react";
import { daysBetween } from "#domain/days.ts";
import { dayOf } from "#domain/moments.ts";
import type { Turning } from "#domain/start/young-people.server.ts";
import { Ask } from "#ui/ask.tsx";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useDays, useStart } from "./use-start.ts";
import { WordsForm } from "./words-form.tsx";

/** `Mangler egne ord til mødet 5. dec.`: with the form to write them, in place. */
export function LackingWords() {
  const { start: t, telling } = useWords();
  const { lackingWords } = useStart();
  const days = useDays();
  const meetings = [...new Set(lackingWords.map(({ startsAt }) => startsAt))];
  return meetings.map((startsAt) => (
    <Block key={startsAt} title={t.words(days.near(dayOf(startsAt)))}>
      <ul className="rows rows-first-line">
        {lackingWords
          .filter((item) => item.startsAt === startsAt)
          .map((item) => (
            <li key={item.itemId}>
              <div className="row-main">
                <p>{item.youngPerson.name}</p>
                <p className="meta">{item.question}</p>
                <p>
                  <Link to={`/items/${item.itemId}/hear`}>{telling.hear.link(item.youngPerson.name)}</Link>
                </p>
                <Ask label={t.writeWords} dense group="words">
                  <WordsForm itemId={item.itemId} version={item.version} />
                </Ask>
              </div>
            </li>
          ))}
      </ul>
    </Block>
  ));
}

/** `Fortæl efter mødet`: whom one was given to tell, and by when. */
export function ToTell() {
  const { start: t, board } = useWords();
  const { toTell } = useStart();
  const days = useDays();
  if (toTell.length === 0) return null;
  return (
    <Block title={t.tell}>
      <ul className="rows">
        {toTell.map(({ itemId, youngPerson, agreements, by }) => (
          <li key={itemId}>
            <span className="row-main">
              <Link to={`/items/${itemId}/tell`}>{t.tellLine(youngPerson.name, agreements)}</Link>
            </span>
            {by && <span className="meta keep-together">{board.agreements.by(days.near(by))}</span>}
          </li>
        ))}
      </ul>
    </Block>
  );
}

export function TurningEighteen({ title, people }: { title: string; people: Turning[] }) {
  const { start: t } = useWords();
  const { today } = useStart();
  const days = useDays();
  if (people.length === 0) return null;
  return (
    <Block title={title}>
      <ul className="rows rows-compare">
        {people.map(({ id, name, on }) => (
          <li key={id}>
            <span className="row-main">
              {name} <span className="meta">{t.turnsOn(daysBetween(today, on), days.short(on))}</span>
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}
