import type { Work } from "../command.server.ts";
import { holdersOf } from "../people/find.server.ts";
import { staffTopic } from "../topics.ts";

/** How the young people are shared out stands otherwise now: who looks at it loads it anew. */
export async function tellGuides({ db, today, reload }: Pick<Work<unknown>, "db" | "today" | "reload">): Promise<void> {
  for (const role of ["youth_guide", "coordinator", "leader"] as const)
    reload(...(await holdersOf(db, role, today)).map(staffTopic));
}
