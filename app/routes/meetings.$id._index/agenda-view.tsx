import { useSearchParams } from "@remix-run/react";
import { lazy, Suspense, useEffect, useState } from "react";
import { timeBudget } from "#domain/agenda/rules.ts";
import { slotOf } from "#domain/meetings/slot.ts";
import { FactsForSchool } from "#frame/school-facts.tsx";
import { Empty } from "#ui/empty.tsx";
import { TimeBar } from "#ui/time-bar.tsx";
import { useWords } from "#words/words.ts";
import { AddToAgenda } from "./add-to-agenda.tsx";
import { EditRow } from "./edit-row.tsx";
import { isOpenFor, type Place, useAgenda } from "./model.ts";
import { PlaceRow } from "./place-row.tsx";
import { RemovalProvider } from "./removed.tsx";
import { entryOf, useFocusBack } from "./use-focus-back.ts";

const SortableList = lazy(() => import("./sortable-list.tsx"));

/** The items in order, the time they take, and what can be added. */
export function AgendaView() {
  const { agenda: t } = useWords();
  const { places, whole, mayRun, meeting, facts, today } = useAgenda();
  const nobody = places.every(({ itemKind }) => itemKind !== "person");
  return (
    <>
      {whole && places.length > 0 && <TimeBudget />}
      <FactsForSchool facts={facts} today={today} />
      {nobody && facts.length === 0 && <Empty text={whole ? t.empty : t.emptyOwn} />}
      <RemovalProvider>
        <List />
      </RemovalProvider>
      {mayRun && isOpenFor(meeting) && <AddToAgenda />}
    </>
  );
}

/** A plain list until it can be dragged; and while a row is written in, when the arrow keys belong to the field. */
function List() {
  const { places, mayRun, removed } = useAgenda();
  const [search] = useSearchParams();
  const [live, setLive] = useState(false);
  useFocusBack(search.get("edit"), entryOf);
  useFocusBack(removed, entryOf);
  useEffect(() => setLive(true), []);
  const edited = search.get("edit");
  const plain = <PlainList places={places} edited={edited} />;
  if (!live || !mayRun || edited || places.length === 0) return plain;
  return (
    <Suspense fallback={plain}>
      <SortableList places={places} />
    </Suspense>
  );
}

function PlainList({ places, edited }: { places: Place[]; edited: string | null }) {
  const { agenda: t } = useWords();
  return (
    <ol className="agenda-places" aria-label={t.list}>
      {places.map((place, index) => (
        <li key={place.id} className="agenda-place">
          {place.id === edited && place.editable ? <EditRow place={place} /> : <PlaceRow place={place} index={index} />}
        </li>
      ))}
    </ol>
  );
}

/** The time in one bar and one sentence. */
function TimeBudget() {
  const { agenda: t } = useWords();
  const { places, meeting } = useAgenda();
  const budget = timeBudget(places.map(slotOf), meeting);
  const { personMinutes, commonMinutes, pauseMinutes, changeMinutes, used, available, air } = budget;
  const parts = [
    budget.persons > 0 && `${t.people(budget.persons)} ${t.minutes(personMinutes)}`,
    commonMinutes > 0 && t.common(commonMinutes),
    pauseMinutes > 0 && t.pauses(pauseMinutes),
    changeMinutes > 0 && t.changes(changeMinutes),
  ].filter((part) => part !== false);
  const rest = air < 0 ? t.tooMuch(-air) : t.air(air);
  return (
    <TimeBar
      parts={[
        { size: personMinutes, tone: "strong" },
        { size: commonMinutes, tone: "middle" },
        { size: pauseMinutes + changeMinutes, tone: "light" },
      ]}
      total={available}
      over={air < 0}
      sentence={`${t.budget(parts.join(" + "), used, available)} ${rest}`}
    />
  );
}
