import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { uuidv7 } from "uuidv7";
import { languages } from "#db/vocabulary.ts";
import { clockOf } from "#domain/moments.ts";
import { endSession, setMail, setPreferences } from "#domain/signin/commands.server.ts";
import { addPasskey, removeCode, removePasskey, renewRecoveryCodes } from "#domain/signin/factor-commands.server.ts";
import { accountFor } from "#domain/signin/queries.server.ts";
import { CommandForm } from "#frame/command-form.tsx";
import { PageFrame } from "#frame/page-frame.tsx";
import type { Handle } from "#frame/page-title.ts";
import { useProblems } from "#frame/problems.ts";
import { page, type Sent, submit } from "#http/door.server.ts";
import { keepWhatStands, orUnsent } from "#live/net.ts";
import { Button } from "#ui/button.tsx";
import { Choice } from "#ui/choice.tsx";
import { useWords } from "#words/words.ts";
import { CodePart } from "./code-part.tsx";
import { MailPart } from "./mail-part.tsx";
import { PasskeysPart } from "./passkeys-part.tsx";

export const handle: Handle = { title: (words) => words.frame.account };

export const loader = page(accountFor, () => ({}));
export const action = submit(
  [setPreferences, setMail, endSession, removeCode, renewRecoveryCodes, addPasskey, removePasskey],
  {},
  ["renew-recovery-codes"],
);
export const clientLoader = keepWhatStands();
export const clientAction = orUnsent();

export default function Account() {
  const { person, sessions, factors, own, sendsMail } = useLoaderData<typeof loader>();
  const answer = useActionData() as Sent | undefined;
  const { frame, signin: t } = useWords();
  const { sentence } = useProblems();
  const [key] = useState(uuidv7);
  if (!person) return null;
  return (
    <PageFrame>
      <h1>{frame.account}</h1>
      <p className="meta">{t.signedInAs(person.name, person.username)}</p>

      {/* The whole page comes in the other language, so it is loaded whole. */}
      <Form method="post" reloadDocument className="account-part">
        <input type="hidden" name="intent" value="set-preferences" />
        <input type="hidden" name="key" value={key} suppressHydrationWarning />
        <input type="hidden" name="version" value={person.version} />
        <fieldset>
          <legend>{t.language}</legend>
          {languages.map((language) => (
            <Choice
              key={language}
              type="radio"
              name="language"
              value={language}
              label={t.languages[language]}
              defaultChecked={person.language === language}
            />
          ))}
        </fieldset>
        <fieldset>
          <legend>{t.keyboard}</legend>
          <Choice
            name="singleKeys"
            value="yes"
            label={t.singleKeys}
            hint={t.singleKeysHint}
            defaultChecked={person.singleKeys}
          />
        </fieldset>
        {answer && !answer.ok && (
          <p role="alert" className="form-error-message">
            {sentence(answer)}
          </p>
        )}
        <Button variant="primary">{frame.save}</Button>
      </Form>

      <MailPart key={person.version} person={person} sends={sendsMail} />
      <CodePart code={factors.code} recoveryCodes={factors.recoveryCodes} />
      <PasskeysPart passkeys={factors.passkeys} />

      <section className="account-part" aria-labelledby="sessions">
        <h2 id="sessions">{t.sessions}</h2>
        <ul className="rows">
          {sessions.map(({ id, device, startedAt }) => (
            <li key={id}>
              <span className="row-main">
                {device} <span className="meta">{id === own ? t.thisOne : t.since(clockOf(startedAt))}</span>
              </span>
              {id !== own && (
                <CommandForm intent="end-session" fields={{ sessionId: id }}>
                  <Button dense>{t.endHere}</Button>
                </CommandForm>
              )}
            </li>
          ))}
        </ul>
        <Form method="post" action="/logout" reloadDocument className="after-rows">
          <Button variant="danger">{t.everywhere}</Button>
        </Form>
      </section>
    </PageFrame>
  );
}
