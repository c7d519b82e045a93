import type { ReactNode } from "react";

/** The young person's own words. `told`: how they were heard, and when; alone when there are no words, which are nobody else's. */
export function Voice({ words, told, children }: { words?: string; told?: ReactNode; children?: ReactNode }) {
  return (
    <div className="voice">
      {words && <blockquote className="voice-words">{words}</blockquote>}
      {told && <p className={words ? "meta" : "voice-told"}>{told}</p>}
      {children}
    </div>
  );
}
