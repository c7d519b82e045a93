import { createHash } from "node:crypto";
import { and, desc, eq, isNotNull, ne } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { Work } from "../command.server.ts";
import { FIRST_HASH } from "../log/append.server.ts";
import { SECTION_115 } from "../sharing/rules.ts";
import { planRowsOf } from "./views.server.ts";

const { agendaItem, meeting, planVersion } = tables;

const hashOf = (previous: string, content: unknown): string =>
  createHash("sha256").update(previous).update(JSON.stringify(content)).digest("hex");

/** The first version that is not what its hash says, on the hash of the one before it; null when all are. */
export async function changedVersion(db: Db): Promise<{ id: string; number: number } | null> {
  const rows = await db.select().from(planVersion).orderBy(planVersion.youngPersonId, planVersion.number);
  let last = { youngPersonId: "", hash: FIRST_HASH, number: 0 };
  for (const { id, youngPersonId, number, content, hash } of rows) {
    if (youngPersonId !== last.youngPersonId) last = { youngPersonId, hash: FIRST_HASH, number: 0 };
    if (number !== last.number + 1 || hash !== hashOf(last.hash, content)) return { id, number };
    last = { youngPersonId, hash, number };
  }
  return null;
}

async function keep({ db, newId, by, record }: Work<unknown>, youngPersonId: string, itemId: string): Promise<void> {
  const [last] = await db
    .select({ number: planVersion.number, hash: planVersion.hash })
    .from(planVersion)
    .where(eq(planVersion.youngPersonId, youngPersonId))
    .orderBy(desc(planVersion.number))
    .limit(1);
  const content = await planRowsOf(db, youngPersonId);
  const number = (last?.number ?? 0) + 1;
  const hash = hashOf(last?.hash ?? FIRST_HASH, content);
  await db
    .insert(planVersion)
    .values({ id: newId(), youngPersonId, number, itemId, content, at: by.now, byId: by.staffId, hash });
  record({ kind: "plan-version-made", youngPersonId, itemId, facts: { number } });
}

/** With the minutes each young person's plan is kept as it stands; what was said under § 115 leaves no trace in a plan. */
export async function keepVersionsOf(work: Work<unknown>, meetingId: string): Promise<void> {
  const items = await work.db
    .select({ id: agendaItem.id, youngPersonId: agendaItem.youngPersonId })
    .from(agendaItem)
    .innerJoin(meeting, and(eq(meeting.id, agendaItem.meetingId), ne(meeting.typeCode, SECTION_115)))
    .where(
      and(eq(agendaItem.meetingId, meetingId), eq(agendaItem.state, "handled"), isNotNull(agendaItem.youngPersonId)),
    );
  for (const { id, youngPersonId } of items) if (youngPersonId) await keep(work, youngPersonId, id);
}
