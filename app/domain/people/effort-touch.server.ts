import type { Work } from "../command.server.ts";
import { itemTopic, personTopic } from "../topics.ts";
import { livingItemsOf } from "./find.server.ts";
import { effortView } from "./views.server.ts";

/** Efforts stand in the plan, and on the boards of the items ahead. */
export async function touchEfforts(
  { db, touch }: Pick<Work<unknown>, "db" | "touch">,
  youngPersonId: string,
  ids: string[],
): Promise<void> {
  touch(personTopic(youngPersonId), effortView, ...ids);
  for (const itemId of await livingItemsOf(db, youngPersonId)) touch(itemTopic(itemId), effortView, ...ids);
}
