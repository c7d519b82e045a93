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

/** How long at the least, and half of how long at the most. */
const AGAIN_MS = 2000;

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
  if (socket.connected) socket.io.engine?.close();
  else if (!socket.active) socket.connect();
}

/** Socket.IO comes back by itself only from a net that broke: where the server closed the line or let nobody in, it is asked again. */
function comeBack() {
  const socket = liveSocket();
  setTimeout(() => !socket.active && now.signedOut === null && socket.connect(), AGAIN_MS * (1 + Math.random()));
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
  socket.on("disconnect", (why) => {
    lost();
    if (why === "io server disconnect") comeBack();
  });
  socket.on("connect_error", (error) => {
    if (error.message === "locked") lock();
    if (error.message === "signed-out") set({ signedOut: now.signedOut ?? "over" });
    lost();
    if (!socket.active) comeBack();
  });
  socket.io.on("reconnect_attempt", () => set({ state: "connecting" }));
  socket.on("backSoon", () => set({ state: "connecting", lostAt: Date.now() }));
  socket.on("signedOut", (why) => set({ signedOut: why }));
  window.addEventListener("offline", lost);
  // The next try is not waited for.
  window.addEventListener("online", () => !socket.connected && socket.disconnect().connect());
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
