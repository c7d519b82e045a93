import { useLayoutEffect, useRef, useState } from "react";
import { type Fit, whichFit } from "./which-fit.ts";

/** Measures the rows of a list, also those that are out of it, and says which of them have room. */
export function useFitting(rows: readonly unknown[], walked: number | null) {
  const list = useRef<HTMLOListElement>(null);
  const [shown, setShown] = useState<Fit>({ from: 0, to: rows.length });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows' texts give the heights
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => {
      const heights = [...element.children].map((row) => row.getBoundingClientRect().height);
      // The lines that count what is left out stand beside the list: the room is the section's, not the list's.
      const section = element.parentElement ?? element;
      const [head] = section.getElementsByTagName("h2");
      const line = head?.getBoundingClientRect().height ?? 0;
      const next = whichFit(heights, section.getBoundingClientRect().height - line, line, walked);
      setShown((now) => (now.from === next.from && now.to === next.to ? now : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element.parentElement ?? element);
    document.fonts.ready.then(measure);
    return () => observer.disconnect();
  }, [rows, walked]);

  return { list, ...shown };
}
