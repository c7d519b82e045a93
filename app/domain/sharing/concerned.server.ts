import type { Work } from "../command.server.ts";
import { assignmentsOf, coordinators, livingItemsOf } from "../people/find.server.ts";
import { touchRooms } from "../screen/touch.server.ts";
import { itemTopic, staffTopic } from "../topics.ts";

/** Those who go with a young person, the coordinators, and the items ahead load anew; a room that is at one shows what may be seen now. */
export async function tellConcerned(
  work: Pick<Work<unknown>, "db" | "today" | "touch" | "reload">,
  youngPersonId: string,
): Promise<void> {
  const { db, today, reload } = work;
  const staff = (await assignmentsOf(db, youngPersonId, today)).map(({ staffId }) => staffId);
  reload(...[...staff, ...(await coordinators(db, today))].map(staffTopic));
  reload(...(await livingItemsOf(db, youngPersonId)).map(itemTopic));
  await touchRooms(work, { youngPersonId });
}
