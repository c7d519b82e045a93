import { may, type Verdict } from "../access/decide.server.ts";
import type { At } from "../command.server.ts";

type Asks = Pick<At<unknown>, "db" | "actor" | "now" | "today">;

/** The right to write in a young person's plan, and what else is written by those who go with them. */
export const mayWritePlan = ({ db, actor, now, today }: Asks, youngPersonId: string): Promise<Verdict> =>
  may(db, { actor, now, today }, "person:plan", youngPersonId);
