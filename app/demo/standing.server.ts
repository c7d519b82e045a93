import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { prepared, tables, transact } from "#db/index.server.ts";
import { actionWith } from "#domain/actions/find.server.ts";
import { askedFor, consentsInForce } from "#domain/sharing/consents.server.ts";
import { isDerived } from "#domain/stu/derived.server.ts";

const { agendaItem, assignment, itemClosing, participant, transition, youthVoice } = tables;

/**
 * How things stand in the demo at this moment, where a command needs the id or the version of what another made. Asked of the
 * writer, whose pages are at hand: another connection would read them anew after each command.
 */

export async function itemOf(meetingId: string, youngPersonId: string) {
  const [row] = await transact((db) =>
    db
      .select({ id: agendaItem.id, version: agendaItem.version, leadWorkerId: agendaItem.leadWorkerId })
      .from(agendaItem)
      .where(
        and(
          eq(agendaItem.meetingId, meetingId),
          eq(agendaItem.youngPersonId, youngPersonId),
          isNull(agendaItem.removedAt),
        ),
      ),
  );
  return row;
}

export const seatsOf = (itemId: string) =>
  transact((db) =>
    db
      .select({ id: participant.id, staffId: participant.staffId, departmentId: participant.departmentId })
      .from(participant)
      .where(and(eq(participant.itemId, itemId), eq(participant.kind, "staff"), isNull(participant.removedAt)))
      .orderBy(asc(participant.id)),
  );

const closing = prepared((db) =>
  db
    .select()
    .from(itemClosing)
    .where(eq(itemClosing.id, sql.placeholder("itemId")))
    .prepare(),
);

export async function closingOf(itemId: string) {
  const [row] = await transact((db) => closing(db).execute({ itemId }));
  if (!row) throw new Error(`no closing of ${itemId}`);
  return row;
}

export async function voiceVersionOf(itemId: string): Promise<number> {
  const [row] = await transact((db) =>
    db.select({ version: youthVoice.version }).from(youthVoice).where(eq(youthVoice.itemId, itemId)),
  );
  return row?.version ?? 0;
}

export async function actionOf(id: string) {
  const row = await transact((db) => actionWith(db, id));
  if (!row) throw new Error(`no agreement ${id}`);
  return row;
}

/** In the order in which they can end: the contact person goes last. */
export const runningAssignmentsOf = (youngPersonId: string) =>
  transact((db) =>
    db
      .select({ id: assignment.id, version: assignment.version })
      .from(assignment)
      .where(and(eq(assignment.youngPersonId, youngPersonId), isNull(assignment.toOn)))
      .orderBy(asc(assignment.primary), asc(assignment.id)),
  );

/** Who has to say yes that day. */
export const giversAsked = async (of: Parameters<typeof askedFor>[1]) =>
  (await transact((db) => askedFor(db, of))) ?? [];

/** The consents by which an organisation may know of a young person now. */
export const consentsFor = async (youngPersonId: string, now: string) =>
  transact((db) => consentsInForce(db, youngPersonId, now));

/** How a young person stands before the law on the way to 18; not judged while nobody has written it. */
export async function transitionOf(id: string) {
  const [row] = await transact((db) => db.select().from(transition).where(eq(transition.id, id)));
  return row ?? { version: 0, covered: "not_judged" as const, coveredEvidence: "" };
}

/** Whether the day of a deadline stands elsewhere by now. */
export const heldElsewhere = (of: Parameters<typeof isDerived>[1], today: string) =>
  transact((db) => isDerived(db, of, today));
