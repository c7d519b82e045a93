import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";
import { LARGEST_FILE } from "#domain/files/limits.ts";
import { config } from "./config.server.ts";
import { changesNothing, isOurs } from "./origin.ts";

const LARGEST_BODY = 256 * 1024;
/** The pages that take a file; what their forms may send is the file and what stands around it. */
const TAKE_FILES = ["/stu/file", "/outreach/file", "/staff"];
const LARGEST_WITH_FILE = LARGEST_FILE + LARGEST_BODY;

export type TurnedAway = "elsewhere" | "noLength" | "tooLarge" | "fileTooLarge" | "signedOut";
type No = "refused" | "too-large" | "file-too-large" | "signed-out";

const no = (status: number, why: TurnedAway, said: No) => ({ status, why, body: { ok: false as const, no: said } });

/**
 * What a request is turned away with before anything of it is looked at; null lets it in.
 * @param isKnown whether it comes with a session, a locked one too: from others nothing large is read.
 */
export async function turnAway(request: IncomingMessage, isKnown: () => Promise<boolean>) {
  if (changesNothing(request.method)) return null;
  if (!isOurs(request.headers, config().origin)) return no(403, "elsewhere", "refused");
  const length = request.headers["content-length"];
  if (length === undefined) return no(411, "noLength", "too-large");
  if (Number(length) <= LARGEST_BODY) return null;
  if (!TAKE_FILES.includes((request.url ?? "").split("?", 1)[0] ?? "")) return no(413, "tooLarge", "too-large");
  if (Number(length) > LARGEST_WITH_FILE) return no(413, "fileTooLarge", "file-too-large");
  return (await isKnown()) ? null : no(401, "signedOut", "signed-out");
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
  // The page without a net is the same for everybody, so it has no nonce: its scripts are files of ours.
  const theirs = (_request: IncomingMessage, { locals }: Answer) => (locals?.nonce ? "'strict-dynamic'" : "'self'");
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", ours, theirs],
        workerSrc: ["'self'"],
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
