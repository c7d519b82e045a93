import { Form } from "@remix-run/react";
import type { Held } from "#http/held.server.ts";
import type { NotIn } from "#http/signin.server.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

/** What a sign-in page says about the try before, in a sentence. */
export function useSignInSentence(no: NotIn | null): string | undefined {
  const { signin: t } = useWords();
  if (no?.waitSeconds) return t.wait(no.waitSeconds);
  if (no?.late) return t.late;
  if (!no?.wrong) return undefined;
  return no.passkey ? t.wrongPasskey : no.step ? t.wrongCode : t.wrong;
}

type Props = { step: string; username: string; said?: string; held?: Held | null; to?: string };

/** The second step of a sign-in: the code of the app, or one from paper. */
export function CodeForm({ step, username, said, held, to }: Props) {
  const { signin: t } = useWords();
  const carrying = held ? ({ encType: "multipart/form-data" } as const) : {};
  return (
    <Form method="post" reloadDocument action={to} {...carrying}>
      {said && (
        <p role="alert" className="form-error">
          {said}
        </p>
      )}
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="username" value={username} />
      {held && <input type="hidden" name="held" value={JSON.stringify(held)} />}
      <TextField
        label={t.code}
        hint={t.codeOrPaper}
        name="code"
        autoComplete="one-time-code"
        short
        required
        autoFocus
      />
      <Button variant="primary">{t.submit}</Button>
      <p className="sign-in-other">
        <a href="/login">{t.otherUser}</a>
      </p>
    </Form>
  );
}
