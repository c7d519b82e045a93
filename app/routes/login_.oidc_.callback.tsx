import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Handle } from "#frame/page-title.ts";
import { open } from "#http/door.server.ts";
import { finishOidc } from "#http/oidc.server.ts";
import { useWords } from "#words/words.ts";

export const handle: Handle = { title: (words) => words.signin.fromProviderTitle };

export const loader = open(
  "the municipality sends back whoever has signed in there",
  ({ request, context }: LoaderFunctionArgs) => finishOidc(request, context),
);

export default function FromProvider() {
  const { no, subject } = useLoaderData<typeof loader>();
  const { frame, signin: t } = useWords();
  return (
    <main className="plain-page">
      <p className="meta">{frame.product}</p>
      <h1>{no ? t.notIn : t.provenTitle}</h1>
      <p>{no ? t.providerNo[no] : t.proven}</p>
      {no === "unknown" && subject && (
        <p>
          {t.yourSubject} <span className="code-words">{subject}</span>
        </p>
      )}
      {no && (
        <p>
          <a href="/login">{t.backToSignIn}</a>
        </p>
      )}
    </main>
  );
}
