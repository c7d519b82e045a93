import type { Work } from "../command.server.ts";
import { goingWith } from "../guides/going.server.ts";
import { coordinators } from "../people/find.server.ts";
import { staffTopic } from "../topics.ts";

/** The lists of those who go with a young person or look after them, and of those who coordinate, are loaded anew. */
export async function tellGoingAndCoordinators(
  { db, today, reload }: Pick<Work<unknown>, "db" | "today" | "reload">,
  youngPersonId: string,
): Promise<void> {
  const going = await goingWith(db, youngPersonId, today);
  reload(...new Set([...going, ...(await coordinators(db, today))].map(staffTopic)));
}
