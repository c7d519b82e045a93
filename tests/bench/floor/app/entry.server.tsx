import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";

const GIVE_UP_MS = 10_000;

/** The server entry of the product without what it adds: it streams, and clears its timer when it is done. */
export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext) {
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Promise<Response>((answer, fail) => {
    const body = new PassThrough();
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={remix} url={request.url} />, {
      onShellReady() {
        answer(new Response(createReadableStreamFromReadable(body), { status, headers }));
        pipe(body);
      },
      onAllReady: () => clearTimeout(giveUp),
      onShellError: fail,
    });
    const giveUp = setTimeout(abort, GIVE_UP_MS);
    body.on("close", () => clearTimeout(giveUp));
  });
}
