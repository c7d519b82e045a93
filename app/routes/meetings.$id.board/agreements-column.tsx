import { useSearchParams } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { tooMany } from "#domain/actions/rules.ts";
import { Button } from "#ui/button.tsx";
import { useRovingFocus } from "#ui/roving.tsx";
import { useWords } from "#words/words.ts";
import { AdviceEntry } from "./advice-entry.tsx";
import { AgreementEntry } from "./agreement-entry.tsx";
import { AgreementRow } from "./agreement-row.tsx";
import { useArrivals } from "./arrivals.ts";
import { BeforeMoving } from "./before-moving.tsx";
import { useItem } from "./item-context.ts";
import { useBoard, useNames } from "./model.ts";
import { WaitingRows } from "./outgoing.tsx";

/** The agreements: the list scrolls, the entry stands still, and what is missing before moving on is named under it. */
export function AgreementsColumn({ open }: { open: boolean }) {
  const { board: t, frame } = useWords();
  const { item, actions, writers } = useItem();
  const { me } = useBoard();
  const { sideOf } = useNames();
  const [entering, setEntering] = useState(false);
  // Without JavaScript the row that is edited or taken away stands in the address.
  const [search] = useSearchParams();
  const [editing, setEditing] = useRows(search.get("edit"));
  const [removing, setRemoving] = useRows(search.get("remove"));
  const arrived = useArrivals(actions, editing);
  const list = useRef<HTMLDivElement>(null);
  const unseen = useUnseen(list, arrived.filter(({ arrival }) => arrival === "new").length);
  const { listProps, rowProps } = useRovingFocus(
    arrived.map(({ row }) => row.id),
    { onEnter: (id) => me.writes && setEditing(id, true), onDelete: (id) => me.writes && setRemoving(id, true) },
  );
  const writing = Object.entries(writers)
    .filter(([, field]) => field === "agreement")
    .map(([staffId]) => sideOf(staffId));
  return (
    <aside className="board-agreements" aria-labelledby="agreements" data-open={open}>
      <div className="agreements-list" ref={list}>
        <h2 className="region-label" id="agreements">
          {t.agreements.title}
        </h2>
        {arrived.length === 0 && <p className="meta">{me.writes ? t.agreements.none : t.agreements.noneToRead}</p>}
        <ol className="rows" {...listProps}>
          {arrived.map(({ row, arrival }) => (
            <li
              key={row.id}
              {...rowProps(row.id)}
              className={arrival ? `agreement-row agreement-${arrival}` : "agreement-row"}
            >
              <AgreementRow
                row={row}
                arrival={arrival}
                editing={editing.has(row.id)}
                removing={removing.has(row.id)}
                onEdit={(on) => setEditing(row.id, on)}
                onRemove={(on) => setRemoving(row.id, on)}
              />
            </li>
          ))}
          <WaitingRows />
        </ol>
        {tooMany(actions.length) && <p className="meta">{t.agreements.manyHint}</p>}
        {writing.length > 0 && <p className="meta">{t.agreements.writing(writing.join(", "))}</p>}
      </div>
      {unseen > 0 && (
        <button
          type="button"
          className="button button-text agreements-below"
          onClick={() => list.current?.scrollTo({ top: list.current.scrollHeight })}
        >
          {t.agreements.newBelow(unseen)}
        </button>
      )}
      {me.writes && (
        <div className="agreement-foot" data-open={entering}>
          <Button
            type="button"
            variant="primary"
            wide
            className="agreement-new-button"
            onClick={() => setEntering(true)}
          >
            {t.agreements.newAgreement}
          </Button>
          {item.itemKind === "unnamed" ? <AdviceEntry /> : <AgreementEntry />}
          <Button type="button" variant="text" className="agreement-close-button" onClick={() => setEntering(false)}>
            {frame.close}
          </Button>
        </div>
      )}
      <BeforeMoving />
    </aside>
  );
}

/** Rows that stand open: another one opened closes none, and an answer that comes late closes its own alone. */
function useRows(first: string | null): [ReadonlySet<string>, (id: string, on: boolean) => void] {
  const [rows, setRows] = useState<ReadonlySet<string>>(() => new Set(first === null ? [] : [first]));
  const set = (id: string, on: boolean) =>
    setRows((all) => new Set(on ? [...all, id] : [...all].filter((one) => one !== id)));
  return [rows, set];
}

/** How many new ones came in below what is seen of the list. */
function useUnseen(list: React.RefObject<HTMLDivElement>, fresh: number) {
  const [below, setBelow] = useState(0);
  useEffect(() => {
    const box = list.current;
    if (!box) return;
    const look = () => setBelow(box.scrollHeight - box.scrollTop - box.clientHeight > 24 ? fresh : 0);
    look();
    box.addEventListener("scroll", look);
    return () => box.removeEventListener("scroll", look);
  }, [list, fresh]);
  return below;
}
