import { useFetcher, useLocation } from "@remix-run/react";
import { createContext, useCallback, useContext, useEffect, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { isUnproven, type No } from "#domain/errors.ts";
import type { Change } from "#domain/topics.ts";
import type { Sent } from "#http/door.server.ts";
import type { Failed } from "#http/failure.server.ts";
import { askProof, settleProof } from "./asked-proof.ts";
import { serverNow, useConnection } from "./connection.ts";
import { isUnsent, type Unsent } from "./net.ts";
import { addWaiting, doneWaiting, whenAnswered } from "./outbox.ts";
import { markOwn } from "./own-changes.ts";

/** Whoever holds a topic takes the changes that come with the answer to one's own form. */
const Teller = createContext<(changes: Change[]) => void>(() => undefined);
export const TellerProvider = Teller.Provider;
export const useTeller = () => useContext(Teller);

export type Saving =
  | { state: "untouched" }
  | { state: "sending" }
  | { state: "waiting" }
  /** `moved`: rows stand otherwise than before, and are on their way to the page unless they are there. */
  | { state: "saved"; at: number; moved: boolean }
  | { state: "refused"; no: No | Failed };

export type Fields = Record<string, string | number | boolean | null | undefined>;
type AnswerOf<A> = (Sent<A> & { key: string }) | Unsent;

const RETRY_MS = 3000;

export function formOf(intent: string, key: string, fields: Fields): FormData {
  const form = new FormData();
  form.set("intent", intent);
  form.set("key", key);
  for (const [name, value] of Object.entries(fields))
    if (value !== null && value !== undefined) form.set(name, String(value));
  return form;
}

/** Where a page's own forms go; the page at the root is told from the frame around it by `index`. */
export const postTo = (pathname: string, search = "") => (pathname === "/" ? "/?index" : `${pathname}${search}`);

/**
 * Sends one command, one at a time, and tells the truth about it. What did not come through waits and is sent once more,
 * with the same key, when the net is back; it is never lost and never done twice.
 * @param onUnsent takes over what did not come through, so that the next can be written; with its key it may be sent again elsewhere.
 * What it answers false to is not taken over, and waits here.
 * @param onLeft is told of a "no" that came when the place it was sent from had gone
 */
export function useCommand<A = unknown>(
  intent: string,
  onDone?: (answer: A) => void,
  onUnsent?: (form: FormData) => boolean,
  onLeft?: (no: No | Failed) => void,
) {
  const fetcher = useFetcher<AnswerOf<A>>();
  const { pathname, search } = useLocation();
  const { state: line } = useConnection();
  const tell = useContext(Teller);
  const [saving, setSaving] = useState<Saving>({ state: "untouched" });
  const open = useRef<{ key: string; form: FormData; action: string } | null>(null);
  const next = useRef<FormData | null>(null);
  const answered = useRef<unknown>(null);
  const done = useRef(onDone);
  done.current = onDone;
  const unsent = useRef(onUnsent);
  unsent.current = onUnsent;
  const left = useRef(onLeft);
  left.current = onLeft;
  const { submit } = fetcher;

  const post = useCallback(() => {
    if (!open.current) return;
    setSaving({ state: "sending" });
    // At each try: what waited for the net comes back as no news either.
    const row = open.current.form.get("id");
    if (row) markOwn(String(row));
    submit(open.current.form, { method: "post", action: open.current.action });
  }, [submit]);

  /** Sends the fields; while one is on its way the newest waits behind it. */
  const send = useCallback(
    (given: FormData | Fields) => {
      const key = uuidv7();
      const form = given instanceof FormData ? given : formOf(intent, key, given);
      if (open.current) {
        next.current = form;
        return;
      }
      open.current = { key: String(form.get("key") ?? key), form, action: postTo(pathname, search) };
      post();
    },
    [intent, pathname, search, post],
  );

  const handOver = useCallback(() => {
    if (!open.current || !unsent.current) return false;
    const { form, key } = open.current;
    form.set("key", key);
    if (!unsent.current(form)) return false;
    open.current = null;
    setSaving({ state: "untouched" });
    return true;
  }, []);

  /** What was sent needs a fresh proof: the same form goes again with it, or is dropped. */
  const askFor = useCallback(
    (no: Sent<A> & { ok: false }, key: string) => {
      const drop = () => {
        settleProof(key);
        open.current = null;
        setSaving({ state: "refused", no: no as No | Failed });
      };
      const again = (proof: Record<string, string>) => {
        const form = open.current?.form;
        if (!form) return drop();
        for (const name of ["password", "code", "passkey", "step"]) form.delete(`proof.${name}`);
        for (const [name, value] of Object.entries(proof)) form.set(name, value);
        form.set("key", key);
        post();
      };
      askProof({ key, said: no.said ?? null, again, drop });
    },
    [post],
  );

  useEffect(() => {
    const { data } = fetcher;
    if (fetcher.state === "submitting" || data === undefined || data === answered.current || !open.current) return;
    answered.current = data;
    const { key } = open.current;
    if (isUnsent(data)) {
      if (handOver()) return;
      addWaiting(key);
      setSaving({ state: "waiting" });
      return;
    }
    doneWaiting(key);
    const sent = data as unknown as Sent<A>;
    if (!sent.ok && isUnproven(sent)) {
      askFor(sent, key);
      return;
    }
    settleProof(key);
    open.current = null;
    if (sent.ok) {
      setSaving({ state: "saved", at: serverNow(), moved: sent.changes.length > 0 });
      tell(sent.changes);
      done.current?.(sent.answer as A);
    } else setSaving({ state: "refused", no: sent as No | Failed });
    const following = next.current;
    next.current = null;
    if (following) send(following);
  }, [fetcher, tell, send, handOver, askFor]);

  // A line that is open and silent answers nothing, for minutes. At each drawing: what takes it over may not have had it before.
  useEffect(() => {
    if (line === "lost" && saving.state === "sending") handOver();
  });

  // The line is back: what waits is sent again. A socket that is up does not prove that posts come through, so it is tried on.
  useEffect(() => {
    if (saving.state !== "waiting" || line !== "connected") return;
    const timer = setTimeout(post, 200);
    const again = setInterval(post, RETRY_MS);
    return () => {
      clearTimeout(timer);
      clearInterval(again);
    };
  }, [saving.state, line, post]);

  // The place it was sent from goes, with the item or the row: what it was sent for is done all the same.
  useEffect(
    () => () => {
      if (!open.current) return;
      const { key } = open.current;
      settleProof(key);
      doneWaiting(key);
      whenAnswered(key, (sent) =>
        sent.ok ? done.current?.(sent.answer as A) : left.current?.(sent as unknown as No | Failed),
      );
    },
    [],
  );

  return {
    send,
    saving,
    busy: saving.state === "sending" || saving.state === "waiting",
    /** The same at this very moment: what was sent in this turn does not stand in `saving` yet. */
    isOut: () => open.current !== null,
  };
}
