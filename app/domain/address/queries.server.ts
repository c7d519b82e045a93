import { and, eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, decide } from "../access/decide.server.ts";
import { unseal } from "../vault.server.ts";

const { youngPersonAddress } = tables;

type Row = typeof youngPersonAddress.$inferSelect;

/** Where a young person lives, as far as the asker may know; `text` is null while it is to be asked for with a reason. */
export type Address = Pick<Row, "version" | "protected" | "protectedUntil" | "highRisk" | "source" | "checkedOn"> & {
  text: string | null;
};

export type AddressPart = {
  /** Null: none is written down, or the asker learns of none. */
  address: Address | null;
  mayWrite: boolean;
};

/** Somebody may be looking for the young person. */
export async function isSought(db: Db, youngPersonId: string): Promise<boolean> {
  const ofThem = and(eq(youngPersonAddress.id, youngPersonId), eq(youngPersonAddress.highRisk, true));
  return (await db.select({ id: youngPersonAddress.id }).from(youngPersonAddress).where(ofThem)).length > 0;
}

/**
 * A protected address is left out, as if there were none, for everybody but the lead worker and the guide. Another one is for
 * those who go with the young person.
 */
export async function addressFor(db: Db, asking: Asking, youngPersonId: string): Promise<AddressPart> {
  const mayWrite = (await decide(db, asking, "person:address", youngPersonId)) !== null;
  const goesAlong = mayWrite || (await decide(db, asking, "person:assign", youngPersonId)) !== null;
  const [row] = goesAlong
    ? await db
        .select()
        .from(youngPersonAddress)
        .where(
          and(eq(youngPersonAddress.id, youngPersonId), mayWrite ? undefined : eq(youngPersonAddress.protected, false)),
        )
    : [];
  if (!row) return { address: null, mayWrite };
  const { version, protectedUntil, highRisk, source, checkedOn } = row;
  const text = row.protected ? null : unseal("address", row.cipher, youngPersonId);
  return {
    address: { version, protected: row.protected, protectedUntil, highRisk, source, checkedOn, text },
    mayWrite,
  };
}
