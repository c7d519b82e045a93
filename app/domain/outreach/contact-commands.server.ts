import { tables } from "#db/index.server.ts";
import { attemptResults, outreachChannels } from "#db/vocabulary.ts";
import { may, mayAsStaff } from "../access/decide.server.ts";
import { putOnAgenda } from "../agenda/add.server.ts";
import { namesThem } from "../agenda/names-in.server.ts";
import { addMonths } from "../calendar.ts";
import { command } from "../command.server.ts";
import { invalid, missing, refusedBecause } from "../errors.ts";
import {
  anyText,
  dayAsTyped,
  input,
  optionalId,
  rowId,
  seenVersion,
  someText,
  withoutCpr,
  word,
} from "../input.server.ts";
import { momentOn } from "../meetings/starts.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { outreachTopic } from "../topics.ts";
import { pastDay, typedDay } from "../typed-day.server.ts";
import { guarded, leadWith, looksForThem, openLead, triesOf } from "./find.server.ts";
import { ALONE_MONTHS, canBecome, channelsFor, expiredUpTo, isAtCeiling, stateAfter } from "./rules.ts";

const { outreachAttempt, outreachLead } = tables;

const seen = { id: rowId, version: seenVersion };

/** Somebody tried to reach the young person: how, when, and what came of it. Without a day and a clock it was now. */
export const tryLead = command("try-lead", {
  input: input({
    ...seen,
    attemptId: optionalId,
    channel: word(outreachChannels),
    result: word(attemptResults),
    ...{ on: anyText(40), clock: anyText(10) },
  }),
  allow: looksForThem,
  async run({ db, input: given, actor, now, today, by, newId, record, reload }) {
    const { id, version, channel, result } = given;
    const [lead] = await guarded(db, { actor, now, today }, [await openLead(db, id, today)]);
    if (!lead || by.staffId === null) throw missing();
    if (lead.state === "new") throw refusedBecause("lead-not-checked");
    const tries = await triesOf(db, [id]);
    // Whoever answers is written down, however often they were tried.
    if (result !== "reached" && isAtCeiling(lead, tries)) throw refusedBecause("lead-to-meeting");
    const ways = channelsFor({ address: lead.address !== "", phone: lead.phone !== "", placeId: lead.placeId });
    if (ways.length > 0 && !ways.includes(channel) && channel !== "at_place") throw invalid("channel", "no-such-way");
    const day = given.on ? pastDay("on", given.on, today) : today;
    if (day <= expiredUpTo(today)) throw invalid("on", "too-long-ago");
    // The part of the day counts: of another day it is not guessed.
    if (day !== today && !given.clock) throw invalid("clock", "required");
    const triedAt = given.clock ? momentOn(day, "clock", given.clock) : now;
    if (triedAt > now) throw invalid("clock", "not-yet");
    const attemptId = given.attemptId ?? newId();
    await insertOnce(db, outreachAttempt, {
      id: attemptId,
      leadId: id,
      channel,
      triedAt,
      result,
      triedById: by.staffId,
      writtenAt: now,
    });
    const state = stateAfter(lead.state, result);
    await revise(db, outreachLead, { id, version }, state === lead.state ? {} : { state, stateOn: today }, by);
    record({ kind: "lead-tried", facts: { lead: id, channel, result } });
    reload(outreachTopic);
  },
});

/** What the young person said, or that nobody could be reached. */
export const setLeadState = command("set-lead-state", {
  input: input({ ...seen, state: word(["not_needed", "wants_help", "unreachable"]) }),
  allow: looksForThem,
  async run({ db, input: { id, version, state }, today, by, record, reload }) {
    const lead = await leadWith(db, id, today);
    if (!canBecome(lead.standing, state)) throw missing();
    await revise(db, outreachLead, { id, version }, { state, stateOn: today }, by);
    record({ kind: "lead-state-set", facts: { lead: id, state } });
    reload(outreachTopic);
  },
});

/** The young person says no for now: until the day that was agreed nobody asks, and no list shows them. */
export const leaveAlone = command("leave-lead-alone", {
  input: input({ ...seen, until: dayAsTyped }),
  allow: looksForThem,
  async run({ db, input: { id, version, until }, today, by, record, reload }) {
    const lead = await leadWith(db, id, today);
    if (!canBecome(lead.standing, "declined")) throw missing();
    const nextAllowedOn = typedDay("until", until, today);
    if (nextAllowedOn <= today) throw invalid("until", "day-to-come");
    if (nextAllowedOn > addMonths(today, ALONE_MONTHS)) throw invalid("until", "too-far-off");
    const set = { state: "declined" as const, stateOn: today, nextAllowedOn, assignedToId: null };
    await revise(db, outreachLead, { id, version }, set, by);
    record({ kind: "lead-left-alone", facts: { lead: id, until: nextAllowedOn } });
    reload(outreachTopic);
  },
});

/** Nobody was reached after many tries: a meeting is asked what to do, without a name. */
export const raiseLead = command("raise-lead", {
  input: input({ ...seen, meetingId: rowId, question: withoutCpr(someText(200)) }),
  async allow({ db, input: { meetingId }, ...asking }) {
    const works = await mayAsStaff(db, asking, "outreach:work");
    return "no" in works ? works : may(db, asking, "meeting:run", meetingId);
  },
  async run(work) {
    const { db, input, today, by, record, reload } = work;
    const { id, version, meetingId, question } = input;
    const lead = await openLead(db, id, today);
    if (!isAtCeiling(lead, await triesOf(db, [id]))) throw refusedBecause("lead-moved-on");
    if (namesThem(question, lead)) throw invalid("question", "without-name");
    const { id: raisedItemId } = await putOnAgenda(work, { meetingId, kind: "unnamed", question, minutes: MINUTES });
    await revise(db, outreachLead, { id, version }, { raisedOn: today, raisedItemId }, by);
    record({ kind: "lead-raised", meetingId, facts: { lead: id } });
    reload(outreachTopic);
  },
});
/** How long a question without a name is at first; it can be changed on the agenda. */
const MINUTES = 10;
