import * as fc from "fast-check";
import { beforeEach } from "vitest";

/** The same worlds in the same order each time, and the first that fails is enough. */
fc.configureGlobal({ seed: 20261121, endOnFailure: true });

/** A statement is built once, by whichever test comes first: so each change is held against all tests, not those that reached it. */
const { __stryker__: mutation } = globalThis as { __stryker__?: { currentTestId?: string | undefined } };
beforeEach(() => {
  if (mutation) mutation.currentTestId = undefined;
});
