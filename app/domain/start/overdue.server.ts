import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { isOverdueOn } from "../actions/conditions.server.ts";
import { type OwnAction, shownActions } from "../actions/shown.server.ts";
import { actionColumns } from "../actions/views.server.ts";
import { daysBetween } from "../days.ts";
import type { Look } from "../query.server.ts";
import { danishSortKey } from "../text.ts";

const { action, agendaItem, department } = tables;

/** A department is late, not a colleague: `days` is how long its oldest promise is over its day. */
export type Overdue = { departmentId: string; department: string; days: number; agreements: OwnAction[] };

/** The promises over their day that the asker may see, by department. */
export async function overdue(look: Look<unknown>): Promise<Overdue[]> {
  const { db, today } = look;
  const late = and(scope("action:see"), isOverdueOn(today), isNull(agendaItem.removedAt));
  const rows = await db
    .select({ ...actionColumns, youngPersonId: action.youngPersonId })
    .from(action)
    .innerJoin(agendaItem, eq(agendaItem.id, action.itemId))
    .where(late)
    .orderBy(asc(action.dueOn), asc(action.number))
    .prepare()
    .execute(asked(look));
  const agreements = await shownActions(look, rows);
  const ids = [...new Set(agreements.map(({ departmentId }) => departmentId).filter((id) => id !== null))];
  const places = await db.select().from(department).where(inArray(department.id, ids));
  return places
    .sort((a, b) => (danishSortKey(a.name) < danishSortKey(b.name) ? -1 : 1))
    .map(({ id, name }) => {
      const own = agreements.filter(({ departmentId }) => departmentId === id);
      return { departmentId: id, department: name, days: daysBetween(own[0]?.dueOn ?? today, today), agreements: own };
    });
}
