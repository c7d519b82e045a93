import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToStaticMarkup, renderToString } from "react-dom/server";
import { failure } from "#http/failure.server.ts";
import { NonceProvider } from "#http/nonce.ts";
import { TextsProvider, wordsIn } from "#words/words.ts";
import { NotFoundPage } from "./not-found.tsx";

export { doorOf } from "#http/door.server.ts";
export { failure } from "#http/failure.server.ts";
export { securityHeaders, turnAway } from "#http/gate.server.ts";
export { whoAsks } from "#http/who.server.ts";
export { attachLive, sayBackSoon } from "#live/attach.server.ts";
export { liveOptions } from "#live/options.server.ts";
export { boot, finish } from "./tasks/boot.server.ts";
export { runTask } from "./tasks/run.server.ts";

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, who }: AppLoadContext,
): Promise<Response> {
  const words = await wordsIn(who.signedIn?.language ?? "da");
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Cache-Control", "no-store");
  if (status === 404) {
    // One page for what does not exist and for what the asker may not know of: the same bytes.
    const page = renderToStaticMarkup(
      <TextsProvider value={words}>
        <NotFoundPage language={who.signedIn?.language ?? "da"} styles={stylesOf(remix)} />
      </TextsProvider>,
    );
    return new Response(request.method === "HEAD" ? null : `<!DOCTYPE html>${page}`, { status, headers });
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

const stylesOf = ({ manifest }: EntryContext) => manifest.routes.root?.css ?? [];

export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted && !(error instanceof Response)) failure(error);
}
