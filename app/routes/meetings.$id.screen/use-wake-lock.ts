import { useEffect } from "react";

/** The screen stays lit while the page is shown; where the browser knows no such lock, the room's own settings rule. */
export function useWakeLock(): void {
  useEffect(() => {
    const keepLit = () => {
      if (document.visibilityState === "visible") navigator.wakeLock?.request("screen").catch(() => undefined);
    };
    keepLit();
    document.addEventListener("visibilitychange", keepLit);
    return () => document.removeEventListener("visibilitychange", keepLit);
  }, []);
}
