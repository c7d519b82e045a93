import { and, eq, isNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { Work } from "../command.server.ts";
import { revise } from "../revise.server.ts";
import { outreachTopic } from "../topics.ts";

const { outreachLead } = tables;

type Step = Pick<Work<unknown>, "db" | "by" | "record" | "reload">;

/** Whom a colleague looked for who does not any more: they stand with nobody, so that another takes it on. */
export async function giveBackLeads(work: Step, staffId: string): Promise<void> {
  const { db, by, record, reload } = work;
  const theirs = await db
    .select()
    .from(outreachLead)
    .where(and(eq(outreachLead.assignedToId, staffId), isNull(outreachLead.erasedOn)));
  for (const row of theirs) {
    await revise(db, outreachLead, row, { assignedToId: null }, by);
    record({ kind: "lead-given", facts: { lead: row.id, staff: null } });
  }
  if (theirs.length > 0) reload(outreachTopic);
}
