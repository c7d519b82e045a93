import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { CodeForm, useSignInSentence } from "#frame/code-form.tsx";
import { LeftHere } from "#frame/left-here.tsx";
import type { Handle } from "#frame/page-title.ts";
import { PasskeySignIn } from "#frame/passkey-button.tsx";
import { ProviderForm } from "#frame/provider-form.tsx";
import { SendHeld, SignInForm } from "#frame/sign-in-form.tsx";
import { open } from "#http/door.server.ts";
import { demoSignIns, hasProvider, signInWith, toAfter } from "#http/signin.server.ts";
import { Button } from "#ui/button.tsx";
import { useWords } from "#words/words.ts";

export const handle: Handle = { title: (words) => words.signin.title };

export const loader = open(
  "somebody who is not signed in has to sign in somewhere",
  async ({ request, context }: LoaderFunctionArgs) => {
    if (context.who.actor.kind === "staff") throw redirect(toAfter(request));
    const { signedIn } = context.who;
    return json({
      ...{ demo: demoSignIns(), provider: hasProvider() },
      ...{ username: signedIn?.username ?? "", locked: signedIn !== null },
    });
  },
);

export const action = open("takes a user name and a password", ({ request, context }: ActionFunctionArgs) =>
  signInWith(request, context),
);

export default function Login() {
  const { demo, provider, username, locked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { signin: t, frame } = useWords();
  const no = answer && !answer.in ? answer : null;
  const said = useSignInSentence(no);
  if (answer?.in)
    return (
      <main className="plain-page">
        <p className="meta">{frame.product}</p>
        <h1>{t.signedInTitle}</h1>
        <p>{t.heldIsThere}</p>
        <SendHeld held={answer.held} />
      </main>
    );
  if (no?.step)
    return (
      <main className="plain-page">
        <p className="meta">{frame.product}</p>
        <h1>{t.codeTitle}</h1>
        <CodeForm step={no.step} username={no.username} held={no.held} said={said} />
      </main>
    );
  return (
    <main className="plain-page">
      <p className="meta">{frame.product}</p>
      <h1>{t.title}</h1>
      <LeftHere locked={locked} />
      <SignInForm username={answer?.username ?? username} held={answer?.held} said={said} />
      {provider && <ProviderForm label={t.withProvider} />}
      <PasskeySignIn held={answer?.held} />
      {demo && !answer?.held && (
        <section aria-labelledby="demo-title">
          <h2 id="demo-title">{t.demoTitle}</h2>
          <ul className="button-list">
            {demo.signIns.map((name) => (
              <li key={name}>
                <Form method="post" reloadDocument>
                  <input type="hidden" name="username" value={name} />
                  <input type="hidden" name="password" value={demo.password} />
                  <Button variant="outlined">{name}</Button>
                </Form>
              </li>
            ))}
          </ul>
          <p>{t.demoPassword}</p>
        </section>
      )}
    </main>
  );
}
