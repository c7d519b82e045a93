import { type FormEvent, useState } from "react";
import { dayOf } from "#domain/moments.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { useProblems } from "#frame/problems.ts";
import { givePasskey, usePasskeys } from "#live/passkeys.ts";
import { useCommand } from "#live/use-command.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

type Passkey = { id: string; name: string; addedAt: string; usedAt: string | null };

/** The passkeys of somebody's own devices. */
export function PasskeysPart({ passkeys }: { passkeys: Passkey[] }) {
  const { signin: t } = useWords();
  const { language } = useFrame();
  const dayIn = (moment: string) => dayWords(language, dayOf(moment)).short(dayOf(moment));
  return (
    <section className="account-part" aria-labelledby="passkeys">
      <h2 id="passkeys">{t.passkeys}</h2>
      <p>{t.passkeysWhy}</p>
      <ul className="rows">
        {passkeys.map(({ id, name, addedAt, usedAt }) => (
          <li key={id}>
            <span className="row-main">
              {name}{" "}
              <span className="meta">
                {[t.passkeyAdded(dayIn(addedAt)), usedAt && t.passkeyUsed(dayIn(usedAt))].filter(Boolean).join(" · ")}
              </span>
            </span>
            <CommandForm intent="remove-passkey" fields={{ id }}>
              <Button dense aria-label={t.removePasskey(name)}>
                {t.remove}
              </Button>
            </CommandForm>
          </li>
        ))}
      </ul>
      <div className="needs-script">
        <AddPasskey />
      </div>
    </section>
  );
}

function AddPasskey() {
  const { signin: t } = useWords();
  const { problemIn, sentence } = useProblems();
  const can = usePasskeys();
  const [round, setRound] = useState(0);
  const [failed, setFailed] = useState<"cancelled" | "unsent" | null>(null);
  const { send, saving, busy } = useCommand("add-passkey", () => setRound((n) => n + 1));
  const no = saving.state === "refused" ? saving.no : null;
  if (!can) return <p>{t.noPasskeysHere}</p>;
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "");
    setFailed(null);
    const given = await givePasskey("new");
    if ("failed" in given) setFailed(given.failed);
    else send({ name, passkey: given.passkey, step: given.step });
  };
  return (
    <form key={round} onSubmit={add} className="page-form">
      <TextField label={t.passkeyName} hint={t.passkeyNameHint} name="name" maxLength={60} required />
      <Button disabled={busy}>{t.addPasskey}</Button>
      <p role="alert" className="form-error-message">
        {failed && (failed === "unsent" ? t.noNet : t.passkeyNotAdded)}
        {no && (problemIn(no, "passkey") ?? problemIn(no, "name") ?? sentence(no))}
      </p>
    </form>
  );
}
