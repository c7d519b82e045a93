import { type AppLoadContext, json, redirect, redirectDocument } from "@remix-run/node";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { carryOut } from "#domain/command.server.ts";
import { hashOf, newId } from "#domain/ids.server.ts";
import { signOut } from "#domain/signin/commands.server.ts";
import { DEMO_PASSWORD, DEMO_SIGN_INS } from "#domain/signin/demo-sign-ins.ts";
import { linkStands } from "#domain/signin/queries.server.ts";
import { signIn, signInFirst, unlock } from "#domain/signin/sign-in.server.ts";
import { config } from "./config.server.ts";
import { writeCookie } from "./cookies.ts";
import { deviceOf } from "./device.ts";
import { notFound } from "./door.server.ts";
import { formIn, ownPath } from "./form.server.ts";
import { readHeld } from "./held.server.ts";
import { isSecure, type Who } from "./who.server.ts";

/** The one-press sign-ins of the demo; null in production. */
export const demoSignIns = () =>
  config().mode === "demo" ? { password: DEMO_PASSWORD, signIns: DEMO_SIGN_INS } : null;

/** Where somebody was on the way to; a path of our own, or the start page. */
export const toAfter = (request: Request): string => ownPath(new URL(request.url).searchParams.get("to")) ?? "/";

/** Tries the form's user name and password, and holds what was typed before. Unknown and wrong get the same page, text and time; too many tries the seconds to wait. */
export async function signInWith(request: Request, { address }: AppLoadContext) {
  const form = await formIn(request);
  const username = String(form.get("username") ?? "").slice(0, 100);
  const tried = await signIn(username, String(form.get("password") ?? ""), {
    address,
    device: deviceOf(request.headers.get("user-agent")),
  });
  const held = readHeld(form.get("held"));
  if ("token" in tried) {
    const headers = { "Set-Cookie": writeCookie("session", tried.token, isSecure()), "Cache-Control": "no-store" };
    // What was typed before goes on with one press more: only its own page's form may send it.
    if (held) return json({ held, username }, { headers });
    throw redirect(toAfter(request), { status: 303, headers });
  }
  return json(
    { ...tried, held, username },
    { status: "waitSeconds" in tried ? 429 : 401, headers: { "Cache-Control": "no-store" } },
  );
}

/**
 * Tries the password on a covered page: the same session goes on under a new token. A session that is over begins anew,
 * with the form's user name. Whoever is another than the one it was (`was`) gets a page of their own: nobody sees another's.
 */
export async function unlockWith(request: Request, { address, who: { signedIn } }: AppLoadContext) {
  const form = await formIn(request);
  const username = String(form.get("username") ?? "")
    .trim()
    .toLowerCase()
    .slice(0, 100);
  const password = String(form.get("password") ?? "");
  const same = signedIn?.username === username ? signedIn : null;
  const tried = same
    ? await unlock(same.sessionId, password, { address })
    : await signIn(username, password, { address, device: deviceOf(request.headers.get("user-agent")) });
  const headers = { "Cache-Control": "no-store" };
  if ("token" in tried) {
    const signed = { ...headers, "Set-Cookie": writeCookie("session", tried.token, isSecure()) };
    if (username !== form.get("was")) throw redirectDocument("/", { status: 303, headers: signed });
    return json({ unlocked: true as const }, { headers: signed });
  }
  return json(tried, { status: "waitSeconds" in tried ? 429 : 401, headers });
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
  if ("token" in tried)
    throw redirect("/", {
      status: 303,
      headers: { "Set-Cookie": writeCookie("session", tried.token, isSecure()), "Cache-Control": "no-store" },
    });
  return json({ no: "invalid" as const, ...tried }, { status: 422, headers: { "Cache-Control": "no-store" } });
}

/** Ends every session of the one who asks, also from a covered page. */
export async function signOutEverywhere({ signedIn }: Who): Promise<void> {
  if (!signedIn) return;
  const actor = { kind: "staff", id: signedIn.staffId, sessionId: signedIn.sessionId } as const;
  await carryOut(signOut, {}, asker(actor, now(), "page"), newId());
}
