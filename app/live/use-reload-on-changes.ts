import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { liveSocket } from "./socket.client.ts";

/** A topic, and the change of it that the page was loaded with. */
export type Mark = { topic: string; seq: number };

const SPREAD_MS = 300;

/**
 * Loads the page anew when one of these topics has changed since it was loaded, or the right to one has ended: for a page
 * that is read more than it is written. A lost message shows in the next telling of the topic's seq.
 */
export function useReloadOnChanges(marks: readonly Mark[]): void {
  const { revalidate, state } = useRevalidator();
  const heard = useRef(new Map<string, number>());
  const list = marks.map(({ topic }) => topic).join(" ");

  const catchUp = useRef(() => {});
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const loaded = useRef(marks);
  loaded.current = marks;
  const isBehind = () => loaded.current.some(({ topic, seq }) => (heard.current.get(topic) ?? 0) > seq);
  catchUp.current = () => {
    clearTimeout(timer.current);
    if (state !== "idle" || !isBehind()) return;
    // What one sent oneself is loaded by then.
    timer.current = setTimeout(() => isBehind() && revalidate(), SPREAD_MS / 2 + Math.random() * SPREAD_MS);
  };

  // What came while a reload was on its way is looked at when it is done.
  useEffect(() => {
    if (state === "idle") catchUp.current();
  }, [state]);

  useEffect(() => {
    const socket = liveSocket();
    const own = list.split(" ").filter(Boolean);
    const hear = ({ topic, seq }: Mark) => {
      if (!own.includes(topic)) return;
      heard.current.set(topic, Math.max(seq, heard.current.get(topic) ?? 0));
      catchUp.current();
    };
    const watch = () => {
      for (const topic of own)
        socket.emit("watch", topic, (watched) => {
          if ("seq" in watched) hear({ topic, seq: watched.seq });
        });
    };
    const onLeft = (topic: string) => {
      if (own.includes(topic)) revalidate();
    };
    socket.on("connect", watch).on("change", hear).on("seq", hear).on("left", onLeft);
    if (socket.connected) watch();
    return () => {
      clearTimeout(timer.current);
      socket.off("connect", watch).off("change", hear).off("seq", hear).off("left", onLeft);
      for (const topic of own) socket.emit("unwatch", topic);
    };
  }, [list, revalidate]);
}
