import { Link } from "@remix-run/react";
import type { OwnAction } from "#domain/actions/shown.server.ts";
import { dayOf } from "#domain/moments.ts";
import { AgreementFollow } from "#frame/agreement-follow.tsx";
import { HandoverWord } from "#frame/agreement-handover.tsx";
import { AgreementList } from "#frame/agreement-list.tsx";
import { useWords } from "#words/words.ts";
import { useLabels, useNames, usePerson } from "./model.ts";

/** What keeps the case from being closed, each with its way out. */
export function InTheWay() {
  const { cases: t } = useWords();
  const { id, agreements, coming, steering, today } = usePerson();
  const { days } = useLabels();
  const open = agreements.rows.filter(({ id }) => steering.inTheWay?.actionIds.includes(id));
  const items = coming.filter(({ itemId }) => steering.inTheWay?.itemIds.includes(itemId));
  return (
    <div>
      <h3 className="region-label">{t.inTheWay}</h3>
      {open.length + items.length === 0 && !steering.inTheWay?.openHandover && (
        <p className="meta">{t.nothingInTheWay}</p>
      )}
      {open.length > 0 && (
        <AgreementList rows={open} names={agreements.names} today={today} label={t.inTheWay} ofOne>
          {(row) => <WayOut row={row} />}
        </AgreementList>
      )}
      <ul className="rows">
        {steering.inTheWay?.openHandover && (
          <li>
            <span className="row-main">
              <Link to={`/people/${id}/handover`}>{t.handoverWaits}</Link>
            </span>
          </li>
        )}
        {items.map(({ itemId, meetingId, startsAt, question }) => (
          <li key={itemId}>
            <span className="row-main">
              <Link to={`/meetings/${meetingId}`}>{t.onAgenda(days.short(dayOf(startsAt)))}</Link>{" "}
              <span className="meta">{question}</span>
            </span>
            <span className="meta">{t.takeOff}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Whoever may say what became of it says it here; others are told whom to ask. */
function WayOut({ row }: { row: OwnAction }) {
  const { cases: t } = useWords();
  const { steering } = usePerson();
  const { nameOf } = useNames();
  if (steering.inTheWay?.follows.includes(row.id))
    return <AgreementFollow row={row} over={steering.inTheWay.handovers[row.id]} />;
  const owner = nameOf(row.ownerId);
  return (
    <>
      <HandoverWord of={steering.inTheWay?.handovers[row.id]} />
      <p className="meta">{owner ? t.askOwner(owner) : t.askDepartment}</p>
    </>
  );
}
