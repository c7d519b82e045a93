import { and, asc, count, isNull, max } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { Look } from "../query.server.ts";
import { peopleInForum } from "../staff/reference.server.ts";

const { log, staff } = tables;

/** What an administrator has to do: departments that nobody stands for, and people who cannot sign in yet. */
export type ToAdminister = { noDepartments: boolean; withoutRepresentative: string[]; withoutPassword: string[] };

export async function toAdminister({ db, today }: Look<unknown>): Promise<ToAdminister> {
  const { departments } = await peopleInForum(db, today);
  const people = await db
    .select({ name: staff.name })
    .from(staff)
    .where(and(isNull(staff.password), isNull(staff.endedAt)))
    .orderBy(asc(staff.sortKey));
  return {
    noDepartments: departments.every(({ active }) => !active),
    withoutRepresentative: departments
      .filter(({ active, representativeId }) => active && representativeId === null)
      .map(({ name }) => name),
    withoutPassword: people.map(({ name }) => name),
  };
}

/** How long the log is, and when it was last written in. */
export type LogState = { rows: number; lastAt: string | null };

export async function logState({ db }: Look<unknown>): Promise<LogState> {
  const [row] = await db.select({ rows: count(), lastAt: max(log.at) }).from(log);
  return { rows: row?.rows ?? 0, lastAt: row?.lastAt ?? null };
}
