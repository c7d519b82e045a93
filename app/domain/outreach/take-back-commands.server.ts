import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type At, command } from "../command.server.ts";
import { missing, refusedBecause } from "../errors.ts";
import { input, rowId, seenVersion } from "../input.server.ts";
import { forgetFormer, formerly, revise } from "../revise.server.ts";
import { outreachTopic } from "../topics.ts";
import { alertWith, mayReact } from "./alert-commands.server.ts";
import { leadWith, looksForThem, triesOf } from "./find.server.ts";
import { canTakeBack, isShown, isTriedEnough, standsBy } from "./rules.ts";
import { askNoMeeting, dayWritten, raisedBefore, undoer } from "./take-back.server.ts";

const { dropoutAlert, outreachAttempt, outreachEncounter, outreachLead } = tables;

const seen = { id: rowId, version: seenVersion };

/** The one rule for all that is taken back here. @throws Declined `refused` */
async function mustBeTheirs(at: Omit<At<unknown>, "input">, written: { on: string | null; byId: string | null }) {
  if (!canTakeBack(written, await undoer(at))) throw refusedBecause("take-back-over");
}

const metWith = async (db: Db, id: string) =>
  (await db.select().from(outreachEncounter).where(eq(outreachEncounter.id, id)))[0];

/**
 * A try was written by mistake: it counts nowhere, and the young person stands as before it. Where a meeting was asked because of it
 * and has not met on it, the question is taken off. The log keeps that it was written. `version` is the young person's.
 */
export const takeBackTry = command("take-back-try", {
  input: input(seen),
  allow: looksForThem,
  async run(work) {
    const { db, today, by, record, reload } = work;
    const { id, version } = work.input;
    const [tried] = await db.select().from(outreachAttempt).where(eq(outreachAttempt.id, id));
    // What was met at a place is parted from them there.
    if (!tried || (await metWith(db, id))) throw missing();
    const lead = await leadWith(db, tried.leadId, today);
    if (!isShown(lead.standing)) throw missing();
    await mustBeTheirs(work, { on: dayWritten(tried), byId: tried.triedById });
    const before = await triesOf(db, [lead.id]);
    const tries = before.filter((one) => one.id !== id);
    await db.delete(outreachAttempt).where(eq(outreachAttempt.id, id));
    let raised = {};
    if (lead.raisedItemId !== null && lead.raisedOn === today) {
      const former = await raisedBefore(work, lead);
      const wasBecause = isTriedEnough(former, before) && !isTriedEnough(former, tries);
      if (wasBecause && (await askNoMeeting(work, lead.raisedItemId))) raised = former;
    }
    await revise(db, outreachLead, { id: lead.id, version }, { ...standsBy(lead, tries), ...raised }, by);
    const { channel, result } = tried;
    record({ kind: "lead-try-taken-back", facts: { lead: lead.id, channel, result } });
    reload(outreachTopic);
  },
});

/** It was written by mistake that the young person said no: all is as it was before. */
export const takeBackNo = command("take-back-no", {
  input: input(seen),
  allow: looksForThem,
  async run(work) {
    const { db, today, by, record, reload } = work;
    const { id, version } = work.input;
    const lead = await leadWith(db, id, today);
    const before = await formerly(db, outreachLead, lead);
    if (lead.standing !== "left_alone" || !before) throw missing();
    // Later a no is a no.
    await mustBeTheirs(work, { on: lead.stateOn, byId: before.byId });
    const { state, stateOn, nextAllowedOn, assignedToId } = before.row;
    await revise(db, outreachLead, { id, version }, { state, stateOn, nextAllowedOn, assignedToId }, by);
    record({ kind: "lead-state-set", facts: { lead: id, state } });
    reload(outreachTopic);
  },
});

/** Nobody was met there: the encounter counts nowhere. One that has a name is parted from it first. */
export const takeBackEncounter = command("take-back-encounter", {
  input: input(seen),
  allow: looksForThem,
  async run(work) {
    const { db, input, by, record, reload } = work;
    const met = await metWith(db, input.id);
    if (!met) throw missing();
    await mustBeTheirs(work, { on: dayWritten(met), byId: met.byId });
    if (met.leadId !== null) throw refusedBecause("encounter-named");
    // Whoever saw another row learns what stands.
    await revise(db, outreachEncounter, input, { mark: "" }, by);
    await db.delete(outreachEncounter).where(eq(outreachEncounter.id, met.id));
    await forgetFormer(db, outreachEncounter, [met.id]);
    record({ kind: "encounter-taken-back", facts: { encounter: met.id, place: met.placeId, people: met.people } });
    reload(outreachTopic);
  },
});

/** The school told nothing, or not of them: nobody is asked to react. What was done about it is taken back first. */
export const takeBackAlert = command("take-back-dropout-alert", {
  input: input(seen),
  allow: mayReact,
  async run(work) {
    const { db, input, by, record, reload } = work;
    const alert = await alertWith(db, input.id);
    if (alert?.handledOn !== null) throw missing();
    await mustBeTheirs(work, { on: dayWritten(alert), byId: alert.writtenById });
    await revise(db, dropoutAlert, input, { takenOn: null }, by);
    await db.delete(dropoutAlert).where(eq(dropoutAlert.id, alert.id));
    await forgetFormer(db, dropoutAlert, [alert.id]);
    const { id, leadId, youngPersonId, kind } = alert;
    record({ kind: "dropout-alert-taken-back", youngPersonId, facts: { alert: id, lead: leadId, kind } });
    reload(outreachTopic);
  },
});

/** What was done about it was written by mistake: it waits again with whoever took it. */
export const takeBackAnswer = command("take-back-dropout-answer", {
  input: input(seen),
  allow: mayReact,
  async run(work) {
    const { db, input, by, record, reload } = work;
    const alert = await alertWith(db, input.id);
    if (!alert || alert.handledOn === null) throw missing();
    await mustBeTheirs(work, { on: alert.handledOn, byId: alert.handledById });
    const set = { reaction: "", handledOn: null, handledById: null };
    const { youngPersonId } = await revise(db, dropoutAlert, input, set, by);
    record({ kind: "dropout-answer-taken-back", youngPersonId, facts: { alert: alert.id, reaction: alert.reaction } });
    reload(outreachTopic);
  },
});
