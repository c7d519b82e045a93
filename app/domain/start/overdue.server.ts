import { and, asc, eq, inArray, isNotNull, isNull, not, type SQL } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/sqlite-core";
import { tables } from "#db/index.server.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { isOpenRow, isOverdueOn } from "../actions/conditions.server.ts";
import { type OwnAction, shownActions } from "../actions/shown.server.ts";
import { actionColumns } from "../actions/views.server.ts";
import { daysBetween } from "../days.ts";
import type { Look } from "../query.server.ts";
import { danishSortKey } from "../text.ts";

const { action, agendaItem, department, staff } = tables;

const hasLeft = inArray(
  action.ownerId,
  new QueryBuilder().select({ id: staff.id }).from(staff).where(isNotNull(staff.endedAt)),
);

/** A department is late, not a colleague: `days` is how long its oldest promise is over its day. */
export type Overdue = { departmentId: string; department: string; days: number; agreements: OwnAction[] };

/** The promises that fit and that the asker may see, by their day. */
async function promisesThat(look: Look<unknown>, fits: SQL | undefined): Promise<OwnAction[]> {
  const rows = await look.db
    .select({ ...actionColumns, youngPersonId: action.youngPersonId })
    .from(action)
    .innerJoin(agendaItem, eq(agendaItem.id, action.itemId))
    .where(and(scope("action:see"), fits, isNull(agendaItem.removedAt)))
    .orderBy(asc(action.dueOn), asc(action.number))
    .prepare()
    .execute(asked(look));
  return shownActions(look, rows);
}

/** What somebody promised who has left and is not over its day: nobody does it, until it is given to another. */
export const ofWhoLeft = (look: Look<unknown>): Promise<OwnAction[]> =>
  promisesThat(look, and(isOpenRow, hasLeft, not(isOverdueOn(look.today) as SQL)));

/** The promises over their day that the asker may see, by department. */
export async function overdue(look: Look<unknown>): Promise<Overdue[]> {
  const { db, today } = look;
  const agreements = await promisesThat(look, isOverdueOn(today));
  const ids = [...new Set(agreements.map(({ departmentId }) => departmentId).filter((id) => id !== null))];
  const places = await db.select().from(department).where(inArray(department.id, ids));
  return places
    .sort((a, b) => (danishSortKey(a.name) < danishSortKey(b.name) ? -1 : 1))
    .map(({ id, name }) => {
      const own = agreements.filter(({ departmentId }) => departmentId === id);
      return { departmentId: id, department: name, days: daysBetween(own[0]?.dueOn ?? today, today), agreements: own };
    });
}
