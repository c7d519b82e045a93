import { PassThrough } from "node:stream";
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
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

const GIVE_UP_MS = 10_000;

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
  return new Promise((answer, fail) => {
    let giveUp: NodeJS.Timeout;
    const body = new PassThrough();
    const { pipe, abort } = renderToPipeableStream(
      <TextsProvider value={words}>
        <NonceProvider value={nonce}>
          <RemixServer context={remix} url={request.url} nonce={nonce} />
        </NonceProvider>
      </TextsProvider>,
      {
        nonce,
        onShellReady() {
          answer(new Response(createReadableStreamFromReadable(body), { status, headers }));
          pipe(body);
        },
        onAllReady: () => clearTimeout(giveUp),
        onShellError: (error) => {
          clearTimeout(giveUp);
          fail(error);
        },
        onError: (error) => {
          failure(error);
        },
      },
    );
    giveUp = setTimeout(abort, GIVE_UP_MS);
    body.on("close", () => clearTimeout(giveUp));
  });
}

const stylesOf = ({ manifest }: EntryContext) => manifest.routes.root?.css ?? [];

export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted && !(error instanceof Response)) failure(error);
}
