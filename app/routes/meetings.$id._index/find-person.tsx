import { Form, Link, useSearchParams, useSubmit } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button, LinkButton } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { type Place, useAgenda, useNaming } from "./model.ts";

const PAUSE_MS = 250;

/** Finds a young person by a part of the name; as one writes, or by the button. `linked`: the question that gets their name. */
export function FindPerson({ linked }: { linked: Place | undefined }) {
  const { agenda: t, frame } = useWords();
  const { adding, meetingId } = useAgenda();
  const { days } = useNaming();
  const [search] = useSearchParams();
  const submit = useSubmit();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const typed = search.get("find") ?? "";

  function onChange(form: HTMLFormElement | null) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => submit(form, { replace: true, preventScrollReset: true }), PAUSE_MS);
  }

  return (
    <>
      <Form method="get" action={`/meetings/${meetingId}`} preventScrollReset className="field-line">
        <input type="hidden" name="add" value="person" />
        {linked && <input type="hidden" name="link" value={linked.id} />}
        <TextField
          label={linked ? t.add.link : t.add.find}
          name="find"
          type="search"
          hint={t.add.findHint}
          defaultValue={typed}
          autoComplete="off"
          autoFocus
          onChange={(event) => onChange(event.currentTarget.form)}
        />
        <Button className="find-button">{t.add.search}</Button>
        <LinkButton to={`/meetings/${meetingId}`} variant="text" preventScrollReset className="find-button">
          {frame.cancel}
        </LinkButton>
      </Form>
      {typed.trim() !== "" && adding.found.length === 0 && (
        <p>
          <span className="meta">{t.add.none}</span>{" "}
          {adding.mayAddNew && (
            <Link to={`/people/new?${new URLSearchParams({ name: typed.trim() })}`}>
              {t.add.newYoung(typed.trim())}
            </Link>
          )}
        </p>
      )}
      <ul className="rows rows-compare">
        {adding.found.map(({ id, name, bornOn }) => (
          <li key={id}>
            <Link to={`?add=person&young=${id}${linked ? `&link=${linked.id}` : ""}`} preventScrollReset>
              {name}
            </Link>
            <span className="meta">{t.add.born(days.short(bornOn))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
