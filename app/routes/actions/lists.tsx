import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { AT_ONCE, actionSearchOf, MOST_SHOWN } from "#domain/actions/filters.ts";
import type { ActionList } from "#domain/actions/lists.server.ts";
import type { MyActions } from "#domain/actions/queries.server.ts";
import type { OwnAction } from "#domain/actions/shown.server.ts";
import { AgreementAnswers } from "#frame/agreement-answers.tsx";
import { AgreementDecision } from "#frame/agreement-decision.tsx";
import { AgreementFollow, AgreementTakeBack } from "#frame/agreement-follow.tsx";
import { TakeOvers } from "#frame/agreement-handover.tsx";
import { AgreementList } from "#frame/agreement-list.tsx";
import { useWords } from "#words/words.ts";
import { type Many, ManyBar, RowBox, rowKeys, useMany } from "./many.tsx";

/** Everybody's agreements in their parts; several of them can be chosen at once. */
export function Lists({ page }: { page: MyActions }) {
  const { actions: t } = useWords();
  const { toAnswer, mine, department, waiting, ended, filters, departments } = page;
  const narrowed = actionSearchOf(filters) !== "";
  const mayChoose = [mine, department, waiting].flatMap(({ rows }) => rows.filter(({ mayFollow }) => mayFollow));
  const many = useMany(mayChoose);
  const follow = (row: OwnAction) =>
    row.mayFollow ? (
      <AgreementFollow row={row} over={page.handovers[row.id]} more={<AgreementDecision row={row} />} />
    ) : null;
  const asks = (whose: typeof filters.whose) => filters.whose === null || filters.whose === whose;
  const of = { page, many };
  return (
    <>
      {filters.whose === null && (
        <Part {...of} id="asked" title={t.asked} list={toAnswer} none={narrowed ? t.noneFit : t.noneAsked}>
          {(row) => <AgreementAnswers row={row} />}
        </Part>
      )}
      {filters.whose === null && page.toTakeOver.length > 0 && (
        <section className="page-part" aria-labelledby="take-over">
          <h2 id="take-over">{t.takeOver}</h2>
          <TakeOvers rows={page.toTakeOver} names={page.names} today={page.today} label={t.takeOver} />
        </section>
      )}
      {asks("mine") && (
        <Part {...of} id="mine" title={t.mine} list={mine} none={narrowed ? t.noneFit : t.noneMine} own choose>
          {follow}
        </Part>
      )}
      {asks("department") && (departments.length > 0 || narrowed) && (
        <Part
          {...of}
          id="department"
          title={t.department}
          list={department}
          none={narrowed ? t.noneFit : t.noneDepartment}
          choose
        >
          {follow}
        </Part>
      )}
      {asks("waiting") && (
        <Part
          {...of}
          id="waiting"
          title={t.waiting}
          hint={t.waitingHint}
          list={waiting}
          none={narrowed ? t.noneFit : t.noneWaiting}
          choose
        >
          {follow}
        </Part>
      )}
      <ManyBar many={many} />
      {ended.rows.length > 0 && (
        <details className="page-part">
          <summary>{t.ended(ended.count)}</summary>
          <p className="meta">{t.endedHint}</p>
          <AgreementList rows={ended.rows} names={page.names} today={page.today} label={t.ended(ended.count)}>
            {(row) => <AgreementTakeBack row={row} />}
          </AgreementList>
        </details>
      )}
    </>
  );
}

type PartProps = {
  page: MyActions;
  many: Many;
  id: string;
  title: string;
  hint?: string;
  list: ActionList;
  none: string;
  own?: boolean;
  /** Several of them can be chosen. */
  choose?: boolean;
  children: (row: OwnAction) => ReactNode;
};

function Part({ page, many, id, title, hint, list: { rows, count }, none, own, choose, children }: PartProps) {
  const { actions: t } = useWords();
  const box = (row: OwnAction) => row.mayFollow && <RowBox row={row} many={many} />;
  return (
    <section className="page-part" aria-labelledby={id}>
      <h2 id={id}>{rows.length === 0 ? title : t.counted(title, count)}</h2>
      {hint && <p className="meta">{hint}</p>}
      {rows.length === 0 && <p className="meta">{none}</p>}
      {rows.length > 0 && (
        <AgreementList
          rows={rows}
          names={page.names}
          today={page.today}
          label={title}
          {...(own && { own })}
          {...(choose && { before: box, onKeyDown: rowKeys })}
        >
          {children}
        </AgreementList>
      )}
      {count !== rows.length && <More shown={rows.length} search={actionSearchOf(page.filters)} />}
    </section>
  );
}

function More({ shown, search }: { shown: number; search: string }) {
  const { actions: t } = useWords();
  if (shown >= MOST_SHOWN) return <p className="meta">{t.useFilters}</p>;
  const next = Math.min(MOST_SHOWN, (Math.floor(shown / AT_ONCE) + 1) * AT_ONCE);
  return (
    <p className="screen-only">
      <Link
        to={`/actions?${search === "" ? "" : `${search}&`}shown=${next}`}
        className="button button-text"
        preventScrollReset
      >
        {t.more}
      </Link>
    </p>
  );
}
