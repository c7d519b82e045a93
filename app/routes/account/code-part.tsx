import { useActionData } from "@remix-run/react";
import { useState } from "react";
import { dayOf } from "#domain/moments.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import type { Sent } from "#http/door.server.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";

type Props = { code: { addedAt: string } | null; recoveryCodes: number };
type Made = { codes: string[] };

/** Whether a code from the phone is asked for at sign-in, and the codes for paper. */
export function CodePart({ code, recoveryCodes }: Props) {
  const { signin: t } = useWords();
  const { language } = useFrame();
  const posted = useActionData() as Sent<Made> | undefined;
  const [made, setMade] = useState<string[] | null>(null);
  const codes = made ?? (posted?.ok && posted.intent === "renew-recovery-codes" ? posted.answer.codes : null);
  return (
    <section className="account-part" aria-labelledby="code">
      <h2 id="code">{t.codeAtSignIn}</h2>
      {code ? (
        <>
          <p>{`${t.codeSince(dayWords(language, dayOf(code.addedAt)).short(dayOf(code.addedAt)))} ${t.recoveryLeft(recoveryCodes)}`}</p>
          <CommandForm<Made> intent="renew-recovery-codes" onDone={({ codes }) => setMade(codes)}>
            <Button>{t.newRecoveryCodes}</Button>
          </CommandForm>
          {codes && <RecoveryCodes codes={codes} />}
          <CommandForm intent="remove-code" onDone={() => setMade(null)}>
            <Button variant="danger">{t.turnOff}</Button>
          </CommandForm>
        </>
      ) : (
        <>
          <p>{t.codeOff}</p>
          <LinkButton to="/account/code">{t.turnOn}</LinkButton>
        </>
      )}
    </section>
  );
}
