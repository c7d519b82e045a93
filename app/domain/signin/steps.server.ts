import { seal, unseal } from "../vault.server.ts";

/** How long the next step of a proof may take. */
const STEP_MS = 5 * 60_000;

/** What was begun and is answered by the browser: sealed, so that nothing of it is kept here and nobody can make one. */
export type Step =
  /** The password was right; the code is asked for. `version`: of the person, so that a change of password ends it. */
  | { kind: "code"; staffId: string; account: string; version: number }
  /** A passkey is to sign this challenge, on this site. */
  | { kind: "passkey"; challenge: string; origin: string }
  | { kind: "new-passkey"; challenge: string; origin: string; staffId: string }
  /** Somebody is at the municipality's sign-in; `browser` is the hash of what the browser holds meanwhile, `prove` who is to prove anew who they are. */
  | { kind: "provider"; to: string; browser: string; prove: string | null };

type Kind = Step["kind"];
type Begun<K extends Kind> = Extract<Step, { kind: K }> & { askedAt: string };

export const beginStep = (step: Step, now: string): string =>
  Buffer.from(seal("proof_step", JSON.stringify({ ...step, askedAt: now }), step.kind)).toString("base64url");

/** The step of that kind, or null when it is none of ours, or too old. */
export function readStep<K extends Kind>(kind: K, sealed: string, now: string): Begun<K> | null {
  try {
    const step = JSON.parse(unseal("proof_step", Buffer.from(sealed, "base64url"), kind)) as Begun<K>;
    return Date.parse(now) - Date.parse(step.askedAt) <= STEP_MS ? step : null;
  } catch {
    return null;
  }
}
