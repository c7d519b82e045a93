import { useEffect, useState } from "react";

/** Somebody whom one pressed to call or to write to. */
export type Reached = { id: string; channel: "phone" | "sms" };

/**
 * Whom one pressed to reach; asked about when the page is seen again, or at once where it was never left.
 * @param before whom one pressed to reach on another page: asked about at once
 */
export function useReached(before: Reached | null = null) {
  const [reached, setReached] = useState(before);
  const [asks, setAsks] = useState(before !== null);
  useEffect(() => {
    if (!reached) return;
    const back = () => document.visibilityState === "visible" && setAsks(true);
    // A computer that only hands the number on never leaves the page.
    const soon = setTimeout(back, 3000);
    document.addEventListener("visibilitychange", back);
    return () => {
      clearTimeout(soon);
      document.removeEventListener("visibilitychange", back);
    };
  }, [reached]);
  return {
    asked: asks ? reached : null,
    reach: (id: string, channel: Reached["channel"]) => {
      setAsks(false);
      setReached({ id, channel });
    },
    forget: () => {
      setAsks(false);
      setReached(null);
    },
  };
}

/** The address of the guide's own page that asks how it went. */
export const askedAt = ({ id, channel }: Reached) => `/guides?reached=${id}&by=${channel}`;

/** The same, read again. */
export function askedIn(search: URLSearchParams): Reached | null {
  const id = search.get("reached");
  return id === null ? null : { id, channel: search.get("by") === "sms" ? "sms" : "phone" };
}
