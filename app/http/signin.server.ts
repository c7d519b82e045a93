import { type AppLoadContext, json, redirect, redirectDocument } from "@remix-run/node";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { carryOut } from "#domain/command.server.ts";
import { hashOf, newId } from "#domain/ids.server.ts";
import { signOut } from "#domain/signin/commands.server.ts";
import { DEMO_PASSWORD, DEMO_SIGN_INS } from "#domain/signin/demo-sign-ins.ts";
import { unlock } from "#domain/signin/prove.server.ts";
import { linkStands } from "#domain/signin/queries.server.ts";
import { type SignIn, signIn, signInFirst, signInWithCode, signInWithPasskey } from "#domain/signin/sign-in.server.ts";
import { config } from "./config.server.ts";
import { deviceOf } from "./device.ts";
import { notFound } from "./door.server.ts";
import { formIn, ownPath } from "./form.server.ts";
import { readHeld } from "./held.server.ts";
import { givenIn, sessionCookie } from "./proof.server.ts";
import type { Who } from "./who.server.ts";

const PRIVATE = { "Cache-Control": "no-store" };

/** The one-press sign-ins of the demo; null in production. */
export const demoSignIns = () =>
  config().mode === "demo" ? { password: DEMO_PASSWORD, signIns: DEMO_SIGN_INS } : null;

/** Whether people also sign in at the municipality. */
export const hasProvider = () => config().oidc !== null;

/** Where somebody was on the way to; a path of our own, or the start page. */
export const toAfter = (request: Request): string => ownPath(new URL(request.url).searchParams.get("to")) ?? "/";

const usernameIn = (form: FormData) =>
  String(form.get("username") ?? "")
    .trim()
    .toLowerCase()
    .slice(0, 100);

/** What the page says about a try that did not come in. `step`: the code is asked for; `late`: from the password again. */
export type NotIn = { wrong?: true; waitSeconds?: number; step?: string; late?: true; passkey?: true };

/** Tries what a sign-in form brings: a passkey, the code of a step that was begun, or a user name and a password. */
async function tryForm(
  request: Request,
  form: FormData,
  { address }: AppLoadContext,
): Promise<{ token: string; username: string } | NotIn> {
  const from = { address, device: deviceOf(request.headers.get("user-agent")) };
  const username = usernameIn(form);
  const given = givenIn(form);
  if (given && "passkey" in given) {
    const tried = await signInWithPasskey(given.passkey, given.step, from);
    return "token" in tried ? tried : { ...tried, passkey: true };
  }
  const step = String(form.get("step") ?? "");
  const tried: SignIn | null = step
    ? await signInWithCode(step, String(form.get("code") ?? ""), from)
    : await signIn(username, String(form.get("password") ?? ""), from);
  if (!tried) return { late: true };
  return "token" in tried ? { ...tried, username } : { ...(step ? { step } : {}), ...tried };
}

/** What lies on the device of another than who was there before goes. */
export const cleared = ({ signedIn }: Who, username: string): Record<string, string> =>
  signedIn && signedIn.username !== username ? { "Clear-Site-Data": '"storage"' } : {};

const statusOf = ({ waitSeconds, wrong }: NotIn) => (waitSeconds ? 429 : wrong ? 401 : 200);

/** Tries the form of the sign-in page, and holds what was typed before. Unknown and wrong get the same page, text and time. */
export async function signInWith(request: Request, context: AppLoadContext) {
  const form = await formIn(request);
  const tried = await tryForm(request, form, context);
  const held = readHeld(form.get("held"));
  if ("token" in tried) {
    const headers = { ...PRIVATE, ...sessionCookie(tried.token), ...cleared(context.who, tried.username) };
    // What was typed before goes on with one press more: only its own page's form may send it.
    if (held) return json({ in: true as const, held, username: tried.username }, { headers });
    throw redirect(toAfter(request), { status: 303, headers });
  }
  const username = String(form.get("username") ?? "").slice(0, 100);
  return json({ in: false as const, ...tried, held, username }, { status: statusOf(tried), headers: PRIVATE });
}

/**
 * Tries the password or the passkey on a covered page: the same session goes on under a new token. A session that is over
 * begins anew. Whoever is another than the one it was (`was`) gets a page of their own: nobody sees another's.
 */
export async function unlockWith(request: Request, context: AppLoadContext) {
  const { signedIn } = context.who;
  const form = await formIn(request);
  // Signed in meanwhile in another window, at the municipality's own sign-in.
  if (context.who.actor.kind === "staff" && signedIn?.username === form.get("was") && form.get("elsewhere") === "yes")
    return json({ unlocked: true as const }, { headers: PRIVATE });
  const given = givenIn(form) ?? { password: String(form.get("password") ?? ""), code: "" };
  const username = usernameIn(form);
  const same = signedIn && signedIn.username === username && !form.has("step") ? signedIn : null;
  const tried = same
    ? { ...(await unlock(same.sessionId, given, context)), username }
    : await tryForm(request, form, context);
  if ("token" in tried) {
    const headers = { ...PRIVATE, ...sessionCookie(tried.token), ...cleared(context.who, tried.username) };
    if (tried.username !== form.get("was")) throw redirectDocument("/", { status: 303, headers });
    return json({ unlocked: true as const }, { headers });
  }
  return json(tried, { status: statusOf(tried), headers: PRIVATE });
}

/** Whether a one-time link still opens something. */
export const welcomes = (link: string | undefined) => linkStands(hashOf(link ?? ""), now());

/** Takes the first password, typed twice, of the one the link was made for. @throws Response, the same for any link that opens nothing. */
export async function welcomeWith(request: Request, link: string) {
  const form = await formIn(request);
  const [password, again] = ["password", "again"].map((name) => String(form.get(name) ?? ""));
  const tried = await signInFirst(link, password ?? "", again ?? "", {
    device: deviceOf(request.headers.get("user-agent")),
  });
  if ("gone" in tried) throw notFound();
  if ("token" in tried) throw redirect("/", { status: 303, headers: { ...PRIVATE, ...sessionCookie(tried.token) } });
  if ("step" in tried) return json({ step: tried.step }, { headers: PRIVATE });
  return json({ no: "invalid" as const, ...tried }, { status: 422, headers: PRIVATE });
}

/** Ends every session of the one who asks, also from a covered page. */
export async function signOutEverywhere({ signedIn }: Who): Promise<void> {
  if (!signedIn) return;
  const actor = { kind: "staff", id: signedIn.staffId, sessionId: signedIn.sessionId } as const;
  await carryOut(signOut, {}, asker(actor, now(), "page"), newId());
}
