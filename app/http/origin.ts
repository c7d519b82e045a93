import type { IncomingHttpHeaders } from "node:http";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that may change something comes from our own pages: an exact Origin, or the browser's own word that it
 * is from here. With neither, no. Remix's own check does not cover posts with `?_data=`.
 */
export function isOurs(headers: IncomingHttpHeaders, allowed: string | null): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const { origin } = headers;
  if (origin !== undefined) return allowed ? origin === allowed : isOwnHost(origin, headers.host);
  return site !== undefined;
}

export const changesNothing = (method: string | undefined) => SAFE.has(method ?? "GET");

function isOwnHost(origin: string, host: string | undefined): boolean {
  if (!host || !URL.canParse(origin)) return false;
  const { protocol, host: from } = new URL(origin);
  return (protocol === "http:" || protocol === "https:") && from === host && origin === `${protocol}//${from}`;
}
