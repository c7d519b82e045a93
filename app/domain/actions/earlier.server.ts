import { and, asc, desc, eq, gte, inArray, isNull, lt, ne, or, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { type Asking, asked } from "../access/decide.server.ts";
import { unhindered } from "../access/rules.server.ts";
import { SECTION_115 } from "../sharing/rules.ts";
import type { View } from "../touched.server.ts";
import { OPEN_ACTIONS } from "./rules.ts";
import { type ActionRow, actionColumns } from "./views.server.ts";

const { action, agendaItem, meeting } = tables;

// What was agreed under § 115 is spoken of under § 115 alone.
const before = and(
  lt(meeting.startsAt, sql.placeholder("startsAt")),
  or(ne(meeting.typeCode, SECTION_115), eq(sql.placeholder("typeCode"), SECTION_115)),
);

const frame = prepared((db) =>
  db
    .select({ youngPersonId: agendaItem.youngPersonId, startsAt: meeting.startsAt, typeCode: meeting.typeCode })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(eq(agendaItem.id, sql.placeholder("itemId")))
    .prepare(),
);

const formerItem = prepared((db) =>
  db
    .select({ handledAt: agendaItem.handledAt })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(and(eq(agendaItem.youngPersonId, sql.placeholder("youngPersonId")), eq(agendaItem.state, "handled"), before))
    .orderBy(desc(meeting.startsAt))
    .limit(1)
    .prepare(),
);

const rows = prepared((db) =>
  db
    .select(actionColumns)
    .from(action)
    .innerJoin(agendaItem, eq(agendaItem.id, action.itemId))
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(
      and(
        eq(action.youngPersonId, sql.placeholder("youngPersonId")),
        isNull(agendaItem.removedAt),
        unhindered("action:see"),
        before,
        or(
          inArray(action.state, [...OPEN_ACTIONS]),
          and(
            inArray(action.state, ["done", "not_done", "handed_over"]),
            gte(action.endedAt, sql.placeholder("since")),
          ),
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
  const [at] = await frame(db).execute({ itemId });
  if (!at?.youngPersonId) return [];
  const [former] = await formerItem(db).execute(at);
  const found = await rows(db).execute({ ...asked(asking), ...at, since: former?.handledAt ?? "" });
  return found.map((row) => ({ kind: "earlier", ...row }));
}

/** Somebody whom no denial stands against. */
const anybody: Asking = { actor: { kind: "nobody" }, now: "1970-01-01T00:00:00.000Z", today: "1970-01-01" };

/** The earlier agreements as the topic of one item shows them to all who watch it: which they are hangs on the item. */
export const earlierView = (itemId: string): View<ActionRow> => ({
  kind: "earlier",
  byIds: async (db, ids) => (await earlierOf(db, itemId, anybody)).filter(({ id }) => ids.includes(id)),
});
