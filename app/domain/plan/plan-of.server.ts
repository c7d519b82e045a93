import { and, asc, eq, inArray } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { asked, decide } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { type OwnAction, ownDepartments, shownActions } from "../actions/queries.server.ts";
import { OPEN_ACTIONS } from "../actions/rules.ts";
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

/** The agreements about the young person that the asker sees and that are not over, by day. */
async function agreementsOf(look: Look<{ id: string }>): Promise<{ rows: OwnAction[]; names: Names }> {
  const { db, input } = look;
  const found = await db
    .select({ ...actionColumns, youngPersonId: action.youngPersonId })
    .from(action)
    .where(and(eq(action.youngPersonId, input.id), inArray(action.state, [...OPEN_ACTIONS]), scope("action:see")))
    .orderBy(asc(action.dueOn), asc(action.createdAt), asc(action.number))
    .prepare()
    .execute(asked(look));
  const rows = await shownActions(look, found);
  return { rows, names: await namesFor(db, rows) };
}

export type Plan = PlanCodes & {
  /** With what is written on the way to 18, and the cases: these are no part of the plan's versions. */
  plan: Snapshot<PlanRow | TransitionRows | CaseRow>;
  steering: CaseChoices;
  agreements: { rows: OwnAction[]; names: Names };
  coming: Coming[];
  /** Whether the asker writes in it, and for which departments. */
  mayWrite: boolean;
  departments: string[];
  peopleEdition: string;
};

/** The shared plan of a young person, for somebody who may open their page. */
export async function planOf(look: Look<{ id: string }>): Promise<Plan> {
  const { db, input, today, snapshot, saw } = look;
  const rows = await planRowsOf(db, input.id);
  const cases = await caseRowsOf(db, input.id);
  const plan = await snapshot(personTopic(input.id), [...rows, ...(await transitionRowsOf(db, [input.id])), ...cases]);
  saw({ youngPersonId: input.id, topic: plan.topic, seq: plan.seq });
  const mayWrite = (await decide(db, look, "person:plan", input.id)) !== null;
  const agreements = await agreementsOf(look);
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
