import { and, desc, eq, gt, inArray, lte, ne } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { idOf } from "../actor.ts";
import type { EventKind } from "../events.ts";
import type { Look } from "../query.server.ts";

const { action, log } = tables;

/** What everybody who opens a plan may read of it. */
const OF_PLAN: EventKind[] = [
  ...(["plan-text-written", "plan-version-made", "priority-set", "priority-ended"] as const),
  ...(["goal-added", "goal-changed", "goal-state-set", "goal-removed"] as const),
  ...(["effort-added", "effort-changed", "effort-ended", "assigned", "assignment-ended"] as const),
  ...(["case-opened", "case-begun", "case-paused", "case-resumed", "case-closing", "case-closing-undone"] as const),
  ...(["case-closed", "case-ended", "case-end-taken-back", "case-reopened"] as const),
  ...(["efforts-combined", "combined-offer-changed", "combined-offer-ended"] as const),
  ...(["scheme-added", "scheme-changed", "scheme-removed", "wellbeing-rated", "wellbeing-changed"] as const),
  ...(["placement-added", "placement-changed", "placement-ended", "placement-removed", "wellbeing-removed"] as const),
  ...(["external-plan-added", "external-plan-changed", "external-plan-removed"] as const),
];
/** What is for those alone who see the agreement. */
const OF_AGREEMENT: EventKind[] = [
  ...(["action-made", "action-changed", "action-day-moved", "action-accepted", "action-declined"] as const),
  ...(["handover-asked", "handover-accepted", "handover-declined"] as const),
  ...(["action-started", "action-done", "action-not-done", "action-blocked", "action-unblocked"] as const),
];

/** Shorter away than that one has not been away. */
const AWAY_MS = 15 * 60_000;
const MOST = 50;

export type SinceLine = { seq: number; kind: EventKind; at: string; staffId: string | null };
export type Since = { at: string; lines: SinceLine[] };

/** What others did since the asker last looked at the young person, the newest first; null at the first look. */
export async function sinceLastLook({ db, input, actor, now, today }: Look<{ id: string }>): Promise<Since | null> {
  const me = idOf(actor) ?? "";
  const mine = and(eq(log.youngPersonId, input.id), eq(log.actorId, me));
  const [last] = await db
    .select({ at: log.at })
    .from(log)
    .where(
      and(
        mine,
        eq(log.door, "people-around"),
        eq(log.kind, "read"),
        lte(log.at, new Date(Date.parse(now) - AWAY_MS).toISOString()),
      ),
    )
    .orderBy(desc(log.seq))
    .limit(1);
  if (!last) return null;
  const rows = await db
    .select({ seq: log.seq, kind: log.kind, at: log.at, actorId: log.actorId, facts: log.facts })
    .from(log)
    .where(
      and(
        eq(log.youngPersonId, input.id),
        gt(log.at, last.at),
        ne(log.actorId, me),
        inArray(log.kind, [...OF_PLAN, ...OF_AGREEMENT]),
      ),
    )
    .orderBy(desc(log.seq))
    .limit(MOST);
  const seen = await db
    .select({ id: action.id })
    .from(action)
    .where(and(eq(action.youngPersonId, input.id), scope("action:see")))
    .prepare()
    .execute(asked({ actor, now, today }));
  const visible = new Set(seen.map(({ id }) => id));
  return {
    at: last.at,
    lines: rows
      .filter(({ kind, facts }) => OF_PLAN.includes(kind as EventKind) || visible.has(String(facts.actionId)))
      .map(({ seq, kind, at, actorId }) => ({ seq, kind: kind as EventKind, at, staffId: actorId })),
  };
}
