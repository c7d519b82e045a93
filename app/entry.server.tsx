import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import type { Language } from "#db/vocabulary.ts";
import { type Failed, failure } from "#http/failure.server.ts";
import type { TurnedAway } from "#http/gate.server.ts";
import { languageOf } from "#http/language.server.ts";
import { NonceProvider } from "#http/nonce.ts";
import { TextsProvider, wordsIn } from "#words/words.ts";
import { pageWithoutNet, staticPage } from "./static-page.tsx";

export { addressOf } from "#http/address.server.ts";
export { failure } from "#http/failure.server.ts";
export { securityHeaders, turnAway } from "#http/gate.server.ts";
export { languageFor } from "#http/language.server.ts";
export { cameByHand, whoAsks } from "#http/who.server.ts";
export { attachLive, sayBackSoon } from "#live/attach.server.ts";
export { events } from "#live/heard.server.ts";
export { liveOptions } from "#live/options.server.ts";
export { unregistered } from "./registry.server.ts";
export { boot, finish } from "./tasks/boot.server.ts";
export { runTask } from "./tasks/run.server.ts";

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, who }: AppLoadContext,
): Promise<Response> {
  const language = languageOf(who.signedIn, request);
  const words = await wordsIn(language);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Cache-Control", "no-store");
  if (status === 404) {
    // One page for what does not exist and for what the asker may not know of: the same bytes.
    const page = await staticPage({ language, styles: stylesOf(remix.manifest) }, ({ frame: { errors } }) => ({
      title: errors.notFoundTitle,
      text: errors.notFound,
    }));
    return new Response(request.method === "HEAD" ? null : page, { status, headers });
  }
  // In one piece and not as a stream: no page of ours waits for a part of itself.
  const page = renderToString(
    <TextsProvider value={words}>
      <NonceProvider value={nonce}>
        <RemixServer context={remix} url={request.url} nonce={nonce} />
      </NonceProvider>
    </TextsProvider>,
  );
  return new Response(request.method === "HEAD" ? null : Buffer.from(`<!DOCTYPE html>${page}`), { status, headers });
}

const stylesOf = ({ routes }: EntryContext["manifest"]) => routes.root?.css ?? [];

/** What somebody without JavaScript reads when the gate turned a form away, or when nothing could be answered. */
export const noPage = (
  no: { why: TurnedAway } | Failed,
  language: Language,
  manifest: EntryContext["manifest"],
): Promise<string> =>
  staticPage({ language, styles: stylesOf(manifest) }, ({ frame: { errors } }) =>
    "no" in no
      ? { title: errors.brokenTitle, text: errors[no.why], more: errors.id(no.id) }
      : { title: errors.turnedAwayTitle, text: errors.turnedAway[no.why] },
  );

/** What a browser of /guides shows without a net. */
export const offlinePage = (build: string, manifest: EntryContext["manifest"]): Promise<string> =>
  pageWithoutNet(build, stylesOf(manifest));

export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted && !(error instanceof Response)) failure(error);
}
