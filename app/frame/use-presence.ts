import { useCallback, useEffect, useRef, useState } from "react";
import { SEEN_EVERY_MS } from "#domain/signin/rules.ts";
import type { SignOfLife } from "#live/protocol.ts";
import { liveSocket } from "#live/socket.client.ts";

/** A little later than the server takes the next one. */
const TELL_EVERY_MS = SEEN_EVERY_MS + 2_000;
const LOOK_EVERY_MS = 5_000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

type Told = { username: string; unlocked: boolean };

/**
 * Whether the page is covered because nobody touched it for so long. Other tabs of the same person count as being here.
 * @param idleMs so long: 20 minutes, or 5 on a telephone
 * @param board the meeting whose board stands on the page: seen counts as touched, while the server knows one to be present.
 */
export function useAway(username: string, board: string | null, idleMs: () => number) {
  const [away, setAway] = useState(false);
  const seen = useRef({ at: 0, touched: 0, told: 0, heard: 0, present: false });
  const channel = useRef<BroadcastChannel | null>(null);
  const shown = useRef(board);
  shown.current = board;
  const idle = useRef(idleMs);
  idle.current = idleMs;

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
    const isAway = () => Date.now() - Math.max(own.at, own.heard) > idle.current();
    const tell = (sign: SignOfLife) => {
      // Without a line the last answer stands.
      if (!liveSocket().connected) return;
      own.told = Date.now();
      liveSocket().emit("here", sign, (counts) => {
        if ("board" in sign) own.present = counts;
        if (counts) tabs.postMessage({ username, unlocked: false } satisfies Told);
      });
    };
    const look = () => {
      const seen = shown.current !== null && document.visibilityState === "visible" ? shown.current : null;
      if (seen && own.present) own.at = Date.now();
      if (isAway()) return setAway(true);
      if (Date.now() - own.told < TELL_EVERY_MS) return;
      if (own.touched > own.told) tell({ touched: true });
      else if (seen) tell({ board: seen });
    };
    const sign = () => {
      // The first touch after a long time does not count: a computer that slept has not looked yet.
      if (!isAway()) {
        own.at = Date.now();
        own.touched = own.at;
      }
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
