import { Link } from "@remix-run/react";
import { isPast } from "#domain/stu/deadlines.ts";
import type { ListedDeadline, ListRow } from "#domain/stu/list.ts";
import { useFrame } from "#frame/frame.ts";
import { Levels } from "#ui/levels.tsx";
import { useWords } from "#words/words.ts";
import { rowKeys } from "./keys.ts";
import { keyOf, useDays, useDeadlineWords, useList, useNames, useRowKey } from "./model.ts";
import { RowDay, RowNote } from "./row-forms.tsx";

type Props = {
  rows: readonly ListRow[];
  /** Each row says which deadline it is about. */
  named: boolean;
  label: string;
};

/** Courses below each other, the same things in the same columns. */
export function Rows({ rows, named, label }: Props) {
  const { stu } = useWords();
  const { singleKeys } = useFrame();
  const { mayManage } = useList();
  const rowKey = useRowKey();
  const t = stu.columns;
  return (
    <div className="compare-frame">
      <table
        className="compare stu-table"
        aria-label={label}
        onKeyDown={(event) => rowKeys(event, mayManage && singleKeys)}
      >
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.place}</th>
            <th scope="col">{t.year}</th>
            <th scope="col">{t.deadline}</th>
            <th scope="col">{t.planned}</th>
            <th scope="col">{t.clear}</th>
            <th scope="col">{t.member}</th>
            <th scope="col">{t.note}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={rowKey(row)} row={row} named={named} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const QUIET = ["running", "phase_out"];

function Row({ row, named }: { row: ListRow; named: boolean }) {
  const { stu: t, stuCourse, stuTeam } = useWords();
  const { memberOf, placeOf } = useNames();
  const days = useDays();
  const { course, deadline } = row;
  const { id, name, state, year, levels, providerId, memberId, away } = course;
  return (
    <tr data-row={keyOf(row)}>
      <th scope="row">
        <Link to={`/stu/${id}`} data-course>
          {name}
        </Link>
        {!QUIET.includes(state) && <span className="meta">{stuCourse.states[state]}</span>}
      </th>
      <td className="stu-place">{placeOf(providerId)}</td>
      <td className="stu-year">{year !== null && t.yearOf(year)}</td>
      <td className="stu-due">{deadline ? <Due deadline={deadline} named={named} /> : t.noDeadline}</td>
      <td className="stu-day">{deadline && <RowDay key={keyOf(row)} row={row} deadline={deadline} />}</td>
      <td className="stu-clear">
        <Levels levels={levels} />
      </td>
      <td className="stu-member">
        {memberId ? memberOf(memberId) : <span className="near">{stuTeam.nobody}</span>}
        {away && (
          <span className="meta">
            {stuTeam.awayUntil(days.short(away.toOn))} ·{" "}
            {away.coveredById ? stuTeam.cover(memberOf(away.coveredById)) : stuTeam.noCover}
          </span>
        )}
      </td>
      <td className="stu-note">
        <RowNote row={row} />
      </td>
    </tr>
  );
}

/** Which deadline, how long is left, and on a press from what it was counted. */
function Due({ deadline, named }: { deadline: ListedDeadline; named: boolean }) {
  const { stu: t, stuCourse } = useWords();
  const { today } = useList();
  const { nameOf, left, why } = useDeadlineWords();
  const days = useDays();
  const { stand, dueOn } = deadline;
  return (
    <>
      {named && <span className="stu-what">{nameOf(deadline)} </span>}
      <span title={stuCourse.dueBy(days.full(dueOn))} className={isPast(deadline, today) ? "late" : undefined}>
        {stand === "held" ? stuCourse.dueBy(days.short(dueOn)) : left(deadline)}
      </span>
      <details className="stu-why">
        <summary>{t.why}</summary>
        {stuCourse.dueBy(days.full(dueOn))}. {why(deadline)}
      </details>
    </>
  );
}
