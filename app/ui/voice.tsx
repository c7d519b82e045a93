import type { ReactNode } from "react";

/** The young person's own words. `told`: how they were heard, and when. */
export function Voice({ words, told, children }: { words: string; told?: ReactNode; children?: ReactNode }) {
  return (
    <div className="voice">
      <blockquote className="voice-words">{words}</blockquote>
      {told && <p className="meta">{told}</p>}
      {children}
    </div>
  );
}
