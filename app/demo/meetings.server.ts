import { addItem, changeItem } from "#domain/agenda/commands.server.ts";
import { addDays } from "#domain/days.ts";
import { lockAgenda, makeMeeting, publishMeeting } from "#domain/meetings/commands.server.ts";
import { copenhagenInstant } from "#domain/moments.ts";
import { writeOwnWords } from "#domain/voice/commands.server.ts";
import { chooseBases } from "./bases.server.ts";
import type { DemoMeeting } from "./calendar.server.ts";
import { chanceFor } from "./chance.ts";
import { type DemoClock, workdayFrom, workdayUntil } from "./clock.server.ts";
import { youngId } from "./people.server.ts";
import type { Script, Young } from "./script.ts";
import type { DemoStaff } from "./staff.server.ts";
import { itemOf, voiceVersionOf } from "./standing.server.ts";
import type { DepartmentKey } from "./texts/departments.ts";

export type Forum = { clock: DemoClock; staff: DemoStaff; meetings: readonly DemoMeeting[] };

/** One young person's place in one meeting. */
export type Sitting = { meeting: DemoMeeting; young: Young; script: Script; itemId: string };

const SEATS: readonly DepartmentKey[] = [
  "center",
  "guidance",
  "stu",
  "children",
  "adults",
  "work",
  "benefits",
  "ppr",
  "health",
  "housing",
];
export const MINUTES = 150;
const MADE_AHEAD = 4;

export const meetingAgo = ({ meetings }: Pick<Forum, "meetings">, ago: number): DemoMeeting | undefined =>
  meetings.find((meeting) => meeting.ago === ago);

/** The day the agenda of a meeting is begun: soon after the one before. */
export function agendaDay(forum: Forum, { day, ago }: DemoMeeting): string {
  const before = meetingAgo(forum, ago + 1);
  return before ? workdayFrom(addDays(before.day, 1)) : workdayFrom(addDays(day, -12));
}

/** A meeting is made eight weeks ahead, with the forum's standing members. */
export function planMeeting(forum: Forum, meeting: DemoMeeting): void {
  const { clock, staff, meetings } = forum;
  const { id, day, ago } = meeting;
  const earlier = meetingAgo(forum, ago + MADE_AHEAD);
  const leads = { chairId: staff.idOf(meeting.chair), minuteTakerId: staff.idOf(meeting.minuteTaker) };
  const first = meetings[0]?.day ?? day;
  clock.at(earlier?.day ?? workdayFrom(addDays(first, -40)), "13:05", async () => {
    const facts = { typeCode: "coordination", startsAt: copenhagenInstant(day, "9:00"), minutes: MINUTES };
    const place = { place: "Lokale 2, Ungecentret", videoLink: `https://moede.demo.invalid/${id.slice(-6)}` };
    const members = SEATS.map(staff.representativeOf);
    await clock.does(
      makeMeeting,
      { id, ...facts, ...place, ...leads, members, acute: false },
      staff.idOf("koordinator"),
    );
  });
}

export function planPublishing({ clock, staff }: Forum, { id, day, ago, minuteTaker }: DemoMeeting): void {
  clock.at(workdayFrom(addDays(day, -6)), "15:00", async () => {
    await clock.does(publishMeeting, { meetingId: id }, staff.idOf(minuteTaker));
  });
  if (ago > 0)
    clock.at(workdayUntil(addDays(day, -1)), "15:30", async () => {
      await clock.does(lockAgenda, { meetingId: id }, staff.idOf(minuteTaker));
    });
}

/** Puts the young person on the agenda, or gives the item that was carried on its question; answers its id. */
export async function putOn(
  forum: Forum,
  { meeting, young, script }: Omit<Sitting, "itemId">,
  invited: readonly string[] = [],
  fixedAt?: string,
) {
  const { clock, staff } = forum;
  const youngPersonId = youngId(clock, young);
  const standing = await itemOf(meeting.id, youngPersonId);
  const by = staff.idOf(meeting.minuteTaker);
  const { question, minutes } = script;
  const set = { question, minutes, fixedAt: fixedAt ? copenhagenInstant(meeting.day, fixedAt) : null };
  if (standing) {
    await clock.does(
      changeItem,
      { itemId: standing.id, version: standing.version, ...set, leadWorkerId: standing.leadWorkerId },
      by,
    );
    await chooseBases(forum, standing.id, youngPersonId, by);
    return standing.id;
  }
  const id = clock.id(`item ${meeting.ago} ${young.key}`);
  const of = { id, meetingId: meeting.id, kind: "person", youngPersonId, ...set };
  await clock.does(addItem, { ...of, leadWorkerId: null, invited: invited.map(staff.idOf) }, by);
  await chooseBases(forum, id, youngPersonId, by);
  return id;
}

/** The contact person hears the young person in the days before the meeting. */
export function planHearing(forum: Forum, sitting: Sitting, day: string): void {
  const { clock } = forum;
  const { young, script, meeting, itemId } = sitting;
  const { guide, formerGuide, stu } = young;
  const chance = chanceFor(`hearing ${meeting.ago} ${young.key}`);
  clock.at(workdayUntil(day), `${chance.whole(9, 15)}:${chance.whole(10, 55)}`, async () => {
    const former = formerGuide && clock.today <= clock.workday(formerGuide.until) ? formerGuide.guide : null;
    await writeWords(forum, { itemId, script }, former ?? guide ?? stu ?? meeting.minuteTaker);
  });
}

export async function writeWords(
  { clock, staff }: Forum,
  { itemId, script }: Pick<Sitting, "itemId" | "script">,
  by: string,
) {
  const { how, words, tries = "", notToDiscuss = "" } = script.heard;
  const version = await voiceVersionOf(itemId);
  await clock.does(writeOwnWords, { itemId, version, words, how, tries, notToDiscuss }, staff.idOf(by));
}
