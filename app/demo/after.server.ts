import { acceptAction, declineAction, setYouthAnswer } from "#domain/actions/answers.server.ts";
import { cancelAction } from "#domain/actions/commands.server.ts";
import { setActionDecision } from "#domain/actions/decision.server.ts";
import { blockAction, finishAction, startAction } from "#domain/actions/follow.server.ts";
import { addDays } from "#domain/days.ts";
import { type Chance, chanceFor } from "./chance.ts";
import { workdayFrom } from "./clock.server.ts";
import type { Forum } from "./meetings.server.ts";
import type { Made } from "./room.server.ts";
import { actionOf } from "./standing.server.ts";
import { DECLINE_REASONS, DONE_NOTES, LATE_NOTES, STUCK_NOTES, WITHDRAWN_REASONS } from "./texts/outcomes.ts";
import { SAID_NO, SAID_PARTLY } from "./texts/telling.ts";

/** What becomes of an agreement in the days after the meeting: the yes, the young person's answer where they were `told`, the work, the end. */
export function planOutcome(forum: Forum, made: Made, told: boolean): void {
  const { clock, staff } = forum;
  const { id, promised, sitting } = made;
  const { meeting, young } = sitting;
  const chance = chanceFor(`outcome ${meeting.ago} ${young.key} ${promised.text}`);
  const writer = staff.idOf(meeting.minuteTaker);
  const plan = (days: number, work: () => Promise<void>) =>
    clock.at(workdayFrom(addDays(meeting.day, days)), `${chance.whole(9, 15)}:${chance.whole(10, 55)}`, work);

  if (promised.outcome === "withdrawn") {
    clock.at(workdayFrom(addDays(meeting.day, 1)), "9:20", async () => {
      const { version } = await actionOf(id);
      await clock.does(cancelAction, { id, version, reason: chance.one(WITHDRAWN_REASONS) }, writer);
    });
    return;
  }
  if (promised.outcome !== "unanswered" && !promised.byYoungPerson)
    plan(chance.whole(1, 3), async () => {
      const { state, version, ownerId } = await actionOf(id);
      if (state === "proposed" && ownerId) await clock.does(acceptAction, { id, version }, ownerId);
    });
  if (chance.happens(0.45) && told)
    plan(2, async () => {
      const youthAnswer = chance.happens(0.8) ? "yes" : chance.happens(0.75) ? "partly" : "no";
      const words = chanceFor(`words ${meeting.ago} ${young.key} ${promised.text}`);
      const youthWords = youthAnswer === "yes" ? "" : words.one(youthAnswer === "no" ? SAID_NO : SAID_PARTLY);
      const { version } = await actionOf(id);
      await clock.does(setYouthAnswer, { id, version, youthAnswer, youthWords }, writer);
    });
  if (promised.outcome === "unanswered") {
    if (chance.happens(0.2))
      plan(2, async () => {
        const { version, ownerId } = await actionOf(id);
        if (ownerId) await clock.does(declineAction, { id, version, reason: chance.one(DECLINE_REASONS) }, ownerId);
      });
    return;
  }
  planWork(forum, made, chance, plan);
}

function planWork(
  { clock, staff }: Forum,
  { id, promised, sitting }: Made,
  chance: Chance,
  plan: (days: number, work: () => Promise<void>) => void,
) {
  const { dueDays, outcome } = promised;
  const followed = async () => {
    const row = await actionOf(id);
    return { row, by: row.ownerId ?? staff.idOf(sitting.meeting.minuteTaker) };
  };
  if (chance.happens(outcome === "open" ? 0.6 : 0.25))
    plan(Math.max(4, Math.round(dueDays * 0.2)), async () => {
      const { row, by } = await followed();
      if (row.state === "agreed") await clock.does(startAction, { id, version: row.version }, by);
    });
  if (outcome === "open") return;
  if (outcome === "stuck") {
    plan(Math.max(5, dueDays - 4), async () => {
      const { row, by } = await followed();
      const blockedReason =
        promised.blocked ??
        chance.one([
          "waiting_list",
          "waiting_list",
          "no_offer",
          "young_person",
          "department",
          "no_consent",
          "other",
        ] as const);
      const blockedNote = chance.one(STUCK_NOTES[blockedReason]);
      await clock.does(blockAction, { id, version: row.version, blockedReason, blockedNote }, by);
      // Who waits for a place has been decided upon, somewhere else.
      if (blockedReason !== "waiting_list") return;
      const decision = { decisionSystem: "DUBU", decisionCase: `26/${chance.whole(1000, 9999)}` };
      const decisionOn = addDays(sitting.meeting.day, 3);
      await clock.does(setActionDecision, { id, version: row.version + 1, ...decision, decisionOn }, by);
    });
    return;
  }
  const late = outcome === "late";
  const days = late ? dueDays + chance.whole(3, 24) : Math.max(4, Math.round(dueDays * (0.45 + chance.part() * 0.4)));
  plan(days, async () => {
    const { row, by } = await followed();
    const resultNote = chance.one(late ? LATE_NOTES : DONE_NOTES);
    await clock.does(finishAction, { id, version: row.version, resultNote }, by);
  });
}
