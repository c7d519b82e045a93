import type { ActionFunctionArgs, HeadersFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import type { Handle } from "#frame/page-title.ts";
import { open } from "#http/door.server.ts";
import { startOidc } from "#http/oidc.server.ts";
import { useWords } from "#words/words.ts";

export const handle: Handle = { title: (words) => words.signin.toProviderTitle };

export const action = open("somebody signs in at the municipality", ({ request, context }: ActionFunctionArgs) =>
  startOidc(request, context),
);

export const headers: HeadersFunction = ({ actionHeaders }) => {
  const refresh = actionHeaders.get("Refresh");
  return new Headers(refresh ? { Refresh: refresh } : {});
};

export default function ToProvider() {
  const answer = useActionData<typeof action>();
  const { frame, signin: t } = useWords();
  return (
    <main className="plain-page">
      <p className="meta">{frame.product}</p>
      <h1>{t.title}</h1>
      {answer?.url ? (
        <p>
          {t.toProvider} <a href={answer.url}>{t.goOn}</a>
        </p>
      ) : (
        answer && <p role="alert">{t.providerNo.unreachable}</p>
      )}
      <p>
        <a href="/login">{t.backToSignIn}</a>
      </p>
    </main>
  );
}
