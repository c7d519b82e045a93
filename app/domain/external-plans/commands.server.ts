import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { mustBeListed } from "../codes/queries.server.ts";
import { command } from "../command.server.ts";
import { invalid } from "../errors.ts";
import {
  anyText,
  chosenId,
  input,
  listed,
  optionalId,
  rowId,
  seenVersion,
  someText,
  withoutCpr,
} from "../input.server.ts";
import { mayWritePlan, mayWriteRow } from "../plan/allow.server.ts";
import { removal } from "../plan/removal.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { departmentWith } from "../staff/find.server.ts";
import { personTopic } from "../topics.ts";
import { linkProblem } from "./rules.ts";
import { externalPlanView } from "./views.server.ts";

const { externalPlan } = tables;

const shape = {
  planKind: listed,
  /** Who keeps it. */
  departmentId: chosenId,
  system: withoutCpr(someText(80)),
  number: withoutCpr(anyText(80)),
  link: anyText(500),
};

type Typed = { planKind: string; departmentId: string; system: string; number: string; link: string };
type Former = { kind: string; departmentId: string };

/** What was typed, as it is kept; what stood already may keep standing. @throws Declined */
async function kept<T extends Typed>(db: Db, { planKind, ...set }: T, today: string, former?: Former) {
  const problem = set.link === "" ? null : linkProblem(set.link);
  if (problem) throw invalid("link", problem);
  if (former?.kind !== planKind) await mustBeListed(db, "external_plan", "planKind", planKind, today);
  if (former?.departmentId !== set.departmentId) await departmentWith(db, set.departmentId, today);
  return { ...set, kind: planKind };
}

export const addExternalPlan = command("add-external-plan", {
  input: input({ id: optionalId, youngPersonId: rowId, ...shape }),
  allow: (at) => mayWritePlan(at, at.input.youngPersonId),
  async run({ db, input: { id: given, ...typed }, today, newId, record, touch }) {
    const set = await kept(db, typed, today);
    const id = given ?? newId();
    await insertOnce(db, externalPlan, { id, ...set });
    const { youngPersonId, kind, departmentId } = set;
    record({ kind: "external-plan-added", youngPersonId, facts: { row: id, kind, department: departmentId } });
    touch(personTopic(youngPersonId), externalPlanView, id);
    return { id };
  },
});

export const changeExternalPlan = command("change-external-plan", {
  input: input({ id: rowId, version: seenVersion, ...shape }),
  allow: (at) => mayWriteRow(at, externalPlan),
  async run({ db, input: { id, version, ...typed }, today, by, record, touch }) {
    const [former] = await db.select().from(externalPlan).where(eq(externalPlan.id, id));
    const set = await kept(db, typed, today, former);
    const { youngPersonId } = await revise(db, externalPlan, { id, version }, set, by);
    record({ kind: "external-plan-changed", youngPersonId, facts: { row: id } });
    touch(personTopic(youngPersonId), externalPlanView, id);
  },
});

export const removeExternalPlan = removal(
  "remove-external-plan",
  externalPlan,
  externalPlanView,
  "external-plan-removed",
);
