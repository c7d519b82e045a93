import { useActionData } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { dayOf } from "#domain/moments.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import type { Sent } from "#http/door.server.ts";
import { useCommand } from "#live/use-command.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { Icon } from "#ui/icon.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

type Link = { staffId: string; name: string; path: string; expiresAt: string };

type Props = {
  staffId: string;
  /** Makes the first one without a press: for somebody who was just added. */
  atOnce?: boolean;
  /** The person has a code or a passkey that can be lost. */
  resets?: boolean;
};

/** Makes a one-time link and shows it once: it stands nowhere else. */
export function SignInLink({ staffId, atOnce = false, resets = false }: Props) {
  const { staff: t } = useWords();
  const plain = useActionData() as Sent<Link> | undefined;
  const [made, setMade] = useState<Link | null>(null);
  const { send } = useCommand<Link>("make-sign-in-link", setMade);
  const asked = useRef(false);
  useEffect(() => {
    if (!atOnce || asked.current) return;
    asked.current = true;
    send({ staffId });
  }, [atOnce, staffId, send]);
  const makes = plain?.ok && (plain.intent === "make-sign-in-link" || plain.intent === "reset-second-factors");
  const posted = makes && plain.answer.staffId === staffId ? plain.answer : null;
  const link = made ?? posted;
  return (
    <div>
      <CommandForm<Link> intent="make-sign-in-link" fields={{ staffId }} onDone={setMade} quiet>
        <Button>{t.makeLink}</Button>
      </CommandForm>
      {resets && (
        <CommandForm<Link> intent="reset-second-factors" fields={{ staffId }} onDone={setMade} quiet>
          <Button variant="danger">{t.resetFactors}</Button>
          <p className="form-hint">{t.resetFactorsHint}</p>
        </CommandForm>
      )}
      {link && <ShownLink key={link.path} {...link} />}
    </div>
  );
}

function ShownLink({ name, path, expiresAt }: Link) {
  const { staff: t } = useWords();
  const { language } = useFrame();
  const [address, setAddress] = useState(path);
  const [copied, setCopied] = useState(false);
  // The server does not know by which address it is reached.
  useEffect(() => setAddress(`${window.location.origin}${path}`), [path]);
  const until = dayOf(expiresAt);
  return (
    <div role="status" className="edit-part">
      <p>{t.linkIs(name, dayWords(language, until).withWeekday(until))}</p>
      <TextField label={t.link} value={address} readOnly onFocus={(event) => event.currentTarget.select()} />
      <Button
        type="button"
        className="needs-script"
        onClick={() => void navigator.clipboard?.writeText(address).then(() => setCopied(true))}
      >
        <Icon name={copied ? "check" : "copy"} />
        {copied ? t.copied : t.copy}
      </Button>
    </div>
  );
}
