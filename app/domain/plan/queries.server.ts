import { and, asc, desc, eq, getTableName, inArray } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, may } from "../access/decide.server.ts";
import { missing } from "../errors.ts";
import type { EventKind } from "../events.ts";
import { type Look, query } from "../query.server.ts";
import { formerly } from "../revise.server.ts";
import { peopleEdition } from "../staff/reference.server.ts";
import { type PlanCodes, planCodes } from "./codes.server.ts";
import { type Difference, differences } from "./differences.ts";
import { type PlanRow, planRowsOf } from "./views.server.ts";

const { combinedOffer, effort, goal, log, planPriority, planText, planVersion, revision, youngPerson } = tables;
const { externalPlan, placement, schemeHint, wellbeingRating } = tables;

type Input = { id: string; from: number | null; to: number | null; row: string | null };
type Who = { at: string; byId: string | null };

export type VersionLine = { number: number } & Who;
export type Changed = Difference & { who: Who | null };

export type PlanVersions = PlanCodes & {
  id: string;
  name: string;
  versions: VersionLine[];
  /** Version 0 is the empty plan; null is the plan as it stands now. */
  from: number;
  to: number | null;
  changed: Changed[];
  /** What stood in one row, the newest first; null unless it was asked for. */
  history: ({ row: PlanRow } & Who)[] | null;
  peopleEdition: string;
  today: string;
};

const tableOf = {
  "plan-text": planText,
  goal,
  priority: planPriority,
  effort,
  "combined-offer": combinedOffer,
  scheme: schemeHint,
  placement,
  wellbeing: wellbeingRating,
  "external-plan": externalPlan,
} as const;

/** What the log calls the making of a row; it names the row among its facts. */
const MAKINGS: EventKind[] = [
  ...(["goal-added", "effort-added", "efforts-combined", "scheme-added"] as const),
  ...(["placement-added", "wellbeing-rated", "external-plan-added"] as const),
];

/** Who wrote each row first, and when, as far back as the log goes. */
async function firstMadeBy(db: Db, youngPersonId: string): Promise<(row: PlanRow) => Who | null> {
  const made = await db
    .select({ at: log.at, byId: log.actorId, facts: log.facts })
    .from(log)
    .where(and(eq(log.youngPersonId, youngPersonId), inArray(log.kind, MAKINGS)));
  const byRow = new Map(made.flatMap(({ facts, ...who }) => Object.values(facts).map((id) => [id, who] as const)));
  return (row) => {
    if (row.kind === "plan-text") return { at: row.editedAt, byId: row.editedById };
    return byRow.get(row.id) ?? null;
  };
}

/** Who made a row what it is in a version of it: each former row stands with who replaced it. */
async function madeBy(db: Db, row: PlanRow, first: (row: PlanRow) => Who | null): Promise<Who | null> {
  const former = await formerly(db, tableOf[row.kind], row);
  return former ? { at: former.at, byId: former.byId } : first(row);
}

/** What stood in a row of the plan, the newest first. */
async function historyOf(
  db: Db,
  rows: PlanRow[],
  id: string,
  first: (row: PlanRow) => Who | null,
): Promise<PlanVersions["history"]> {
  const now = rows.find((row) => row.id === id);
  if (!now) throw missing();
  const former = await db
    .select()
    .from(revision)
    .where(and(eq(revision.tableName, getTableName(tableOf[now.kind])), eq(revision.rowId, id)))
    .orderBy(asc(revision.version));
  const stood = [...former.map(({ row }) => ({ ...row, kind: now.kind }) as unknown as PlanRow), now];
  return stood
    .map((row) => {
      const { at, byId } = former.find(({ version }) => version === row.version - 1) ??
        first(row) ?? { at: "", byId: null };
      return { row, at, byId };
    })
    .reverse();
}

/** The versions of a plan, any two of them side by side, and what stood in one place of it. */
export const planVersions = query<Input, PlanVersions>("plan-versions", {
  allow: ({ db, actor, now, today, input: { id } }: { db: Db; input: Input } & Asking) =>
    may(db, { actor, now, today }, "person:open", id),
  async run({ db, input, today, saw }: Look<Input>) {
    const { id } = input;
    const [person] = await db.select().from(youngPerson).where(eq(youngPerson.id, id));
    if (!person) throw missing();
    saw({ youngPersonId: id });
    const kept = await db
      .select()
      .from(planVersion)
      .where(eq(planVersion.youngPersonId, id))
      .orderBy(desc(planVersion.number));
    const standing = await planRowsOf(db, id);
    const contentOf = (number: number | null): PlanRow[] => {
      if (number === null) return standing;
      if (number === 0) return [];
      const found = kept.find((one) => one.number === number);
      if (!found) throw missing();
      return found.content as PlanRow[];
    };
    const from = input.from ?? kept[0]?.number ?? 0;
    const changed: Changed[] = [];
    const [before, after] = [contentOf(from), contentOf(input.to)];
    const first = await firstMadeBy(db, id);
    for (const one of differences(before, after)) changed.push({ ...one, who: await madeBy(db, one.row, first) });
    return {
      id,
      name: `${person.firstName} ${person.lastName}`,
      versions: kept.map(({ number, at, byId }) => ({ number, at, byId })),
      from,
      to: input.to,
      changed,
      history: input.row ? await historyOf(db, standing, input.row, first) : null,
      ...(await planCodes(db, [...before, ...after, ...standing], today)),
      peopleEdition: await peopleEdition(db, today),
      today,
    };
  },
});
