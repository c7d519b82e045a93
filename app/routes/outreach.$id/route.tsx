import { Link, useLoaderData } from "@remix-run/react";
import { isRowId } from "#domain/input.server.ts";
import { answerAlert, takeAlert, writeAlert } from "#domain/outreach/alert-commands.server.ts";
import { leadToCase } from "#domain/outreach/case-commands.server.ts";
import { leaveAlone, raiseLead, setLeadState, tryLead } from "#domain/outreach/contact-commands.server.ts";
import { changeLead, checkLead, giveLead } from "#domain/outreach/lead-commands.server.ts";
import { joinEncounter, partEncounter } from "#domain/outreach/place-commands.server.ts";
import { type OutreachLead, outreachLeadFor } from "#domain/outreach/queries.server.ts";
import { expiresOn } from "#domain/outreach/rules.ts";
import type { LeadRow } from "#domain/outreach/shown.server.ts";
import { takeBackAlert, takeBackAnswer, takeBackNo, takeBackTry } from "#domain/outreach/take-back-commands.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { nameOf, useOutreachWords } from "#frame/outreach-words.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { SchoolAlerts } from "#frame/school-alerts.tsx";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { Button } from "#ui/button.tsx";
import { telOf } from "#ui/phone-link.ts";
import { useWords } from "#words/words.ts";
import { Change, Give, type MadeCase, ToCase } from "./changes.tsx";
import { Met } from "./met.tsx";
import { NextStep } from "./next-step.tsx";
import { Tries } from "./tries.tsx";

export const handle: Handle = { title: (words) => words.outreach.one };
export const loader = page(outreachLeadFor, ({ params: { id } }) => (isRowId(id) ? { id } : null));
export const action = submit(
  [
    ...[checkLead, changeLead, giveLead, tryLead, setLeadState, leaveAlone, takeBackNo, raiseLead, leadToCase],
    ...[joinEncounter, partEncounter, writeAlert, takeAlert, answerAlert],
    ...[takeBackTry, takeBackAlert, takeBackAnswer],
  ],
  // With JavaScript the form itself goes on: its page may be gone, with the lead, before the answer is here.
  { "lead-to-case": ({ youngPersonId }: MadeCase, { plain }) => (plain ? `/people/${youngPersonId}` : null) },
);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

/** One young person who is looked for: the facts, the next step, and what was tried. */
export default function LeadPage() {
  const shown = useLoaderData<typeof loader>() as OutreachLead;
  const words = useOutreachWords(shown);
  const { t } = words;
  useReloadOn(["outreach"]);
  const { lead } = shown;
  return (
    <PageFrame>
      <p className="meta">
        <Link to="/outreach">{t.title}</Link>
      </p>
      <h1 tabIndex={-1}>{lead ? nameOf(lead) : t.one}</h1>
      {lead ? (
        <>
          <Facts lead={lead} raised={shown.raised} words={words} />
          <NextStep shown={shown} lead={lead} words={words} />
          <Tries lead={lead} words={words} />
          <SchoolAlerts about={{ leadId: lead.id }} shown={shown} words={words} />
          <Met shown={shown} lead={lead} words={words} />
          <section className="page-part button-line">
            <Give shown={shown} lead={lead} />
            <Change shown={shown} lead={lead} />
            <ToCase shown={shown} lead={lead} />
          </section>
        </>
      ) : (
        <Nobody shown={shown} />
      )}
    </PageFrame>
  );
}

type Words = ReturnType<typeof useOutreachWords>;

function Facts({ lead, raised, words }: { lead: LeadRow; raised: OutreachLead["raised"]; words: Words }) {
  const { t, days, sourceOf, statusOf, workerOf, placeOf, yearsOf } = words;
  const { access } = useWords();
  const lines: [string, string | false | null][] = [
    [t.bornOn, lead.bornOn && `${days.full(lead.bornOn)} · ${yearsOf(lead)}`],
    [t.address, lead.protected ? t.protected : lead.address],
    [t.phone, lead.phone],
    [t.status, lead.status && statusOf(lead.status)],
    [t.source, `${sourceOf(lead.source)} ${t.received(days.short(lead.receivedOn))}`],
    [t.place, placeOf(lead.placeId)],
    [t.who, lead.assignedToId ? workerOf(lead.assignedToId) : t.nobody],
  ];
  return (
    <>
      <p className="meta">
        {[t.states[lead.state], lead.hasNumber && t.hasNumber, t.keptUntil(days.full(expiresOn(lead.receivedOn)))]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {lead.raisedOn && (
        <p>
          {t.raised(days.short(lead.raisedOn))}
          {raised && (
            <>
              {" · "}
              <Link to={raised.held ? `/meetings/${raised.meetingId}/minutes` : `/meetings/${raised.meetingId}`}>
                {raised.held ? access.minutes : access.agenda}
              </Link>
            </>
          )}
        </p>
      )}
      {lead.caseOf && (
        <p>
          {t.hasCase}. <Link to={`/people/${lead.caseOf}`}>{t.openCase}</Link>
        </p>
      )}
      <dl className="outreach-facts">
        {lines.map(([name, said]) =>
          said ? (
            <div key={name}>
              <dt className="meta">{name}</dt>
              <dd>{name === t.phone ? <a href={telOf(said)}>{said}</a> : said}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </>
  );
}

/** Somebody who is not shown: left alone, forgotten, or with a case. */
function Nobody({ shown: { id, version, standing, takesBackNo, nextAllowedOn, ...shown } }: { shown: OutreachLead }) {
  const { t, days } = useOutreachWords(shown);
  return (
    <>
      <p>
        {standing === "left_alone" && nextAllowedOn
          ? t.leftAlone(days.full(nextAllowedOn))
          : standing === "case"
            ? t.isCase
            : t.gone}
      </p>
      {takesBackNo && (
        <CommandForm intent="take-back-no" fields={{ id, version }}>
          {({ busy }) => <Button disabled={busy}>{t.takeBack}</Button>}
        </CommandForm>
      )}
    </>
  );
}
