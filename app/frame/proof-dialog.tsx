import { type FormEvent, useEffect, useState } from "react";
import { type AskedProof, useAskedProof } from "#live/asked-proof.ts";
import { Button } from "#ui/button.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { useWords } from "#words/words.ts";
import { useFrame } from "./frame.ts";
import { PasskeyButton } from "./passkey-button.tsx";
import { ProofFields, useUnproven } from "./proof-fields.tsx";
import { ProviderForm } from "./provider-form.tsx";

/** Asks in place who is at the screen, for what opens most; what was typed stays where it is and is sent again. */
export function ProofDialog() {
  const asked = useAskedProof();
  const { frame, signin: t } = useWords();
  return (
    <Sheet
      open={asked !== null}
      onClose={() => asked?.drop()}
      title={t.proofTitle}
      closeLabel={frame.cancel}
      place="middle"
    >
      {asked && <Proof key={asked.key} asked={asked} />}
    </Sheet>
  );
}

function Proof({ asked }: { asked: AskedProof }) {
  const { signin: t } = useWords();
  const { ways } = useFrame();
  const sentence = useUnproven();
  const [sent, setSent] = useState<AskedProof | null>(null);
  const busy = sent === asked;
  // The field that was wrong is typed anew.
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (asked.said) setTries((n) => n + 1);
  }, [asked]);
  if (!ways) return null;
  const give = (proof: Record<string, string>) => {
    setSent(asked);
    asked.again(proof);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    give(Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)])));
  };
  return (
    <>
      <p>{t.proofWhy}</p>
      <p className="form-error-message" role="alert">
        {!busy && sentence(asked.said, ways)}
      </p>
      {ways.passkey && <PasskeyButton label={t.proveWithPasskey} variant="primary" busy={busy} onSigned={give} />}
      {ways.provider && (
        <>
          <ProviderForm label={t.proveWithProvider} prove />
          <Button type="button" disabled={busy} onClick={() => give({})}>
            {t.provenElsewhere}
          </Button>
        </>
      )}
      {ways.password && (
        <form key={tries} onSubmit={onSubmit} className="page-form">
          <ProofFields ways={ways} />
          <Button variant={ways.passkey ? "outlined" : "primary"} disabled={busy}>
            {t.prove}
          </Button>
        </form>
      )}
    </>
  );
}
