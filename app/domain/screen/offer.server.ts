import { system } from "../actor.ts";
import { asker } from "../asker.server.ts";
import { now } from "../clock.server.ts";
import { carryOut } from "../command.server.ts";
import { hashOf, newId, newToken } from "../ids.server.ts";
import { offerScreen, renewOffer } from "./offer-commands.server.ts";
import { offerEnds } from "./rules.ts";
import { offersWait } from "./throttle.server.ts";

/** The code a room's computer shows, and until when; `token` when it is to keep a new one. */
export type Offer = { screenId: string; code: string; endsAt: string; token: string | null };
type Waiting = { id: string; code: string; offeredAt: string };

const offered = ({ id, code, offeredAt }: Waiting, token: string | null): Offer => ({
  screenId: id,
  code,
  endsAt: offerEnds(offeredAt),
  token,
});

/** A code for a room's computer: the one it has, a new one when that is over, or its first. */
export async function offerTo(
  known: Waiting | null,
  from: { address: string },
): Promise<Offer | { waitSeconds: number }> {
  const at = now();
  if (known && offerEnds(known.offeredAt) > at) return offered(known, null);
  const asSystem = asker(system, at, "system");
  const renewed = known ? await carryOut(renewOffer, { screenId: known.id }, asSystem, newId()) : null;
  if (renewed?.ok) return offered(renewed.answer, null);
  const waitSeconds = await offersWait(from.address);
  if (waitSeconds > 0) return { waitSeconds };
  const token = newToken();
  const made = await carryOut(offerScreen, { tokenHash: hashOf(token) }, asSystem, newId());
  if (!made.ok) throw new Error(`offer-screen: ${made.no}`);
  return offered(made.answer, token);
}
