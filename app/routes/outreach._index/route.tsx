import { Form, Link, useLoaderData } from "@remix-run/react";
import { answerAlert, takeAlert } from "#domain/outreach/alert-commands.server.ts";
import { raiseLead } from "#domain/outreach/contact-commands.server.ts";
import { addLead, checkLead } from "#domain/outreach/lead-commands.server.ts";
import { addressOf, LEADS_AT_ONCE, leadFiltersIn } from "#domain/outreach/list-filters.ts";
import { noteLeadsPrint } from "#domain/outreach/print-command.server.ts";
import { type Outreach, outreachFor } from "#domain/outreach/queries.server.ts";
import { leadViews } from "#domain/outreach/rules.ts";
import { searchLeads } from "#domain/outreach/search.server.ts";
import { takeBackAlert } from "#domain/outreach/take-back-commands.server.ts";
import { useRefusedAmong } from "#frame/command-form.tsx";
import { FirstFew } from "#frame/first-few.tsx";
import { useFrame } from "#frame/frame.ts";
import { GoneRows } from "#frame/gone-rows.tsx";
import { useOutreachWords } from "#frame/outreach-words.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { SchoolAlert } from "#frame/school-alert.tsx";
import { page, search, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { useReloadOn } from "#live/use-topic.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { SelectField } from "#ui/fields.tsx";
import { Icon } from "#ui/icon.tsx";
import { useWords } from "#words/words.ts";
import { AddLead } from "./add-lead.tsx";
import { FindLead } from "./find-lead.tsx";
import { LeadList } from "./lead-list.tsx";
import { PaperList } from "./paper-list.tsx";

export const handle: Handle = { title: (words) => words.outreach.title };
export const loader = page(outreachFor, ({ search }) => leadFiltersIn(search));
export const action = submit(
  [
    addLead,
    checkLead,
    raiseLead,
    takeAlert,
    answerAlert,
    takeBackAlert,
    noteLeadsPrint,
    search(searchLeads, ({ typed }) => ({ typed: String(typed.typed ?? "") })),
  ],
  {
    "add-lead": ({ id }: { id: string }) => `/outreach/${id}`,
  },
);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

/** Whom somebody looks for: what schools tell, the day's list by place, and what waits. */
export default function OutreachPage() {
  const outreach = useLoaderData<typeof loader>() as Outreach;
  const words = useOutreachWords(outreach);
  const { t } = words;
  const { alerts, leads, counts, filters } = outreach;
  const { view, mine, page } = filters;
  useReloadOn(["outreach"]);
  if (filters.paper)
    return (
      <PageFrame>
        <PaperList outreach={outreach} words={words} />
      </PageFrame>
    );
  return (
    <PageFrame>
      <h1 tabIndex={-1}>{t.title}</h1>
      <p className="paper-only">{t.printHere}</p>
      <div className="screen-only">
        <p className="meta measure">
          {t.purpose} {t.facts}
        </p>
        <p className="button-line">
          <Link to="/outreach/places">{t.toPlaces}</Link>
          <Link to="/outreach/file">{t.toFile}</Link>
          <Link to="/outreach/figures">{t.toFigures}</Link>
        </p>
        <GoneRows ids={alerts.map(({ id }) => id)} intents={["take-dropout-alert", "answer-dropout-alert"]}>
          <Alerts outreach={outreach} words={words} />
        </GoneRows>
        <AddLead outreach={outreach} />
        <FindLead filters={filters} words={words} />
        <nav className="page-views" aria-label={t.viewsLabel}>
          {leadViews.map((one) => (
            <Link
              key={one}
              to={addressOf({ ...filters, view: one, page: 0 })}
              aria-current={one === view ? "page" : undefined}
              preventScrollReset
            >
              {t.views[one](counts[one])}
            </Link>
          ))}
        </nav>
        <Narrow outreach={outreach} />
        {view === "day" && leads.length > 0 && (
          <LinkButton to={addressOf({ ...filters, page: 0, paper: true })}>
            <Icon name="print" />
            {t.print}
          </LinkButton>
        )}
        <GoneRows key={view} ids={leads.map(({ id }) => id)} intents={["check-lead", "raise-lead"]}>
          {leads.length === 0 ? (
            <Empty text={mine ? t.noneMine : t.none[view]} />
          ) : (
            <LeadList outreach={outreach} words={words} />
          )}
        </GoneRows>
        <nav className="button-line" aria-label={t.pages}>
          {page > 0 && <Link to={addressOf({ ...filters, page: page - 1 })}>{t.before}</Link>}
          {counts[view] > (page + 1) * LEADS_AT_ONCE && (
            <Link to={addressOf({ ...filters, page: page + 1 })}>{t.more}</Link>
          )}
        </nav>
      </div>
    </PageFrame>
  );
}

/** How many tellings of schools stand open of very many. */
const MOST_ALERTS = 20;

type ListProps = { outreach: Outreach; words: ReturnType<typeof useOutreachWords> };

/** What schools tell, the latest first. */
function Alerts({ outreach: { alerts, reactions }, words }: ListProps) {
  const latest = [...alerts].reverse();
  const isRefused = useRefusedAmong(latest.slice(MOST_ALERTS).map(({ id }) => ({ id })));
  if (alerts.length === 0) return null;
  return (
    <section className="page-part" aria-labelledby="alerts">
      <h2 id="alerts">{words.t.alerts(alerts.length)}</h2>
      <FirstFew of={latest} first={MOST_ALERTS} isOpen={isRefused}>
        {(some) => (
          <ul className="rows rows-fall">
            {some.map((alert) => (
              <SchoolAlert key={alert.id} alert={alert} words={words} reactions={reactions} />
            ))}
          </ul>
        )}
      </FirstFew>
    </section>
  );
}

/** From where they are known, and who looks for them. */
function Narrow({ outreach: { filters, sources, leftOut } }: { outreach: Outreach }) {
  const { language } = useFrame();
  const { outreach: t } = useWords();
  return (
    <search className="outreach-narrow">
      <nav className="outreach-whose" aria-label={t.whose}>
        {[false, true].map((own) => (
          <Link
            key={String(own)}
            to={addressOf({ ...filters, mine: own, page: 0 })}
            aria-current={own === filters.mine ? "true" : undefined}
            preventScrollReset
          >
            {own ? t.mine : t.all}
          </Link>
        ))}
        {(leftOut > 0 || filters.cases) && (
          <Link to={addressOf({ ...filters, cases: !filters.cases, page: 0 })} preventScrollReset>
            {filters.cases ? t.withoutCases : t.withCases(leftOut)}
          </Link>
        )}
      </nav>
      <Form method="get" action="/outreach" className="field-line field-line-level" key={filters.source ?? ""}>
        {filters.view !== "day" && <input type="hidden" name="view" value={filters.view} />}
        {filters.cases && <input type="hidden" name="cases" value="too" />}
        {filters.mine && <input type="hidden" name="whose" value="mine" />}
        <SelectField label={t.source} name="source" defaultValue={filters.source ?? ""}>
          <option value="">{t.anySource}</option>
          {sources.map(({ code, label }) => (
            <option key={code} value={code}>
              {label[language]}
            </option>
          ))}
        </SelectField>
        <Button>{t.show}</Button>
      </Form>
    </search>
  );
}
