import { and, eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { assignmentsOf, coordinators } from "../people/find.server.ts";
import { currentOn } from "../staff/find.server.ts";
import { staffTopic, type Topic } from "../topics.ts";

const { roleGrant } = tables;

/** Whose start pages say it at once: the lead worker, the coordinators, who look it through, and the reviewers of the log. */
export async function toldOf(db: Db, youngPersonId: string, today: string): Promise<Topic[]> {
  const leads = (await assignmentsOf(db, youngPersonId, today)).filter(({ kind }) => kind === "lead_worker");
  const reviewers = await db
    .select({ staffId: roleGrant.staffId })
    .from(roleGrant)
    .where(and(eq(roleGrant.role, "dpo"), currentOn(roleGrant, today)));
  const told = [...leads, ...reviewers].map(({ staffId }) => staffId);
  return [...new Set([...told, ...(await coordinators(db, today))])].map(staffTopic);
}
