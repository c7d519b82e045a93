import { and, eq, type SQL, sql } from "drizzle-orm";
import { type Db, prepared } from "#db/index.server.ts";
import { type Actor, staffIdOf } from "../actor.ts";
import { addDays } from "../calendar.ts";
import { LAPSES_AFTER_DAYS } from "../people/rules.ts";
import { rules, scope, type What } from "./rules.server.ts";

/** Yes, by the rule of that name; or one of the two kinds of no. */
export type Verdict = { by: string } | { no: "missing" | "refused" };

/** What every statement of a right takes: who asks, the moment, and the day. */
export type Asking = { actor: Actor; now: string; today: string };

const DAY = 86_400_000;

export const asked = ({ actor, now, today }: Asking) => ({
  me: actor.kind === "screen" ? actor.id : staffIdOf(actor),
  now,
  dayBefore: new Date(Date.parse(now) - DAY).toISOString(),
  today,
  lapsed: addDays(today, -LAPSES_AFTER_DAYS),
});

function decider(what: What) {
  const { table, grant } = rules[what];
  const names = Object.entries(grant).map(
    ([name, condition]) => sql`when ${condition} then ${sql.raw(`'${name.replaceAll("'", "''")}'`)}`,
  );
  const by: SQL<string> = sql`case ${sql.join(names, sql` `)} end`;
  return prepared((db) =>
    db
      .select({ by })
      .from(table)
      .where(and(eq(table.id, sql.placeholder("id")), scope(what)))
      .prepare(),
  );
}

const deciders = new Map<What, ReturnType<typeof decider>>();
function deciderOf(what: What) {
  let known = deciders.get(what);
  if (!known) {
    known = decider(what);
    deciders.set(what, known);
  }
  return known;
}

/** The name of the rule that lets the asker, or null. */
export async function decide(db: Db, asking: Asking, what: What, id: string): Promise<string | null> {
  const [row] = await deciderOf(what)(db).execute({ ...asked(asking), id });
  return row?.by ?? null;
}

/** A right with its kind of no: whoever may not even see the thing gets what "never existed" gets. */
export async function may(db: Db, asking: Asking, what: What, id: string): Promise<Verdict> {
  const by = await decide(db, asking, what, id);
  if (by !== null) return { by };
  const base = rules[what].hiddenUnless as What | undefined;
  return { no: base && (await decide(db, asking, base, id)) !== null ? "refused" : "missing" };
}

/** A right that hangs on no row but the asker's own: the person, with a role. */
export async function mayAsStaff(db: Db, asking: Asking, what: What): Promise<Verdict> {
  const by = await decide(db, asking, what, staffIdOf(asking.actor));
  return by === null ? { no: "missing" } : { by };
}

/** Every rule by name, and whether it holds for the asker and the row: why somebody may, or may not. */
export async function explain(db: Db, asking: Asking, what: What, id: string): Promise<Record<string, boolean>> {
  const { table, grant, deny = {} } = rules[what];
  const columns = Object.fromEntries(
    Object.entries({ ...grant, ...deny }).map(([name, rule]) => [name, sql<number>`${rule}`.as(name)]),
  );
  const [row] = await db
    .select(columns)
    .from(table)
    .where(eq(table.id, sql.placeholder("id")))
    .prepare()
    .execute({ ...asked(asking), id });
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, holds]) => [name, holds === 1]));
}
