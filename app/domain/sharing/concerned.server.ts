import type { Work } from "../command.server.ts";
import { assignmentsOf, coordinators, livingItemsOf } from "../people/find.server.ts";
import { itemTopic, staffTopic } from "../topics.ts";

/** Those who go with a young person, the coordinators, and the items ahead load anew. */
export async function tellConcerned(
  { db, today, reload }: Pick<Work<unknown>, "db" | "today" | "reload">,
  youngPersonId: string,
): Promise<void> {
  const staff = (await assignmentsOf(db, youngPersonId, today)).map(({ staffId }) => staffId);
  reload(...[...staff, ...(await coordinators(db, today))].map(staffTopic));
  reload(...(await livingItemsOf(db, youngPersonId)).map(itemTopic));
}
