import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { presumeClock, serverNow } from "#live/connection.ts";

const Now = createContext("");

/** The server's moment, told on once a second; until the page is live it is the moment the page was made. */
export function ClockProvider({ from, children }: { from: string; children: ReactNode }) {
  const [now, setNow] = useState(from);
  // What the page was made with; a later load has nothing to say that the socket has not said.
  const first = useRef(from);
  useEffect(() => {
    presumeClock(first.current);
    const tick = () => setNow(new Date(serverNow()).toISOString());
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, []);
  return <Now.Provider value={now}>{children}</Now.Provider>;
}

export const useNow = () => useContext(Now);
