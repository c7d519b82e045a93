import { setClosing } from "#domain/closing/commands.server.ts";
import { addDays } from "#domain/days.ts";
import { tellYoungPerson } from "#domain/telling/commands.server.ts";
import { hearBeforeMeeting } from "#domain/voice/hear.server.ts";
import { chanceFor } from "./chance.ts";
import { workdayFrom, workdayUntil } from "./clock.server.ts";
import type { Forum, Sitting } from "./meetings.server.ts";
import { closingOf, voiceVersionOf } from "./standing.server.ts";
import { TOLD_WORDS } from "./texts/telling.ts";
import type { TodayLine } from "./texts/today.ts";

/** Two working days after a meeting whoever was given to tell the young person has done it. */
export function planTelling({ clock }: Forum, { meeting, young, itemId }: Sitting): void {
  const chance = chanceFor(`telling ${meeting.ago} ${young.key}`);
  clock.at(workdayFrom(addDays(meeting.day, 2)), "15:58", async () => {
    const { informStaffId } = await closingOf(itemId);
    if (!informStaffId) return;
    const how = chance.one(["met", "met", "phone", "written"] as const);
    const words = chance.happens(0.3) ? chance.one(TOLD_WORDS) : "";
    await clock.does(tellYoungPerson, { itemId, version: 0, how, words }, informStaffId);
  });
}

/** Another than the contact person is given the young person to tell. */
export async function giveToTell({ clock, staff }: Forum, { meeting, itemId }: Sitting, teller: string): Promise<void> {
  const { version, informOn, noAgreementReason, nextKind, nextMeetingId, nextOn } = await closingOf(itemId);
  const stands = {
    informOn,
    noAgreementReason: noAgreementReason ?? "",
    nextKind,
    nextMeetingId,
    nextOn: nextOn ?? "",
  };
  const set = { itemId, version, informStaffId: staff.idOf(teller), ...stands };
  await clock.does(setClosing, set, staff.idOf(meeting.minuteTaker));
}

/** All that is asked before a meeting, read aloud to the young person on the day they were heard. */
export function planPreparing(
  { clock, staff }: Forum,
  { meeting, young, script, itemId }: Sitting,
  day: string,
  prepared: NonNullable<TodayLine["prepared"]>,
): void {
  const { words, notToDiscuss = "" } = script.heard;
  clock.at(workdayUntil(day), "16:05", async () => {
    const said = { itemId, words, notToDiscuss, ...prepared };
    const versions = { version: await voiceVersionOf(itemId), preparedVersion: 0 };
    const by = staff.idOf(young.guide ?? meeting.minuteTaker);
    await clock.does(hearBeforeMeeting, { ...said, ...versions, confirmed: true }, by);
  });
}
