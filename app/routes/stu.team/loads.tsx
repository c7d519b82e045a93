import { Link } from "@remix-run/react";
import { awayOn, coveredBy } from "#domain/absence/rules.ts";
import { deadlinesAhead, type Load, weekNumber, weeksFrom } from "#domain/stu/load.ts";
import { WeekBars } from "#ui/week-bars.tsx";
import { useWords } from "#words/words.ts";
import { useTeam } from "./model.ts";

type Row = { key: string; name: string; load: Load; own: boolean };

/** What each has to do with, the same things in the same columns. */
export function LoadTable({ rows, label, most }: { rows: Row[]; label: string; most: number }) {
  const { stuTeam } = useWords();
  const t = stuTeam.columns;
  const { mayManage } = useTeam();
  const moves = mayManage && rows.some(({ own }) => own);
  return (
    <div className="compare-frame">
      <table className="compare team-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t.member}</th>
            <th scope="col" className="figures">
              {t.youngPeople}
            </th>
            <th scope="col" className="figures">
              {t.over}
            </th>
            <th scope="col">{t.weeks}</th>
            {moves && (
              <th scope="col">
                <span className="sr-only">{t.move}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, load, own }) => (
            <tr key={key}>
              <th scope="row">
                {name}
                {own && <Meanwhile memberId={load.memberId} />}
              </th>
              <td className="figures" data-label={t.youngPeople}>
                {load.youngPeople}
              </td>
              <td className={load.over > 0 ? "figures late" : "figures"} data-label={t.over}>
                {load.over}
              </td>
              <td>
                <Weeks load={load} most={most} />
              </td>
              {moves && (
                <td>
                  {own && load.youngPeople > 0 && (
                    <Link
                      to={`/stu/team?from=${load.memberId ?? "none"}#move`}
                      aria-label={load.memberId ? stuTeam.moveFrom(name) : stuTeam.moveFromNobody}
                    >
                      {stuTeam.move}
                    </Link>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Weeks({ load, most }: { load: Load; most: number }) {
  const { stuTeam: t } = useWords();
  const { today } = useTeam();
  const numbers = weeksFrom(today).map(weekNumber);
  const counts = numbers.map((n, at) => ({ name: String(n), count: load.weeks[at] ?? 0 }));
  const inWords = numbers.map((n, at) => t.inWeek(n, load.weeks[at] ?? 0)).join(", ");
  return (
    <>
      <WeekBars weeks={counts} most={most} label={t.inWeeks(deadlinesAhead(load), inWords)} />
      <span className="meta">{t.sum(deadlinesAhead(load), numbers[0] ?? 0, numbers.at(-1) ?? 0)}</span>
    </>
  );
}

/** Whether somebody is away, who covers, and for whom they cover themselves. */
function Meanwhile({ memberId }: { memberId: string | null }) {
  const { stuTeam: t } = useWords();
  const { absences, loads, nameOf, days, today } = useTeam();
  if (memberId === null) return <p className="meta">{t.nobodyHint}</p>;
  const away = awayOn(absences, memberId, today);
  const covered = coveredBy(absences, memberId, today);
  const more = loads
    .filter((one) => one.memberId !== null && covered.includes(one.memberId))
    .reduce((sum, { youngPeople }) => sum + youngPeople, 0);
  return (
    <>
      {away && (
        <p className="meta near">
          {t.awayUntil(days.short(away.toOn))} · {away.coveredById ? t.cover(nameOf(away.coveredById)) : t.noCover}
        </p>
      )}
      {covered.length > 0 && <p className="meta">{t.coversFor(more, covered.map(nameOf).join(", "))}</p>}
    </>
  );
}
