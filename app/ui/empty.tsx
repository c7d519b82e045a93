import type { ReactNode } from "react";

export function Empty({ text, action }: { text: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{text}</p>
      {action}
    </div>
  );
}
