import { and, asc, eq, sql } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { asked, decide } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { isOpenRow } from "../actions/conditions.server.ts";
import { ownDepartments } from "../actions/queries.server.ts";
import { type OwnAction, shownActions } from "../actions/shown.server.ts";
import { type Names, namesFor } from "../actions/shown-person.server.ts";
import { actionColumns } from "../actions/views.server.ts";
import { type Coming, comingOf } from "../agenda/coming.server.ts";
import { type CaseChoices, caseChoices } from "../cases/queries.server.ts";
import { type CaseRow, caseRowsOf } from "../cases/views.server.ts";
import type { Look } from "../query.server.ts";
import { peopleEdition } from "../staff/reference.server.ts";
import { personTopic, type Snapshot } from "../topics.ts";
import { type TransitionRows, transitionRowsOf } from "../transition/views.server.ts";
import { type PlanCodes, planCodes } from "./codes.server.ts";
import { type PlanRow, planRowsOf } from "./views.server.ts";

const { action } = tables;

/** An agreement of the plan, and which goal it serves. */
export type PlanAction = OwnAction & { goalId: string | null };

/** The page asks for all of them, or for the first of many. */
export type PlanAsked = { id: string; allAgreements?: boolean };
export const AGREEMENTS_AT_ONCE = 30;
const MOST_AGREEMENTS = 500;

/** The agreements about the young person that the asker sees and that are not over, by day; those under a goal stand with it. */
async function agreementsOf(
  look: Look<PlanAsked>,
  whole: boolean,
): Promise<{ rows: PlanAction[]; more: boolean; names: Names }> {
  const { db, input } = look;
  const rows = db
    .select({
      ...actionColumns,
      goalId: action.goalId,
      youngPersonId: action.youngPersonId,
      mayFollow: sql<number>`${scope("action:follow")}`,
    })
    .from(action)
    .where(and(eq(action.youngPersonId, input.id), isOpenRow, scope("action:see")))
    .orderBy(asc(action.dueOn), asc(action.createdAt), asc(action.number))
    .limit(MOST_AGREEMENTS)
    .prepare();
  const all = await rows.execute(asked(look));
  const asks = whole ? all : all.filter(({ goalId }, at) => at < AGREEMENTS_AT_ONCE || goalId !== null);
  const shown = await shownActions(
    look,
    asks.map((row) => ({ ...row, mayFollow: row.mayFollow === 1 })),
  );
  return { rows: shown, more: shown.length < all.length, names: await namesFor(db, shown) };
}

export type Plan = PlanCodes & {
  /** With what is written on the way to 18, and the cases: these are no part of the plan's versions. */
  plan: Snapshot<PlanRow | TransitionRows | CaseRow>;
  steering: CaseChoices;
  agreements: { rows: PlanAction[]; more: boolean; names: Names };
  coming: Coming[];
  /** Whether the asker writes in it, and for which departments. */
  mayWrite: boolean;
  departments: string[];
  peopleEdition: string;
};

/** The shared plan of a young person, for somebody who may open their page. */
export async function planOf(look: Look<PlanAsked>): Promise<Plan> {
  const { db, input, today, snapshot, saw } = look;
  const rows = await planRowsOf(db, input.id);
  const cases = await caseRowsOf(db, input.id);
  const plan = await snapshot(personTopic(input.id), [...rows, ...(await transitionRowsOf(db, [input.id])), ...cases]);
  saw({ youngPersonId: input.id, topic: plan.topic, seq: plan.seq });
  const mayWrite = (await decide(db, look, "person:plan", input.id)) !== null;
  // Whoever closes a case sees all that is in its way.
  const closing = cases.some(({ state }) => state === "closing");
  const agreements = await agreementsOf(look, closing || Boolean(input.allAgreements));
  const coming = (await comingOf(look, [input.id])).get(input.id) ?? [];
  const seen = { actionIds: agreements.rows.map(({ id }) => id), itemIds: coming.map(({ itemId }) => itemId) };
  return {
    plan,
    steering: await caseChoices(look, cases, seen),
    ...(await planCodes(db, rows, today)),
    agreements,
    coming,
    mayWrite,
    departments: mayWrite ? await ownDepartments(look) : [],
    peopleEdition: await peopleEdition(db, today),
  };
}
