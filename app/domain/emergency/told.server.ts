import { and, eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { assignmentsOf, coordinators } from "../people/find.server.ts";
import { currentOn } from "../staff/find.server.ts";
import { staffTopic, type Topic } from "../topics.ts";

const { roleGrant } = tables;

/** Whose start pages say it at once: the lead worker, or the coordinators where there is none; and the reviewers of the log. */
export async function toldOf(db: Db, youngPersonId: string, today: string): Promise<Topic[]> {
  const leads = (await assignmentsOf(db, youngPersonId, today)).filter(({ kind }) => kind === "lead_worker");
  const reviewers = await db
    .select({ staffId: roleGrant.staffId })
    .from(roleGrant)
    .where(and(eq(roleGrant.role, "dpo"), currentOn(roleGrant, today)));
  const all = [...leads, ...reviewers].map(({ staffId }) => staffId);
  // Coordinators look it through whoever leads, so their pages load anew too.
  return [...new Set([...all, ...(await coordinators(db, today))])].map(staffTopic);
}
