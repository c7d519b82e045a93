import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { serverNow } from "#live/connection.ts";

const Now = createContext("");

/** The server's moment, told on once a second; until the page is live it is the moment the page was made. */
export function ClockProvider({ from, children }: { from: string; children: ReactNode }) {
  const [now, setNow] = useState(from);
  useEffect(() => {
    const tick = () => setNow(new Date(serverNow()).toISOString());
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, []);
  return <Now.Provider value={now}>{children}</Now.Provider>;
}

export const useNow = () => useContext(Now);
