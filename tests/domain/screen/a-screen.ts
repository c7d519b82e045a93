import { type Actor, nobody } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { now as clock } from "#domain/clock.server.ts";
import { hashOf } from "#domain/ids.server.ts";
import { answer } from "#domain/query.server.ts";
import { pairScreen } from "#domain/screen/commands.server.ts";
import { type Offer, offerTo } from "#domain/screen/offer.server.ts";
import { screenFor } from "#domain/screen/queries.server.ts";
import { screenOf } from "#domain/signin/queries.server.ts";
import { does } from "#tests/support/builders.ts";

let n = 0;

/** A room's computer with a code on it. */
export async function aWaitingScreen(): Promise<Offer & { token: string }> {
  n += 1;
  const offer = await offerTo(null, { address: `10.0.0.${n}` });
  if ("waitSeconds" in offer || !offer.token) throw new Error("No code");
  return { ...offer, token: offer.token };
}

/** A room's computer that shows the meeting. */
export async function aPairedScreen(meetingId: string, chairId: string) {
  const waiting = await aWaitingScreen();
  await does(pairScreen, { meetingId, code: waiting.code }, chairId);
  return { ...waiting, actor: { kind: "screen", id: waiting.screenId } as Actor };
}

/** What the token of a room's computer opens now. */
export const opensWith = (token: string) => screenOf(hashOf(token));

/** What stands on the big screen for a computer, or for somebody. */
export async function shownTo(actor: Actor, meetingId: string, now = clock()) {
  const { rows } = await answer(screenFor, { meetingId }, asker(actor, now, "page"));
  return rows[0];
}

export { nobody };
