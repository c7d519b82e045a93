import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";
import { config } from "./config.server.ts";
import { changesNothing, isOurs } from "./origin.ts";

const LARGEST_BODY = 256 * 1024;

export type TurnedAway = "elsewhere" | "noLength" | "tooLarge";

/** What a request is turned away with before anything of it is looked at; null lets it in. */
export function turnAway(
  request: IncomingMessage,
): { status: number; why: TurnedAway; body: { ok: false; no: string } } | null {
  if (changesNothing(request.method)) return null;
  if (!isOurs(request.headers, config().origin))
    return { status: 403, why: "elsewhere", body: { ok: false, no: "refused" } };
  const length = request.headers["content-length"];
  if (length === undefined) return { status: 411, why: "noLength", body: { ok: false, no: "too-large" } };
  if (Number(length) > LARGEST_BODY) return { status: 413, why: "tooLarge", body: { ok: false, no: "too-large" } };
  return null;
}

type Answer = ServerResponse & { locals?: { nonce?: string } };
type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Headers of every answer. Only our own scripts run, nothing frames us, and nobody is told where somebody came from.
 * Scripts and styles written into a page carry `response.locals.nonce`.
 */
export function securityHeaders(development: boolean): Middleware {
  const secure = config().origin?.startsWith("https:") ?? false;
  const ours = (_request: IncomingMessage, { locals }: Answer) =>
    locals?.nonce ? `'nonce-${locals.nonce}'` : "'self'";
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", ours, "'strict-dynamic'"],
        styleSrcElem: ["'self'", ours, ...(development ? ["'unsafe-inline'"] : [])],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...(development ? ["ws:"] : [])],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    // Not "no-referrer": with that a browser sends our own forms with the origin "null".
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: secure ? undefined : false,
    crossOriginOpenerPolicy: secure ? undefined : false,
  });
}
