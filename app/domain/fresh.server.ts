import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { Actor } from "./actor.ts";
import { unproven } from "./errors.ts";

const { session } = tables;

/** How long a proof of who somebody is counts as fresh. */
export const FRESH_MS = 5 * 60_000;

/**
 * Whether the session's last proof (password and code, or passkey) is fresh enough for what opens most.
 * @throws Declined `refused` with `proof: "stale"`: the screen asks for the proof and sends the same form again.
 */
export async function mustBeFresh(db: Db, actor: Actor, now: string): Promise<void> {
  if (actor.kind === "system") return;
  const [own] =
    actor.kind === "staff"
      ? await db.select({ freshAt: session.freshAt }).from(session).where(eq(session.id, actor.sessionId))
      : [];
  if (!own?.freshAt || Date.parse(now) - Date.parse(own.freshAt) > FRESH_MS) throw unproven();
}
