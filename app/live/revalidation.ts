import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

/** A page whose topics are live takes the changes of its own form from the answer; it loads anew only when that held none. */
export function unlessTold({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  if (actionResult === undefined) return defaultShouldRevalidate;
  if ("unsent" in actionResult) return false;
  return !(actionResult.ok === true && actionResult.changes?.length > 0) && defaultShouldRevalidate;
}
