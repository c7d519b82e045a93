import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { decide } from "../access/decide.server.ts";
import { reown } from "../actions/reown.server.ts";
import { command, type Work } from "../command.server.ts";
import { missing, refusedBecause } from "../errors.ts";
import { input, rowId, seenVersion, someText, withoutCpr, yesNo } from "../input.server.ts";
import { departmentOf } from "../participants/invite.server.ts";
import { assignmentsOf } from "../people/find.server.ts";
import { tellHandover } from "../people/handover-lapses.server.ts";
import { end, leadWorkerOf, place } from "../people/place.server.ts";
import { revise } from "../revise.server.ts";
import { pastDay } from "../typed-day.server.ts";
import { forgetRemindersOf, handOnReminders } from "./forget.server.ts";
import { tellGoing } from "./going.server.ts";
import { endsFor, type HandoverCheck, lackingOf, receiverOf } from "./handover.ts";
import { mayAnswer, mayGive, type Seen, stillOpen } from "./handover-allow.server.ts";
import { checklistOf, type HandoverKept, promisesOf } from "./handover-find.server.ts";

const { assignment, guideHandover } = tables;

const seen = { id: rowId, version: seenVersion };

/** Why it cannot be said yes to: the first of the list that is lacking. */
const LACKS: Record<HandoverCheck, string> = {
  met: "handover-not-met",
  written: "handover-not-written",
  plan: "handover-plan-old",
  consents: "handover-consents",
  promises: "handover-promises",
};

/** The handover, and the giver's place: as long as nobody has said yes, and the giver still is the contact person. */
async function standing(work: Work<Seen>) {
  const { db, today } = work;
  const row = await stillOpen(work);
  const from = (await assignmentsOf(db, row.youngPersonId, today)).find(({ primary }) => primary);
  if (from?.staffId !== row.fromStaffId) throw refusedBecause("guide-request-moved-on");
  return { row, from };
}

async function mustBeWhole({ db, now, today }: Work<unknown>, row: HandoverKept, takesPromises: boolean) {
  const [lacks] = lackingOf(await checklistOf(db, row, { now, today }), takesPromises);
  if (lacks) throw refusedBecause(LACKS[lacks]);
}

const accepted = (work: Work<unknown>, { id, youngPersonId }: HandoverKept, facts: Record<string, number>) =>
  work.record({ kind: "guide-handover-accepted", youngPersonId, facts: { handover: id, ...facts } });

/** The receiver's yes: in one step theirs begins, and with it promises and reminders are where they belong. */
export const acceptGuideHandover = command("accept-guide-handover", {
  input: input({ ...seen, promises: yesNo }),
  allow: mayAnswer,
  async run(work) {
    const { db, input, now, today, by } = work;
    const staffId = by.staffId;
    const { row, from } = await standing(work);
    if (staffId === null || receiverOf(row.kind) === "elsewhere") throw missing();
    const { youngPersonId, fromStaffId: keptById } = row;
    await mustBeWhole(work, row, input.promises);
    const { id, version } = input;
    const stands = await revise(db, guideHandover, { id, version }, { acceptedById: staffId, acceptedAt: now }, by);
    const guide = row.toStaffId !== null;
    // What is no guide's is not given to one: who holds the course together goes on doing so.
    if (!guide || from.kind === "guide") await end(work, from, endsFor(row.kind));
    await begin(work, { youngPersonId, staffId, from, guide });
    const promises = await promisesOf(db, row);
    await reown(work, promises, { staffId, departmentId: await departmentOf(db, staffId, today) });
    const of = { youngPersonId, keptById };
    const reminders = row.remindersGo ? await handOnReminders(db, { ...of, to: staffId }, by) : 0;
    if (!row.remindersGo) await forgetRemindersOf(db, of);
    accepted(work, row, { promises: promises.length, reminders });
    tellHandover(work, stands);
    await tellGoing(work, youngPersonId);
    return { youngPersonId };
  },
});

type Place = typeof assignment.$inferSelect;
type Begins = { youngPersonId: string; staffId: string; from: Place; guide: boolean };

/** A guide goes on as a guide, and who held the whole course together hands that on too. How often they are met goes along. */
async function begin(work: Work<unknown>, { youngPersonId, staffId, from, guide }: Begins): Promise<void> {
  const { db, by } = work;
  const other = from.kind === "lead_worker" ? from.kind : "caseworker";
  const id = await place(work, { youngPersonId, staffId, kind: guide ? "guide" : other, primary: true });
  const [given] = await db.select().from(assignment).where(eq(assignment.id, id));
  const { intensity } = from;
  if (guide && given && intensity !== null && given.intensity === null)
    await revise(db, assignment, given, { intensity }, by);
}

/** Somebody in a place that is none of ours has said yes: here the lead worker is the contact person from then on, until the case ends. */
export const recordHandoverYes = command("record-guide-handover", {
  input: input({ ...seen, saidYesBy: withoutCpr(someText(120)), saidYesOn: someText(40) }),
  allow: mayGive,
  async run(work) {
    const { db, input, now, today, by } = work;
    const { row, from } = await standing(work);
    if (receiverOf(row.kind) !== "elsewhere") throw missing();
    const { youngPersonId, fromStaffId: keptById } = row;
    const lead = await leadWorkerOf(db, youngPersonId, today);
    if (!lead) throw refusedBecause("no-lead-worker");
    const stays = lead.staffId === keptById;
    await mustBeWhole(work, row, stays);
    const saidYesOn = pastDay("saidYesOn", input.saidYesOn, today);
    const { saidYesBy, id, version } = input;
    const yes = { saidYesBy, saidYesOn, acceptedById: by.staffId, acceptedAt: now };
    const stands = await revise(db, guideHandover, { id, version }, yes, by);
    if (lead.id !== from.id) {
      await end(work, from, endsFor(row.kind));
      await place(work, { youngPersonId, staffId: lead.staffId, kind: "lead_worker", primary: true });
    }
    if (!stays) await forgetRemindersOf(db, { youngPersonId, keptById });
    accepted(work, row, { promises: 0, reminders: 0 });
    tellHandover(work, stands);
    await tellGoing(work, youngPersonId);
    // Who gave the young person on may not know of them any more.
    return { goesOn: (await decide(db, work, "person:assign", youngPersonId)) !== null };
  },
});
