import type { ReactNode } from "react";
import { useWords } from "#words/words.ts";
import { useFrame } from "./frame.ts";

/** What stands above a printed sheet: confidential, printed by whom and when. `when`: in words; empty while nobody knows it. */
export function PrintHead({ title, when }: { title?: ReactNode; when: string }) {
  const { minutes: t } = useWords();
  const { name } = useFrame();
  return (
    <p className="paper-only print-head">
      {title && <span>{title}</span>}
      <strong>{t.confidential}</strong>
      {when && <span>{t.printed(name ?? "", when)}</span>}
    </p>
  );
}
