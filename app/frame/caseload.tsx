import { Link } from "@remix-run/react";
import { createContext, type ReactNode, useContext } from "react";
import { type Absence, awayOn, coveredBy, thereOn } from "#domain/absence/rules.ts";
import { daysAhead, type Load, type MoveThought, weekNumber, weeksFrom } from "#domain/people/load.ts";
import { WeekBars } from "#ui/week-bars.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { useFrame } from "./frame.ts";
import { usePeople } from "./people.ts";

/** A team whose young people are shared out among its members: the STU team, the guides. */
export type Caseload = {
  /** Its page. */
  path: string;
  /** Its members, in the order of their names. */
  team: readonly string[];
  loads: readonly Load[];
  absences: readonly Absence[];
  thought: MoveThought;
  mayManage: boolean;
  nameOf: (id: string | null) => string;
  days: ReturnType<typeof dayWords>;
  today: string;
  words: ReturnType<typeof useWords>["stuTeam"]["of"];
};

const Of = createContext<Caseload | null>(null);
export const CaseloadProvider = Of.Provider;

type Page = Pick<Caseload, "loads" | "absences" | "thought" | "mayManage" | "today"> & { peopleEdition: string };

/** The team of a page; `nobody`: what those are called with whom none of it goes. */
export function useCaseloadOf(page: Page, own: Pick<Caseload, "path" | "words"> & { nobody: string }): Caseload {
  const { staff } = usePeople(page.peopleEdition);
  const { language } = useFrame();
  const nameOf = (id: string | null) => (id === null ? own.nobody : (staff.find((one) => one.id === id)?.name ?? ""));
  const team = page.loads
    .flatMap(({ staffId }) => staffId ?? [])
    .sort((one, other) => nameOf(one).localeCompare(nameOf(other), "da"));
  return { ...page, ...own, team, nameOf, days: dayWords(language, page.today) };
}

export function useCaseload(): Caseload {
  const of = useContext(Of);
  if (!of) throw new Error("No caseload");
  return of;
}

type LoadRow<L extends Load> = { key: string; name: string; load: L };

/** A column of one team alone. */
export type OwnColumn<L extends Load> = { name: string; of: (load: L) => ReactNode; figures?: true };
type Own<L extends Load> = { own?: readonly OwnColumn<L>[] };

/** How the young people are shared out: each member as they stand, and first of all those with whom nobody goes. */
export function Loads<L extends Load>({ loads, hint, own }: { loads: readonly L[]; hint?: string } & Own<L>) {
  const { stuTeam: t } = useWords();
  const { team, nameOf } = useCaseload();
  const order = [null, ...team];
  const rows = [...loads]
    .sort((one, other) => order.indexOf(one.staffId) - order.indexOf(other.staffId))
    .map((load) => ({ key: load.staffId ?? "none", name: nameOf(load.staffId), load }));
  return (
    <section aria-labelledby="loads">
      <h2 id="loads" className="sr-only">
        {t.loads}
      </h2>
      {hint && <p className="meta measure">{hint}</p>}
      <LoadTable rows={rows} label={t.loads} now own={own} />
    </section>
  );
}

type Compared<L extends Load> = {
  /** Who gives, and who gets them. */
  sides: readonly (string | null)[];
  /** What somebody has to do with, as it is and as it would be. */
  loadOf: (side: string | null, then: boolean) => L;
};

/** Both loads, as they are and as they would be. */
export function BothLoads<L extends Load>({ sides, loadOf, own }: Compared<L> & Own<L>) {
  const { stuTeam: t } = useWords();
  const { nameOf } = useCaseload();
  const rows = sides.flatMap((side) => [
    { key: `${side} now`, name: t.now(nameOf(side)), load: loadOf(side, false) },
    { key: `${side} then`, name: t.afterwards(nameOf(side)), load: loadOf(side, true) },
  ]);
  return <LoadTable rows={rows} label={t.preview} own={own} />;
}

