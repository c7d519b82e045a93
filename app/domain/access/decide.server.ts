import { eq, type SQL, sql } from "drizzle-orm";
import { type Db, prepared } from "#db/index.server.ts";
import { type Actor, staffIdOf } from "../actor.ts";
import { addDays } from "../calendar.ts";
import { LAPSES_AFTER_DAYS } from "../people/rules.ts";
import { rules, unhindered, type What } from "./rules.server.ts";

/** Yes, by the rule of that name; or one of the two kinds of no. */
export type Verdict = { by: string } | { no: "missing" | "refused" };

/** What every statement of a right takes: who asks, the moment, and the day. */
export type Asking = { actor: Actor; now: string; today: string };

const DAY = 86_400_000;

const timesOf = (now: string, today: string) => ({
  now,
  today,
  dayBefore: new Date(Date.parse(now) - DAY).toISOString(),
  lapsed: addDays(today, -LAPSES_AFTER_DAYS),
});
/** One answer asks many rights at one moment. */
let times: ReturnType<typeof timesOf> | undefined;

export function asked({ actor, now, today }: Asking) {
  if (now !== times?.now || today !== times.today) times = timesOf(now, today);
  return { me: actor.kind === "screen" ? actor.id : staffIdOf(actor), ...times };
}

/** The name of the first grant that holds, where no denial does: `scope` with a name. */
function named(what: What): SQL<string | null> {
  const grants = Object.entries(rules[what].grant).map(
    ([name, condition]) => sql` when ${condition} then ${sql.raw(`'${name.replaceAll("'", "''")}'`)}`,
  );
  return sql`${sql`case when ${unhindered(what)} then case${sql.join(grants)} end end`.inlineParams()}`;
}

function decider(whats: readonly [What, ...What[]]) {
  const { table } = rules[whats[0]];
  const by = Object.fromEntries(whats.map((what) => [what, named(what)]));
  return prepared((db) =>
    db
      .select(by)
      .from(table)
      .where(eq(table.id, sql.placeholder("id")))
      .prepare(),
  );
}

const deciders = new Map<string, ReturnType<typeof decider>>();
function deciderOf(whats: readonly [What, ...What[]]) {
  const key = String(whats);
  const known = deciders.get(key) ?? decider(whats);
  deciders.set(key, known);
  return known;
}

/** Of several rights over one row, the name of the rule that lets the asker, or null. */
export async function decideAll<W extends What>(
  db: Db,
  asking: Asking,
  whats: readonly [W, ...W[]],
  id: string,
): Promise<Record<W, string | null>> {
  const [row] = await deciderOf(whats)(db).execute({ ...asked(asking), id });
  return Object.fromEntries(whats.map((what) => [what, row?.[what] ?? null])) as Record<W, string | null>;
}

/** The name of the rule that lets the asker, or null. */
export const decide = async (db: Db, asking: Asking, what: What, id: string): Promise<string | null> =>
  (await decideAll(db, asking, [what], id))[what];

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

/** Nobody but our own code; `by` says what led to it. */
export const onlySystem =
  (by: string) =>
  async ({ actor }: { actor: Actor }): Promise<Verdict> =>
    actor.kind === "system" ? { by } : { no: "missing" };

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
