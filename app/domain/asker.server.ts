import type { Channel } from "#db/vocabulary.ts";
import type { Actor } from "./actor.ts";
import { dayOf } from "./moments.ts";

/** Who asks, when, and by what way: what a door needs to know of the world outside. */
export type Asker = { actor: Actor; now: string; today: string; channel: Channel };

export const asker = (actor: Actor, moment: string, channel: Channel): Asker => ({
  actor,
  now: moment,
  today: dayOf(moment),
  channel,
});
