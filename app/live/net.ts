import { type ClientActionFunctionArgs, type ClientLoaderFunctionArgs, isRouteErrorResponse } from "@remix-run/react";
import { lock, notThrough } from "./connection.ts";
import { settle } from "./outbox.ts";

/** What a form gets back when the net failed: it keeps the text, and sends it again with the same key. */
export type Unsent = { unsent: true };
export const isUnsent = (data: unknown): data is Unsent =>
  typeof data === "object" && data !== null && "unsent" in data;

/** Remix marks what it answers itself; what a proxy or a broken line answers comes as a plain error. */
const isOurAnswer = (error: unknown) => error instanceof Response || isRouteErrorResponse(error);

const isLocked = (error: unknown) => isOurAnswer(error) && (error as { status: number }).status === 401;

/** What was shown after a fresh proof stays; only the next way to it asks again. */
const asksForProof = (error: unknown) =>
  error instanceof Response && (error.headers.get("Location") ?? "").startsWith("/proof?");

/**
 * A reload that does not come through leaves standing what stood. Only an answer of our server may take a page away.
 * @param first what stood before the first reload, where the page knows; else the loader is asked as the page comes alive,
 * which forgets the answer to a form that was posted plainly.
 */
export function keepWhatStands(first?: () => unknown) {
  const last = new Map<string, unknown>();
  const loader = async ({ request, serverLoader }: ClientLoaderFunctionArgs): Promise<unknown> => {
    try {
      const fresh = await serverLoader();
      last.set(request.url, fresh);
      return fresh;
    } catch (error) {
      const known = last.get(request.url) ?? first?.();
      // A load that another one overtook says nothing about the net.
      if (known === undefined || request.signal.aborted) throw error;
      if (isLocked(error)) lock();
      else if (isOurAnswer(error) && !asksForProof(error)) throw error;
      else if (!asksForProof(error)) notThrough();
      return known;
    }
  };
  return Object.assign(loader, { hydrate: first === undefined });
}

/** A post that does not come through is an answer of its own kind. */
export const orUnsent =
  () =>
  async ({ serverAction }: ClientActionFunctionArgs): Promise<unknown> => {
    try {
      const answer = await serverAction();
      settle(answer);
      return answer;
    } catch (error) {
      if (isLocked(error)) lock();
      else if (isOurAnswer(error)) throw error;
      else notThrough();
      return { unsent: true } satisfies Unsent;
    }
  };
