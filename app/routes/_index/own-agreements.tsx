import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { OwnAction } from "#domain/actions/queries.server.ts";
import { AgreementAnswers } from "#frame/agreement-answers.tsx";
import { AgreementFollow } from "#frame/agreement-follow.tsx";
import { TakeOvers } from "#frame/agreement-handover.tsx";
import { AgreementList } from "#frame/agreement-list.tsx";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useStart } from "./use-start.ts";

const AT_ONCE = 6;

type ListProps = {
  title: string;
  rows: OwnAction[];
  empty?: string;
  own?: boolean;
  children: (row: OwnAction) => ReactNode;
};

/** The nearest of a list; the rest stands on the page of agreements. */
function List({ title, rows, empty, own, children }: ListProps) {
  const { start: t } = useWords();
  const { names, today } = useStart();
  if (rows.length === 0 && !empty) return null;
  return (
    <Block title={title}>
      {rows.length === 0 && <p className="meta">{empty}</p>}
      <AgreementList rows={rows.slice(0, AT_ONCE)} names={names} today={today} label={title} own={own}>
        {children}
      </AgreementList>
      {rows.length > AT_ONCE && (
        <p className="start-more">
          <Link to="/actions">{t.all(rows.length)}</Link>
        </p>
      )}
    </Block>
  );
}

export function Asked() {
  const { actions: t } = useWords();
  return (
    <List title={t.asked} rows={useStart().toAnswer}>
      {(row) => <AgreementAnswers row={row} />}
    </List>
  );
}

/** What others ask the reader to take over. */
export function AskedToTakeOver() {
  const { actions: t } = useWords();
  const { toTakeOver, names, today } = useStart();
  if (toTakeOver.length === 0) return null;
  return (
    <Block title={t.takeOver}>
      <TakeOvers rows={toTakeOver} names={names} today={today} label={t.takeOver} />
    </Block>
  );
}

export function Mine({ empty }: { empty?: string }) {
  const { actions: t } = useWords();
  const { mine, handovers } = useStart();
  return (
    <List title={t.mine} rows={mine} empty={empty} own>
      {(row) => <AgreementFollow row={row} over={handovers[row.id]} />}
    </List>
  );
}

export function OfDepartment() {
  const { actions: t } = useWords();
  const { department, handovers } = useStart();
  return (
    <List title={t.department} rows={department}>
      {(row) => <AgreementFollow row={row} over={handovers[row.id]} />}
    </List>
  );
}
