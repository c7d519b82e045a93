import { tables } from "#db/index.server.ts";
import { decide } from "../access/decide.server.ts";
import { placeOf, whereabouts } from "../agenda/place.server.ts";
import { mustGoOn } from "../cases/find.server.ts";
import type { Work } from "../command.server.ts";
import type { EventKind, Facts } from "../events.ts";
import { revise } from "../revise.server.ts";
import { actionSeen, openItemOf, presentOf } from "./find.server.ts";
import { answerAgain } from "./owner.server.ts";
import { asksAgain, canChange, canFinish, isOpen, nextStates } from "./rules.ts";
import { touchAction } from "./touch.server.ts";
import type { Action } from "./views.server.ts";

const { action } = tables;

/** An agreement as the form saw it. */
export type Seen = { id: string; version: number };
export type Followed = Pick<Action, "id" | "number" | "state" | "version">;

/** One step of what becomes of an agreement: the row, the log, and everybody's screens. */
export async function followed(
  work: Work<unknown>,
  seen: Seen,
  kind: EventKind,
  former: Action,
  set: Partial<Action>,
  facts: Facts = {},
): Promise<Followed> {
  const { db, by, record } = work;
  const row = await revise(db, action, seen, set, by);
  const at = await placeOf(db, row.itemId);
  record({ kind, ...whereabouts(at), facts: { actionId: row.id, number: row.number, from: former.state, ...facts } });
  await touchAction(work, row, former, at);
  return { id: row.id, number: row.number, state: row.state, version: row.version };
}

export const noLongerStuck = { blockedReason: null, blockedNote: "" };

/** Under way; also takes back a wrong press on done or not done. */
export async function start(work: Work<unknown>, seen: Seen): Promise<Followed> {
  const former = await actionSeen(work.db, seen, ({ state }) => nextStates(state).includes("in_progress"));
  if (!isOpen(former)) await mustGoOn(work.db, await placeOf(work.db, former.itemId));
  return followed(work, seen, "action-started", former, { state: "in_progress", endedAt: null });
}

/** Done, or not done and then what. */
export async function end(
  work: Work<unknown>,
  seen: Seen,
  state: "done" | "not_done",
  resultNote: string,
): Promise<Followed> {
  const former = await actionSeen(work.db, seen, canFinish);
  const kind = state === "done" ? "action-done" : "action-not-done";
  return followed(work, seen, kind, former, { state, resultNote, endedAt: work.now, ...noLongerStuck });
}

/** The owner's side may move its own promise; moved by others it is asked again, unless it sits in the room. */
export async function moveTo(work: Work<unknown>, seen: Seen, dueOn: string, resultNote: string): Promise<Followed> {
  const { db, actor, now, today } = work;
  const former = await actionSeen(db, seen, canChange);
  const set = { dueOn, resultNote };
  const ownSide = (await decide(db, { actor, now, today }, "action:answer", former.id)) !== null;
  const again = !ownSide && asksAgain(former, { ...former, ...set });
  const answer = again
    ? answerAgain(former, { ownerId: former.ownerId, present: await inTheRoom(work, former) }, now)
    : {};
  return followed(work, seen, "action-day-moved", former, { ...set, ...answer }, { dueOn, askedAgain: again });
}

/** Who of the owner's department sits in the item that is open now for the same young person. */
async function inTheRoom({ db, today }: Work<unknown>, { youngPersonId, departmentId }: Action): Promise<string[]> {
  const itemId = youngPersonId && (await openItemOf(db, youngPersonId));
  return itemId && departmentId ? presentOf(db, itemId, departmentId, today) : [];
}
