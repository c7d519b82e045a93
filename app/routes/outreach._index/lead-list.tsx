import { Link } from "@remix-run/react";
import type { Outreach } from "#domain/outreach/queries.server.ts";
import { townOf } from "#domain/outreach/rules.ts";
import type { LeadRow } from "#domain/outreach/shown.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { nameOf, type useOutreachWords } from "#frame/outreach-words.ts";
import { Button } from "#ui/button.tsx";
import { telOf } from "#ui/phone-link.ts";
import { StatusWord } from "#ui/status-word.tsx";

type Words = ReturnType<typeof useOutreachWords>;
type Props = { outreach: Outreach; words: Words };

/** The young people of a view; the day's by the place where they are. */
export function LeadList({ outreach, words }: Props) {
  if (outreach.filters.view !== "day") return <Lines leads={outreach.leads} outreach={outreach} words={words} />;
  return [...byPlace(outreach.leads, words)].map(([place, leads]) => (
    <section key={place} className="page-part outreach-place">
      <h2 className="region-label">{place || words.t.noPlace}</h2>
      <Lines leads={leads} outreach={outreach} words={words} />
    </section>
  ));
}

/** As they come: a place after the other. */
export function byPlace(leads: LeadRow[], { placeOf }: Words): Map<string, LeadRow[]> {
  const groups = new Map<string, LeadRow[]>();
  for (const lead of leads) {
    const place = placeOf(lead.placeId) || (townOf(lead.address) ?? "");
    groups.set(place, [...(groups.get(place) ?? []), lead]);
  }
  return groups;
}

function Lines({ leads, outreach, words }: Props & { leads: LeadRow[] }) {
  return (
    <ul className="rows rows-compare outreach-list">
      {leads.map((lead) => (
        <Line key={lead.id} lead={lead} outreach={outreach} words={words} />
      ))}
    </ul>
  );
}

function Line({ lead, outreach, words }: Props & { lead: LeadRow }) {
  const { t, days, sourceOf, statusOf, workerOf, yearsOf, nextOf } = words;
  const { view } = outreach.filters;
  const facts = [yearsOf(lead), lead.status && statusOf(lead.status)].filter(Boolean).join(" · ");
  return (
    <li>
      <span className="outreach-who">
        <Link to={`/outreach/${lead.id}`}>{nameOf(lead)}</Link>
        <span className="meta">{facts}</span>
        {lead.caseOf && (
          <span>
            <Link to={`/people/${lead.caseOf}`}>{t.hasCase}</Link>
          </span>
        )}
      </span>
      <span className="outreach-where">
        <span>{lead.protected ? t.protected : lead.address}</span>
        {lead.phone && <a href={telOf(lead.phone)}>{lead.phone}</a>}
      </span>
      <span className="outreach-where">
        {view === "day" && <span>{nextOf(lead)}</span>}
        {view === "met" && <StatusWord state="quiet">{t.states[lead.state]}</StatusWord>}
        {view === "done" && <span>{t.states[lead.state]}</span>}
        <span className="meta">
          {[
            sourceOf(lead.source),
            t.received(days.short(lead.receivedOn)),
            lead.tries.length > 0 && t.times(lead.tries.length),
            lead.assignedToId && t.takenBy(workerOf(lead.assignedToId)),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </span>
      <span>
        <Press lead={lead} outreach={outreach} words={words} />
      </span>
    </li>
  );
}

/** The one press that a view is for. */
function Press({ lead, outreach: { filters, meeting }, words: { t, days } }: Props & { lead: LeadRow }) {
  const { id, version } = lead;
  if (filters.view === "new" || filters.view === "again")
    return (
      <CommandForm intent="check-lead" fields={{ id, version }} about={nameOf(lead)}>
        {({ busy, problem }) => (
          <>
            <Button dense disabled={busy} aria-label={t.checkWhom(nameOf(lead))}>
              {t.check}
            </Button>
            {problem("id") && <span className="form-error-message">{problem("id")}</span>}
          </>
        )}
      </CommandForm>
    );
  if (filters.view !== "meeting") return null;
  if (!meeting) return <span className="meta">{t.ceilingOthers}</span>;
  const day = days.short(meeting.on);
  return (
    <CommandForm
      intent="raise-lead"
      fields={{ id, version, meetingId: meeting.id, question: t.question }}
      about={nameOf(lead)}
    >
      {({ busy }) => (
        <Button dense disabled={busy} aria-label={t.raiseWhom(nameOf(lead), day)}>
          {t.raise(day)}
        </Button>
      )}
    </CommandForm>
  );
}
