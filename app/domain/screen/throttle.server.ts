import { RateLimiterMemory } from "rate-limiter-flexible";
import { once } from "#db/once.server.ts";

const throttle = once("screen-throttle", () => ({
  wrong: new RateLimiterMemory({ points: 10, duration: 15 * 60 }),
  offers: new RateLimiterMemory({ points: 30, duration: 10 * 60 }),
}));

/** Ten wrong codes in a quarter of an hour, then the person waits: a code is not to be found by trying. */
export const wrongCodes = {
  tooMany: async (by: string) => ((await throttle.wrong.get(by))?.consumedPoints ?? 0) >= throttle.wrong.points,
  count: async (by: string) => {
    await throttle.wrong.consume(by).catch(() => undefined);
  },
};

/** Seconds until this address may ask for another computer; 0 when it may now. */
export async function offersWait(address: string): Promise<number> {
  const used = await throttle.offers.penalty(address);
  return used.consumedPoints > throttle.offers.points ? Math.ceil(used.msBeforeNext / 1000) : 0;
}
