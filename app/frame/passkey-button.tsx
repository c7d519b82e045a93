import { useEffect, useRef, useState } from "react";
import type { Held } from "#http/held.server.ts";
import { givePasskey, usePasskeys } from "#live/passkeys.ts";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";

type Props = {
  label: string;
  variant?: "primary" | "outlined";
  busy?: boolean;
  /** Fields for the form that the proof goes with. */
  onSigned: (proof: Record<string, string>) => void;
};

/** A finger, a face or a PIN in place of the password; nothing where the browser has no passkeys. */
export function PasskeyButton({ label, variant, busy = false, onSigned }: Props) {
  const { signin: t } = useWords();
  const can = usePasskeys();
  const [said, setSaid] = useState<"cancelled" | "unsent" | null>(null);
  if (!can) return null;
  const sign = async () => {
    setSaid(null);
    const given = await givePasskey("sign");
    if ("failed" in given) setSaid(given.failed);
    else onSigned({ "proof.passkey": given.passkey, "proof.step": given.step });
  };
  return (
    <div className="passkey-part">
      <Button type="button" variant={variant} disabled={busy} onClick={sign}>
        {label}
      </Button>
      <p role="status">{said && (said === "unsent" ? t.noNet : t.passkeyCancelled)}</p>
    </div>
  );
}

/** Signs in with a passkey instead of user name and password; the page is loaded whole, as by any sign-in. */
export function PasskeySignIn({ held }: { held?: Held | null }) {
  const { signin: t } = useWords();
  const [proof, setProof] = useState<Record<string, string> | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (proof) form.current?.submit();
  }, [proof]);
  return (
    <>
      <form method="post" ref={form} hidden encType="multipart/form-data">
        {Object.entries(proof ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {held && <input type="hidden" name="held" value={JSON.stringify(held)} />}
      </form>
      <PasskeyButton label={t.withPasskey} onSigned={setProof} />
      <noscript>
        <p className="meta passkey-part">{t.passkeyAsksForScript}</p>
      </noscript>
    </>
  );
}
