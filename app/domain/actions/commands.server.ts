import { and, desc, eq, lt, ne, or } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { placeOf, whereabouts } from "../agenda/place.server.ts";
import { command } from "../command.server.ts";
import { missing, refused } from "../errors.ts";
import { input, optionalId, rowId, seenVersion, someText, withoutCpr } from "../input.server.ts";
import { reposition, revise } from "../revise.server.ts";
import { typedDay } from "../typed-day.server.ts";
import { terms } from "./agree.server.ts";
import { mayInItsItem } from "./allow.server.ts";
import { actionSeen, actionWith, presentOf } from "./find.server.ts";
import { mustServe } from "./goal.server.ts";
import { answerAgain, ownerFor } from "./owner.server.ts";
import { asksAgain, canChange, isAdvice, nextStates } from "./rules.ts";
import { touchAction } from "./touch.server.ts";
import type { Action } from "./views.server.ts";

const { action } = tables;

/** Changes the sentence, day, owner or department of an agreement; until the draft is sent, by those who write in its item. */
export const changeAction = command("change-action", {
  // Which goal it serves is asked of those alone who may know of goals: where it is not said it stays.
  input: input({ id: rowId, version: seenVersion, goalId: optionalId.optional(), ...terms }),
  allow: mayInItsItem("item:write"),
  async run(work) {
    const { db, input, by, now, today, record } = work;
    const former = await actionSeen(db, input, canChange);
    if (isAdvice(former)) throw refused();
    const at = await placeOf(db, former.itemId);
    const { text, departmentId, howSeen, goalId = former.goalId } = input;
    if (goalId !== former.goalId) await mustServe(work, former.youngPersonId, goalId);
    const dueOn = typedDay("dueOn", input.dueOn, today);
    const keptOwner =
      departmentId === former.departmentId && (input.ownerId === null || input.ownerId === former.ownerId);
    const owned = keptOwner ? null : await ownerFor(db, { ...former, departmentId, ownerId: input.ownerId }, today);
    const ownerId = owned ? owned.ownerId : former.ownerId;
    const next = { text, departmentId, dueOn, howSeen, ownerId };
    const again = asksAgain(former, next) || former.declineReason !== null;
    // Once the meeting is over nobody sits there to say yes: what changes then is asked about.
    const asksRoom = again && at.meetingState === "running";
    const present = asksRoom ? (owned?.present ?? (await presentOf(db, former.itemId, departmentId, today))) : [];
    const answer = again ? answerAgain(former, { ownerId, present }, now) : answerAsItWas(former);
    const row = await revise(db, action, input, { ...next, ...answer, goalId, editedById: by.staffId }, by);
    const facts = {
      actionId: row.id,
      number: row.number,
      state: row.state,
      departmentId,
      ownerId,
      dueOn,
      askedAgain: again,
    };
    record({ kind: "action-changed", ...whereabouts(at), facts });
    if (goalId !== former.goalId)
      record({ kind: "action-goal-set", ...whereabouts(at), facts: { actionId: row.id, goal: goalId } });
    await touchAction(work, row, former, at);
    return { id: row.id, number: row.number, state: row.state };
  },
});

const answerAsItWas = ({ state, acceptedById, acceptedAt, declineReason }: Action) => ({
  state,
  acceptedById,
  acceptedAt,
  declineReason,
});

/** Withdraws an agreement: it stands no more, and its number is not used again. */
export const cancelAction = command("cancel-action", {
  input: input({ id: rowId, version: seenVersion, reason: withoutCpr(someText(500)) }),
  allow: mayInItsItem("item:write"),
  async run(work) {
    const { db, input, by, now, record } = work;
    const former = await actionSeen(db, input, ({ state }) => nextStates(state).includes("cancelled"));
    const at = await placeOf(db, former.itemId);
    const row = await revise(db, action, input, { state: "cancelled", cancelReason: input.reason, endedAt: now }, by);
    record({
      kind: "action-cancelled",
      ...whereabouts(at),
      facts: { actionId: row.id, number: row.number, from: former.state },
    });
    await touchAction(work, row, former, at);
    return { id: row.id, number: row.number };
  },
});

/** One place up in the list; the numbers stay, and so does what others are editing. */
export const moveActionUp = command("move-action-up", {
  input: input({ id: rowId }),
  allow: mayInItsItem("item:write"),
  async run(work) {
    const { db, input, record } = work;
    const moved = await actionWith(db, input.id);
    if (!moved) throw missing();
    if (moved.state === "cancelled") throw refused();
    const { itemId, position, number } = moved;
    const above = or(lt(action.position, position), and(eq(action.position, position), lt(action.number, number)));
    const [passed] = await db
      .select()
      .from(action)
      .where(and(eq(action.itemId, itemId), ne(action.state, "cancelled"), above))
      .orderBy(desc(action.position), desc(action.number))
      .limit(1);
    if (!passed) return { id: moved.id };
    const at = await placeOf(db, itemId);
    await reposition(db, action, moved.id, passed.position);
    await reposition(db, action, passed.id, position);
    record({
      kind: "action-moved",
      ...whereabouts(at),
      facts: { actionId: moved.id, number, position: passed.position },
    });
    await touchAction(work, moved, moved, at);
    await touchAction(work, passed, passed, at);
    return { id: moved.id };
  },
});
