import { and, eq, inArray } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { goalStates, planVoices } from "#db/vocabulary.ts";
import type { Verdict } from "../access/decide.server.ts";
import { OPEN_ACTIONS } from "../actions/rules.ts";
import { type At, command } from "../command.server.ts";
import { invalid } from "../errors.ts";
import {
  anyText,
  input,
  listedOrNone,
  optionalId,
  rowId,
  seenVersion,
  someText,
  withoutCpr,
  word,
} from "../input.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { personTopic } from "../topics.ts";
import { typedDayOrNone } from "../typed-day.server.ts";
import { mayWritePlan } from "./allow.server.ts";
import { areaWith } from "./areas.server.ts";
import { goalView } from "./views.server.ts";

const { action, goal } = tables;

const shape = {
  area: listedOrNone,
  /** In the first person. */
  text: withoutCpr(someText(300)),
  why: withoutCpr(anyText(500)),
  howSeen: withoutCpr(anyText(500)),
  /** A day as people write it. */
  targetOn: anyText(40),
};

async function mayChange(at: At<{ id: string }>): Promise<Verdict> {
  const [row] = await at.db.select({ youngPersonId: goal.youngPersonId }).from(goal).where(eq(goal.id, at.input.id));
  return row ? mayWritePlan(at, row.youngPersonId) : { no: "missing" };
}

export const addGoal = command("add-goal", {
  input: input({ id: optionalId, youngPersonId: rowId, ...shape }),
  allow: (at) => mayWritePlan(at, at.input.youngPersonId),
  async run({ db, input, today, newId, record, touch }) {
    const { id: given, targetOn, ...set } = input;
    if (set.area !== "") await areaWith(db, set.area, today);
    const id = given ?? newId();
    const values = { id, ...set, targetOn: typedDayOrNone("targetOn", targetOn, today) };
    await insertOnce(db, goal, values);
    record({ kind: "goal-added", youngPersonId: set.youngPersonId, facts: { goal: id, area: set.area } });
    touch(personTopic(set.youngPersonId), goalView, id);
    return { id };
  },
});

export const changeGoal = command("change-goal", {
  input: input({ id: rowId, version: seenVersion, ...shape }),
  allow: mayChange,
  async run({ db, input, today, by, record, touch }) {
    const { id, version, targetOn, ...set } = input;
    if (set.area !== "") await areaWith(db, set.area, today);
    const day = typedDayOrNone("targetOn", targetOn, today);
    const { youngPersonId } = await revise(db, goal, { id, version }, { ...set, targetOn: day }, by);
    record({ kind: "goal-changed", youngPersonId, facts: { goal: id } });
    touch(personTopic(youngPersonId), goalView, id);
  },
});

/** How it stands, and whether the young person says so or the professionals. */
export const setGoalState = command("set-goal-state", {
  input: input({ id: rowId, version: seenVersion, state: word(goalStates), stateVoice: word(planVoices) }),
  allow: mayChange,
  async run({ db, input, by, record, touch }) {
    const { id, version, state, stateVoice } = input;
    const said = { state, stateVoice, stateById: by.staffId, stateAt: by.now };
    const { youngPersonId } = await revise(db, goal, { id, version }, said, by);
    record({ kind: "goal-state-set", youngPersonId, facts: { goal: id, state, voice: stateVoice } });
    touch(personTopic(youngPersonId), goalView, id);
  },
});

/** Takes a goal off the plan: written by mistake. One that is given up is dropped by its state, and stays. */
export const removeGoal = command("remove-goal", {
  input: input({ id: rowId, version: seenVersion }),
  allow: mayChange,
  async run({ db, input, by, record, touch }) {
    const [open] = await db
      .select({ id: action.id })
      .from(action)
      .where(and(eq(action.goalId, input.id), inArray(action.state, [...OPEN_ACTIONS])))
      .limit(1);
    if (open) throw invalid("id", "goal-has-agreements");
    const { id, youngPersonId } = await revise(db, goal, input, { removedAt: by.now }, by);
    record({ kind: "goal-removed", youngPersonId, facts: { goal: id } });
    touch(personTopic(youngPersonId), goalView, id);
  },
});
