import { PrefetchPageLinks, useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { IDLE_MS, PHONE_IDLE_MS } from "#domain/signin/rules.ts";
import type { NotIn } from "#http/signin.server.ts";
import { unlocked, useConnection } from "#live/connection.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { useSignInSentence } from "./code-form.tsx";
import { useFrame } from "./frame.ts";
import { PasskeyButton } from "./passkey-button.tsx";
import { ProviderForm } from "./provider-form.tsx";
import { SignOut } from "./sign-out.tsx";
import { useAway } from "./use-presence.ts";

type Props = {
  name: string;
  username: string;
  /** The running meeting whose board stands on the page. */
  board?: string | null;
  /** It is made for a telephone, and covered sooner on one. */
  phone?: boolean;
};

type Answer = { unlocked: true } | NotIn | { unsent: true };

/** Covers the page of somebody who is away, or whose session is over; drafts and place stay beneath. */
export function Cover({ name, username, board = null, phone = false }: Props) {
  const idleMs = () => (phone && matchMedia("(pointer: coarse)").matches ? PHONE_IDLE_MS : IDLE_MS);
  const { signedOut } = useConnection();
  const { away, back } = useAway(username, board, idleMs);
  const [covered, setCovered] = useState(false);
  // Once covered, only the password of the same person uncovers it: not a socket that comes back by itself.
  if ((away || signedOut !== null) && !covered) setCovered(true);
  // Without a net nothing more is loaded: what answers here is there before.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!covered) return ready && <PrefetchPageLinks page="/unlock" />;
  return (
    <CoveredPage
      over={signedOut === "over"}
      phone={phone}
      minutes={(signedOut === null ? idleMs() : IDLE_MS) / 60_000}
      name={name}
      username={username}
      onBack={() => {
        setCovered(false);
        back();
        unlocked();
      }}
    />
  );
}

function CoveredPage({
  over,
  phone,
  minutes,
  name,
  username,
  onBack,
}: {
  over: boolean;
  phone: boolean;
  /** How long nobody was here, at least. */
  minutes: number;
  name: string;
  username: string;
  onBack: () => void;
}) {
  const { frame, signin: t } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const fetcher = useFetcher<Answer>();
  const said = fetcher.state === "idle" ? fetcher.data : undefined;
  const no = fetcher.data && !("unlocked" in fetcher.data) && !("unsent" in fetcher.data) ? fetcher.data : null;
  const unsent = said !== undefined && "unsent" in said;
  const sentence = useSignInSentence(fetcher.state === "idle" ? no : null);
  const { ways } = useFrame();
  const busy = fetcher.state !== "idle";
  // A session that is over begins anew: with the code too, for whoever has one.
  const step = over ? no?.step : undefined;

  useEffect(() => {
    const element = dialog.current;
    const root = document.documentElement;
    const held = document.activeElement as HTMLElement | null;
    element?.showModal();
    password.current?.focus();
    root.dataset.covered = "yes";
    return () => {
      delete root.dataset.covered;
      element?.close();
      held?.focus();
    };
  }, []);

  const withPasskey = (proof: Record<string, string>) =>
    fetcher.submit({ ...proof, username, was: username }, { method: "post", action: "/unlock" });

  const settled = useRef<Answer>();
  useEffect(() => {
    if (!said || !("unlocked" in said) || settled.current === said) return;
    settled.current = said;
    onBack();
  }, [said, onBack]);

  return (
    <dialog ref={dialog} className="cover" aria-labelledby="cover-title" onCancel={(event) => event.preventDefault()}>
      <div className="plain-page">
        <p className="meta">{frame.product}</p>
        <h1 id="cover-title">{t.coveredTitle}</h1>
        <p>{over ? t.over : t.covered(minutes)}</p>
        <fetcher.Form method="post" action="/unlock">
          <input type="hidden" name="was" value={username} />
          <p className="form-error-message" role="alert">
            {sentence}
            {unsent && t.noNet}
          </p>
          {/* What lies on the telephone is there without the server; the draft too. */}
          {unsent && phone && (
            <p>
              <a href="/guides">{t.withoutNet}</a>
            </p>
          )}
          {over ? (
            <TextField label={t.username} name="username" autoComplete="username" defaultValue={username} required />
          ) : (
            <>
              <p className="lead">{name}</p>
              <input type="hidden" name="username" value={username} />
            </>
          )}
          {step ? (
            <>
              <input type="hidden" name="step" value={step} />
              <TextField label={t.code} hint={t.codeOrPaper} name="code" autoComplete="one-time-code" short required />
            </>
          ) : (
            <TextField
              label={t.password}
              ref={password}
              name="password"
              type="password"
              autoComplete="current-password"
              required
            />
          )}
          <Button variant="primary" disabled={busy}>
            {over ? t.submit : t.unlock}
          </Button>
        </fetcher.Form>
        {ways?.provider && (
          <>
            <ProviderForm label={t.proveWithProvider} prove />
            <Button
              type="button"
              disabled={busy}
              onClick={() => fetcher.submit({ was: username, elsewhere: "yes" }, { method: "post", action: "/unlock" })}
            >
              {t.provenElsewhere}
            </Button>
          </>
        )}
        {ways?.passkey && (
          <PasskeyButton label={over ? t.withPasskey : t.unlockWithPasskey} busy={busy} onSigned={withPasskey} />
        )}
        <SignOut>
          <Button variant="text">{t.otherUser}</Button>
        </SignOut>
      </div>
    </dialog>
  );
}
