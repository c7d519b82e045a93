import { useCallback, useEffect, useRef, useState } from "react";
import { IDLE_MS } from "#domain/signin/rules.ts";
import { liveSocket } from "#live/socket.ts";

/** A little more than the minute in which the server takes one sign of life. */
const TELL_EVERY_MS = 62_000;
const LOOK_EVERY_MS = 5_000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

type Told = { username: string; unlocked: boolean };

/**
 * Whether the page is covered because nobody touched it for 20 minutes. Other tabs of the same person count as being here.
 * @param active something on the page counts as being here while it can be seen.
 */
export function useAway(username: string, active: boolean) {
  const [away, setAway] = useState(false);
  const seen = useRef({ at: 0, told: 0, heard: 0 });
  const channel = useRef<BroadcastChannel | null>(null);
  const isActive = useRef(active);
  isActive.current = active;

  useEffect(() => {
    const own = seen.current;
    own.at = Date.now();
    const tabs = new BroadcastChannel("samspor-here");
    channel.current = tabs;
    tabs.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.username !== username) return;
      own.heard = Date.now();
      if (data.unlocked) setAway(false);
    };
    const isAway = () => Date.now() - Math.max(own.at, own.heard) > IDLE_MS;
    const look = () => {
      if (isActive.current && document.visibilityState === "visible") own.at = Date.now();
      if (isAway()) setAway(true);
      else if (own.at > own.told && Date.now() - own.told >= TELL_EVERY_MS) {
        own.told = Date.now();
        liveSocket().volatile.emit("here");
        tabs.postMessage({ username, unlocked: false } satisfies Told);
      }
    };
    const sign = () => {
      // The first touch after a long time does not count: a computer that slept has not looked yet.
      if (!isAway()) own.at = Date.now();
      look();
    };
    for (const name of SIGNS) document.addEventListener(name, sign, { passive: true, capture: true });
    document.addEventListener("visibilitychange", look);
    const looking = setInterval(look, LOOK_EVERY_MS);
    return () => {
      for (const name of SIGNS) document.removeEventListener(name, sign, { capture: true });
      document.removeEventListener("visibilitychange", look);
      clearInterval(looking);
      tabs.close();
    };
  }, [username]);

  const back = useCallback(() => {
    seen.current.at = Date.now();
    setAway(false);
    channel.current?.postMessage({ username, unlocked: true } satisfies Told);
  }, [username]);
  return { away, back };
}
