import { useSearchParams } from "@remix-run/react";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { BoardRow } from "#domain/board/queries.server.ts";
import { isHere } from "#domain/participants/rules.ts";
import type { Change, Snapshot } from "#domain/topics.ts";
import { TellerProvider, useTeller } from "#live/use-command.ts";
import { useTopic } from "#live/use-topic.ts";
import { useWriting } from "#live/use-writing.ts";
import { AgreementsColumn } from "./agreements-column.tsx";
import { useDigest } from "./digest.tsx";
import { ItemColumn } from "./item-column.tsx";
import { ItemProvider } from "./item-context.ts";
import { type Agenda, itemOf, type Place } from "./model.ts";
import { type Tab, Tabs } from "./phone.tsx";
import { PresentPanel } from "./present-panel.tsx";

type Props = {
  snapshot: Snapshot<BoardRow>;
  place: Place;
  agenda: Agenda;
  tab: Tab;
  onTab: (tab: Tab) => void;
  /** The right to what was loaded has ended. */
  onGone: (of: Snapshot<BoardRow>) => void;
  /** The line is back: what changed meanwhile, in words. */
  onBack: (line: string) => void;
};

/** The item that stands on the board: live, until the right to it ends or the room moves on. */
export function LiveItem({ snapshot, place, agenda, tab, onTab, onGone, onBack }: Props) {
  const { rows, gone, behind, tell } = useTopic(snapshot);
  const { writers, write } = useWriting(snapshot.topic);
  const tellAgenda = useTeller();
  const [search] = useSearchParams();
  // Without JavaScript the roll call is a page of its own address.
  const [presentOpen, setPresentOpen] = useState(search.has("present"));
  const tellBoth = useCallback(
    (changes: Change[]) => {
      tellAgenda(changes);
      tell(changes);
    },
    [tellAgenda, tell],
  );
  const item = useMemo(() => itemOf(rows), [rows]);
  useDigest(item?.actions, behind, onBack);
  const over = gone || !item;
  useEffect(() => {
    if (over) onGone(snapshot);
  }, [over, onGone, snapshot]);
  if (over) return null;
  const here = item.seats.filter(isHere).length;
  return (
    <TellerProvider value={tellBoth}>
      <ItemProvider value={{ ...item, place, agenda, writers, write }}>
        <div className="board-item" data-open={tab === "item"}>
          <div className="board-item-text">
            <ItemColumn onPresent={() => setPresentOpen(true)} />
          </div>
          <PresentPanel
            open={presentOpen || tab === "present"}
            onClose={() => (tab === "present" ? onTab("item") : setPresentOpen(false))}
          />
        </div>
        <AgreementsColumn open={tab === "agreements"} />
        <Tabs tab={tab} onTab={onTab} withItem agreements={item.actions.length} here={here} all={item.seats.length} />
      </ItemProvider>
    </TellerProvider>
  );
}
