import { useEffect, useRef, useState } from "react";
import type { ActionRow } from "#domain/actions/views.server.ts";
import { isOwnChange } from "#live/own-changes.ts";
import { useAnnounce } from "#ui/announcer.tsx";
import { useWords } from "#words/words.ts";
import { useNames } from "./model.ts";

const KEPT_MS = 6000;

export type Arrived = { row: ActionRow; arrival: "new" | "edited" | "removed" | null };
type Mark = { arrival: "new" | "edited" | "removed"; row: ActionRow };

/**
 * What others did to the agreements: what is new keeps its ground for six seconds, what is gone stays struck through as long,
 * and each change is said once. One's own changes arrive without a word, and of the one that is being edited here is said who edits it too.
 */
export function useArrivals(actions: ActionRow[], editing: ReadonlySet<string>): Arrived[] {
  const { board: t } = useWords();
  const announce = useAnnounce();
  const { departmentName, sideOf } = useNames();
  const known = useRef<Map<string, ActionRow>>();
  const [marks, setMarks] = useState<Record<string, Mark>>({});

  useEffect(() => {
    const before = known.current;
    known.current = new Map(actions.map((row) => [row.id, row]));
    if (!before) return;
    const fresh: Record<string, Mark> = {};
    for (const row of actions) {
      const was = before.get(row.id);
      if (was?.version === row.version || isOwnChange(row.id)) continue;
      fresh[row.id] = { arrival: was ? "edited" : "new", row };
      const who = departmentName(row.departmentId);
      if (!was) announce(t.said.newAgreement(who, row.text));
      else if (was.state === "proposed" && row.state === "agreed") announce(t.said.yes(who, row.number));
      else if (!was.declineReason && row.declineReason) announce(t.said.no(who, row.number));
      else if (editing.has(row.id) && row.text !== was.text)
        announce(t.agreements.alsoEdited(sideOf(row.editedById), row.number));
      else announce(t.said.edited(row.number));
    }
    for (const row of before.values()) {
      if (known.current.has(row.id)) continue;
      fresh[row.id] = { arrival: "removed", row };
      if (!isOwnChange(row.id)) announce(t.said.removed(row.number));
    }
    if (Object.keys(fresh).length === 0) return;
    setMarks((all) => ({ ...all, ...fresh }));
    // Not cleared with the next change: each mark ends six seconds after its own.
    setTimeout(
      () => setMarks((all) => Object.fromEntries(Object.entries(all).filter(([id, mark]) => fresh[id] !== mark))),
      KEPT_MS,
    );
  }, [actions, editing, announce, departmentName, sideOf, t]);

  const standing = actions.map((row) => ({ row, arrival: marks[row.id]?.arrival ?? null }));
  const gone = Object.values(marks).filter(
    ({ arrival, row }) => arrival === "removed" && !actions.some(({ id }) => id === row.id),
  );
  return [...standing, ...gone].sort((a, b) => a.row.position - b.row.position || a.row.number - b.row.number);
}
