import { and, eq, ne } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { DuplicateMatch } from "#db/vocabulary.ts";
import type { Work } from "../command.server.ts";
import { staffTopic } from "../topics.ts";
import { coordinators } from "./find.server.ts";
import { foldedName } from "./rules.ts";

const { identityNumber, possibleDuplicate, youngPerson } = tables;

type Step = Pick<Work<unknown>, "db" | "today" | "newId" | "record" | "reload">;
type Born = { id: string; firstName: string; lastName: string; bornOn: string };

/** Who has the number already, or null. */
export async function ownerOf({ db }: Pick<Step, "db">, blindIndex: string): Promise<string | null> {
  const [known] = await db
    .select({ id: identityNumber.youngPersonId })
    .from(identityNumber)
    .where(eq(identityNumber.blindIndex, blindIndex));
  return known?.id ?? null;
}

/**
 * Notes births that may stand twice, for a coordinator to look at. Whoever typed the name is told nothing of it: a leaked
 * existence is worse than a duplicate (issue, decision 2).
 */
export async function noteDuplicates(
  { db, today, newId, record, reload }: Step,
  born: Born,
  sameNumber: string | null,
): Promise<void> {
  const namesakes = await db
    .select()
    .from(youngPerson)
    .where(and(eq(youngPerson.bornOn, born.bornOn), ne(youngPerson.id, born.id)));
  const folded = foldedName(born.firstName, born.lastName);
  const found = new Map<string, DuplicateMatch>();
  for (const each of namesakes) if (foldedName(each.firstName, each.lastName) === folded) found.set(each.id, "name");
  if (sameNumber) found.set(sameNumber, "number");
  for (const [existingId, foundBy] of found) {
    const id = newId();
    await db.insert(possibleDuplicate).values({ id, youngPersonId: born.id, existingId, foundBy, foundOn: today });
    record({ kind: "possible-duplicate-found", youngPersonId: born.id, facts: { duplicate: id, by: foundBy } });
  }
  if (found.size > 0) reload(...(await coordinators(db, today)).map(staffTopic));
}
