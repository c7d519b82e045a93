import { decide, may, type Verdict } from "../access/decide.server.ts";
import { hasEnded } from "../cases/find.server.ts";
import type { At } from "../command.server.ts";
import { refusedBecause } from "../errors.ts";

type Asks = Pick<At<unknown>, "db" | "actor" | "now" | "today">;

/**
 * The right to write in a young person's plan, and what else is written by those who go with them.
 * @throws Declined `refused` with the reason for those who could, had the case not ended
 */
export async function mayWritePlan({ db, actor, now, today }: Asks, youngPersonId: string): Promise<Verdict> {
  const asking = { actor, now, today };
  const verdict = await may(db, asking, "person:plan", youngPersonId);
  if ("by" in verdict || !(await hasEnded(db, youngPersonId))) return verdict;
  if ((await decide(db, asking, "person:assign", youngPersonId)) === null) return verdict;
  throw refusedBecause("case-ended");
}
