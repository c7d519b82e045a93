import type * as z from "zod";
import { tables } from "#db/index.server.ts";
import { blockedReasons } from "#db/vocabulary.ts";
import { decide } from "../access/decide.server.ts";
import { placeOf, whereabouts } from "../agenda/place.server.ts";
import { mustGoOn } from "../cases/find.server.ts";
import { command, type Work } from "../command.server.ts";
import type { EventKind, Facts } from "../events.ts";
import { anyText, dayAsTyped, input, rowId, seenVersion, someText, withoutCpr, word } from "../input.server.ts";
import { revise } from "../revise.server.ts";
import { typedDay } from "../typed-day.server.ts";
import { mayAction } from "./allow.server.ts";
import { actionSeen, openItemOf, presentOf } from "./find.server.ts";
import { answerAgain } from "./owner.server.ts";
import { asksAgain, canChange, canFinish, isOpen, nextStates } from "./rules.ts";
import { touchAction } from "./touch.server.ts";
import type { Action } from "./views.server.ts";

const { action } = tables;

type Seen = { id: string; version: number };
const shape = <T extends z.ZodRawShape>(more: T) => input({ id: rowId, version: seenVersion, ...more });
const note = withoutCpr(anyText(1000));
const neededNote = withoutCpr(someText(1000));

async function followed(work: Work<Seen>, kind: EventKind, former: Action, set: Partial<Action>, facts: Facts = {}) {
  const { db, input, by, record } = work;
  const row = await revise(db, action, input, set, by);
  const at = await placeOf(db, row.itemId);
  record({ kind, ...whereabouts(at), facts: { actionId: row.id, number: row.number, from: former.state, ...facts } });
  await touchAction(work, row, former, at);
  return { id: row.id, number: row.number, state: row.state };
}

/** Under way; also takes back a wrong press on done or not done. */
export const startAction = command("start-action", {
  input: shape({}),
  allow: mayAction("action:follow"),
  async run(work) {
    const former = await actionSeen(work.db, work.input, ({ state }) => nextStates(state).includes("in_progress"));
    if (!isOpen(former)) await mustGoOn(work.db, await placeOf(work.db, former.itemId));
    return followed(work, "action-started", former, { state: "in_progress", endedAt: null });
  },
});

const ended = { blockedReason: null, blockedNote: "" };

export const finishAction = command("finish-action", {
  input: shape({ resultNote: note }),
  allow: mayAction("action:follow"),
  async run(work) {
    const former = await actionSeen(work.db, work.input, canFinish);
    const { resultNote } = work.input;
    return followed(work, "action-done", former, { state: "done", resultNote, endedAt: work.now, ...ended });
  },
});

/** Not done, and then what. */
export const notDoneAction = command("not-done-action", {
  input: shape({ resultNote: neededNote }),
  allow: mayAction("action:follow"),
  async run(work) {
    const former = await actionSeen(work.db, work.input, canFinish);
    const { resultNote } = work.input;
    return followed(work, "action-not-done", former, { state: "not_done", resultNote, endedAt: work.now, ...ended });
  },
});

/** `Sidder fast`: a flag with its reason; the agreement stands. */
export const blockAction = command("block-action", {
  input: shape({ blockedReason: word(blockedReasons), blockedNote: note }),
  allow: mayAction("action:follow"),
  async run(work) {
    const former = await actionSeen(work.db, work.input, isOpen);
    const { blockedReason, blockedNote } = work.input;
    return followed(work, "action-blocked", former, { blockedReason, blockedNote }, { blockedReason });
  },
});

export const unblockAction = command("unblock-action", {
  input: shape({}),
  allow: mayAction("action:follow"),
  async run(work) {
    const former = await actionSeen(work.db, work.input, ({ blockedReason }) => blockedReason !== null);
    return followed(work, "action-unblocked", former, ended);
  },
});

/** `Ny dag`, and why. The owner's side may move its own promise; moved by others it is asked again, unless it sits in the room. */
export const moveDay = command("move-day", {
  input: shape({ dueOn: dayAsTyped, resultNote: note }),
  allow: mayAction("action:follow"),
  async run(work) {
    const { db, input, actor, now, today } = work;
    const former = await actionSeen(db, input, canChange);
    const dueOn = typedDay("dueOn", input.dueOn, today);
    const set = { dueOn, resultNote: input.resultNote };
    const ownSide = (await decide(db, { actor, now, today }, "action:answer", former.id)) !== null;
    const again = !ownSide && asksAgain(former, { ...former, ...set });
    const answer = again
      ? answerAgain(former, { ownerId: former.ownerId, present: await inTheRoom(work, former) }, now)
      : {};
    return followed(work, "action-day-moved", former, { ...set, ...answer }, { dueOn, askedAgain: again });
  },
});

/** Who of the owner's department sits in the item that is open now for the same young person. */
async function inTheRoom({ db, today }: Work<Seen>, { youngPersonId, departmentId }: Action): Promise<string[]> {
  const itemId = youngPersonId && (await openItemOf(db, youngPersonId));
  return itemId && departmentId ? presentOf(db, itemId, departmentId, today) : [];
}
