import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useEffect } from "react";
import { emergencyIsOver } from "#frame/emergency-strip.tsx";
import { type Handle, usePageTitle } from "#frame/page-title.ts";
import { wantsPeople } from "#frame/people.ts";
import { ProofPage } from "#frame/proof-page.tsx";
import { SignInForm } from "#frame/sign-in-form.tsx";
import { open } from "#http/door.server.ts";
import { frameFor } from "#http/frame.server.ts";
import { given } from "#http/given.server.ts";
import type { Held } from "#http/held.server.ts";
import { useNonce } from "#http/nonce.ts";
import { keepWhatStands } from "#live/net.ts";
import { AnnouncerProvider } from "#ui/announcer.tsx";
import { useKeptFocus } from "#ui/kept-focus.ts";
import mark from "#ui/mark.svg?url";
import { useWords } from "#words/words.ts";
import "#ui/styles.ts";

export const loader = open(
  "says who is signed in, to that person alone",
  async ({ request, context }: LoaderFunctionArgs) => given(await frameFor(context.who, request), context),
);

/** The frame is the same until somebody signs in or out, which loads the page anew; or until the names it holds are old. */
export const shouldRevalidate = ({ formAction }: { formAction?: string }) =>
  formAction?.startsWith("/account") || formAction?.startsWith("/emergency") || emergencyIsOver() || wantsPeople();

let standing: unknown;
export const clientLoader = keepWhatStands(() => standing);

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const data = useRouteLoaderData<typeof loader>("root");
  // An own window of somebody signed in is no room's computer.
  const screen = useMatches().some(
    ({ handle, data }) => (handle as Handle | undefined)?.screen && !(data as { own?: boolean } | null)?.own,
  );
  return (
    <html lang={useWords().frame.lang} data-screen={screen ? "yes" : undefined} data-build={data?.build}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {/* For the one style sheet that a library writes itself (ordering the agenda). */}
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <title>{usePageTitle()}</title>
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export const links = () => [{ rel: "icon", type: "image/svg+xml", href: mark }];

export default function App() {
  const frame = useLoaderData<typeof loader>();
  useEffect(() => {
    standing = frame;
  }, [frame]);
  useKeptFocus();
  return (
    <AnnouncerProvider>
      <Outlet />
    </AnnouncerProvider>
  );
}

/** A form came when nobody was signed in any more. */
function SignInAgain({ held, username, locked }: { held: Held; username: string; locked: boolean }) {
  const { frame, signin: t } = useWords();
  return (
    <main className="plain-page">
      <p className="meta">{frame.product}</p>
      <h1>{t.title}</h1>
      <p>{locked ? t.lockedHeld : t.overHeld}</p>
      <SignInForm username={username} held={held} />
    </main>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { frame } = useWords();
  if (isRouteErrorResponse(error) && error.status === 401 && error.data?.held) return <SignInAgain {...error.data} />;
  if (isRouteErrorResponse(error) && error.data?.ways) return <ProofPage {...error.data} />;
  const data = isRouteErrorResponse(error)
    ? (error.data as { why?: "busy" | "full" | "broken"; id?: string } | null)
    : null;
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <main className="plain-page">
      <h1>{missing ? frame.errors.notFoundTitle : frame.errors.brokenTitle}</h1>
      <p>{missing ? frame.errors.notFound : frame.errors[data?.why ?? "broken"]}</p>
      {data?.id && <p>{frame.errors.id(data.id)}</p>}
      <p>
        <a href="/">{frame.errors.toStart}</a>
      </p>
    </main>
  );
}
