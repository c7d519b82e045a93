import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { nextStop, tabStop } from "./stops.ts";

type Presses = {
  onEnter?: (id: string) => void;
  onDelete?: (id: string) => void;
};

const inner = "a[href], button:not(:disabled), summary, input, select, textarea";

/**
 * A list as one tab stop: up, down, Home and End walk the rows, right and left walk the buttons inside a row
 * (which must have tabIndex -1). `ids` are the rows in the order shown.
 */
export function useRovingFocus(ids: readonly string[], { onEnter, onDelete }: Presses = {}) {
  const rows = useRef(new Map<string, HTMLElement>());
  const [visited, setVisited] = useState<{ id: string; index: number }>();
  const focused = useRef(false);
  const stop = tabStop(ids, visited);

  // The row under the focus went away: without this, the keyboard would start over at the top of the page.
  useEffect(() => {
    if (!visited || !focused.current || ids.includes(visited.id)) return;
    if (document.activeElement === document.body && stop) rows.current.get(stop)?.focus();
  }, [ids, visited, stop]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = event.target as HTMLElement;
    if (target.matches("input, select, textarea, [contenteditable]")) return;
    const id = ids.find((each) => rows.current.get(each)?.contains(target));
    const row = id && rows.current.get(id);
    if (!row) return;
    const to = pressed(event.key, id, target, row);
    if (!to) return;
    event.preventDefault();
    to();
  };

  function pressed(key: string, id: string, target: HTMLElement, row: HTMLElement): (() => void) | undefined {
    const next = nextStop(ids, ids.indexOf(id), key);
    if (next) return () => rows.current.get(next)?.focus();
    if (key === "ArrowRight" || key === "ArrowLeft") {
      const within = [row, ...row.querySelectorAll<HTMLElement>(inner)].filter((each) => each.checkVisibility());
      return () => within.at(Math.max(0, within.indexOf(target) + (key === "ArrowRight" ? 1 : -1)))?.focus();
    }
    // On a button, inside the row or as the row, these keys are the button's.
    if (target !== row || target.matches("button, summary")) return undefined;
    if (key === "Enter" && onEnter) return () => onEnter(id);
    if (key === "Delete" && onDelete) return () => onDelete(id);
    return undefined;
  }

  return {
    listProps: { onKeyDown },
    rowProps: (id: string) => ({
      ref: (element: HTMLElement | null) => {
        if (element) rows.current.set(id, element);
        else rows.current.delete(id);
      },
      tabIndex: id === stop ? 0 : -1,
      onFocus: () => {
        focused.current = true;
        setVisited({ id, index: ids.indexOf(id) });
      },
      onBlur: () => {
        focused.current = false;
      },
    }),
    focusRow: (id: string) => rows.current.get(id)?.focus(),
  };
}
