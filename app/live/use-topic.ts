import { useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Change, Row, Snapshot } from "#domain/topics.ts";
import { useConnection } from "./connection.ts";
import { liveSocket } from "./socket.client.ts";
import { hold, receive, stands } from "./topic.ts";

export type Standing<R extends Row> = {
  rows: R[];
  seq: number;
  /** The right to the topic ended, or everybody left it: nothing of it stands any more. */
  gone: boolean;
  /** Something of it has not arrived yet. */
  behind: boolean;
  /** Takes in the changes that came with the answer to one's own form. */
  tell: (changes: Change[]) => void;
};

/** What stands in a topic: the newest snapshot of the loader and every change on it; while there is a hole, one reload at a time. */
export function useTopic<R extends Row>(loaded: Snapshot<R>): Standing<R> {
  const [held, setHeld] = useState(() => hold(loaded));
  const [taken, setTaken] = useState(loaded);
  const [upTo, setUpTo] = useState(loaded.seq);
  const [gone, setGone] = useState(false);
  const reload = useRevalidator();
  const load = useRef(reload.revalidate);
  load.current = reload.revalidate;
  const { state } = useConnection();
  const { topic } = loaded;

  let current = held;
  if (loaded !== taken) {
    current = loaded.topic === held.base.topic ? receive(held, loaded) : hold(loaded);
    setTaken(loaded);
    setHeld(current);
    if (loaded.topic !== held.base.topic) {
      setUpTo(loaded.seq);
      setGone(false);
    }
  }

  useEffect(() => {
    const socket = liveSocket();
    const watch = () =>
      socket.emit("watch", topic, (answer) => {
        if ("no" in answer) setGone(true);
        else setUpTo((seq) => Math.max(seq, answer.seq));
      });
    const onChange = (change: Change) => setHeld((h) => receive(h, change as Change<R>));
    const onSeq = (at: { topic: string; seq: number }) => at.topic === topic && setUpTo((seq) => Math.max(seq, at.seq));
    const onReload = (one: string) => one === topic && load.current();
    const onLeft = (left: string) => left === topic && setGone(true);
    socket.on("connect", watch).on("change", onChange).on("seq", onSeq).on("left", onLeft);
    socket.on("reload", onReload);
    if (socket.connected) watch();
    return () => {
      socket.off("connect", watch).off("change", onChange).off("seq", onSeq).off("left", onLeft);
      socket.off("reload", onReload);
      // What tells somebody to load anew is heard by more than this on a page.
      if (!topic.startsWith("staff:")) socket.emit("unwatch", topic);
    };
  }, [topic]);

  // The same rows until something comes: what hangs on them does not begin anew at every tick of a clock.
  const now = useMemo(() => stands(current), [current]);
  const behind = now.hole || now.seq < upTo;
  useEffect(() => {
    if (behind && !gone && state === "connected" && reload.state === "idle") reload.revalidate();
  }, [behind, gone, state, reload]);

  const tell = useCallback((changes: Change[]) => {
    setHeld((h) => changes.reduce((known, change) => receive(known, change as Change<R>), h));
  }, []);
  return { rows: now.rows, seq: now.seq, gone, behind, tell };
}

/** Loads the page anew when one of these topics without rows says so; at a random moment within the spread, in ms. */
export function useReloadOn(topics: readonly string[], spread = 300): void {
  const { revalidate } = useRevalidator();
  const load = useRef(revalidate);
  load.current = revalidate;
  const list = topics.join(" ");
  useEffect(() => {
    const socket = liveSocket();
    const own = list.split(" ").filter(Boolean);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watch = () => {
      for (const topic of own) socket.emit("watch", topic, () => undefined);
    };
    const onReload = (topic: string) => {
      if (!own.includes(topic)) return;
      clearTimeout(timer);
      timer = setTimeout(() => load.current(), Math.random() * spread);
    };
    socket.on("connect", watch).on("reload", onReload);
    if (socket.connected) watch();
    return () => {
      clearTimeout(timer);
      socket.off("connect", watch).off("reload", onReload);
    };
  }, [list, spread]);
}
