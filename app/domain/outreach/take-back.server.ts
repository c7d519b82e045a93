import { tables } from "#db/index.server.ts";
import type { Asking } from "../access/decide.server.ts";
import { staffIdOf } from "../actor.ts";
import { takeOff } from "../agenda/take-off.server.ts";
import type { Work } from "../command.server.ts";
import { itemWith, meetingWith } from "../meetings/find.server.ts";
import { dayOf } from "../moments.ts";
import { coordinators } from "../people/find.server.ts";
import type { Look } from "../query.server.ts";
import { formerly } from "../revise.server.ts";
import type { Lead } from "./find.server.ts";
import { canTakeBack, type Undoer } from "./rules.ts";

/** Who asks to take something back. */
export async function undoer({ db, actor, today }: Pick<Look<unknown>, "db"> & Asking): Promise<Undoer> {
  const staffId = staffIdOf(actor);
  return { today, staffId, coordinates: (await coordinators(db, today)).includes(staffId) };
}

/** The day on which it was written down; null when nobody knows. */
export const dayWritten = ({ writtenAt }: { writtenAt: string | null }) =>
  writtenAt === null ? null : dayOf(writtenAt);

/** Whether the asker may say that it was a mistake that somebody is left alone. */
export async function takesBackNo(look: Pick<Look<unknown>, "db"> & Asking, lead: Lead): Promise<boolean> {
  const former = await formerly(look.db, tables.outreachLead, lead);
  return former !== undefined && canTakeBack({ on: lead.stateOn, byId: former.byId }, await undoer(look));
}

const NOT_RAISED = { raisedOn: null, raisedItemId: null };

/** What a meeting was asked before it was asked what it is asked now. */
export async function raisedBefore({ db }: Pick<Work<unknown>, "db">, lead: Lead) {
  for (let { id, version } = lead; ; version -= 1) {
    const former = await formerly(db, tables.outreachLead, { id, version });
    if (!former) return NOT_RAISED;
    const { raisedOn, raisedItemId } = former.row;
    if (raisedItemId !== lead.raisedItemId) return { raisedOn, raisedItemId };
  }
}

/**
 * Takes the question about somebody off the agenda, as long as nobody has met on it.
 * @returns whether nobody is asked any more
 */
export async function askNoMeeting(work: Work<unknown>, itemId: string): Promise<boolean> {
  const item = await itemWith(work.db, itemId);
  if (item.removedAt !== null) return true;
  const { state } = await meetingWith(work.db, item.meetingId);
  if (item.state !== "planned" || state === "running" || state === "closed") return false;
  await takeOff(work, item);
  return true;
}
