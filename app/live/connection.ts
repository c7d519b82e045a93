import { useSyncExternalStore } from "react";
import { liveSocket } from "./socket.client.ts";

/** The truth about the line: the socket, failed posts and the browser's own word count, not only pings. */
export type Connection = {
  state: "connected" | "connecting" | "lost";
  /** When it was lost, in this browser's clock (ms). */
  lostAt: number | null;
  /** Milliseconds that the server's clock is ahead of this browser's. */
  ahead: number;
  /** The server runs another build than this page. */
  newBuild: boolean;
  /** The session is idle or over: the page is covered until somebody signs in again. */
  signedOut: "locked" | "over" | null;
};

const NEVER: Connection = { state: "connecting", lostAt: null, ahead: 0, newBuild: false, signedOut: null };

let now: Connection = NEVER;
let started = false;
const listeners = new Set<() => void>();

function set(change: Partial<Connection>) {
  now = { ...now, ...change };
  for (const listener of listeners) listener();
}

export function lost() {
  if (now.state !== "lost")
    set({ state: "lost", lostAt: now.state === "connected" ? Date.now() : (now.lostAt ?? Date.now()) });
}

export const lock = () => set({ signedOut: "locked" });
export function unlocked() {
  set({ signedOut: null });
  liveSocket().disconnect().connect();
}
/** Until the server has said what its clock is, it is the one that the page was made with. */
export function presumeClock(moment: string) {
  if (now === NEVER) now = { ...NEVER, ahead: Date.parse(moment) - Date.now() };
}
export const serverNow = () => Date.now() + now.ahead;

/** A post or a load did not come through: the socket finds out by itself later, so it is asked at once. */
export function notThrough() {
  lost();
  const socket = liveSocket();
  if (!socket.connected) socket.connect();
  else socket.io.engine?.close();
}

function start() {
  if (started) return;
  started = true;
  const socket = liveSocket();
  const build = document.documentElement.dataset.build;
  socket.on("hello", (hello) =>
    set({
      state: "connected",
      ahead: Date.parse(hello.now) - Date.now(),
      newBuild: build !== undefined && build !== hello.build,
      signedOut: null,
    }),
  );
  socket.on("disconnect", lost);
  socket.on("connect_error", (error) => {
    if (error.message === "locked") lock();
    if (error.message === "signed-out") set({ signedOut: now.signedOut ?? "over" });
    lost();
  });
  socket.io.on("reconnect_attempt", () => set({ state: "connecting" }));
  socket.on("backSoon", () => set({ state: "connecting", lostAt: Date.now() }));
  socket.on("signedOut", (why) => set({ signedOut: why }));
  window.addEventListener("offline", lost);
  window.addEventListener("online", () => socket.connect());
}

function subscribe(listener: () => void) {
  start();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useConnection = (): Connection =>
  useSyncExternalStore(
    subscribe,
    () => now,
    () => NEVER,
  );
