import { useEffect, useId, useRef } from "react";
import { clockOf } from "#domain/moments.ts";
import { useConnection } from "#live/connection.ts";
import { useNotes } from "#live/device/use-device.ts";
import { useWaiting } from "#live/outbox.ts";
import { useAnnounce } from "#ui/announcer.tsx";
import { useWords } from "#words/words.ts";

/** The truth about the line, always with its word; pressed, it says since when and what waits. */
export function ConnectionPill() {
  const id = useId();
  const { frame } = useWords();
  const t = frame.connection;
  const { state, lostAt } = useConnection();
  const kept = useNotes().filter((note) => note.state === "waiting").length;
  const waiting = useWaiting() + kept;
  const announce = useAnnounce();
  const before = useRef(state);

  useEffect(() => {
    // Going by way of "connecting" is no news; being without a line, and having one again, is.
    const was = before.current;
    if (state === "connecting") return;
    if (was !== state && !(was === "connecting" && state === "connected")) announce(t[state]);
    before.current = state;
  }, [state, announce, t]);

  return (
    <>
      <button type="button" className={`connection-pill needs-script connection-${state}`} {...{ popovertarget: id }}>
        <span className="connection-sign" aria-hidden="true" />
        <span>{t[state]}</span>
      </button>
      <div id={id} className="connection-panel" {...{ popover: "auto" }}>
        {state !== "connected" && lostAt !== null && <p>{t.since(clockOf(new Date(lostAt).toISOString()))}</p>}
        {state !== "connected" && <p>{t.offline}</p>}
        <p>{waiting > 0 ? t.waiting(waiting) : t.nothingWaits}</p>
      </div>
    </>
  );
}
