import { and, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import type { View } from "../touched.server.ts";

const { agendaItem, assignment, youngPerson } = tables;

/** An item as its topic shows it, with the name of the one it is about. */
export type ItemRow = {
  kind: "item";
  id: string;
  version: number;
  meetingId: string;
  itemKind: (typeof agendaItem.$inferSelect)["kind"];
  state: (typeof agendaItem.$inferSelect)["state"];
  question: string;
  minutes: number;
  fixedAt: string | null;
  openedAt: string | null;
  handledAt: string | null;
  spentSeconds: number;
  conflictsAskedAt: string | null;
  leadWorkerId: string | null;
  carriedFromId: string | null;
  youngPersonId: string | null;
  /** Who brought a question without a name. */
  askerId: string | null;
  firstName: string | null;
  lastName: string | null;
  bornOn: string | null;
  contactPersonId: string | null;
};

const contact = and(
  eq(assignment.youngPersonId, agendaItem.youngPersonId),
  eq(assignment.primary, true),
  isNull(assignment.toOn),
);
const byId = prepared((db) =>
  db
    .select({
      id: agendaItem.id,
      version: agendaItem.version,
      meetingId: agendaItem.meetingId,
      itemKind: agendaItem.kind,
      state: agendaItem.state,
      question: agendaItem.question,
      minutes: agendaItem.minutes,
      fixedAt: agendaItem.fixedAt,
      openedAt: agendaItem.openedAt,
      handledAt: agendaItem.handledAt,
      spentSeconds: agendaItem.spentSeconds,
      conflictsAskedAt: agendaItem.conflictsAskedAt,
      leadWorkerId: agendaItem.leadWorkerId,
      carriedFromId: agendaItem.carriedFromId,
      youngPersonId: agendaItem.youngPersonId,
      askerId: agendaItem.askerId,
      firstName: youngPerson.firstName,
      lastName: youngPerson.lastName,
      bornOn: youngPerson.bornOn,
      contactPersonId: assignment.staffId,
    })
    .from(agendaItem)
    .leftJoin(youngPerson, eq(youngPerson.id, agendaItem.youngPersonId))
    .leftJoin(assignment, contact)
    .where(and(eq(agendaItem.id, sql.placeholder("id")), isNull(agendaItem.removedAt)))
    .prepare(),
);

const shown = (row: Omit<ItemRow, "kind">): ItemRow => ({ kind: "item", ...row });

export const itemView: View<ItemRow> = {
  kind: "item",
  byIds: async (db, ids) => (await Promise.all(ids.map((id) => byId(db).execute({ id })))).flat().map(shown),
};

/** Who does what for a young person today: contact person and lead worker, as the case knows them. */
export async function caseFacts(db: Db, youngPersonId: string, today: string) {
  const running = and(lte(assignment.fromOn, today), or(isNull(assignment.toOn), gt(assignment.toOn, today)));
  const rows = await db
    .select()
    .from(assignment)
    .where(and(eq(assignment.youngPersonId, youngPersonId), running));
  return {
    contactPersonId: rows.find((row) => row.primary)?.staffId ?? null,
    leadWorkerId: rows.find((row) => row.kind === "lead_worker")?.staffId ?? null,
    staffIds: [...new Set(rows.map((row) => row.staffId))],
  };
}
