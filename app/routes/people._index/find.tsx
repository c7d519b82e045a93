import { Link, useFetcher, useSearchParams } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { FoundPeople, FoundPerson, FoundText } from "#domain/people/search.server.ts";
import { useAnswerToPost } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import type { Sent } from "#http/door.server.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

const INTENT = "search-people";
const PAUSE_MS = 250;

const answered = (sent: Sent | undefined) =>
  sent?.searched && sent.ok && sent.intent === INTENT
    ? { typed: String(sent.typed?.typed ?? ""), ...(sent.answer as FoundPeople) }
    : null;

/** Searches names, plans, agreements and minutes as one writes, or by the button. What is typed stands in no address. */
export function Find({ today }: { today: string }) {
  const { peopleList: t } = useWords();
  const [params] = useSearchParams();
  const fetcher = useFetcher<Sent>();
  const plain = useAnswerToPost();
  const [cleared, setCleared] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const answer = answered(fetcher.data as Sent | undefined) ?? answered(plain);
  const search = cleared || answer?.typed.trim() === "" ? null : answer;
  const here = `/people?index${params.size > 0 ? `&${params}` : ""}`;

  return (
    <search className="people-find">
      <fetcher.Form
        ref={form}
        method="post"
        action={here}
        className="field-line"
        onSubmit={() => {
          clearTimeout(timer.current);
          setCleared(false);
        }}
      >
        <input type="hidden" name="intent" value={INTENT} />
        <TextField
          label={t.find}
          name="typed"
          type="search"
          hint={t.findHint}
          defaultValue={answer?.typed}
          autoComplete="off"
          maxLength={80}
          onChange={({ currentTarget: { form, value } }) => {
            clearTimeout(timer.current);
            if (value.trim() === "") setCleared(true);
            else timer.current = setTimeout(() => form?.requestSubmit(), PAUSE_MS);
          }}
        />
        <Button className="find-button">{t.search}</Button>
      </fetcher.Form>
      <p role="status" className="meta">
        {search && said(t, search)}
      </p>
      {search && search.found.length > 0 && (
        <section aria-label={t.results} className="found-people">
          <ul className="rows rows-first-line">
            {search.found.map((person) => (
              <Found key={person.key} person={person} today={today} />
            ))}
          </ul>
        </section>
      )}
    </search>
  );
}

function said(t: ReturnType<typeof useWords>["peopleList"], { found, more }: FoundPeople): string {
  if (found.length === 0) return t.none;
  return more ? t.foundFirst(found.length) : t.found(found.length);
}

function Found({ person, today }: { person: FoundPerson; today: string }) {
  const { peopleList: t } = useWords();
  const { short } = dayWords(useFrame().language, today);
  const { id, name, initials, bornOn, texts } = person;
  return (
    <li>
      <div className="row-main">
        <p>
          {id ? <Link to={`/people/${id}`}>{name}</Link> : <strong>{name ?? initials}</strong>}{" "}
          {bornOn && <span className="meta">{t.born(short(bornOn))}</span>}
        </p>
        {texts.map((text) => (
          <Excerpt key={text.sourceId} text={text} />
        ))}
      </div>
    </li>
  );
}

function Excerpt({ text: { kind, excerpt, at } }: { text: FoundText }) {
  const { peopleList: t } = useWords();
  const to = at ? `/meetings/${at.meetingId}/board?item=${at.itemId}` : kind === "action" ? "/actions" : null;
  return (
    <p className="found-text">
      <span className="meta">{`${t.kinds[kind]} `}</span>
      {excerpt.before}
      <mark>{excerpt.found}</mark>
      {excerpt.after} {to && <Link to={to}>{at ? t.toItem : t.toActions}</Link>}
    </p>
  );
}
