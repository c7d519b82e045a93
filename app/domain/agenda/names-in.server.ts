import { type Db, tables } from "#db/index.server.ts";
import { type Asking, asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { danishSortKey } from "../text.ts";

const { youngPerson } = tables;

const plain = (text: string) =>
  ` ${danishSortKey(text)
    .replace(/[^\p{L}\p{N}{|}]+/gu, " ")
    .trim()} `;

/** Whether a text holds the full name of this one, or the first of the first names with the last of the last. */
export function namesThem(text: string, { firstName, lastName }: { firstName: string; lastName: string }): boolean {
  const said = plain(text);
  const [first] = plain(firstName).trim().split(" ");
  const last = plain(lastName).trim().split(" ").at(-1);
  return said.includes(plain(`${firstName} ${lastName}`)) || said.includes(` ${first} ${last} `);
}

/** The same of any young person whom the asker may see: what they are answered tells them of nobody else. */
export async function namesSomebody(db: Db, asking: Asking, text: string): Promise<boolean> {
  const known = await db
    .select({ firstName: youngPerson.firstName, lastName: youngPerson.lastName })
    .from(youngPerson)
    .where(scope("person:see"))
    .prepare()
    .execute(asked(asking));
  return known.some((one) => namesThem(text, one));
}
