import { and, eq, gt, inArray } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { referenceOf } from "./references.ts";

const { unmasking, youngPerson } = tables;

/** Of whom a row is: by reference; by name only while the reviewer has been shown it. */
export type Masked = { id: string; reference: string; name: string | null };

export async function maskedFor(
  db: Db,
  me: string,
  now: string,
  ids: (string | null)[],
): Promise<(id: string | null) => Masked | null> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const open = await db
    .select({ id: youngPerson.id, firstName: youngPerson.firstName, lastName: youngPerson.lastName })
    .from(unmasking)
    .innerJoin(youngPerson, eq(youngPerson.id, unmasking.youngPersonId))
    .where(and(eq(unmasking.staffId, me), gt(unmasking.endsAt, now), inArray(unmasking.youngPersonId, known)));
  const names = new Map(open.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]));
  return (id) => (id === null ? null : { id, reference: referenceOf(id), name: names.get(id) ?? null });
}
