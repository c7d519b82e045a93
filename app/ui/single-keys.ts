import { useEffect, useRef } from "react";

type KeyPress = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "repeat" | "isComposing" | "defaultPrevented"
>;
type Holder = { closest(selector: string): unknown };

const typing = "input, textarea, select, [contenteditable]:not([contenteditable=false])";
// Open ones only: in the moment after one is closed the focus may still lie in it.
const inFront = "dialog[open], :popover-open";

/** Which of `keys` a press means; none while somebody types, holds a modifier or has a dialog in front. */
export function singleKey(press: KeyPress, focus: Holder | null, keys: readonly string[]): string | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  if (press.repeat || press.isComposing || press.defaultPrevented) return undefined;
  if (focus?.closest(typing) || focus?.closest(inFront)) return undefined;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return keys.includes(key) ? key : undefined;
}

/** Keys that do what a button does. `enabled` is the reader's own switch. */
export function useSingleKeys(keys: Record<string, () => void>, enabled: boolean) {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => {
      const focus = event.target instanceof Element ? event.target : null;
      const key = singleKey(event, focus, Object.keys(current.current));
      if (key === undefined || document.querySelector("dialog:modal")) return;
      event.preventDefault();
      current.current[key]?.();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [enabled]);
}
