import { Link, useLoaderData } from "@remix-run/react";
import { isRowId } from "#domain/input.server.ts";
import { noteConsentPrint, takeConsent } from "#domain/sharing/consent-commands.server.ts";
import { type ConsentToRead, consentToRead } from "#domain/sharing/shown.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { useFrame } from "#frame/frame.ts";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { PrintButton } from "#frame/print-button.tsx";
import { page, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { DayField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";
import { ReadAloud } from "./read-aloud.tsx";

export const handle: Handle = { title: (words) => words.consent.readTitle };
export const loader = page(consentToRead, ({ params: { id, consent } }) =>
  isRowId(id) && isRowId(consent) ? { id, consentId: consent } : null,
);
const toPerson = ({ youngPersonId }: { youngPersonId: string }) => `/people/${youngPersonId}#consent`;
export const action = submit([takeConsent, noteConsentPrint], { "take-consent": toPerson });
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

/** To be read aloud, on the screen or on one sheet of paper, and said yes to. */
export default function ReadConsent() {
  const { id, name, firstName, consent, today } = useLoaderData<typeof loader>();
  const { consent: t } = useWords();
  const { language } = useFrame();
  return (
    <PageFrame>
      <p className="screen-only">
        <Link to={`/people/${id}#consent`}>{name}</Link>
      </p>
      <ReadAloud consent={consent} firstName={firstName} today={today} language={language} />
      {consent.state === "waiting" ? <SaidYes consent={consent} id={id} /> : <p>{t.states[consent.state]}</p>}
    </PageFrame>
  );
}

function SaidYes({ consent, id }: { consent: ConsentToRead["consent"]; id: string }) {
  const { consent: t } = useWords();
  const { missing } = consent;
  if (missing === null) return <p className="screen-only">{t.nobodyCan}</p>;
  return (
    <section className="screen-only page-part" aria-labelledby="who-says">
      <CommandForm intent="take-consent" fields={{ id: consent.id, version: consent.version }} className="page-form">
        {({ problem, typed, ticked, busy }) => (
          <>
            <fieldset>
              <legend id="who-says">{t.whoSays}</legend>
              {missing.map(({ giver, name }) => (
                <Choice
                  key={giver}
                  name="givers[]"
                  value={giver}
                  label={name}
                  defaultChecked={ticked("givers", giver, missing.length === 1)}
                />
              ))}
              {problem("givers") && <p className="form-error-message">{problem("givers")}</p>}
            </fieldset>
            <DayField
              label={t.saidOn}
              hint={t.saidOnHint}
              name="saidOn"
              defaultValue={typed("saidOn")}
              error={problem("saidOn")}
              short
            />
            <div className="button-line">
              <Button variant="primary" disabled={busy}>
                {t.right}
              </Button>
              {consent.said.length === 0 && (
                <LinkButton to={`/people/${id}/consents/new?change=${consent.id}`}>{t.change}</LinkButton>
              )}
              <PrintButton label={t.print} intent="note-consent-print" of={{ id: consent.id }} />
            </div>
          </>
        )}
      </CommandForm>
    </section>
  );
}