type Props<L extends Load> = {
  rows: readonly LoadRow<L>[];
  label: string;
  /** They stand as they are: with who is away, and the way to give some on. */
  now?: boolean;
} & Own<L>;

/** What each has to do with, the same things in the same columns. */
function LoadTable<L extends Load>({ rows, label, now = false, own = [] }: Props<L>) {
  const { stuTeam } = useWords();
  const { mayManage, words } = useCaseload();
  const t = words.columns;
  const moves = mayManage && now;
  const most = Math.max(0, ...rows.flatMap(({ load }) => load.weeks));
  return (
    <div className="compare-frame">
      <table className="compare team-table" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t.who}</th>
            {own.map(({ name, figures }) => (
              <th key={name} scope="col" className={figures && "figures"}>
                {name}
              </th>
            ))}
            <th scope="col" className="figures">
              {stuTeam.youngPeople}
            </th>
            <th scope="col" className="figures">
              {t.over}
            </th>
            <th scope="col">{t.weeks}</th>
            {moves && (
              <th scope="col">
                <span className="sr-only">{stuTeam.move}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, load }) => (
            <tr key={key}>
              <th scope="row">
                {name}
                {now && <Meanwhile staffId={load.staffId} />}
              </th>
              {own.map(({ name, of, figures }) => (
                <td key={name} className={figures && "figures"} data-label={figures && name}>
                  {of(load)}
                </td>
              ))}
              <td className="figures" data-label={stuTeam.youngPeople}>
                {load.youngPeople}
              </td>
              <td className={load.over > 0 ? "figures near" : "figures"} data-label={t.over}>
                {load.over}
              </td>
              <td>
                <Weeks load={load} most={most} />
              </td>
              {moves && (
                <td>
                  <Move load={load} name={name} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Move({ load: { staffId, youngPeople }, name }: { load: Load; name: string }) {
  const { stuTeam } = useWords();
  const { path, words } = useCaseload();
  if (youngPeople === 0) return null;
  return (
    <Link
      to={`${path}?from=${staffId ?? "none"}#move`}
      aria-label={staffId ? stuTeam.moveFrom(name) : words.moveFromNobody}
    >
      {stuTeam.move}
    </Link>
  );
}

function Weeks({ load, most }: { load: Load; most: number }) {
  const { stuTeam } = useWords();
  const { today, words: t } = useCaseload();
  const numbers = weeksFrom(today).map(weekNumber);
  const counts = numbers.map((n, at) => ({ name: String(n), count: load.weeks[at] ?? 0 }));
  const inWords = numbers.map((n, at) => stuTeam.inWeek(n, load.weeks[at] ?? 0)).join(", ");
  return (
    <>
      <WeekBars weeks={counts} most={most} label={t.inWeeks(daysAhead(load), inWords)} />
      <span className="meta">{t.sum(daysAhead(load), numbers[0] ?? 0, numbers.at(-1) ?? 0)}</span>
    </>
  );
}

/** Whether somebody is away, who covers, and for whom they cover themselves. */
function Meanwhile({ staffId }: { staffId: string | null }) {
  const { stuTeam: t } = useWords();
  const { absences, loads, nameOf, days, today, words } = useCaseload();
  if (staffId === null) return <p className="meta">{words.nobodyHint}</p>;
  const away = awayOn(absences, staffId, today);
  const there = away ? thereOn(absences, staffId, today) : null;
  const covered = coveredBy(absences, staffId, today);
  const more = loads
    .filter((one) => covered.some(({ staffId: of }) => of === one.staffId))
    .reduce((sum, { youngPeople }) => sum + youngPeople, 0);
  return (
    <>
      {away && (
        <p className="meta near">
          {t.awayUntil(days.short(away.toOn))} · {there ? t.cover(nameOf(there)) : t.noCover}
        </p>
      )}
      {covered.length > 0 && (
        <p className="meta">{t.coversFor(more, covered.map(({ staffId: of }) => nameOf(of)).join(", "))}</p>
      )}
    </>
  );
}
