import { useLoaderData } from "@remix-run/react";
import { emergencyReasons } from "#db/vocabulary.ts";
import { endEmergency, openEmergency, renewEmergency } from "#domain/emergency/commands.server.ts";
import { emergencyForm } from "#domain/emergency/queries.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { Button } from "#ui/button.tsx";
import { DayField, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

export const handle: Handle = { title: (words) => words.emergency.title };
export const loader = page(emergencyForm, ({ search }) => ({ found: search.get("found") !== "nobody" }));
export const action = submit([openEmergency, renewEmergency, endEmergency], {
  "open-emergency": ({ youngPersonId }: { youngPersonId: string | null }) =>
    youngPersonId ? `/people/${youngPersonId}` : "/emergency?found=nobody",
  "end-emergency": () => "/",
});
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

/** `Nødadgang`: who it is about must be known exactly; nothing of anybody stands here. */
export default function OpenEmergency() {
  const { found } = useLoaderData<typeof loader>();
  const { emergency: t } = useWords();
  return (
    <PageFrame>
      <h1>{t.title}</h1>
      <p className="measure">{t.intro}</p>
      <p className="measure">{t.seen}</p>
      {!found && (
        <p role="alert" className="form-error">
          {t.nobody}
        </p>
      )}
      <CommandForm intent="open-emergency" className="page-form">
        {({ problem, typed, busy }) => (
          <>
            <fieldset>
              <legend>{t.who}</legend>
              <div className="field-line">
                <TextField
                  label={t.name}
                  hint={t.nameHint}
                  name="name"
                  defaultValue={typed("name")}
                  error={problem("name")}
                  autoComplete="off"
                />
                <DayField
                  label={t.bornOn}
                  hint={t.bornOnHint}
                  name="bornOn"
                  defaultValue={typed("bornOn")}
                  error={problem("bornOn")}
                  short
                />
              </div>
              <TextField label={t.cpr} name="cpr" error={problem("cpr")} autoComplete="off" short />
            </fieldset>
            <SelectField label={t.why} name="reason" defaultValue={typed("reason") ?? ""} error={problem("reason")}>
              <option value="">{t.chooseReason}</option>
              {emergencyReasons.map((reason) => (
                <option key={reason} value={reason}>
                  {t.reasons[reason]}
                </option>
              ))}
            </SelectField>
            <TextArea
              label={t.words}
              hint={t.wordsHint}
              name="words"
              rows={4}
              defaultValue={typed("words")}
              error={problem("words")}
            />
            <Button variant="primary" disabled={busy}>
              {t.open}
            </Button>
          </>
        )}
      </CommandForm>
    </PageFrame>
  );
}
