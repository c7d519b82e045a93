import { useEffect, useRef } from "react";
import { useWords } from "#words/words.ts";

/** Codes for paper, shown once: they stand nowhere else. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const { signin: t } = useWords();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="edit-part">
      <h3 ref={title} tabIndex={-1}>
        {t.recoveryTitle}
      </h3>
      <p>{t.recoveryWhy}</p>
      <ul className="recovery-codes code-words">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </div>
  );
}
