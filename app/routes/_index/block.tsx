import { type ReactNode, useId } from "react";
import { useWords } from "#words/words.ts";

/** One thing that waits: its name, and what to do. */
export function Block({ title, children }: { title: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="start-block" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

const AT_ONCE = 5;

type Few<T> = { of: readonly T[]; children: (some: readonly T[]) => ReactNode };

/** The first few of a long list stand open; the rest by a press. */
export function FirstFew<T>({ of, children }: Few<T>) {
  const { start: t } = useWords();
  const more = of.length - AT_ONCE;
  return (
    <>
      {children(of.slice(0, AT_ONCE))}
      {more > 0 && (
        <details className="start-part">
          <summary>{t.more(more)}</summary>
          {children(of.slice(AT_ONCE))}
        </details>
      )}
    </>
  );
}
