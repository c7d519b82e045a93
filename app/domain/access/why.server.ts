import type { Db } from "#db/index.server.ts";
import { type Asking, decide, explain } from "./decide.server.ts";
import { rules, type Why } from "./rules.server.ts";

/** By which rules somebody sees a young person or an item, in the order of the table; none when they do not. */
export async function whySees<W extends "person:see" | "item:see">(
  db: Db,
  asking: Asking,
  what: W,
  id: string,
): Promise<Why<W>[]> {
  if ((await decide(db, asking, what, id)) === null) return [];
  const holds = await explain(db, asking, what, id);
  return (Object.keys(rules[what].grant) as Why<W>[]).filter((name) => holds[name]);
}
