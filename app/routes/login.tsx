import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { open } from "#http/door.server.ts";
import { demoSignIns, signInWith, toAfter } from "#http/signin.server.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

export const loader = open(
  "somebody who is not signed in has to sign in somewhere",
  async ({ request, context }: LoaderFunctionArgs) => {
    if (context.who.actor.kind === "staff") throw redirect(toAfter(request));
    return json({ demo: demoSignIns(), username: context.who.signedIn?.username ?? "" });
  },
);

export const action = open("takes a user name and a password", ({ request, context }: ActionFunctionArgs) =>
  signInWith(request, context),
);

export default function Login() {
  const { demo, username } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { signin: t, frame } = useWords();
  return (
    <main className="plain-page">
      <h1>
        {frame.product} · {t.title}
      </h1>
      <Form method="post" reloadDocument>
        {answer && (
          <p role="alert" className="form-error">
            {"waitSeconds" in answer ? t.wait(answer.waitSeconds) : t.wrong}
          </p>
        )}
        <TextField
          label={t.username}
          name="username"
          autoComplete="username"
          defaultValue={answer?.username ?? username}
          required
        />
        <TextField label={t.password} name="password" type="password" autoComplete="current-password" required />
        <Button variant="primary">{t.submit}</Button>
      </Form>
      {demo && (
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
