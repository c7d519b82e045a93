import { type AppLoadContext, json, redirect } from "@remix-run/node";
import { askForNewPasskey, askForPasskey } from "#domain/signin/passkeys.server.ts";
import { type Given, type Proven, prove } from "#domain/signin/prove.server.ts";
import { type ProofWays, proofWays } from "#domain/signin/queries.server.ts";
import { config } from "./config.server.ts";
import { writeCookie } from "./cookies.ts";
import { formIn, ownPath } from "./form.server.ts";
import type { Held } from "./held.server.ts";
import { isSecure } from "./who.server.ts";

const PRIVATE = { "Cache-Control": "no-store" };

/** The origin that our own pages have: the configured one, or in demo and development the request's own host. */
export const originOf = (request: Request): string => config().origin ?? new URL(request.url).origin;

/** Why the last proof did not do. */
export type Unproven = Exclude<Proven, { token: string }>;
/** What a page that asks for a proof needs: by what, why the last did not do, and the form that waits for it. */
export type Asked = { ways: ProofWays; said: Unproven | null; held: Held | null };

/** The proof that a form brings along with its own fields, or null. */
export function givenIn(form: FormData): Given | null {
  const field = (name: string) => String(form.get(`proof.${name}`) ?? "");
  if (field("passkey")) return { passkey: field("passkey"), step: field("step") };
  return form.has("proof.password") ? { password: field("password"), code: field("code") } : null;
}

/** By what somebody can prove who they are here and now. */
export async function waysOf(staffId: string): Promise<ProofWays> {
  const ways = await proofWays(staffId);
  return { ...ways, provider: ways.provider && config().oidc !== null };
}

/** Tries the proof of a form: with it the session goes on under a new token. Null when the form brings none. */
export async function proveWith(
  form: FormData,
  { who, address }: AppLoadContext,
): Promise<{ headers: Record<string, string> } | { said: Unproven } | null> {
  const given = givenIn(form);
  if (!given || who.actor.kind !== "staff") return null;
  const tried = await prove(who.actor.sessionId, given, { address });
  return "token" in tried ? { headers: sessionCookie(tried.token) } : { said: tried };
}

export const sessionCookie = (token: string) => ({ "Set-Cookie": writeCookie("session", token, isSecure()) });

export const statusOfUnproven = (said: Unproven | null) => (said && "waitSeconds" in said ? 429 : 403);

/** What the page that asks for the proof shows, with the form as it was: nothing of it is done yet. */
export const proofAsked = async (
  { who }: AppLoadContext,
  held: Held | null,
  said: Unproven | null,
): Promise<Asked> => ({ ways: await waysOf(who.signedIn?.staffId ?? ""), said, held });

export const askForProof = async (...asked: Parameters<typeof proofAsked>) =>
  json(await proofAsked(...asked), { status: statusOfUnproven(asked[2]), headers: PRIVATE });

/** Takes the proof on the page that asks for it, and goes on to where somebody was on the way to. */
export async function proveOnPage(request: Request, context: AppLoadContext) {
  const proven = await proveWith(await formIn(request), context);
  if (proven && "said" in proven) return askForProof(context, null, proven.said);
  const to = ownPath(new URL(request.url).searchParams.get("to")) ?? "/";
  throw redirect(to, { status: 303, headers: { ...PRIVATE, ...proven?.headers } });
}

/** What the browser needs to use a passkey, or to make one for whoever is signed in; it tells nobody who has one. */
export async function passkeyOptions(request: Request, { who: { actor } }: AppLoadContext) {
  const form = await formIn(request);
  const origin = originOf(request);
  const makes = form.get("for") === "new";
  if (makes && actor.kind !== "staff") throw new Response(null, { status: 401, headers: PRIVATE });
  const asked = makes && actor.kind === "staff" ? askForNewPasskey(origin, actor.id) : askForPasskey(origin);
  return json(await asked, { headers: PRIVATE });
}
