import { and, asc, count, eq, gte, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { tables } from "#db/index.server.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { current, me } from "../access/terms.server.ts";
import { addDays } from "../calendar.ts";
import type { Look } from "../query.server.ts";
import { fitsFilters, isAskedRow, isOpenRow, isOverdueOn } from "./conditions.server.ts";
import { type ActionFilters, ALL_ACTIONS, MOST_SHOWN } from "./filters.ts";
import { type OwnAction, shownActions } from "./shown.server.ts";
import { actionColumns } from "./views.server.ts";

const { action, agendaItem, assignment, membership } = tables;

/** One part of somebody's agreements: the first of them, and how many there are; null for more than `MOST_SHOWN`. */
export type ActionList = { rows: OwnAction[]; count: number | null };

export const listNames = ["toAnswer", "mine", "department", "waiting", "ended"] as const;
export type ListName = (typeof listNames)[number];

const DAYS_KEPT_IN_SIGHT = 90;
const builder = new QueryBuilder();

/** Not done yet; what was taken over is its new owner's alone. */
const isToDo = or(isOpenRow, eq(action.state, "handed_over"));
const isMine = eq(action.ownerId, me);
const isNotMine = or(isNull(action.ownerId), ne(action.ownerId, me));

/** By index, and not by asking each row: opens nothing, and stands beside the right. */
const ownSide = or(
  isMine,
  inArray(
    action.departmentId,
    builder
      .select({ id: membership.departmentId })
      .from(membership)
      .where(and(eq(membership.staffId, me), current(membership))),
  ),
);

/** Whose lead worker, guide or contact person the asker is. */
const goneWith = builder
  .select({ id: assignment.youngPersonId })
  .from(assignment)
  .where(
    and(
      eq(assignment.staffId, me),
      current(assignment),
      or(inArray(assignment.kind, ["lead_worker", "guide"]), eq(assignment.primary, true)),
    ),
  );
/** Items in which the asker brought the question. */
const broughtBy = builder.select({ id: agendaItem.id }).from(agendaItem).where(eq(agendaItem.askerId, me));

/**
 * Each agreement stands in one list. `waiting`: what others owe about the young people whose lead worker, guide or contact person
 * the asker is, and in items whose question they brought; of these what they may see (`action:see`). For what the young person
 * does nobody waits.
 */
const lists: Record<ListName, (today: string) => SQL | undefined> = {
  toAnswer: () => and(ownSide, scope("action:answer"), isAskedRow),
  mine: () => and(isMine, scope("action:answer"), isToDo, sql`not (${isAskedRow})`),
  department: () => and(ownSide, isNotMine, scope("action:answer"), isToDo, sql`not (${isAskedRow})`),
  waiting: () =>
    and(
      or(inArray(action.youngPersonId, goneWith), inArray(action.itemId, broughtBy)),
      isNotMine,
      isOpenRow,
      eq(action.byYoungPerson, false),
      scope("action:see"),
      sql`not (${scope("action:answer")})`,
    ),
  ended: (today) =>
    and(
      ownSide,
      scope("action:answer"),
      inArray(action.state, ["done", "not_done"]),
      gte(action.endedAt, addDays(today, -DAYS_KEPT_IN_SIGHT)),
    ),
};

/** Over the day first, then by day; what has no day stands last. */
const urgency = (today: string) => [
  sql`case when ${isOverdueOn(today)} then 0 else 1 end`,
  sql`coalesce(${action.dueOn}, '~')`,
  asc(action.createdAt),
  asc(action.number),
  asc(action.id),
];

/** The agreements of a condition with whom they are about, the most urgent first. Whom a list left out is about was not seen. */
export async function agreementsWhere(look: Look<unknown>, fits: SQL | undefined, most: number): Promise<OwnAction[]> {
  const { db, today } = look;
  const first = await db
    .select({ id: action.id })
    .from(action)
    .where(fits)
    .orderBy(...urgency(today))
    .limit(most)
    .prepare()
    .execute(asked(look));
  const ids = first.map(({ id }) => id);
  const rows = await db
    .select({
      ...actionColumns,
      youngPersonId: action.youngPersonId,
      mayFollow: sql<number>`${scope("action:follow")}`,
    })
    .from(action)
    .where(inArray(action.id, ids))
    .prepare()
    .execute(asked(look));
  const byId = new Map(rows.map((row) => [row.id, { ...row, mayFollow: row.mayFollow === 1 }]));
  return shownActions(
    look,
    ids.flatMap((id) => byId.get(id) ?? []),
  );
}

/** How many fit, while they can be counted quickly. */
export async function countWhere(look: Look<unknown>, fits: SQL | undefined): Promise<number | null> {
  const found = look.db
    .select({ id: action.id })
    .from(action)
    .where(fits)
    .limit(MOST_SHOWN + 1)
    .as("found");
  const [row] = await look.db.select({ n: count() }).from(found).prepare().execute(asked(look));
  return row && row.n <= MOST_SHOWN ? row.n : null;
}

/** What of the lists is asked for, by its condition. */
export const inList = (name: ListName, today: string, filters: ActionFilters = ALL_ACTIONS): SQL | undefined =>
  and(lists[name](today), fitsFilters(filters, today));

export const NO_LIST: ActionList = { rows: [], count: 0 };

export async function listOf(
  look: Look<unknown>,
  name: ListName,
  { filters = ALL_ACTIONS, most }: { filters?: ActionFilters; most: number },
): Promise<ActionList> {
  const fits = inList(name, look.today, filters);
  const rows = await agreementsWhere(look, fits, most);
  return { rows, count: rows.length < most ? rows.length : await countWhere(look, fits) };
}
