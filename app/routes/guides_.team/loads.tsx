import { Link } from "@remix-run/react";
import { awayOn, coveredBy } from "#domain/absence/rules.ts";
import type { GuideLoad } from "#domain/guides/load.ts";
import { deadlinesAhead, weekNumber, weeksFrom } from "#domain/stu/load.ts";
import { WeekBars } from "#ui/week-bars.tsx";
import { useWords } from "#words/words.ts";
import { useGuides } from "./model.ts";

type Row = { key: string; name: string; load: GuideLoad; own: boolean };

/** What each has to do with, the same things in the same columns. */
export function LoadTable({ rows, label }: { rows: Row[]; label: string }) {
  const { guideTeam } = useWords();
  const t = guideTeam.columns;
  const { mayManage } = useGuides();
  const moves = mayManage && rows.some(({ own }) => own);
  const most = Math.max(0, ...rows.flatMap(({ load }) => load.weeks));
  return (
    <div className="compare-frame">
      <table className="compare team-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t.guide}</th>
            <th scope="col">{t.room}</th>
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
                {own && <Meanwhile guideId={load.guideId} />}
              </th>
              <td>
                <Room load={load} />
              </td>
              <td className="figures" data-label={t.youngPeople}>
                {load.youngPeople}
              </td>
              <td className={load.over > 0 ? "figures near" : "figures"} data-label={t.over}>
                {load.over}
              </td>
              <td>
                <Weeks load={load} most={most} />
              </td>
              {moves && <td>{own && <Move load={load} name={name} />}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Move({ load: { guideId, youngPeople }, name }: { load: GuideLoad; name: string }) {
  const { guideTeam, stuTeam } = useWords();
  if (youngPeople === 0) return null;
  return (
    <Link
      to={`/guides/team?from=${guideId ?? "none"}#move`}
      aria-label={guideId ? stuTeam.moveFrom(name) : guideTeam.moveFromNobody}
    >
      {guideTeam.columns.move}
    </Link>
  );
}

function Room({ load: { guideId, points } }: { load: GuideLoad }) {
  const { guideTeam: t, guideChoice } = useWords();
  const { roomOf, number } = useGuides();
  const room = roomOf(guideId);
  if (room === null) return <span className="figures">{t.points(number(points))}</span>;
  return (
    <>
      <meter min={0} max={Math.max(room, points, 1)} value={points} aria-label={t.columns.room} />{" "}
      <span>{guideChoice.roomOf(number(points), number(room))}</span>
      {points > room && <span className="near guide-beside">{t.fuller(number(points - room))}</span>}
    </>
  );
}

function Weeks({ load, most }: { load: GuideLoad; most: number }) {
  const { guideTeam: t, stuTeam } = useWords();
  const { today } = useGuides();
  const numbers = weeksFrom(today).map(weekNumber);
  const counts = numbers.map((n, at) => ({ name: String(n), count: load.weeks[at] ?? 0 }));
  const inWords = numbers.map((n, at) => stuTeam.inWeek(n, load.weeks[at] ?? 0)).join(", ");
  return (
    <>
      <WeekBars weeks={counts} most={most} label={t.inWeeks(deadlinesAhead(load), inWords)} />
      <span className="meta">{t.sum(deadlinesAhead(load), numbers[0] ?? 0, numbers.at(-1) ?? 0)}</span>
    </>
  );
}

/** Whether somebody is away, who covers, and for whom they cover themselves. */
function Meanwhile({ guideId }: { guideId: string | null }) {
  const { guideTeam: t, stuTeam } = useWords();
  const { absences, loads, nameOf, days, today } = useGuides();
  if (guideId === null) return <p className="meta">{t.nobodyHint}</p>;
  const away = awayOn(absences, guideId, today);
  const covered = coveredBy(absences, guideId, today);
  const more = loads
    .filter((one) => one.guideId !== null && covered.includes(one.guideId))
    .reduce((sum, { youngPeople }) => sum + youngPeople, 0);
  return (
    <>
      {away && (
        <p className="meta near">
          {stuTeam.awayUntil(days.short(away.toOn))} ·{" "}
          {away.coveredById ? stuTeam.cover(nameOf(away.coveredById)) : stuTeam.noCover}
        </p>
      )}
      {covered.length > 0 && <p className="meta">{t.coversFor(more, covered.map(nameOf).join(", "))}</p>}
    </>
  );
}
