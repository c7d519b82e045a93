import { useEffect, useRef, useState } from "react";
import type { Asked } from "#http/proof.server.ts";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";
import { PasskeyButton } from "./passkey-button.tsx";
import { ProofFields, useUnproven } from "./proof-fields.tsx";
import { ProviderForm } from "./provider-form.tsx";
import { HeldFields, HeldText } from "./sign-in-form.tsx";

/**
 * Asks who is at the screen, on a page of its own. With `held` its form is the one that was sent, with the proof beside its
 * fields: it goes to where it was on the way, with the same key.
 */
export function ProofPage({ ways, said, held }: Asked) {
  const { frame, signin: t } = useWords();
  const sentence = useUnproven();
  const signed = useRef<HTMLFormElement>(null);
  const sending = held ? ({ action: held.to, encType: "multipart/form-data" } as const) : {};
  const [proof, setProof] = useState<Record<string, string> | null>(null);
  useEffect(() => {
    if (proof) signed.current?.submit();
  }, [proof]);
  return (
    <main className="plain-page">
      <p className="meta">{frame.product}</p>
      <h1>{t.proofTitle}</h1>
      <p>{held ? t.proofWhyHeld : t.proofWhy}</p>
      {said && (
        <p role="alert" className="form-error">
          {sentence(said, ways)}
        </p>
      )}
      {ways.passkey && (
        <>
          <form method="post" ref={signed} {...sending}>
            <HeldFields held={held} />
            {Object.entries(proof ?? {}).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
          </form>
          <PasskeyButton label={t.proveWithPasskey} onSigned={setProof} />
        </>
      )}
      {ways.provider && (
        <>
          <ProviderForm label={t.proveWithProvider} prove />
          <form method="post" {...sending}>
            <HeldFields held={held} />
            <Button>{t.provenElsewhere}</Button>
          </form>
        </>
      )}
      {ways.password && (
        <form method="post" {...sending}>
          <HeldFields held={held} />
          <ProofFields ways={ways} />
          <Button variant="primary">{t.prove}</Button>
        </form>
      )}
      {held && <HeldText held={held} />}
      <p className="sign-in-other">
        <a href={held?.to ?? "/"}>{held ? t.dropHeld : frame.errors.toStart}</a>
      </p>
    </main>
  );
}
