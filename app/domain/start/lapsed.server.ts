import { and, count, desc, eq, gt, isNotNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { LapseReason } from "#db/vocabulary.ts";
import { asked } from "../access/decide.server.ts";
import { scope, unhindered } from "../access/rules.server.ts";
import { type OwnAction, shownActions } from "../actions/shown.server.ts";
import { actionColumns } from "../actions/views.server.ts";
import { staffIdOf } from "../actor.ts";
import { addDays } from "../calendar.ts";
import type { Look } from "../query.server.ts";

const { action } = tables;

const DAYS_TOLD_OF = 14;

/** An own agreement that lapsed with the case; why is told to whoever may know the young person. */
export type Lapsed = OwnAction & { because: LapseReason | null };
export type LapsedOwn = {
  rows: Lapsed[];
  /** How many lapsed of which the asker may know no more. */
  others: number;
};

/** What the asker had promised and nobody waits for any more: by name for as long as they may see it, then the number. */
export async function lapsedOwn(look: Look<unknown>): Promise<LapsedOwn> {
  const { db, actor, today } = look;
  const mine = and(
    eq(action.ownerId, staffIdOf(actor)),
    isNotNull(action.lapseReason),
    gt(action.endedAt, addDays(today, -DAYS_TOLD_OF)),
    unhindered("action:see"),
  );
  const [all] = await db.select({ n: count() }).from(action).where(mine).prepare().execute(asked(look));
  if (!all || all.n === 0) return { rows: [], others: 0 };
  const found = await db
    .select({ ...actionColumns, youngPersonId: action.youngPersonId, lapseReason: action.lapseReason })
    .from(action)
    .where(and(mine, scope("action:answer")))
    .orderBy(desc(action.endedAt), desc(action.id))
    .prepare()
    .execute(asked(look));
  const reasons = new Map(found.map(({ id, lapseReason }) => [id, lapseReason]));
  const rows = (
    await shownActions(
      look,
      found.map(({ lapseReason, ...row }) => row),
    )
  ).map((row) => ({
    ...row,
    because: row.youngPerson?.id ? (reasons.get(row.id) ?? null) : null,
  }));
  return { rows, others: all.n - rows.length };
}
