import { Link, useFetcher } from "@remix-run/react";
import { addressOf } from "#domain/outreach/list-filters.ts";
import type { Outreach } from "#domain/outreach/queries.server.ts";
import type { FoundLeads } from "#domain/outreach/search.server.ts";
import { useAnswerToPost } from "#frame/command-form.tsx";
import { nameOf, type useOutreachWords } from "#frame/outreach-words.ts";
import type { Sent } from "#http/door.server.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";

const INTENT = "search-leads";

type Props = { filters: Outreach["filters"]; words: ReturnType<typeof useOutreachWords> };

/** Searches the whole list by name. What is typed stands in no address. */
export function FindLead({ filters, words: { t, days } }: Props) {
  const fetcher = useFetcher<Sent>();
  const plain = useAnswerToPost();
  const sent = (fetcher.data as Sent | undefined) ?? plain;
  const search = sent?.searched && sent.ok ? (sent.answer as FoundLeads) : null;
  const [path, params] = addressOf(filters).split("?");
  return (
    <search className="outreach-narrow">
      <fetcher.Form
        method="post"
        action={`${path}?index${params ? `&${params}` : ""}`}
        className="field-line field-line-level"
      >
        <input type="hidden" name="intent" value={INTENT} />
        <TextField
          label={t.find}
          hint={t.findHint}
          name="typed"
          type="search"
          defaultValue={search ? String(sent?.typed?.typed ?? "") : undefined}
          autoComplete="off"
          maxLength={80}
        />
        <Button>{t.search}</Button>
      </fetcher.Form>
      <p role="status" className="meta">
        {search && (search.more ? t.foundFirst : t.found)(search.found.length)}
      </p>
      {search && search.found.length > 0 && (
        <ul className="rows rows-compare">
          {search.found.map((lead) => (
            <li key={lead.id}>
              <Link to={`/outreach/${lead.id}`}>{nameOf(lead)}</Link>
              <span className="meta">{[lead.bornOn && days.full(lead.bornOn), t.states[lead.state]].join(" · ")}</span>
            </li>
          ))}
        </ul>
      )}
    </search>
  );
}
