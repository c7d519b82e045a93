import { and, asc, desc, eq, gte, inArray, isNull, lt, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { type Asking, asked } from "../access/decide.server.ts";
import { unhindered } from "../access/rules.server.ts";
import { SECTION_115 } from "../sharing/rules.ts";
import type { View } from "../touched.server.ts";
import { OPEN_ACTIONS } from "./rules.ts";
import { type ActionRow, actionColumns } from "./views.server.ts";

const { action, agendaItem, meeting } = tables;

const here = alias(agendaItem, "here");
const hereAt = alias(meeting, "here_at");
const former = alias(agendaItem, "former");
const formerAt = alias(meeting, "former_at");

/** Of a meeting before this one. What was agreed under § 115 is spoken of under § 115 alone. */
const before = (at: typeof meeting | typeof formerAt) =>
  and(lt(at.startsAt, hereAt.startsAt), or(ne(at.typeCode, SECTION_115), eq(hereAt.typeCode, SECTION_115)));

/** When the young person's former item was handled; nothing is later than "" when there is none. */
const sinceFormer = (db: Db) =>
  sql`coalesce((${db
    .select({ at: former.handledAt })
    .from(former)
    .innerJoin(formerAt, eq(formerAt.id, former.meetingId))
    .where(and(eq(former.youngPersonId, here.youngPersonId), eq(former.state, "handled"), before(formerAt)))
    .orderBy(desc(formerAt.startsAt))
    .limit(1)}), '')`;

const rows = prepared((db) =>
  db
    .select(actionColumns)
    .from(here)
    .innerJoin(hereAt, eq(hereAt.id, here.meetingId))
    .innerJoin(action, eq(action.youngPersonId, here.youngPersonId))
    .innerJoin(agendaItem, eq(agendaItem.id, action.itemId))
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(
      and(
        eq(here.id, sql.placeholder("itemId")),
        isNull(agendaItem.removedAt),
        unhindered("action:see"),
        before(meeting),
        or(
          inArray(action.state, [...OPEN_ACTIONS]),
          and(inArray(action.state, ["done", "not_done", "handed_over"]), gte(action.endedAt, sinceFormer(db))),
        ),
      ),
    )
    .orderBy(asc(action.dueOn), asc(action.createdAt), asc(action.number))
    .prepare(),
);

/**
 * `Fra sidst` of an item, for somebody who may see the item: the young person's agreements of former items that are open, or
 * ended since the former item. Whoever has a conflict of interest in a former item reads nothing of it here either.
 */
export async function earlierOf(db: Db, itemId: string, asking: Asking): Promise<ActionRow[]> {
  const found = await rows(db).execute({ ...asked(asking), itemId });
  return found.map((row) => ({ kind: "earlier", ...row }));
}

/** Somebody whom no denial stands against. */
const anybody: Asking = { actor: { kind: "nobody" }, now: "1970-01-01T00:00:00.000Z", today: "1970-01-01" };

/** The earlier agreements as the topic of one item shows them to all who watch it: which they are hangs on the item. */
export const earlierView = (itemId: string): View<ActionRow> => ({
  kind: "earlier",
  byIds: async (db, ids) => (await earlierOf(db, itemId, anybody)).filter(({ id }) => ids.includes(id)),
});
