import { and, inArray } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { Work } from "../command.server.ts";
import { tellGuides } from "../guides/team-tell.server.ts";
import { currentOn, rolesOn } from "../staff/find.server.ts";
import { tellAway } from "../stu/tell.server.ts";
import { personTopic } from "../topics.ts";
import { absencesFrom } from "./find.server.ts";
import { boundTo } from "./rules.ts";

const { assignment } = tables;

/** Who covers sees what they see: every watcher is asked anew, and the pages of the young people say who looks after them. */
export async function tellAbsence(
  work: Pick<Work<unknown>, "db" | "today" | "reload" | "rights">,
  staffId: string,
  ...covers: (string | null)[]
): Promise<void> {
  const { db, today, reload, rights } = work;
  rights();
  const bound = boundTo(await absencesFrom(db, today), [staffId, ...covers.flatMap((id) => id ?? [])]);
  for (const id of bound) await tellAway(work, id);
  const roles = await rolesOn(db, staffId, today);
  if (roles.includes("youth_guide")) await tellGuides(work);
  const places = await db
    .selectDistinct({ youngPersonId: assignment.youngPersonId })
    .from(assignment)
    .where(and(inArray(assignment.staffId, bound), currentOn(assignment, today)));
  reload(...places.map(({ youngPersonId }) => personTopic(youngPersonId)));
}
