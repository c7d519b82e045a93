import { type AppLoadContext, json, redirect } from "@remix-run/node";
import type { Configuration } from "openid-client";
import { transact } from "#db/index.server.ts";
import { once } from "#db/once.server.ts";
import type { Assurance } from "#db/vocabulary.ts";
import { nobody, system } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { carryOut } from "#domain/command.server.ts";
import { hashOf, newId, newToken } from "#domain/ids.server.ts";
import { isRowId } from "#domain/input.server.ts";
import { appendLog, rowOf } from "#domain/log/append.server.ts";
import type { AuthProvider, Claims } from "#domain/signin/claims.ts";
import { signInByClaims } from "#domain/signin/claims-commands.server.ts";
import { beginStep, readStep } from "#domain/signin/steps.server.ts";
import { blindIndexOf } from "#domain/vault.server.ts";
import { complain } from "./complain.server.ts";
import { config } from "./config.server.ts";
import { cookieName, dropCookie, readCookie, writeCookie } from "./cookies.ts";
import { deviceOf } from "./device.ts";
import { notFound } from "./door.server.ts";
import { formIn } from "./form.server.ts";
import type { OidcConfig } from "./oidc-config.server.ts";
import { originOf, sessionCookie } from "./proof.server.ts";
import { cleared, toAfter } from "./signin.server.ts";
import { isSecure } from "./who.server.ts";

/** Why nobody came in by the provider: what its page says. */
export type OidcNo = "unknown" | "roles-apart" | "assurance" | "failed" | "unreachable";

const PRIVATE = { "Cache-Control": "no-store" };
const CALLBACK = "/login/oidc/callback";
/** Asked for anew, the proof is at most this old, in seconds. */
const JUST_NOW_S = 60;

/** Read when somebody signs in that way: a start need not wait for it. */
const openid = () => import("openid-client");

const kept = once("oidc", () => ({ found: new Map<string, Promise<Configuration>>() }));

/** What the provider says of itself, read once; a provider that did not answer is asked again. */
function provider({ issuer, clientId, clientSecret }: OidcConfig): Promise<Configuration> {
  const known = kept.found.get(issuer);
  if (known) return known;
  const insecure = issuer.startsWith("http:");
  const found = openid().then(({ allowInsecureRequests, discovery }) =>
    discovery(new URL(issuer), clientId, clientSecret, undefined, {
      execute: insecure ? [allowInsecureRequests] : [],
      timeout: 10,
    }),
  );
  kept.found.set(issuer, found);
  found.catch(() => kept.found.delete(issuer));
  return found;
}

/** What only the browser that began can give back follows from the token in its cookie; nothing is kept here. */
const ofBrowser = (purpose: "nonce" | "verifier", token: string) => blindIndexOf("proof_step", `${purpose} ${token}`);

/** Where the browser goes to sign in at the municipality, and the cookie that it comes back with. */
export async function startOidc(request: Request, { who }: AppLoadContext) {
  const { oidc } = config();
  if (!oidc) throw notFound();
  const token = newToken();
  const prove = (await formIn(request)).get("prove") === "yes" ? (who.signedIn?.staffId ?? null) : null;
  try {
    const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await openid();
    const url = buildAuthorizationUrl(await provider(oidc), {
      redirect_uri: originOf(request) + CALLBACK,
      scope: "openid profile",
      state: beginStep({ kind: "provider", to: toAfter(request), browser: hashOf(token), prove }, now()),
      nonce: ofBrowser("nonce", token),
      code_challenge: await calculatePKCECodeChallenge(ofBrowser("verifier", token)),
      code_challenge_method: "S256",
      ...(oidc.acr.length > 0 ? { acr_values: oidc.acr.join(" ") } : {}),
      ...(prove ? { prompt: "login", max_age: String(JUST_NOW_S) } : {}),
    });
    // A page that goes on by itself: a redirect out of a form would be stopped by our own policy at each site on the way.
    const headers = {
      ...PRIVATE,
      Refresh: `0; url=${url.href}`,
      "Set-Cookie": writeCookie("provider", token, isSecure()),
    };
    return json({ url: url.href }, { headers });
  } catch (error) {
    complain(newId().slice(-12), error);
    return json({ url: null }, { status: 503, headers: PRIVATE });
  }
}

