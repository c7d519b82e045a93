import { useEffect, useRef } from "react";
import { isElsewhere } from "#ui/elsewhere.ts";

/** When what was open is closed, and took the focus with it: back to where it was opened from. */
export function useFocusBack(open: string | null, find: (was: string) => HTMLElement | null): void {
  const last = useRef(open);
  const seek = useRef(find);
  seek.current = find;
  useEffect(() => {
    const was = last.current;
    last.current = open;
    if (!was || was === open) return;
    // What it was opened from may be drawn a few frames later than what was open goes.
    let frames = 60;
    let next = requestAnimationFrame(function look() {
      if (isElsewhere()) return;
      const stop = seek.current(was);
      stop?.focus();
      frames -= 1;
      if (!stop && frames > 0) next = requestAnimationFrame(look);
    });
    return () => cancelAnimationFrame(next);
  }, [open]);
}

const rowOf = (itemId: string) => document.getElementById(`place-${itemId}`);

/** Where a row is entered: itself, in the list that can be dragged, which lets nobody in by another way; else its menu. */
export const entryOf = (itemId: string) =>
  rowOf(itemId)?.closest<HTMLElement>(".agenda-place[tabindex]") ??
  rowOf(itemId)?.querySelector<HTMLElement>(".row-menu-button") ??
  null;

/** The focus stays at the row that was moved: at the button that moved it, or at its neighbour when it can go no further. */
export function useFocusWhenMoved(itemId: string, index: number) {
  const pressed = useRef<string | null>(null);
  useEffect(() => {
    const move = pressed.current;
    pressed.current = null;
    const row = rowOf(itemId);
    if (!move || !row || index < 0 || isElsewhere()) return;
    for (const stop of [`[data-move=${move}]`, "[data-move]", ".row-menu-button"]) {
      const button = row.querySelector<HTMLElement>(`.place-moves ${stop}, .place-menu > ${stop}`);
      button?.focus();
      if (button && document.activeElement === button) return;
    }
  }, [itemId, index]);
  return (event: { nativeEvent: Event }) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    pressed.current = submitter?.dataset.move ?? null;
  };
}
