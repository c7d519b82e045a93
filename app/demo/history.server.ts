import { archetypesOf } from "./archetypes.server.ts";
import { meetingsOf } from "./calendar.server.ts";
import type { DemoClock } from "./clock.server.ts";
import { type Agenda, planHeldMeeting } from "./held.server.ts";
import type { Forum } from "./meetings.server.ts";
import { planYoungPerson } from "./people.server.ts";
import { DemoStaff, openDoors } from "./staff.server.ts";
import { planToday } from "./today.server.ts";

/** Everything that happened in the demo municipality until last evening, each thing on its day. */
export async function makeHistory(clock: DemoClock): Promise<void> {
  const staff = new DemoStaff(clock);
  const forum: Forum = { clock, staff, meetings: meetingsOf(clock) };
  const people = archetypesOf(clock);
  clock.at(clock.workday(-790), "8:00", () => openDoors(clock, staff));
  for (const young of people) planYoungPerson(clock, staff, young);
  const agenda: Agenda = new Map();
  for (const young of people)
    for (const { ago, script } of young.visits) {
      const visits = agenda.get(ago) ?? [];
      agenda.set(ago, [...visits, { young, script, onward: { kind: "outside", days: 40 } }]);
    }
  for (const meeting of forum.meetings) {
    if (meeting.ago > 0 && agenda.has(meeting.ago)) planHeldMeeting(forum, meeting, agenda);
    if (meeting.ago === 0) planToday(forum, meeting, people);
  }
  await clock.run();
}
