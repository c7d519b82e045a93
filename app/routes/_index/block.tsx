import { type ReactNode, useId } from "react";

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
