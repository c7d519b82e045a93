import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { Work } from "../command.server.ts";
import { insertOnce } from "../revise.server.ts";
import { danishSortKey } from "../text.ts";

const { stuProvider } = tables;

/** The place of that name: as it stands, or new on the list. */
export async function placeNamed(
  { db, newId, record }: Pick<Work<unknown>, "db" | "newId" | "record">,
  name: string,
): Promise<string> {
  const sortKey = danishSortKey(name);
  const [known] = await db.select().from(stuProvider).where(eq(stuProvider.sortKey, sortKey));
  if (known) return known.id;
  const id = newId();
  await insertOnce(db, stuProvider, { id, name, sortKey });
  record({ kind: "stu-provider-added", facts: { provider: id } });
  return id;
}
