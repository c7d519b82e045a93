import { useFetcher, useSearchParams } from "@remix-run/react";
import { useRef, useState } from "react";
import type { FoundActions } from "#domain/actions/search.server.ts";
import { AgreementList } from "#frame/agreement-list.tsx";
import { useAnswerToPost } from "#frame/command-form.tsx";
import type { Sent } from "#http/door.server.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

const INTENT = "search-actions";

const answered = (sent: Sent | undefined) =>
  sent?.searched && sent.ok && sent.intent === INTENT
    ? { typed: String(sent.typed?.typed ?? ""), ...(sent.answer as FoundActions) }
    : null;

/** Agreements about somebody, by the name: it stands in no address. */
export function Find() {
  const { actions } = useWords();
  const t = actions.find;
  const [params] = useSearchParams();
  const fetcher = useFetcher<Sent>();
  const plain = useAnswerToPost();
  const [cleared, setCleared] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const answer = answered(fetcher.data as Sent | undefined) ?? answered(plain);
  const found = cleared || answer?.typed.trim() === "" ? null : answer;
  return (
    <search className="people-find">
      <fetcher.Form
        method="post"
        action={params.size > 0 ? `/actions?${params}` : "/actions"}
        className="field-line"
        onSubmit={() => setCleared(field.current?.value.trim() === "")}
      >
        <input type="hidden" name="intent" value={INTENT} />
        <TextField
          ref={field}
          label={t.label}
          name="typed"
          type="search"
          defaultValue={answer?.typed}
          autoComplete="off"
          maxLength={80}
          onChange={({ currentTarget }) => currentTarget.value.trim() === "" && setCleared(true)}
        />
        <Button className="find-button">{t.search}</Button>
      </fetcher.Form>
      <p role="status" className="meta">
        {found && (found.more ? t.first(found.rows.length) : t.found(found.rows.length))}
      </p>
      {found && found.rows.length > 0 && (
        <section aria-label={t.results}>
          <AgreementList rows={found.rows} names={found.names} today={found.today} label={t.results} />
        </section>
      )}
    </search>
  );
}
