import type { ReactNode } from "react";
import { useWords } from "#words/words.ts";

type Few<T> = {
  of: readonly T[];
  children: (some: readonly T[]) => ReactNode;
  /** How many stand open. */
  first?: number;
  /** The rest stands open too: a "no" is told in it. */
  isOpen?: boolean;
};

/** The first few of a long list stand open; the rest by a press. */
export function FirstFew<T>({ of, children, first = 5, isOpen }: Few<T>) {
  const { start: t } = useWords();
  const more = of.length - first;
  return (
    <>
      {children(of.slice(0, first))}
      {more > 0 && (
        <details className="start-part" open={isOpen}>
          <summary>{t.more(more)}</summary>
          {children(of.slice(first))}
        </details>
      )}
    </>
  );
}
