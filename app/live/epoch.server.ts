import { once } from "#db/once.server.ts";

/** Counted up whenever somebody's rights may have changed; what was asked before does not count any more. */
export const epoch = once("rights-epoch", () => ({ now: 0 }));
