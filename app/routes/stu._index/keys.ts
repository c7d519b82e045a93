import type { KeyboardEvent } from "react";
import { singleKey } from "#ui/single-keys.ts";

const LINK = "[data-course]";
const inView = () =>
  [...document.querySelectorAll<HTMLElement>(LINK)].filter((link) => link.checkVisibility?.() ?? true);

/** In the list: up and down go to the next young person, P to the day of the row, H to what is kept in mind of it. */
export function rowKeys(event: KeyboardEvent<HTMLElement>, letters: boolean): void {
  const target = event.target as HTMLElement;
  const row = target.closest("[data-row]");
  const keys = ["ArrowDown", "ArrowUp", ...(letters && row ? ["p", "h"] : [])];
  const key = singleKey(event.nativeEvent, target, keys);
  if (!key) return;
  const all = inView();
  const own = row?.querySelector<HTMLElement>(LINK);
  const at = own ? all.indexOf(own) : -1;
  const press: Record<string, HTMLElement | null | undefined> = {
    ArrowDown: all[at + 1],
    ArrowUp: at > 0 ? all[at - 1] : undefined,
  };
  event.preventDefault();
  if (key in press) press[key]?.focus();
  else row?.querySelector<HTMLElement>(key === "p" ? "[data-day]" : "[data-note]")?.click();
}
