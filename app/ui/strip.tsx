import type { ReactNode } from "react";

/** One line under the head: what is so, and the one press that follows from it. */
export function Strip({ text, action }: { text: ReactNode; action?: ReactNode }) {
  return (
    <div className="strip">
      <p className="strip-text">{text}</p>
      {action}
    </div>
  );
}
