import { addItem } from "#domain/agenda/commands.server.ts";
import { addDays } from "#domain/days.ts";
import { approveMinutes, sendDraft } from "#domain/meetings/commands.server.ts";
import { closeMeeting } from "#domain/room/close.server.ts";
import { openItem } from "#domain/room/commands.server.ts";
import { planOutcome } from "./after.server.ts";
import type { Agenda } from "./agenda.server.ts";
import type { DemoMeeting } from "./calendar.server.ts";
import { workdayFrom } from "./clock.server.ts";
import {
  agendaDay,
  type Forum,
  planHearing,
  planMeeting,
  planPublishing,
  putOn,
  type Sitting,
} from "./meetings.server.ts";
import { holdItem, type Onward } from "./room.server.ts";
import { giveToTell, planTelling } from "./telling.server.ts";

/** A meeting of the past, from its making to its approved minutes. */
export function planHeldMeeting(forum: Forum, meeting: DemoMeeting, agenda: Agenda): void {
  const { clock, staff } = forum;
  const writer = staff.idOf(meeting.minuteTaker);
  const sittings: (Sitting & { onward: Onward })[] = [];
  const pauseId = clock.id(`pause ${meeting.ago}`);
  planMeeting(forum, meeting);
  clock.at(agendaDay(forum, meeting), "9:40", async () => {
    for (const visit of agenda.get(meeting.ago) ?? []) {
      const itemId = await putOn(forum, { meeting, ...visit });
      const sitting = { meeting, ...visit, itemId };
      sittings.push(sitting);
      const { how, words } = visit.script.heard;
      const before =
        how !== "in_room" && how !== "video" && (words !== "" || how === "declined" || how === "not_reached");
      if (before && !visit.script.left) planHearing(forum, sitting, addDays(meeting.day, -4));
    }
    const pause = {
      id: pauseId,
      meetingId: meeting.id,
      kind: "pause",
      youngPersonId: null,
      question: "Pause",
      minutes: 10,
    };
    await clock.does(addItem, { ...pause, fixedAt: null, leadWorkerId: null, invited: [] }, writer);
  });
  planPublishing(forum, meeting);
  clock.at(meeting.day, "9:02", async () => {
    const middle = Math.floor(sittings.length / 2);
    // Two young people whom nobody has told yet after the latest meeting.
    const waiting = sittings.filter(({ script }) => meeting.ago === 1 && !script.left).slice(0, 2);
    for (const [place, sitting] of sittings.entries()) {
      if (place === middle) {
        await clock.does(openItem, { itemId: pauseId }, staff.idOf(meeting.chair));
        clock.pass(10);
      }
      // The latest meeting leaves its minute-taker something to write.
      const onward = meeting.ago === 1 && place === 1 ? ({ kind: "unsaid" } as const) : sitting.onward;
      const told = !waiting.includes(sitting);
      for (const made of await holdItem(forum, sitting, onward)) planOutcome(forum, made, told);
      if (told && !sitting.script.left) planTelling(forum, sitting);
    }
    if (waiting[0]) await giveToTell(forum, waiting[0], "ungeguide");
    await clock.does(closeMeeting, { meetingId: meeting.id }, staff.idOf(meeting.chair));
  });
  planMinutes(forum, meeting);
}

/** The draft goes out the day after; a week later the chair approves. The latest two wait for somebody. */
function planMinutes({ clock, staff }: Forum, { id, day, ago, chair, minuteTaker }: DemoMeeting) {
  if (ago > 1)
    clock.at(workdayFrom(addDays(day, 1)), "13:30", async () => {
      await clock.does(sendDraft, { meetingId: id }, staff.idOf(minuteTaker));
    });
  if (ago > 2)
    clock.at(workdayFrom(addDays(day, 8)), "10:10", async () => {
      await clock.does(approveMinutes, { meetingId: id }, staff.idOf(chair));
    });
}
