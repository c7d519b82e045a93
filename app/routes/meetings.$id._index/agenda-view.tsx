import { useSearchParams } from "@remix-run/react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
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

type Sortable = typeof import("./sortable-list.tsx")["default"];

const LOOK_MS = 200;

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
  const edited = search.get("edit");
  const plain = useRef<HTMLOListElement>(null);
  const SortableList = useSortable(plain, mayRun);
  useFocusBack(edited, entryOf);
  useFocusBack(removed, entryOf);
  if (!SortableList || edited || places.length === 0) return <PlainList places={places} edited={edited} of={plain} />;
  return <SortableList places={places} />;
}

/**
 * The list that can be dragged, fetched where somebody may order the agenda. It comes while nobody is in the plain one: no press is
 * lost, no menu closes and no focus goes.
 */
function useSortable(plain: RefObject<HTMLElement>, wanted: boolean): Sortable | null {
  const [loaded, setLoaded] = useState<Sortable | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let again: ReturnType<typeof setInterval> | undefined;
    let left = false;
    const begin = (fetched: Sortable) => {
      const look = () => {
        const list = plain.current;
        if (list?.contains(document.activeElement) || list?.matches(":active")) return;
        clearInterval(again);
        // At once with its rows: otherwise it stands empty for a moment.
        flushSync(() => setLoaded(() => fetched));
      };
      if (left) return;
      again = setInterval(look, LOOK_MS);
      look();
    };
    // Without a net the list stays plain.
    import("./sortable-list.tsx").then(({ default: fetched }) => begin(fetched)).catch(() => undefined);
    return () => {
      left = true;
      clearInterval(again);
    };
  }, [plain, wanted]);
  return loaded;
}

type Plain = { places: Place[]; edited: string | null; of: RefObject<HTMLOListElement> };

function PlainList({ places, edited, of }: Plain) {
  const { agenda: t } = useWords();
  return (
    <ol ref={of} className="agenda-places" aria-label={t.list}>
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
