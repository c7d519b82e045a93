import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { OPEN_ACTIONS } from "../actions/rules.ts";
import type { Look } from "../query.server.ts";
import { SECTION_115 } from "../sharing/rules.ts";

const { action, agendaItem, department, meeting, staff } = tables;

/**
 * What the young person may take along of what is agreed: of the shared class, nothing of a meeting under § 115, and only what
 * somebody has said yes to. The day decides the order; what has none stands last.
 */
export async function agreed(look: Look<unknown>, youngPersonId: string) {
  return look.db
    .select({
      id: action.id,
      text: action.text,
      state: action.state,
      dueOn: action.dueOn,
      byYoungPerson: action.byYoungPerson,
      owner: staff.name,
      department: department.name,
    })
    .from(action)
    .innerJoin(agendaItem, eq(agendaItem.id, action.itemId))
    .innerJoin(meeting, and(eq(meeting.id, agendaItem.meetingId), ne(meeting.typeCode, SECTION_115)))
    .leftJoin(staff, eq(staff.id, action.ownerId))
    .leftJoin(department, eq(department.id, action.departmentId))
    .where(
      and(
        eq(action.youngPersonId, youngPersonId),
        inArray(action.state, [...OPEN_ACTIONS]),
        eq(action.textClass, "open_in_forum"),
        scope("action:see"),
      ),
    )
    .orderBy(sql`${action.dueOn} is null`, asc(action.dueOn), asc(action.createdAt), asc(action.number))
    .prepare()
    .execute(asked(look));
}
