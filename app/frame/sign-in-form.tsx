import { Form } from "@remix-run/react";
import type { Held } from "#http/held.server.ts";
import { Button } from "#ui/button.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

type Props = {
  username: string;
  /** Why the last try failed. */
  said?: string;
  /** What was typed before the session was locked or over: it is carried along. */
  held?: Held | null;
};

/** User name and password, as a plain form. */
export function SignInForm({ username, said, held }: Props) {
  const { signin: t } = useWords();
  const carrying = held ? ({ action: "/login", encType: "multipart/form-data" } as const) : {};
  return (
    <Form method="post" reloadDocument {...carrying}>
      {said && (
        <p role="alert" className="form-error">
          {said}
        </p>
      )}
      {held && <input type="hidden" name="held" value={JSON.stringify(held)} />}
      <TextField label={t.username} name="username" autoComplete="username" defaultValue={username} required />
      <TextField label={t.password} name="password" type="password" autoComplete="current-password" required />
      <Button variant="primary">{t.submit}</Button>
      {held && <HeldText held={held} />}
    </Form>
  );
}

/** Signed in again: what was typed before is sent by its own form, with the same key, so that it has one effect. */
export function SendHeld({ held }: { held: Held }) {
  const { signin: t } = useWords();
  return (
    <form method="post" action={held.to} encType="multipart/form-data">
      <HeldFields held={held} />
      <Button variant="primary">{t.sendHeld}</Button>
      <HeldText held={held} />
      <p>
        <a href={held.to}>{t.dropHeld}</a>
      </p>
    </form>
  );
}

/** Ids, numbers, days and words chosen from lists were not typed. */
const wasTyped = ([, value]: [string, string]) => /[^\w:.+-]|\p{Lu}/u.test(value);

/** The fields of a form as they were sent, its key among them. */
export const HeldFields = ({ held }: { held: Held | null }) =>
  held?.fields.map(([name, value], at) => <input key={`${name} ${at}`} type="hidden" name={name} value={value} />);

export function HeldText({ held }: { held: Held }) {
  const { signin: t } = useWords();
  return held.fields
    .filter(wasTyped)
    .map(([name, value], at) => <TextArea key={`${name} ${at}`} label={t.heldText} readOnly rows={4} value={value} />);
}
