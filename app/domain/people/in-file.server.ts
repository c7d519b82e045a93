import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { dayIn, textIn, Wrong } from "../files/cells.ts";
import { blindIndexOf } from "../vault.server.ts";
import { readCpr } from "./cpr.ts";
import { couldBeYoung, foldedName } from "./rules.ts";

const { identityNumber, youngPerson } = tables;

/** How a line of a file says whom it is about: the number, or birth and name. */
export const PERSON_COLUMNS = ["cpr", "fornavn", "efternavn", "født"] as const;
type PersonColumn = (typeof PERSON_COLUMNS)[number];

export type PersonInLine = { cpr: string; bornOn: string; firstName: string; lastName: string };

/**
 * Whom a line is about, as it says so.
 * @param named a number alone does not do
 * @throws Wrong
 */
export function personIn(cells: Record<PersonColumn, string>, today: string, named: boolean): PersonInLine {
  const number = readCpr(cells.cpr);
  if ("problem" in number && number.problem !== "empty") throw new Wrong("cpr", "cpr");
  const digits = "digits" in number ? number.digits : "";
  const bornOn = "digits" in number ? number.bornOn : dayIn(cells, "født", today);
  if (!bornOn) throw new Wrong("cpr", "cpr-or-birth");
  if (!couldBeYoung(bornOn, today)) throw new Wrong(digits ? "cpr" : "født", "not-young");
  const required = named || !digits;
  const firstName = textIn(cells, "fornavn", 60, required);
  return { cpr: digits, bornOn, firstName, lastName: textIn(cells, "efternavn", 60, required) };
}

type Person = { id: string; firstName: string; lastName: string };

/** Finds whom a line is about among the young people whom the asker may see; null when nobody is. */
export type FindPerson = (who: PersonInLine) => Person | null;

const nameKey = (bornOn: string, firstName: string, lastName: string) => `${bornOn} ${foldedName(firstName, lastName)}`;

/** A number is found by its keyed hash; who has none here, because it is somebody else's or was not known, by birth and name. */
export async function peopleInFile(db: Db, asking: Asking): Promise<FindPerson> {
  const people = await db
    .select({
      ...{ id: youngPerson.id, firstName: youngPerson.firstName, lastName: youngPerson.lastName },
      ...{ bornOn: youngPerson.bornOn, blindIndex: identityNumber.blindIndex },
    })
    .from(youngPerson)
    .leftJoin(identityNumber, eq(identityNumber.youngPersonId, youngPerson.id))
    .where(scope("person:see"))
    .prepare()
    .execute(asked(asking));
  const byNumber = new Map(people.flatMap((one) => (one.blindIndex ? [[one.blindIndex, one]] : [])));
  const byName = new Map<string, typeof people>();
  for (const one of people) {
    const key = nameKey(one.bornOn, one.firstName, one.lastName);
    byName.set(key, [...(byName.get(key) ?? []), one]);
  }
  return ({ cpr, bornOn, firstName, lastName }) => {
    const named = byName.get(nameKey(bornOn, firstName, lastName)) ?? [];
    if (cpr)
      return (
        byNumber.get(blindIndexOf("identity_number", cpr)) ?? named.findLast(({ blindIndex }) => !blindIndex) ?? null
      );
    if (named.length > 1) throw new Wrong("cpr", "two-of-that-name");
    return named[0] ?? null;
  };
}

/** What a person stands for in one file: a line about them once more is wrong. */
export const oncePerFile = () => {
  const inFile = new Set<string>();
  return (who: PersonInLine, found: Person | null, more = "") => {
    const keys = [who.cpr && `${who.cpr} ${more}`, found && `${found.id} ${more}`].filter(Boolean) as string[];
    if (keys.some((key) => inFile.has(key))) throw new Wrong("cpr", "twice-cpr");
    for (const key of keys) inFile.add(key);
  };
};
