import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import type { Change } from "#domain/topics.ts";

/** A page whose topics are live takes the changes of its own form from the answer; it loads anew only when that held none. */
export function unlessTold({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  if (actionResult === undefined) return defaultShouldRevalidate;
  if ("unsent" in actionResult || "searched" in actionResult) return false;
  // What stands on the big screen is watched there alone; a page that says how it is set has to ask.
  const told =
    actionResult.ok === true && actionResult.changes?.some(({ topic }: Change) => !topic.startsWith("screen:"));
  return !told && defaultShouldRevalidate;
}
