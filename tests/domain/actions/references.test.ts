import { beforeEach, describe, expect, test } from "vitest";
import { agree } from "#domain/actions/agree.server.ts";
import { changeAction } from "#domain/actions/commands.server.ts";
import { setActionDecision } from "#domain/actions/decision.server.ts";
import { setActionGoal } from "#domain/actions/goal.server.ts";
import { actionFor } from "#domain/actions/queries.server.ts";
import { boardFor } from "#domain/board/queries.server.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import { addGoal, setGoalState } from "#domain/plan/goal-commands.server.ts";
import { AGREEMENTS_AT_ONCE } from "#domain/plan/plan-of.server.ts";
import { aRoom, type Room } from "#tests/support/a-room.ts";
import { asks, does, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastLogged, sentBy, wholeLog } from "#tests/support/traces.ts";

aDatabase();

let room: Room;
beforeEach(async () => {
  room = await aRoom();
});

const terms = () => ({ text: "Ringer til skolen", departmentId: room.adults, dueOn: "2026-12-05" });
async function made(said: Record<string, unknown> = {}): Promise<string> {
  return (await does(agree, { itemId: room.item, ...terms(), ...said }, room.chair)).answer.id;
}
async function aGoal(text = "Jeg vil arbejde med dyr"): Promise<string> {
  return (await does(addGoal, { youngPersonId: room.youngPerson, text }, room.guide)).answer.id;
}

describe("a decision made elsewhere", () => {
  const decision = { decisionSystem: "DUBU", decisionCase: "123", decisionOn: "20/11" };

  test("is referred to by those who follow the agreement or write in its item, and is nobody else's", async () => {
    const id = await made();
    const set = { id, version: 1, ...decision };
    expect(await tryTo(setActionDecision, set, room.outsider)).toEqual({ ok: false, no: "missing" });
    await does(setActionDecision, set, room.adviser);
    expect(await lastLogged()).toMatchObject({ kind: "action-decision-set", facts: { actionId: id, refers: true } });
    const { action } = await asks(actionFor, { id }, room.guide);
    expect(action).toMatchObject({ decisionSystem: "DUBU", decisionCase: "123", decisionOn: "2026-11-20", version: 2 });
    // Invited, while the item is open.
    await does(setActionDecision, { ...set, version: 2 }, room.guide);
    expect(JSON.stringify(await wholeLog())).not.toContain("DUBU");
  });

  test("has been, and stands in a system; empty fields refer to none", async () => {
    const id = await made();
    const tries = (said: Record<string, unknown>) =>
      tryTo(setActionDecision, { id, version: 1, ...decision, ...said }, room.adviser);
    expect(await tries({ decisionSystem: "" })).toMatchObject({ problems: { decisionSystem: "required" } });
    expect(await tries({ decisionOn: "2027-01-01" })).toMatchObject({ problems: { decisionOn: "not-yet" } });
    expect(await tries({ decisionOn: "31/2" })).toMatchObject({ problems: { decisionOn: "no-such-day" } });
    expect(await tries({ decisionCase: "010109-1230" })).toMatchObject({ problems: { decisionCase: "has-cpr" } });
    await does(setActionDecision, { id, version: 1, ...decision }, room.adviser);
    expect(await tries({})).toMatchObject({ no: "conflict" });
    const none = { decisionSystem: "", decisionCase: "", decisionOn: "" };
    await does(setActionDecision, { id, version: 2, ...none }, room.adviser);
    expect((await asks(actionFor, { id }, room.chair)).action).toMatchObject({ ...none, decisionOn: null });
  });
});

describe("the goal an agreement serves", () => {
  const goalsOf = async (staffId: string) =>
    (await asks(boardFor, { meetingId: room.meeting, itemId: room.item }, staffId)).goals;

  test("is chosen on the board among the open goals, by those who may write in the plan", async () => {
    const [goalId, met] = [await aGoal(), await aGoal("Jeg vil sove om natten")];
    await does(setGoalState, { id: met, version: 1, state: "met", stateVoice: "young_person" }, room.guide);
    const id = await made({ goalId });
    expect(await goalsOf(room.chair)).toEqual({
      goals: [{ id: goalId, text: "Jeg vil arbejde med dyr" }],
      serves: { [id]: goalId },
    });
    // What is not said of it stays; an empty choice takes it away.
    await does(changeAction, { id, version: 1, ...terms(), text: "Ringer til UU" }, room.adviser);
    expect((await goalsOf(room.guide))?.serves).toEqual({ [id]: goalId });
    await does(changeAction, { id, version: 2, ...terms(), goalId: "" }, room.guide);
    expect(await lastLogged()).toMatchObject({ kind: "action-goal-set", facts: { actionId: id, goal: null } });
    expect((await goalsOf(room.guide))?.serves).toEqual({});
  });

  test("is nothing to anybody else in the item: neither the page nor what comes live says that there are goals", async () => {
    const goalId = await aGoal();
    const id = await made();
    const [sent] = await sentBy(() => does(changeAction, { id, version: 1, ...terms(), goalId }, room.chair));
    expect(JSON.stringify(sent?.changes)).not.toContain(goalId);
    const board = await asks(boardFor, { meetingId: room.meeting, itemId: room.item }, room.adviser);
    expect(board.goals).toBeNull();
    expect(JSON.stringify(board)).not.toContain(goalId);
    const refused = [
      await tryTo(agree, { itemId: room.item, ...terms(), goalId }, room.adviser),
      await tryTo(changeAction, { id, version: 2, ...terms(), goalId: "" }, room.adviser),
    ];
    for (const answer of refused) expect(answer).toEqual({ ok: false, no: "missing" });
    // Whoever takes the minutes writes down what the young person says, and not the plan.
    expect(await tryTo(setActionGoal, { id, version: 2, goalId: "" }, room.minuteTaker)).toMatchObject({
      no: "refused",
    });
  });

  test("is no goal of another young person", async () => {
    const other = await aRoom();
    const theirs = await does(addGoal, { youngPersonId: other.youngPerson, text: "Jeg vil bo alene" }, other.guide);
    const goalId = theirs.answer.id;
    expect(await tryTo(agree, { itemId: room.item, ...terms(), goalId }, room.chair)).toMatchObject({ no: "missing" });
  });
});

test("the page of a young person holds the first of many agreements, and those under a goal; all when asked", async () => {
  const goalId = await aGoal();
  for (let n = 0; n <= AGREEMENTS_AT_ONCE; n += 1) await made();
  const served = await made({ goalId, dueOn: "2027-01-01" });
  const page = (allAgreements: boolean) => asks(peopleAround, { id: room.youngPerson, allAgreements }, room.guide);
  const { rows, more } = (await page(false)).agreements;
  expect(rows).toHaveLength(AGREEMENTS_AT_ONCE + 1);
  expect(rows.at(-1)).toMatchObject({ id: served, goalId, mayFollow: false });
  expect(more).toBe(true);
  const all = (await page(true)).agreements;
  expect(all.rows).toHaveLength(AGREEMENTS_AT_ONCE + 2);
  expect(all.more).toBe(false);
});
