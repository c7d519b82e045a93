import type { Look } from "../query.server.ts";
import { openAlerts } from "./alerts.server.ts";
import { nobodyReached } from "./views.server.ts";

export type OutreachWaits = { alerts: number; toMeeting: number };

/** What waits on the list of young people who are looked for: tellings of schools that nobody has taken, tries at their end. Null where nothing does. */
export async function outreachWaits(look: Look<unknown>): Promise<OutreachWaits | null> {
  // Counted here, shown there: nobody is looked at yet.
  const open = await openAlerts({ ...look, saw: () => undefined });
  const alerts = open.filter(({ takenOn }) => takenOn === null).length;
  const toMeeting = await nobodyReached(look);
  return alerts + toMeeting > 0 ? { alerts, toMeeting } : null;
}
