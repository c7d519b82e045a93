import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { CodeForm } from "#frame/code-form.tsx";
import type { Handle } from "#frame/page-title.ts";
import { useProblems } from "#frame/problems.ts";
import { notFound, open } from "#http/door.server.ts";
import { welcomes, welcomeWith } from "#http/signin.server.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { useWords } from "#words/words.ts";

export const handle: Handle = { title: (words) => words.signin.welcomeTitle };

export const loader = open(
  "somebody new has a one-time link and nothing else",
  async ({ params }: LoaderFunctionArgs) => {
    if (!(await welcomes(params.token))) throw notFound();
    return json({}, { headers: { "Cache-Control": "no-store" } });
  },
);

export const action = open("takes the first password", ({ request, params }: ActionFunctionArgs) =>
  welcomeWith(request, params.token ?? ""),
);

export default function Welcome() {
  const told = useActionData<typeof action>() ?? null;
  const { signin: t, frame } = useWords();
  const { problemIn } = useProblems();
  if (told && "step" in told)
    return (
      <main className="plain-page">
        <p className="meta">{frame.product}</p>
        <h1>{t.codeTitle}</h1>
        <CodeForm step={told.step} username="" to="/login" />
      </main>
    );
  const answer = told;
  return (
    <main className="plain-page">
      <p className="meta">{frame.product}</p>
      <h1>{t.welcomeTitle}</h1>
      <p>{t.welcome}</p>
      <Form method="post" reloadDocument>
        <TextField
          label={t.newPassword}
          hint={t.newPasswordHint}
          error={problemIn(answer, "password")}
          name="password"
          type="password"
          autoComplete="new-password"
          required
        />
        <TextField
          label={t.again}
          error={problemIn(answer, "again")}
          name="again"
          type="password"
          autoComplete="new-password"
          required
        />
        <Button variant="primary">{t.choose}</Button>
      </Form>
    </main>
  );
}
