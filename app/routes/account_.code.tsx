import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { addCode } from "#domain/signin/factor-commands.server.ts";
import { codeSetup } from "#domain/signin/queries.server.ts";
import { CommandForm, useTypedBefore } from "#frame/command-form.tsx";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, type Sent, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { QrCode } from "#ui/qr-code.tsx";
import { useWords } from "#words/words.ts";
import { RecoveryCodes } from "./account/recovery-codes.tsx";

export const handle: Handle = { title: (words) => words.signin.setUpTitle };

export const loader = page(codeSetup, () => ({}));
export const action = submit([addCode], {}, ["add-code"]);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

type Made = { codes: string[] };

export default function CodeSetup() {
  const asked = useLoaderData<typeof loader>();
  const typed = useTypedBefore("add-code");
  const posted = useActionData() as Sent<Made> | undefined;
  const { frame, signin: t } = useWords();
  // The picture that was scanned stays, whatever is loaded anew.
  const [secret] = useState(typeof typed?.secret === "string" ? typed.secret : asked.secret);
  const [made, setMade] = useState<string[] | null>(posted?.ok ? posted.answer.codes : null);
  const link = `otpauth://totp/Samspor:${encodeURIComponent(asked.username)}?secret=${secret}&issuer=Samspor`;
  return (
    <PageFrame>
      <h1>{t.setUpTitle}</h1>
      {made ? (
        <>
          <RecoveryCodes codes={made} />
          <p>
            <Link to="/account">{t.toAccount}</Link>
          </p>
        </>
      ) : (
        <>
          <p>{t.setUpScan}</p>
          <QrCode text={link} label={t.qrLabel} />
          <p>
            <a href={link}>{t.openApp}</a>
          </p>
          <p>{t.setUpByHand}</p>
          <p className="code-words">{secret.replace(/(.{4})(?=.)/g, "$1 ")}</p>
          <CommandForm<Made>
            intent="add-code"
            fields={{ secret }}
            onDone={({ codes }) => setMade(codes)}
            className="page-form"
          >
            {(form) => (
              <>
                <TextField
                  label={t.setUpCode}
                  name="code"
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  error={form.problem("code")}
                  short
                  required
                />
                <Button variant="primary">{t.confirmCode}</Button>
                <Link to="/account">{frame.cancel}</Link>
              </>
            )}
          </CommandForm>
        </>
      )}
    </PageFrame>
  );
}
