import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { presumeClock, serverNow, useConnection } from "../connection.ts";
import { claim, endDay, keepList } from "./holder.ts";
import { knownNotes, type Note, readNotesAs, subscribe } from "./notes.ts";
import { sendNotes, whenSent } from "./send.ts";
import type { TodaysList } from "./today.ts";

const RETRY_MS = 3000;
const none: readonly Note[] = [];

/** The notes that lie on this device, of whoever is signed in. */
export const useNotes = (): readonly Note[] => useSyncExternalStore(subscribe, knownNotes, () => none);

/**
 * What lies on this device is this user's, or goes; what waits is sent while the line is up, from whatever page one is on.
 * @param onSent is told of each note that went without a form that waits for it
 */
export function useDevice(staffId: string | null, onSent: (note: Note) => void): void {
  const { state, signedOut } = useConnection();
  const { revalidate } = useRevalidator();
  const reload = useRef(revalidate);
  reload.current = revalidate;
  const told = useRef(onSent);
  told.current = onSent;
  const waits = useNotes().some((note) => note.state === "waiting");

  useEffect(() => {
    if (staffId && signedOut === null) claim(staffId, Date.now()).then(() => readNotesAs(staffId));
    if (signedOut === "over") endDay();
  }, [staffId, signedOut]);

  useEffect(() => whenSent((note) => told.current(note)), []);

  useEffect(() => {
    if (!waits || state !== "connected" || signedOut !== null) return;
    const send = () => sendNotes().then((sent) => sent > 0 && reload.current());
    send();
    const again = setInterval(send, RETRY_MS);
    return () => clearInterval(again);
  }, [waits, state, signedOut]);
}

/**
 * Today's list lies on the device as it stands on the page, and the page that shows it without a net.
 * @param moment when the server made the list
 */
export function useListKept(
  staffId: string | null,
  build: string,
  list: Omit<TodaysList, "ahead">,
  moment: string,
): void {
  const { ahead } = useConnection();
  useEffect(() => {
    presumeClock(moment);
    const now = Date.now();
    if (staffId) keepList(staffId, { ...list, ahead: ahead || serverNow() - now }, Date.parse(moment), now);
  }, [staffId, list, moment, ahead]);
  useEffect(() => {
    if (build === "development" || !staffId) return;
    navigator.serviceWorker
      ?.register(`/assets/offline-worker.js?${build}`, { scope: "/guides" })
      .catch(() => undefined);
  }, [staffId, build]);
}
