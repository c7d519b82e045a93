import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { readCpr } from "../people/cpr.ts";
import { foldedName } from "../people/rules.ts";
import { blindIndexOf } from "../vault.server.ts";

const { breakGlass, identityNumber, youngPerson } = tables;

const running = prepared((db) =>
  db
    .select()
    .from(breakGlass)
    .where(
      and(
        eq(breakGlass.staffId, sql.placeholder("staffId")),
        gt(breakGlass.endsAt, sql.placeholder("now")),
        isNull(breakGlass.endedAt),
      ),
    )
    .prepare(),
);

/** The emergency access that somebody has now; there is one at a time. */
export async function runningOf(db: Db, staffId: string, now: string) {
  const [row] = await running(db).execute({ staffId, now });
  return row ?? null;
}

/** The one young person of that number; or of exactly that name and day of birth, when there is one alone. */
export async function youngPersonExactly(
  db: Db,
  { cpr, name, bornOn }: { cpr: string; name: string; bornOn: string | null },
): Promise<string | null> {
  const read = readCpr(cpr);
  if ("digits" in read) {
    const [known] = await db
      .select({ id: identityNumber.youngPersonId })
      .from(identityNumber)
      .where(eq(identityNumber.blindIndex, blindIndexOf("identity_number", read.digits)));
    return known?.id ?? null;
  }
  if (bornOn === null || name === "") return null;
  const born = await db.select().from(youngPerson).where(eq(youngPerson.bornOn, bornOn));
  const [one, ...more] = born.filter((each) => foldedName(each.firstName, each.lastName) === foldedName(name, ""));
  return one && more.length === 0 ? one.id : null;
}

export type RunningEmergency = Pick<
  typeof breakGlass.$inferSelect,
  "id" | "version" | "youngPersonId" | "endsAt" | "renewals"
> & { name: string };

/** The same with the name of whom it is about: for the one who opened it. */
export async function runningEmergency(db: Db, staffId: string, now: string): Promise<RunningEmergency | null> {
  const found = await runningOf(db, staffId, now);
  if (!found) return null;
  const { id, version, youngPersonId, endsAt, renewals } = found;
  const [person] = await db.select().from(youngPerson).where(eq(youngPerson.id, youngPersonId));
  return { id, version, youngPersonId, endsAt, renewals, name: `${person?.firstName} ${person?.lastName}` };
}
