import { Link, useLocation, useSearchParams } from "@remix-run/react";
import { addMonths } from "#domain/days.ts";
import type { EffortRow } from "#domain/people/views.server.ts";
import { markOf } from "#frame/department-look.ts";
import { daysShown } from "#ui/day-scale.ts";
import { TimeAxis } from "#ui/time-axis.tsx";
import { useWords } from "#words/words.ts";
import { CombinedOffers, CombineEfforts } from "./combined-offers.tsx";
import { Clashes } from "./effort-clashes.tsx";
import { AddEffort } from "./effort-form.tsx";
import { EffortList, useEffortWords } from "./effort-list.tsx";
import { useLabels, useNames, usePerson } from "./model.ts";

const LANES = ["department", "area"] as const;

/** What runs, has run and will run: what clashes in sentences, on one time axis, and the same as a list. */
export function Efforts() {
  const { plan, efforts: t } = useWords();
  const { efforts, today, mayWrite } = usePerson();
  const ended = efforts.filter(({ toOn }) => toOn !== null && toOn < today);
  const living = efforts.filter((one) => !ended.includes(one));
  return (
    <section className="page-part" aria-labelledby="efforts">
      <h2 id="efforts">{plan.parts.efforts}</h2>
      {living.length === 0 && <p className="meta">{t.none}</p>}
      <Clashes />
      <Axis />
      {living.length > 0 && <EffortList efforts={living} />}
      <CombinedOffers />
      {mayWrite && (
        <div className="button-line after-rows">
          <AddEffort />
          <CombineEfforts />
        </div>
      )}
      {ended.length > 0 && (
        <details className="add-part ended-efforts">
          <summary>{t.ended(ended.length)}</summary>
          <EffortList efforts={ended} />
        </details>
      )}
    </section>
  );
}

/** The picture goes back a year and ahead two: what lies beyond is in the list. */
const MONTHS_BACK = 12;
const MONTHS_AHEAD = 24;

function Axis() {
  const { efforts: t } = useWords();
  const { efforts, people, areas, today } = usePerson();
  const { areaOf, days } = useLabels();
  const { department } = useNames();
  const { nameOf, timeOf } = useEffortWords();
  const [search] = useSearchParams();
  const lanes = search.get("lanes") === "area" ? "area" : "department";
  const [back, ahead] = [addMonths(today, -MONTHS_BACK), addMonths(today, MONTHS_AHEAD)];
  const seen = efforts.filter(({ fromOn, toOn }) => (toOn === null || toOn >= back) && fromOn <= ahead);
  if (seen.length === 0) return null;
  const all = daysShown(
    seen.map(({ fromOn, toOn }) => ({ from: fromOn, to: toOn })),
    today,
  );
  const shown = { from: all.from < back ? back : all.from, to: all.to > ahead ? ahead : all.to };
  const order =
    lanes === "area" ? [...areas.map(({ code }) => code), ""] : people.departments.map((department) => department.id);
  const laneOf = (row: EffortRow) => order.indexOf(lanes === "area" ? row.area : row.departmentId);
  const named = (row: EffortRow) =>
    lanes === "area" ? (row.area === "" ? t.noArea : areaOf(row.area)) : (department(row.departmentId)?.name ?? "");
  return (
    <>
      <Lanes chosen={lanes} />
      <TimeAxis
        listed
        today={today}
        shown={shown}
        limit={seen.length}
        rows={[...seen]
          .sort((one, other) => laneOf(one) - laneOf(other))
          .map((row) => {
            const of = department(row.departmentId);
            return {
              id: row.id,
              label: nameOf(row),
              from: row.fromOn,
              to: row.toOn,
              pair: of ? markOf(of).pair : 0,
              words: timeOf(row),
              lane: named(row),
            };
          })}
        words={{ from: days.short(shown.from), today: t.today, to: days.short(shown.to) }}
      />
    </>
  );
}

/** By what the bars stand together, as addresses: also without JavaScript, and to send on. */
function Lanes({ chosen }: { chosen: (typeof LANES)[number] }) {
  const { efforts: t } = useWords();
  const [search] = useSearchParams();
  const { pathname } = useLocation();
  const to = (lanes: string) => {
    const next = new URLSearchParams(search);
    next.set("lanes", lanes);
    return `${pathname}?${next}#efforts`;
  };
  return (
    <nav className="lane-choice screen-only" aria-label={t.lanes}>
      <span className="meta">{t.lanes}</span>
      {LANES.map((lanes) => (
        <Link key={lanes} to={to(lanes)} preventScrollReset aria-current={lanes === chosen ? "true" : undefined}>
          {t.lane[lanes]}
        </Link>
      ))}
    </nav>
  );
}
