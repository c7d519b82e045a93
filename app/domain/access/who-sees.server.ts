import { asc, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { Asking } from "./decide.server.ts";
import type { Why } from "./rules.server.ts";
import { whySees } from "./why.server.ts";

const { staff } = tables;

/** Somebody who sees it now, and why. */
export type Sees<W extends "person:see" | "item:see"> = { id: string; name: string; title: string; why: Why<W>[] };

/** Everybody for whom the rule that guards it says yes at this moment. */
export async function whoSees<W extends "person:see" | "item:see">(
  db: Db,
  { now, today }: Pick<Asking, "now" | "today">,
  what: W,
  id: string,
): Promise<Sees<W>[]> {
  const people = await db
    .select({ id: staff.id, name: staff.name, title: staff.title })
    .from(staff)
    .where(isNull(staff.endedAt))
    .orderBy(asc(staff.sortKey));
  const seeing: Sees<W>[] = [];
  for (const person of people) {
    const actor = { kind: "staff", id: person.id, sessionId: "" } as const;
    const why = await whySees(db, { actor, now, today }, what, id);
    if (why.length > 0) seeing.push({ ...person, why });
  }
  return seeing;
}
