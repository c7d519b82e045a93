import type { Work } from "../command.server.ts";
import { assignmentsOf, coordinators } from "../people/find.server.ts";
import { staffTopic } from "../topics.ts";

/** The lists of those who go with a young person, and of those who coordinate, are loaded anew. */
export async function tellGoing(
  { db, today, reload }: Pick<Work<unknown>, "db" | "today" | "reload">,
  youngPersonId: string,
): Promise<void> {
  const going = (await assignmentsOf(db, youngPersonId, today)).map(({ staffId }) => staffId);
  reload(...new Set([...going, ...(await coordinators(db, today))].map(staffTopic)));
}
