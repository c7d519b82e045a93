import { type FocusEvent, useEffect, useRef } from "react";

function focusOn(element: HTMLElement | null | undefined) {
  if (!element) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus();
}

/**
 * Keeps the focus in a list when the row that had it goes: on the row that comes in its place, never on its button, so that
 * a second press answers nothing by mistake; after the last on the heading.
 */
export function useRowFocus(ids: readonly string[]) {
  const list = useRef<HTMLUListElement>(null);
  const held = useRef<{ id: string; at: number } | null>(null);
  const rowOf = (at: number) => list.current?.children[at] as HTMLElement | undefined;

  useEffect(() => {
    if (!held.current || document.activeElement !== document.body) return;
    const { id, at } = held.current;
    const still = ids.indexOf(id);
    const heading = list.current?.closest("section, details")?.querySelector<HTMLElement>("h2, summary");
    focusOn(rowOf(still >= 0 ? still : Math.min(at, ids.length - 1)) ?? heading);
  });
  useEffect(
    () => () => {
      // The list has gone with its heading.
      if (held.current && document.activeElement === document.body)
        focusOn(document.querySelector<HTMLElement>("#content h1"));
    },
    [],
  );

  return {
    ref: list,
    onFocus({ target }: FocusEvent<HTMLElement>) {
      const at = [...(list.current?.children ?? [])].findIndex((row) => row.contains(target));
      const id = ids[at];
      held.current = id === undefined ? null : { id, at };
    },
    onBlur({ target, relatedTarget }: FocusEvent<HTMLElement>) {
      if (list.current?.contains(relatedTarget)) return;
      // Left by hand, and not because what had the focus was taken away.
      setTimeout(() => {
        if (document.hasFocus() && target.isConnected && !list.current?.contains(document.activeElement))
          held.current = null;
      });
    },
  };
}
