import { type ClientLoaderFunctionArgs, useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { notThrough, useConnection } from "./connection.ts";

/** A big screen without a connection for so long holds nothing of anybody any more. */
const DARK_AFTER_MS = 20_000;

/** What a page without a connection shows: it holds nothing. */
export type Nothing = { shows: "nothing" };
const nothing: Nothing = { shows: "nothing" };

let dark = false;
let last: unknown = nothing;

/**
 * A load that does not come through leaves standing what stood, until the page goes dark: from then on it answers that
 * there is nothing, so that the page lets go of what it held.
 */
export function untilDark() {
  const loader = async ({ serverLoader }: ClientLoaderFunctionArgs): Promise<unknown> => {
    if (dark) return nothing;
    try {
      const fresh = await serverLoader();
      if (dark) return nothing;
      last = fresh;
      return fresh;
    } catch (error) {
      // Only a redirect comes as an answer of its own; anything else is tried again when the line is back.
      if (error instanceof Response) throw error;
      notThrough();
      return last;
    }
  };
  return Object.assign(loader, { hydrate: true as const });
}

/** Whether the page is dark; it loads anew when the connection is back. */
export function useDark(): boolean {
  const connected = useConnection().state === "connected";
  const [isDark, setDark] = useState(false);
  const { revalidate } = useRevalidator();
  const reload = useRef(revalidate);
  reload.current = revalidate;
  useEffect(() => {
    if (connected) {
      if (!dark) return;
      dark = false;
      setDark(false);
      reload.current();
      return;
    }
    const timer = setTimeout(() => {
      dark = true;
      last = nothing;
      setDark(true);
      reload.current();
    }, DARK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [connected]);
  return isDark;
}
