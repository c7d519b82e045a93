import { tables } from "#db/index.server.ts";
import type { Provider } from "#db/vocabulary.ts";
import type { Work } from "../command.server.ts";
import type { Claims } from "./claims.ts";
import type { Settled } from "./factors.server.ts";
import { SESSION_MS } from "./rules.ts";

const { session } = tables;

type Opened = {
  staffId: string;
  tokenHash: string;
  device: string;
  provider: Provider;
  settled: Settled;
  claims: Claims;
};

/** The one way a session begins, whoever has said who it is; the log keeps with which claims. */
export async function openSession(
  { db, now, newId, record }: Pick<Work<unknown>, "db" | "now" | "newId" | "record">,
  { settled: { way, assurance, freshAt }, claims, ...of }: Opened,
): Promise<{ id: string }> {
  const id = newId();
  const endsAt = new Date(Date.parse(now) + SESSION_MS).toISOString();
  await db.insert(session).values({ id, ...of, startedAt: now, seenAt: now, endsAt, freshAt, assurance });
  const held = { roles: claims.roles.join(" "), departments: claims.departments.length };
  record({
    kind: "signed-in",
    facts: { staffId: of.staffId, session: id, provider: of.provider, way, assurance, ...held },
  });
  return { id };
}
