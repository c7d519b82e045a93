import { itemClock } from "#domain/agenda/rules.ts";
import { slotOf } from "#domain/meetings/slot.ts";
import { useWords } from "#words/words.ts";
import { useNow } from "./clock.tsx";
import { type Agenda, type Place, useBoard } from "./model.ts";

export const tabs = ["item", "agreements", "present", "agenda"] as const;
export type Tab = (typeof tabs)[number];

/** Minutes left of an item, or over it, in words. */
export function useMinutes(place: Place | null) {
  const { board: t } = useWords();
  const now = useNow();
  if (!place || place.state === "planned") return null;
  const { leftSeconds } = itemClock(slotOf(place), now);
  const over = leftSeconds < 0;
  const minutes = over ? Math.floor(-leftSeconds / 60) : Math.ceil(leftSeconds / 60);
  return {
    over,
    minutes,
    left: over ? t.clock.over(minutes) : t.clock.minutes(minutes),
    of: over ? "" : t.clock.leftOf(place.minutes),
  };
}

/** On a phone: which item of how many, and the time left. */
export function PhoneHead({ agenda: { places }, place }: { agenda: Agenda; place: Place | null }) {
  const { board: t } = useWords();
  const { ownTimes } = useBoard();
  const minutes = useMinutes(place);
  const items = places.filter(({ itemKind }) => itemKind !== "pause");
  return (
    <p className="board-phone-head">
      {place && <span>{ownTimes ? t.agenda.item(place.number) : t.of(place.number, items.length)}</span>}
      {minutes && (
        <span className={minutes.over ? "near" : undefined}>
          {minutes.left} {minutes.of?.split(" ")[0]}
        </span>
      )}
    </p>
  );
}

/** On a phone: four tabs with words. A number on a tab grows when others add; the tab never changes by itself. */
export function Tabs({
  tab,
  onTab,
  withItem,
  agreements = 0,
  here = 0,
  all = 0,
}: {
  tab: Tab;
  onTab: (tab: Tab) => void;
  withItem: boolean;
  agreements?: number;
  here?: number;
  all?: number;
}) {
  const { board: t } = useWords();
  const words: Record<Tab, string> = {
    item: t.tabs.item,
    agreements: t.tabs.agreements(agreements),
    present: t.tabs.present(here, all),
    agenda: t.tabs.agenda,
  };
  const shown = withItem ? tabs : (["item", "agenda"] as const);
  return (
    <nav className="board-tabs" aria-label={t.title}>
      {shown.map((one) => (
        <button key={one} type="button" aria-pressed={tab === one} onClick={() => onTab(one)}>
          {words[one]}
        </button>
      ))}
    </nav>
  );
}
