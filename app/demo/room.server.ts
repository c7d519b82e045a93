import { agree } from "#domain/actions/agree.server.ts";
import { setClosing } from "#domain/closing/commands.server.ts";
import { addDays } from "#domain/days.ts";
import { writeDiscussion, writeDissent } from "#domain/minutes/commands.server.ts";
import { addOption } from "#domain/options/commands.server.ts";
import { addToRoom, allAreHere, askConflicts, setPresence } from "#domain/participants/commands.server.ts";
import { endItem, openItem, postponeItem } from "#domain/room/commands.server.ts";
import { type Chance, chanceFor } from "./chance.ts";
import { workdayFrom } from "./clock.server.ts";
import { type Forum, meetingAgo, type Sitting, writeWords } from "./meetings.server.ts";
import type { Promised } from "./script.ts";
import { closingOf, seatsOf } from "./standing.server.ts";
import { DEPARTMENTS } from "./texts/departments.ts";
import { DISSENTS } from "./texts/outcomes.ts";

/** An agreement as it was made, and what is to become of it. */
export type Made = { id: string; promised: Promised; sitting: Sitting };

/** Where the young person's story goes on: another meeting, outside, it is over, or nobody has said yet. */
export type Onward =
  | { kind: "unsaid" }
  | { kind: "meeting"; ago: number }
  | { kind: "outside"; days: number }
  | { kind: "over" };

/** One item of a meeting, from the room being ready to moving on. Answers the agreements. */
export async function holdItem(forum: Forum, sitting: Sitting, onward: Onward): Promise<Made[]> {
  const { clock, staff } = forum;
  const { meeting, young, script, itemId } = sitting;
  const chair = staff.idOf(meeting.chair);
  const writer = staff.idOf(meeting.minuteTaker);
  const chance = chanceFor(`room ${meeting.ago} ${young.key}`);
  if (script.left) {
    // What was not reached is left for the end of the meeting.
    if (script.left !== "not reached") await clock.does(postponeItem, { itemId, reason: script.left }, chair);
    return [];
  }
  await clock.does(openItem, { itemId }, chair);
  await callRoll(forum, sitting, chance);
  const { how } = script.heard;
  if (how === "in_room" || how === "video") await writeWords(forum, sitting, meeting.minuteTaker);
  clock.pass(chance.whole(3, 6));
  const options: { id: string; text: string }[] = [];
  for (const { department, text } of script.options) {
    const { id } = await clock.does(addOption, { itemId, text, departmentId: staff.departmentId(department) }, writer);
    options.push({ id, text });
  }
  clock.pass(2);
  const made: Made[] = [];
  for (const promised of script.promises)
    made.push(await promise(forum, sitting, promised, options.find(({ text }) => text === promised.option)?.id));
  if (script.discussion) await clock.does(writeDiscussion, { itemId, version: 0, text: script.discussion }, writer);
  if (chance.happens(0.04)) await dissent(forum, sitting, chance);
  await close(forum, sitting, onward);
  clock.pass(chance.whole(1, 4));
  await clock.does(endItem, { meetingId: meeting.id }, chair);
  clock.pass(2);
  return made;
}

async function callRoll({ clock, staff }: Forum, { meeting, young, script, itemId }: Sitting, chance: Chance) {
  const chair = staff.idOf(meeting.chair);
  const asked = script.promises
    .filter(({ outcome }) => outcome === "unanswered")
    .map(({ department }) => staff.departmentId(department));
  const leads = [chair, staff.idOf(meeting.minuteTaker)];
  await clock.does(allAreHere, { itemId }, chair);
  for (const seat of await seatsOf(itemId)) {
    if (!seat.staffId || leads.includes(seat.staffId)) continue;
    const away = asked.includes(seat.departmentId ?? "") || chance.happens(0.1);
    const presence = away ? "missing" : chance.happens(0.15) ? "video" : null;
    if (presence) await clock.does(setPresence, { participantId: seat.id, presence }, chair);
  }
  const { how } = script.heard;
  if (how === "in_room" || how === "video") {
    const presence = how === "video" ? "video" : "room";
    await clock.does(
      addToRoom,
      { itemId, kind: "young_person", name: young.firstName, organisation: "", presence },
      chair,
    );
    const others = (["companion", "parent", "interpreter"] as const).filter((_, place) =>
      chance.happens([0.2, 0.3, 0.08][place] ?? 0),
    );
    for (const kind of others)
      await clock.does(addToRoom, { itemId, kind, name: "", organisation: "", presence }, chair);
  }
  await clock.does(askConflicts, { itemId, staffIds: [] }, chair);
}

async function promise(
  forum: Forum,
  sitting: Sitting,
  promised: Promised,
  optionId: string | undefined,
): Promise<Made> {
  const { clock, staff } = forum;
  const { meeting, young, itemId } = sitting;
  const { department, text, dueDays, byYoungPerson = false } = promised;
  // The contact person and the STU team's own name themselves; elsewhere it falls to whoever sits there for the department.
  const named = byYoungPerson ? null : department === "center" ? young.guide : department === "stu" ? young.stu : null;
  const due = workdayFrom(addDays(meeting.day, dueDays));
  const of = {
    itemId,
    optionId: optionId ?? null,
    departmentId: staff.departmentId(department),
    ownerId: named && staff.idOf(named),
  };
  const { id } = await clock.does(
    agree,
    { ...of, text, dueOn: due, howSeen: "", byYoungPerson },
    staff.idOf(meeting.minuteTaker),
  );
  return { id, promised, sitting };
}

async function dissent({ clock, staff }: Forum, { meeting, script, itemId }: Sitting, chance: Chance) {
  const departments = script.promises.map(({ department }) => department);
  const department = chance.one(departments.length > 0 ? departments : (["center"] as const));
  const text = chance.one(DISSENTS).replace("{afdeling}", DEPARTMENTS[department][0]);
  await clock.does(
    writeDissent,
    { itemId, departmentId: staff.departmentId(department), text },
    staff.idOf(meeting.minuteTaker),
  );
}

async function close(forum: Forum, { meeting, young, script, itemId }: Sitting, onward: Onward) {
  const { clock, staff } = forum;
  const { version, informStaffId, informOn } = await closingOf(itemId);
  const teller = young.guide ?? young.stu ?? meeting.minuteTaker;
  const informs = {
    informStaffId: informStaffId ?? staff.idOf(teller),
    informOn: informOn ?? workdayFrom(addDays(meeting.day, 2)),
  };
  const to = onward.kind === "meeting" ? meetingAgo(forum, onward.ago) : null;
  const nextOn = onward.kind === "outside" ? workdayFrom(addDays(meeting.day, onward.days)) : "";
  const next = { nextKind: onward.kind === "unsaid" ? null : onward.kind, nextMeetingId: to?.id ?? null, nextOn };
  const set = { itemId, version, ...informs, noAgreementReason: script.noAgreement ?? "", ...next };
  await clock.does(setClosing, set, staff.idOf(meeting.minuteTaker));
}
