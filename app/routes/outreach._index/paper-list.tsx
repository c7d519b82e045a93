import { Link } from "@remix-run/react";
import { clockOf, dayOf } from "#domain/moments.ts";
import { addressOf } from "#domain/outreach/list-filters.ts";
import type { Outreach } from "#domain/outreach/queries.server.ts";
import { nameOf, type useOutreachWords } from "#frame/outreach-words.ts";
import { PrintButton } from "#frame/print-button.tsx";
import { PrintHead } from "#frame/print-head.tsx";
import { Empty } from "#ui/empty.tsx";
import { useWords } from "#words/words.ts";
import { byPlace } from "./lead-list.tsx";

type Props = { outreach: Outreach; words: ReturnType<typeof useOutreachWords> };

/** The day's list as it is printed: a line for each, by the place where they are. */
export function PaperList({ outreach: { leads, counts, filters, today, now }, words }: Props) {
  const { t, days, nextOf, workerOf, yearsOf } = words;
  const { minutes } = useWords();
  const title = t.paperTitle(days.full(today), counts.day);
  const heads = [t.places.name, t.address, t.phone, t.channel, t.who];
  return (
    <>
      <p className="meta screen-only">
        <Link to={addressOf({ ...filters, paper: false })}>{t.title}</Link>
      </p>
      <h1 tabIndex={-1} className="screen-only">
        {title}
      </h1>
      <PrintHead
        title={<strong>{title}</strong>}
        when={now ? minutes.when(days.short(dayOf(now)), clockOf(now)) : ""}
      />
      {counts.day > leads.length && <p>{t.paperCut(leads.length, counts.day)}</p>}
      {leads.length === 0 ? (
        <Empty text={filters.mine ? t.noneMine : t.none.day} />
      ) : (
        <>
          <PrintButton label={t.print} intent="note-leads-print" of={{ leads: String(leads.length) }} />
          <div className="compare-frame">
            <table className="compare outreach-paper" aria-label={title}>
              <thead>
                <tr>
                  {heads.map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              {[...byPlace(leads, words)].map(([place, there]) => (
                <tbody key={place}>
                  <tr>
                    <th scope="rowgroup" colSpan={heads.length} className="region-label">
                      {place || t.noPlace}
                    </th>
                  </tr>
                  {there.map((lead) => (
                    <tr key={lead.id}>
                      <th scope="row">{[nameOf(lead), yearsOf(lead)].filter(Boolean).join(", ")}</th>
                      <td>{lead.protected ? t.protected : lead.address}</td>
                      <td className="outreach-brief">{lead.phone}</td>
                      <td className="outreach-brief">{nextOf(lead)}</td>
                      <td className="outreach-brief">{workerOf(lead.assignedToId)}</td>
                    </tr>
                  ))}
                </tbody>
              ))}
            </table>
          </div>
        </>
      )}
    </>
  );
}
