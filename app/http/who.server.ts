import { type Actor, nobody } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { carryOut } from "#domain/command.server.ts";
import { hashOf, newId } from "#domain/ids.server.ts";
import { stillHere } from "#domain/signin/commands.server.ts";
import { type SignedIn, screenOf, sessionOf } from "#domain/signin/queries.server.ts";
import { SEEN_EVERY_MS } from "#domain/signin/rules.ts";
import { config } from "./config.server.ts";
import { cookieName, readCookie } from "./cookies.ts";

/** Who a request or a handshake comes from. A locked session is nobody until the password is given again. */
export type Who = { actor: Actor; signedIn: SignedIn | null };

export const isSecure = () => config().origin?.startsWith("https:") ?? false;

export async function whoAsks(cookieHeader: string | undefined): Promise<Who> {
  const secure = isSecure();
  const token = readCookie(cookieHeader, cookieName("session", secure));
  const signedIn = token ? await sessionOf(hashOf(token), now()) : null;
  if (!signedIn || signedIn.locked) return { actor: nobody, signedIn };
  return { actor: { kind: "staff", id: signedIn.staffId, sessionId: signedIn.sessionId }, signedIn };
}

/** Somebody came to a page or sent a form of it: a touch, which without JavaScript is the only one there is. */
export async function cameByHand({ actor, signedIn }: Who): Promise<void> {
  const at = now();
  if (actor.kind !== "staff" || !signedIn || Date.parse(at) - Date.parse(signedIn.seenAt) < SEEN_EVERY_MS) return;
  // What cannot be written is told where it matters: a page can be read all the same.
  await carryOut(stillHere, {}, asker(actor, at, "page"), newId()).catch(() => undefined);
}

/** The big screen of a room, by its own cookie; a person's session opens no big screen and the other way round. */
export async function whichScreen(cookieHeader: string | undefined) {
  const token = readCookie(cookieHeader, cookieName("screen", isSecure()));
  return token ? screenOf(hashOf(token)) : null;
}
