import { useEffect } from "react";

const headings = "h1, h2, h3";
const modal = "dialog:modal";

type Step = { around: Element; place: number };
type Had = { element: HTMLElement; steps: Step[] };

/** Where an element stood: what is around it from the inside out, and which child of each it was in. */
function stepsOf(element: Element): Step[] {
  const steps: Step[] = [];
  for (let child = element; child.parentElement; child = child.parentElement)
    steps.push({ around: child.parentElement, place: [...child.parentElement.children].indexOf(child) });
  return steps;
}

const seen = (element: Element | null | undefined): element is HTMLElement =>
  element instanceof HTMLElement && element.checkVisibility();

/** The same field or button, where all of its form is drawn anew. */
function twinOf(one: HTMLElement, steps: readonly Step[]): HTMLElement | undefined {
  const form = steps.find(({ around }) => around.isConnected)?.around;
  if (!form?.matches("form")) return undefined;
  const what = (each: HTMLElement) =>
    each.matches("button, [type=radio], [type=checkbox]")
      ? `${each.getAttribute("name")} ${(each as HTMLInputElement).value} ${each.textContent}`
      : each.getAttribute("name");
  return [...form.querySelectorAll<HTMLElement>(`${one.localName}:enabled`)].find(
    (each) => seen(each) && what(each) === what(one),
  );
}

/** In the nearest that still stands: its row, the row that took its place, what the page names (`data-lands`, the last counts), or a heading. */
function landing(steps: readonly Step[]): HTMLElement | undefined {
  for (const { around, place } of steps) {
    if (!around.isConnected || !seen(around)) continue;
    if (around.matches("li[tabindex]")) return around as HTMLElement;
    if (around.matches("ol, ul")) {
      // Never a button in it: a second press would answer another one by mistake.
      const row = around.children[Math.min(place, around.children.length - 1)];
      if (seen(row)) return row;
      continue;
    }
    // What the page names here may still be on its way; what a part names for itself alone counts inside it.
    const named = [...around.querySelectorAll("[data-lands]")]
      .filter((each) => seen(each) && each.closest("[data-lands-alone]")?.contains(around) !== false)
      .at(-1);
    if (!named && around.matches("[data-lands-inside]")) return undefined;
    const target = named ?? [...around.querySelectorAll(headings)].find(seen);
    if (seen(target)) return target;
  }
  return undefined;
}

/**
 * When what had the focus is taken away, by one's own press or by others, the focus goes to its nearest neighbour: left alone it
 * would start over at the top of the page. Stands once, in the root.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Had | null = null;
    /** What had it before a dialog took it: there one goes on when the dialog is gone. */
    let under: Had | null = null;
    const isLost = () => document.activeElement === document.body || document.activeElement === null;
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      const inDialog = target.closest(modal) !== null;
      if (!inDialog) under = null;
      else if (last && !last.element.closest(modal)) under = last;
      last = { element: target, steps: stepsOf(target) };
    };
    // Somebody who presses beside everything wants the focus nowhere; what is taken away is gone a moment later.
    const onBlur = () =>
      queueMicrotask(() => {
        if (isLost() && last?.element.isConnected && seen(last.element) && !last.element.matches(":disabled"))
          last = null;
      });
    const look = () => {
      if (!last || !isLost()) return;
      if (under && !document.querySelector(modal)) [last, under] = [under, null];
      const { element, steps } = last;
      if (element.isConnected && seen(element)) {
        // Pressed, and not to be pressed again until the answer is here.
        if (!element.matches(":disabled")) element.focus();
        return;
      }
      const target = twinOf(element, steps) ?? landing(steps);
      if (!target) return;
      if (target.tabIndex < 0) target.tabIndex = -1;
      target.focus();
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["disabled", "open", "hidden"],
    });
    document.addEventListener("focusin", onFocus);
    document.addEventListener("focusout", onBlur);
    return () => {
      watcher.disconnect();
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("focusout", onBlur);
    };
  }, []);
}
