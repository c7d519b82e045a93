import { Link } from "@remix-run/react";
import type { OwnAction } from "#domain/actions/shown.server.ts";
import { clockOf, dayOf } from "#domain/moments.ts";
import type { Homeless } from "#domain/start/after-meeting.server.ts";
import type { ForumBlocks } from "#domain/start/queries.server.ts";
import { AgreementFollow } from "#frame/agreement-follow.tsx";
import { AgreementList } from "#frame/agreement-list.tsx";
import { useWords } from "#words/words.ts";
import { Block } from "./block.tsx";
import { MinutesWaiting, says } from "./minutes-waiting.tsx";
import { SaidNo, Untold } from "./telling.tsx";
import { useDays, useStart } from "./use-start.ts";

/** `Efter sidste møde`: what the minutes lack, and what waits for a yes; each opens its list. */
export function AfterMeeting({ forum: { waiting, declined, untold } }: { forum: ForumBlocks }) {
  const { start: t } = useWords();
  const { unsent, saidNo, names } = useStart();
  // Who said no, and about whom, as far as the reader may know.
  const whoseNo = declined.map(({ departmentId, ownerId, youngPerson }) => ({
    by: names.departments[departmentId ?? ""]?.name ?? names.staff[ownerId ?? ""] ?? "",
    about: youngPerson?.name ?? youngPerson?.initials ?? "",
  }));
  const shown = unsent.filter(says);
  return (
    <Block title={t.after}>
      {[shown, untold, saidNo, waiting, declined].every(({ length }) => length === 0) && (
        <p className="meta">{t.afterDone}</p>
      )}
      {shown.map((one) => (
        <MinutesWaiting key={one.meetingId} unsent={one} />
      ))}
      <Untold rows={untold} />
      <SaidNo rows={saidNo} />
      <Folded summary={t.declined(declined.length, whoseNo)} rows={declined} />
      <Folded summary={t.waiting(waiting.length)} rows={waiting} />
    </Block>
  );
}

function Folded({ summary, rows }: { summary: string; rows: OwnAction[] }) {
  const { names, today } = useStart();
  if (rows.length === 0) return null;
  return (
    <details className="start-part">
      <summary>{summary}</summary>
      <AgreementList rows={rows} names={names} today={today} label={summary} />
    </details>
  );
}

/** `Over fristen`: a department is late, not a colleague. */
export function Overdue({ forum: { overdue } }: { forum: ForumBlocks }) {
  const { start: t, actions } = useWords();
  const { names, today, handovers } = useStart();
  return (
    <Block title={t.overdue}>
      {overdue.length === 0 && <p className="meta">{t.noneOverdue}</p>}
      {overdue.map(({ departmentId, department, days, agreements }) => (
        <details key={departmentId} className="start-part">
          <summary>{t.overdueIn(department, agreements.length, actions.daysOver(days))}</summary>
          <AgreementList rows={agreements} names={names} today={today} label={department}>
            {(row) => <AgreementFollow row={row} over={handovers[row.id]} />}
          </AgreementList>
        </details>
      ))}
    </Block>
  );
}

/** What nobody does any more, since who promised it has left: given to somebody else from here. */
export function OfWhoLeft({ forum: { ofWhoLeft } }: { forum: ForumBlocks }) {
  const { start: t } = useWords();
  const { names, today, handovers } = useStart();
  if (ofWhoLeft.length === 0) return null;
  const title = t.ofWhoLeft(ofWhoLeft.length);
  return (
    <Block title={title}>
      <AgreementList rows={ofWhoLeft} names={names} today={today} label={title}>
        {(row) => <AgreementFollow row={row} over={handovers[row.id]} />}
      </AgreementList>
    </Block>
  );
}

export function ComingMeetings({ forum: { later } }: { forum: ForumBlocks }) {
  const { start: t, meetings } = useWords();
  const days = useDays();
  if (later.length === 0) return null;
  return (
    <Block title={t.coming}>
      <ul className="rows rows-compare">
        {later.map(({ id, startsAt, items }) => (
          <li key={id}>
            <span className="row-main">
              <Link to={`/meetings/${id}`}>
                {days.first(t.nextAt(days.withWeekday(dayOf(startsAt)), clockOf(startsAt)))}
              </Link>
            </span>
            <span className="meta">{meetings.items(items)}</span>
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** Items that no coming meeting took over. */
export function WithoutMeeting({ forum: { homeless } }: { forum: ForumBlocks }) {
  const { start: t } = useWords();
  if (homeless.length === 0) return null;
  return (
    <Block title={t.homeless}>
      <p className="meta">{t.homelessHint}</p>
      <ul className="rows rows-compare">
        {homeless.map((item) => (
          <HomelessRow key={item.itemId} item={item} />
        ))}
      </ul>
    </Block>
  );
}

function HomelessRow({ item: { youngPerson, question, startsAt, state } }: { item: Homeless }) {
  const { start: t } = useWords();
  const days = useDays();
  const from = state === "postponed" ? t.homelessFrom.postponed : t.homelessFrom.not_reached;
  return (
    <li>
      <span className="row-main">
        {youngPerson.name}{" "}
        <span className="meta">
          {from(days.short(dayOf(startsAt)))} · {question}
        </span>
      </span>
    </li>
  );
}

/** Who sat in an item without a basis, and what was done about it. */
export function WithoutBasis({ forum: { gaps } }: { forum: ForumBlocks }) {
  const { sharing: t } = useWords();
  const days = useDays();
  if (gaps.length === 0) return null;
  return (
    <Block title={t.cases.title}>
      <ul className="rows rows-compare">
        {gaps.map(({ participantId, itemId, meetingId, startsAt, department, youngPerson, how }) => (
          <li key={participantId}>
            <span className="row-main">
              {how ? (
                youngPerson.name
              ) : (
                <Link to={`/meetings/${meetingId}/board?item=${itemId}&present=yes`}>{youngPerson.name}</Link>
              )}{" "}
              <span className="meta">
                {t.cases.line(department, days.short(dayOf(startsAt)))} · {how ? t.cases.how[how] : t.cases.open}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}

export function Duplicates({ forum: { duplicates } }: { forum: ForumBlocks }) {
  const { start: t, people } = useWords();
  if (duplicates === 0) return null;
  return (
    <Block title={t.duplicates}>
      <p>{people.duplicatesWait(duplicates)}</p>
      <p>
        <Link to="/people/duplicates">{people.look}</Link>
      </p>
    </Block>
  );
}
