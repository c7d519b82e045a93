import { Link, useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { ToAdd } from "#domain/agenda/find-to-add.server.ts";
import { useAnswerToPost } from "#frame/command-form.tsx";
import type { Sent } from "#http/door.server.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { type Place, useAgenda, useNaming } from "./model.ts";

const INTENT = "find-to-add";
const PAUSE_MS = 250;

/** The search that was answered last: what was typed, and who was found. */
const answered = (sent: Sent | undefined) =>
  sent?.searched && sent.ok && sent.intent === INTENT
    ? { typed: String(sent.typed?.name ?? ""), ...(sent.answer as ToAdd) }
    : null;

/** Finds a young person by a part of the name; as one writes, or by the button. `linked`: the question that gets their name. */
export function FindPerson({ linked }: { linked: Place | undefined }) {
  const { agenda: t, frame, problems } = useWords();
  const { meetingId } = useAgenda();
  const { days } = useNaming();
  const fetcher = useFetcher<Sent>();
  const plain = useAnswerToPost();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = answered(fetcher.data as Sent | undefined) ?? answered(plain);
  const typed = search?.typed.trim() ?? "";
  const link = linked ? `&link=${linked.id}` : "";
  const here = `/meetings/${meetingId}?add=person${link}`;

  return (
    <>
      <fetcher.Form method="post" action={here} className="field-line" onSubmit={() => clearTimeout(timer.current)}>
        <input type="hidden" name="intent" value={INTENT} />
        <TextField
          label={linked ? t.add.link : t.add.find}
          name="name"
          type="search"
          hint={t.add.findHint}
          defaultValue={typed}
          autoComplete="off"
          autoFocus
          onChange={({ currentTarget: { form } }) => {
            clearTimeout(timer.current);
            timer.current = setTimeout(() => form?.requestSubmit(), PAUSE_MS);
          }}
        />
        <Button className="find-button">{t.add.search}</Button>
        <LinkButton to={`/meetings/${meetingId}`} variant="text" preventScrollReset className="find-button">
          {frame.cancel}
        </LinkButton>
      </fetcher.Form>
      {typed !== "" && search?.found.length === 0 && (
        <p>
          <span className="meta">{t.add.none}</span>{" "}
          {search.mayAddNew && (
            <Link to="/people/new" state={{ name: typed }}>
              {t.add.newYoung(typed)}
            </Link>
          )}
        </p>
      )}
      <ul className="rows rows-compare">
        {search?.found.map(({ id, name, bornOn, over }) => (
          <li key={id}>
            {over ? (
              <span className="row-main">
                <Link to={`/people/${id}#case`}>{name}</Link> <span className="meta">{problems["case-ended"]}</span>
              </span>
            ) : (
              <Link to={`?add=person&young=${id}${link}`} preventScrollReset>
                {name}
              </Link>
            )}
            <span className="meta">{t.add.born(days.short(bornOn))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
