import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import type { Look } from "../query.server.ts";
import { type OwnAction, shownActions } from "./shown.server.ts";
import { actionColumns } from "./views.server.ts";

const { action, handover } = tables;

/** An agreement that the asker is asked to take over. */
export type ToTakeOver = OwnAction & { handover: Pick<typeof handover.$inferSelect, "id" | "version" | "reason"> };

async function toTakeOver(look: Look<unknown>): Promise<ToTakeOver[]> {
  const { db } = look;
  const rows = await db
    .select({ ...actionColumns, youngPersonId: action.youngPersonId, of: handover })
    .from(action)
    .innerJoin(handover, and(eq(handover.actionId, action.id), isNull(handover.answeredAt)))
    .where(scope("action:take-over"))
    .orderBy(asc(handover.askedAt))
    .prepare()
    .execute(asked(look));
  const asks = new Map(rows.map(({ id, of }) => [id, of]));
  const shown = await shownActions(
    look,
    rows.map(({ of, ...row }) => row),
    "asked to take over",
  );
  return shown.flatMap((row) => {
    const of = asks.get(row.id);
    return of ? [{ ...row, handover: { id: of.id, version: of.version, reason: of.reason } }] : [];
  });
}

/** Whom somebody has been asked to take an agreement over, or what they said: the last time, by agreement. */
export type AskedOver = Pick<typeof handover.$inferSelect, "departmentId" | "staffId" | "accepted" | "declineReason">;

export async function handoversOf(db: Db, actionIds: string[]): Promise<Record<string, AskedOver>> {
  const rows = await db
    .select()
    .from(handover)
    .where(inArray(handover.actionId, actionIds))
    .orderBy(asc(handover.askedAt), asc(handover.id));
  return Object.fromEntries(
    rows.map(({ actionId, departmentId, staffId, accepted, declineReason }) => [
      actionId,
      { departmentId, staffId, accepted, declineReason },
    ]),
  );
}

export type Over = { toTakeOver: ToTakeOver[]; handovers: Record<string, AskedOver> };

/** What the asker is asked to take over; and of these agreements, who else is asked. */
export const overTo = async (look: Look<unknown>, rows: { id: string }[]): Promise<Over> => ({
  toTakeOver: await toTakeOver(look),
  handovers: await handoversOf(
    look.db,
    rows.map(({ id }) => id),
  ),
});
