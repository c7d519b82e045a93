import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { absencesFrom } from "../absence/find.server.ts";
import { thereOn } from "../absence/rules.ts";
import type { Work } from "../command.server.ts";
import { assignmentsOf } from "../people/find.server.ts";
import { staffTopic } from "../topics.ts";

/** Those who go with a young person, and who looks after them today in somebody's place. */
export async function goingWith(db: Db, youngPersonId: string, today: string): Promise<string[]> {
  const going = (await assignmentsOf(db, youngPersonId, today)).map(({ staffId }) => staffId);
  const absences = await absencesFrom(db, today);
  return [...new Set(going.flatMap((id) => [id, thereOn(absences, id, today) ?? id]))];
}

/** Their pages load anew. */
export async function tellGoing(
  { db, today, reload }: Pick<Work<unknown>, "db" | "today" | "reload">,
  youngPersonId: string,
): Promise<void> {
  reload(...(await goingWith(db, youngPersonId, today)).map(staffTopic));
}

/** The places of guides and the STU team with a young person that stand, that of the contact person first. */
export const placesOfGuides = async (db: Db, youngPersonId: string, today: string) =>
  (await assignmentsOf(db, youngPersonId, today))
    .filter(({ kind }) => kind === "guide" || kind === "stu_team")
    .sort((one, other) => Number(other.primary) - Number(one.primary));

export const placeWith = async (db: Db, id: string) =>
  (await db.select().from(tables.assignment).where(eq(tables.assignment.id, id)))[0];
