import { useEffect, useState } from "react";

/** A clicker's Page Up and Page Down walk the rows, from the newest; past the last nobody is pointed at. It opens nothing. */
export function useWalk(count: number): number | null {
  const [walked, setWalked] = useState<number | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "PageUp" && event.key !== "PageDown") return;
      event.preventDefault();
      setWalked((at) => {
        const next = (at ?? count) + (event.key === "PageUp" ? -1 : 1);
        return next >= count ? null : Math.max(0, next);
      });
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [count]);
  return walked !== null && walked < count ? walked : null;
}