type Returned = { request: Request; oidc: OidcConfig; token: string; state: string; prove: string | null };

/** The municipality's sign-in. @throws when the answer is not the one to what this browser asked. */
const oidcProvider: AuthProvider<Returned> = {
  name: "oidc",
  async claimsOf({ request, oidc, token, state, prove }) {
    const answered = new URL(originOf(request) + CALLBACK);
    answered.search = new URL(request.url).search;
    const tokens = await (await openid()).authorizationCodeGrant(await provider(oidc), answered, {
      expectedState: state,
      expectedNonce: ofBrowser("nonce", token),
      pkceCodeVerifier: ofBrowser("verifier", token),
      idTokenExpected: true,
      ...(prove ? { maxAge: JUST_NOW_S } : {}),
    });
    const said = tokens.claims();
    if (!said) throw new Error("No claims");
    if (oidc.acr.length > 0 && !oidc.acr.includes(String(said.acr))) throw new TooLow();
    const list = (claim: unknown) => (Array.isArray(claim) ? claim : String(claim ?? "").split(/[\s,]+/)).map(String);
    const roles = list(said[oidc.rolesClaim]).flatMap((name) => oidc.roles.get(name) ?? []);
    return {
      subject: said.sub,
      name: String(said.name ?? said.sub),
      username: String(said.preferred_username ?? ""),
      roles: [...new Set(roles)],
      departments: [...new Set(list(said[oidc.departmentsClaim]).filter(isRowId))],
      assurance: assuranceOf(String(said.acr ?? "")),
      provenAt: typeof said.auth_time === "number" ? new Date(said.auth_time * 1000).toISOString() : null,
    } satisfies Claims;
  },
};

class TooLow extends Error {}

const assuranceOf = (acr: string): Assurance =>
  /high/i.test(acr) ? "high" : /substantial|betydelig/i.test(acr) ? "substantial" : "low";

async function refuse(why: OidcNo, subject?: string) {
  const facts = { why };
  await transact((db) =>
    appendLog(db, [rowOf(asker(nobody, now(), "page"), "claims-refused", "sign-in-by-claims", { facts })]),
  );
  const headers = { ...PRIVATE, "Set-Cookie": dropCookie("provider", isSecure()) };
  return json({ no: why, subject: subject ?? null }, { status: 403, headers });
}

/** Takes what the provider sent the browser back with: a session, or a page that says why not. */
export async function finishOidc(request: Request, { who }: AppLoadContext) {
  const { oidc } = config();
  if (!oidc) throw notFound();
  const token = readCookie(request.headers.get("cookie"), cookieName("provider", isSecure())) ?? "";
  const state = new URL(request.url).searchParams.get("state") ?? "";
  const begun = readStep("provider", state, now());
  // Another browser's answer, or none that was asked for: somebody may want others to work in their name.
  if (!begun || begun.browser !== hashOf(token)) return refuse("failed");
  let claims: Claims;
  try {
    claims = await oidcProvider.claimsOf({ request, oidc, token, state, prove: begun.prove });
  } catch (error) {
    if (error instanceof TooLow) return refuse("assurance");
    complain(newId().slice(-12), error);
    return refuse("failed");
  }
  const opened = newToken();
  const device = deviceOf(request.headers.get("user-agent"));
  const given = {
    issuer: oidc.issuer,
    claims,
    tokenHash: hashOf(opened),
    device,
    mayAdd: oidc.mayAdd,
    mustBe: begun.prove,
  };
  const done = await carryOut(signInByClaims, given, asker(system, now(), "system"), newId());
  if (!done.ok) return refuse(done.no === "missing" ? "unknown" : "roles-apart", claims.subject);
  const headers = new Headers({ ...PRIVATE, ...sessionCookie(opened), ...cleared(who, done.answer.username) });
  headers.append("Set-Cookie", dropCookie("provider", isSecure()));
  if (begun.prove) return json({ no: null, subject: null }, { headers });
  throw redirect(begun.to, { status: 303, headers });
}
