import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";

/** Text that somebody is writing in an item and that is not saved: it stays when the item moves on, alone, until it is handed in or thrown away. */
export type Draft = {
  itemId: string;
  field: string;
  text: string;
  /** An agreement that waits for the net: its whole form, sent once with its own key when the line is back. */
  form?: FormData;
  /** Why it was not taken when it came through. */
  why?: string;
};

type Drafts = {
  drafts: Draft[];
  keep: (draft: Draft) => void;
  drop: (itemId: string, field: string) => void;
};

const Kept = createContext<Drafts>({ drafts: [], keep: () => {}, drop: () => {} });

export function DraftsProvider({ children }: { children: ReactNode }) {
  const [drafts, setDrafts] = useState<Draft[]>([]);
  const drop = useCallback(
    (itemId: string, field: string) =>
      setDrafts((all) =>
        all.some((one) => one.itemId === itemId && one.field === field)
          ? all.filter((one) => one.itemId !== itemId || one.field !== field)
          : all,
      ),
    [],
  );
  const keep = useCallback(
    (draft: Draft) =>
      setDrafts((all) => [...all.filter((one) => one.itemId !== draft.itemId || one.field !== draft.field), draft]),
    [],
  );
  const value = useMemo(() => ({ drafts, keep, drop }), [drafts, keep, drop]);
  return <Kept.Provider value={value}>{children}</Kept.Provider>;
}

export const useDrafts = () => useContext(Kept);

/** Keeps what is typed in a field of an item; an empty text is no draft. */
export function useDraft(itemId: string, field: string) {
  const { drafts, keep, drop } = useDrafts();
  return {
    kept: drafts.find((one) => one.itemId === itemId && one.field === field)?.text ?? "",
    typed: (text: string) => (text.trim() === "" ? drop(itemId, field) : keep({ itemId, field, text })),
    done: () => drop(itemId, field),
  };
}
