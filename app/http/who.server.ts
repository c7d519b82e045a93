import { type Actor, nobody } from "#domain/actor.ts";
import { now } from "#domain/clock.server.ts";
import { hashOf } from "#domain/ids.server.ts";
import { type SignedIn, screenOf, sessionOf } from "#domain/signin/queries.server.ts";
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

/** The big screen of a room, by its own cookie; a person's session opens no big screen and the other way round. */
export async function whichScreen(cookieHeader: string | undefined) {
  const token = readCookie(cookieHeader, cookieName("screen", isSecure()));
  return token ? screenOf(hashOf(token)) : null;
}
