import type { accountFor } from "#domain/signin/queries.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { SavingWord } from "#frame/saving-word.tsx";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

type Account = Awaited<ReturnType<(typeof accountFor)["run"]>>;
type Props = { person: NonNullable<Account["person"]>; sends: boolean };

/** Where the daily mail goes, and whether it is sent. */
export function MailPart({ person: { version, email, wantsMail }, sends }: Props) {
  const { mail: t } = useWords();
  return (
    <section className="account-part" aria-labelledby="mail">
      <h2 id="mail">{t.part}</h2>
      {!sends && <p className="meta">{t.noServer}</p>}
      <CommandForm intent="set-mail" fields={{ version }} className="page-form">
        {({ problem, typed, ticked, busy, saving }) => (
          <>
            <TextField
              label={t.email}
              name="email"
              type="email"
              defaultValue={typed("email") ?? email ?? ""}
              error={problem("email")}
              autoComplete="email"
            />
            <Choice
              name="wantsMail"
              value="yes"
              label={t.wants}
              hint={t.hint}
              defaultChecked={ticked("wantsMail", "yes", wantsMail)}
            />
            <div className="button-line after-rows">
              <Button disabled={busy}>{t.save}</Button>
              {saving.state === "saved" && <SavingWord saving={saving} />}
            </div>
          </>
        )}
      </CommandForm>
    </section>
  );
}
