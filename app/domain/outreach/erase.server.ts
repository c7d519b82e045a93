import { and, eq, gt, inArray, isNotNull, isNull, lte, ne, or } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { Work } from "../command.server.ts";
import { forgetFormer } from "../revise.server.ts";
import { expiredUpTo } from "./rules.ts";

const { outreachEncounter, outreachLead } = tables;

/** Nothing is left of who somebody is. */
const NOBODY = {
  ...{ firstName: "", lastName: "", sortKey: "", bornOn: null, cipher: null },
  ...{ address: "", protected: false, phone: "", status: "", placeId: null, assignedToId: null, raisedItemId: null },
} as const;
const UNKNOWN = { blindIndex: null, nameIndex: null } as const;

/** How many ids one statement takes. */
const AT_ONCE = 500;

/** Erases who these are, in what stands and in what stood before; the source, the days and the state stay, to be counted. */
export async function eraseFacts(db: Db, ids: readonly string[], today: string): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    await db
      .update(outreachLead)
      .set({ ...NOBODY, erasedOn: today })
      .where(inArray(outreachLead.id, some));
    await forgetFormer(db, outreachLead, some);
  }
}

/**
 * Erases the facts of those whose twelve months are over. Who asked to be left alone until a later day is known again until then,
 * by a keyed hash alone: else the next file would bring them back. Marks of encounters go too.
 */
async function eraseExpired(db: Db, today: string): Promise<number> {
  const over = expiredUpTo(today);
  const expired = await db
    .select({ id: outreachLead.id })
    .from(outreachLead)
    .where(and(lte(outreachLead.receivedOn, over), isNull(outreachLead.erasedOn)));
  await eraseFacts(
    db,
    expired.map(({ id }) => id),
    today,
  );
  const stillAlone = and(eq(outreachLead.state, "declined"), isNotNull(outreachLead.nextAllowedOn));
  const forgotten = and(isNotNull(outreachLead.erasedOn), isNotNull(outreachLead.nameIndex));
  await db
    .update(outreachLead)
    .set(UNKNOWN)
    .where(and(forgotten, or(ne(outreachLead.state, "declined"), isNull(outreachLead.nextAllowedOn))));
  await db
    .update(outreachLead)
    .set(UNKNOWN)
    .where(and(forgotten, stillAlone, lte(outreachLead.nextAllowedOn, today)));
  const old = lte(outreachEncounter.metOn, over);
  await db
    .update(outreachEncounter)
    .set({ mark: "" })
    .where(and(old, ne(outreachEncounter.mark, "")));
  // Nor does a mark stay in what stood before somebody was known by it.
  const changed = await db
    .select({ id: outreachEncounter.id })
    .from(outreachEncounter)
    .where(and(old, gt(outreachEncounter.version, 1)));
  for (let from = 0; from < changed.length; from += AT_ONCE)
    await forgetFormer(
      db,
      outreachEncounter,
      changed.slice(from, from + AT_ONCE).map(({ id }) => id),
    );
  return expired.length;
}

/** The same by somebody's command, written in the log when anybody is forgotten. */
export async function forgetExpired({
  db,
  today,
  record,
}: Pick<Work<unknown>, "db" | "today" | "record">): Promise<void> {
  const leads = await eraseExpired(db, today);
  if (leads > 0) record({ kind: "leads-expired", facts: { leads } });
}

/** What stands of somebody who has a case now: who they are stands there, and only there. */
export async function eraseMoved(db: Db, id: string, today: string): Promise<void> {
  await eraseFacts(db, [id], today);
  await db.update(outreachLead).set(UNKNOWN).where(eq(outreachLead.id, id));
}
