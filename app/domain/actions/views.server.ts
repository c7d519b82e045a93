import { and, asc, eq, ne, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import type { View } from "../touched.server.ts";

const { action } = tables;

export type Action = typeof action.$inferSelect;

/** What is shown of an agreement to all who may read it. Which goal it serves is for those who may see the plan. */
export const actionColumns = {
  id: action.id,
  version: action.version,
  itemId: action.itemId,
  number: action.number,
  position: action.position,
  text: action.text,
  departmentId: action.departmentId,
  ownerId: action.ownerId,
  editedById: action.editedById,
  byYoungPerson: action.byYoungPerson,
  dueOn: action.dueOn,
  howSeen: action.howSeen,
  state: action.state,
  acceptedById: action.acceptedById,
  declineReason: action.declineReason,
  blockedReason: action.blockedReason,
  blockedNote: action.blockedNote,
  resultNote: action.resultNote,
  youthAnswer: action.youthAnswer,
  youthWords: action.youthWords,
  decisionSystem: action.decisionSystem,
  decisionCase: action.decisionCase,
  decisionOn: action.decisionOn,
  createdAt: action.createdAt,
};

type Shown = Pick<Action, keyof typeof actionColumns>;

/** An agreement of the item, or an earlier one of the same young person (`Fra sidst`). */
export type ActionRow = { kind: "action" | "earlier" } & Shown;

const stands = ne(action.state, "cancelled");
const byId = prepared((db) =>
  db
    .select(actionColumns)
    .from(action)
    .where(and(eq(action.id, sql.placeholder("id")), stands))
    .prepare(),
);
const byItem = prepared((db) =>
  db
    .select(actionColumns)
    .from(action)
    .where(and(eq(action.itemId, sql.placeholder("itemId")), stands))
    .orderBy(asc(action.position), asc(action.number))
    .prepare(),
);

const shown = (row: Shown): ActionRow => ({ kind: "action", ...row });

/** The agreements of an item; one that is withdrawn stands no more. */
export const actionView: View<ActionRow> = {
  kind: "action",
  byIds: async (db, ids) => (await Promise.all(ids.map((id) => byId(db).execute({ id })))).flat().map(shown),
};

/** The agreements of an item, in the order of the list. */
export const actionsOf = async (db: Db, itemId: string): Promise<ActionRow[]> =>
  (await byItem(db).execute({ itemId })).map(shown);
