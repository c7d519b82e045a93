import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { OwnAction } from "#domain/actions/shown.server.ts";
import { AgreementAnswers } from "#frame/agreement-answers.tsx";
import { AgreementFollow } from "#frame/agreement-follow.tsx";
import { TakeOvers } from "#frame/agreement-handover.tsx";
import { AgreementList } from "#frame/agreement-list.tsx";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { useStart } from "./use-start.ts";

type ListProps = {
  title: string;
  of: "toAnswer" | "mine" | "department";
  empty?: string;
  own?: boolean;
  children: (row: OwnAction) => ReactNode;
};

/** The nearest of a list; the rest stands on the page of agreements. */
function List({ title, of, empty, own, children }: ListProps) {
  const { start: t } = useWords();
  const { names, today, counts, [of]: rows } = useStart();
  const count = counts[of];
  if (rows.length === 0 && !empty) return null;
  return (
    <Block title={title}>
      {rows.length === 0 && <p className="meta">{empty}</p>}
      <AgreementList rows={rows} names={names} today={today} label={title} own={own}>
        {children}
      </AgreementList>
      {count !== rows.length && (
        <p className="start-more">
          <Link to="/actions">{count === null ? t.allOfMany : t.all(count)}</Link>
        </p>
      )}
    </Block>
  );
}

export function Asked() {
  const { actions: t } = useWords();
  return (
    <List title={t.asked} of="toAnswer">
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
  const { handovers } = useStart();
  return (
    <List title={t.mine} of="mine" empty={empty} own>
      {(row) => <AgreementFollow row={row} over={handovers[row.id]} />}
    </List>
  );
}

export function OfDepartment() {
  const { actions: t } = useWords();
  const { handovers } = useStart();
  return (
    <List title={t.department} of="department">
      {(row) => <AgreementFollow row={row} over={handovers[row.id]} />}
    </List>
  );
}
