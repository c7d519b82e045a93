import type { EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";

/** The server entry of the product without what it adds. */
export default function handleRequest(request: Request, status: number, headers: Headers, remix: EntryContext) {
  headers.set("Content-Type", "text/html; charset=utf-8");
  const page = renderToString(<RemixServer context={remix} url={request.url} />);
  return new Response(Buffer.from(`<!DOCTYPE html>${page}`), { status, headers });
}
