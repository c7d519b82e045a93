import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { announcements } from "./announcements.ts";

type Announcer = Pick<ReturnType<typeof announcements>, "announce" | "hearAgain" | "forget">;

const silent: Announcer = { announce: () => {}, hearAgain: () => {}, forget: () => {} };
const AnnouncerContext = createContext<Announcer>(silent);

/** The one live region of the page; stands once, in the root. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: "", turn: 0 });
  const announcer = useMemo(
    () =>
      announcements({
        // The same sentence twice is new only when the element is.
        speak: (text) => setSaid(({ turn }) => ({ text, turn: turn + 1 })),
        later: (then, milliseconds) => {
          const timer = setTimeout(then, milliseconds);
          return () => clearTimeout(timer);
        },
      }),
    [],
  );
  useEffect(() => announcer.stop, [announcer]);
  return (
    <AnnouncerContext.Provider value={announcer}>
      {children}
      <div role="status" aria-live="polite" className="sr-only">
        <span key={said.turn}>{said.text}</span>
      </div>
    </AnnouncerContext.Provider>
  );
}

/** Says a change by others once, politely, without moving the focus. */
export function useAnnounce() {
  return useContext(AnnouncerContext).announce;
}

export function useAnnouncer() {
  return useContext(AnnouncerContext);
}
