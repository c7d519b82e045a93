import { type Db, tables } from "#db/index.server.ts";
import type { PlaceEnding } from "#db/vocabulary.ts";
import { itemView } from "../agenda/views.server.ts";
import type { Work } from "../command.server.ts";
import { invalid } from "../errors.ts";
import { comesAfterAll, tellGivenOn } from "../guides/not-coming.server.ts";
import { tellGuides } from "../guides/team-tell.server.ts";
import { departmentOf } from "../participants/invite.server.ts";
import { revise } from "../revise.server.ts";
import { touchRooms } from "../screen/touch.server.ts";
import { staffWho } from "../staff/find.server.ts";
import { canGoWith } from "../staff/rules.ts";
import { itemTopic, staffTopic } from "../topics.ts";
import { lacksContact } from "./contact.server.ts";
import { asideAround, assignmentsOf, livingItemsOf } from "./find.server.ts";
import { lapseHandover } from "./handover-lapses.server.ts";

const { assignment } = tables;

type Step = Pick<Work<unknown>, "db" | "today" | "by" | "newId" | "record" | "reload" | "rights" | "touch">;
type Row = typeof assignment.$inferSelect;
type Placed = Pick<Row, "youngPersonId" | "staffId" | "kind" | "primary"> & {
  id?: string | null;
  fromOn?: string;
  /** Why the place of a guide whom this one replaces ends. */
  formerEndsFor?: PlaceEnding;
};

/** Why a colleague cannot be placed with that young person: they do not work with young people here, or any more; or stood aside. */
async function whyNotWith(db: Db, youngPersonId: string, today: string) {
  const along = new Set(await staffWho(db, canGoWith, today));
  const aside = await asideAround(db, youngPersonId);
  return (staffId: string) => (!along.has(staffId) ? "choose" : aside.has(staffId) ? "stood-aside" : null);
}

/** The places of those who can be the contact person: not of who has left, or stood aside. */
export async function couldBeContact(db: Db, youngPersonId: string, today: string): Promise<Row[]> {
  const why = await whyNotWith(db, youngPersonId, today);
  return (await assignmentsOf(db, youngPersonId, today)).filter(({ staffId }) => why(staffId) === null);
}

/** The lead worker, where they can be the contact person. */
export const leadWorkerOf = async (db: Db, youngPersonId: string, today: string): Promise<Row | undefined> =>
  (await couldBeContact(db, youngPersonId, today)).find(({ kind }) => kind === "lead_worker");

/**
 * Gives somebody a place with a young person. One primary contact stands: a former guide in it ends, another keeps the
 * assignment without it. The first guide is the contact, and so is the lead worker who comes in place of one who was. There is
 * one lead worker.
 * @throws Declined `invalid` at the field when they do not work with young people here, or stood aside around this one
 */
export async function place(work: Step, set: Placed, field = "staffId"): Promise<string> {
  const { db, today, by, newId, record, reload, rights } = work;
  const { youngPersonId, staffId, kind } = set;
  const why = (await whyNotWith(db, youngPersonId, today))(staffId);
  if (why) throw invalid(field, why);
  const standing = await assignmentsOf(db, youngPersonId, today);
  const own = standing.find((each) => each.staffId === staffId && each.kind === kind);
  const contact = standing.find((each) => each.primary);
  const replaced = kind === "lead_worker" && contact?.kind === kind;
  const primary = set.primary || replaced || (kind === "guide" && !contact);

  for (const each of standing) {
    if (each === own) continue;
    if ((kind === "lead_worker" && each.kind === kind) || (primary && each.primary && each.kind === "guide")) {
      await end(work, each, set.formerEndsFor);
      await tellGivenOn(work, each);
    } else if (primary && each.primary) {
      await revise(db, assignment, each, { primary: false }, by);
      await lapseHandover(work, { youngPersonId, fromStaffId: each.staffId });
    }
  }
  const id = own?.id ?? set.id ?? newId();
  const departmentId = await departmentOf(db, staffId, today);
  if (!own)
    await db.insert(assignment).values({
      id,
      youngPersonId,
      staffId,
      kind,
      primary,
      departmentId,
      reviewedOn: today,
      fromOn: set.fromOn ?? today,
    });
  else await revise(db, assignment, own, { primary: own.primary || primary, departmentId, reviewedOn: today }, by);
  if (kind === "guide") await comesAfterAll(work, { youngPersonId, staffId });
  record({ kind: "assigned", youngPersonId, facts: { staffId, kind, primary } });
  reload(staffTopic(staffId));
  if (primary && (await lacksContact(db, youngPersonId, contact, today))) await tellGuides(work);
  rights();
  await touchItems(work, youngPersonId);
  return id;
}

/** Ends an assignment, and with it what it opened. Why is asked of a guide alone. */
export async function end(work: Step, row: Row, endedFor: PlaceEnding | null = null): Promise<void> {
  const { db, today, by, record, reload, rights } = work;
  await revise(db, assignment, row, { toOn: today, endedFor: row.kind === "guide" ? endedFor : null }, by);
  record({
    kind: "assignment-ended",
    youngPersonId: row.youngPersonId,
    facts: { staffId: row.staffId, kind: row.kind },
  });
  if (row.primary) await lapseHandover(work, { youngPersonId: row.youngPersonId, fromStaffId: row.staffId });
  reload(staffTopic(row.staffId));
  rights();
}

/** The items that are ahead, or open, show who the contact person is. */
export async function touchItems(
  work: Pick<Step, "db" | "today" | "touch" | "reload">,
  youngPersonId: string,
): Promise<void> {
  const { db, touch } = work;
  for (const itemId of await livingItemsOf(db, youngPersonId)) touch(itemTopic(itemId), itemView, itemId);
  await touchRooms(work, { youngPersonId });
}
