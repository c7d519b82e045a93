import { addDays } from "#domain/days.ts";
import { agendaOf, placeVisits } from "./agenda.server.ts";
import { archetypesOf } from "./archetypes.server.ts";
import { meetingsOf } from "./calendar.server.ts";
import { type DemoClock, workdayFrom } from "./clock.server.ts";
import { planClosed } from "./closed.server.ts";
import { planComing } from "./coming.server.ts";
import { planContacts } from "./contacts.server.ts";
import { planGuideHandovers } from "./guide-handovers.server.ts";
import { planGuides } from "./guides.server.ts";
import { planHeldMeeting } from "./held.server.ts";
import { type Forum, meetingAgo } from "./meetings.server.ts";
import { planOutreach } from "./outreach.server.ts";
import { planYoungPerson } from "./people.server.ts";
import { DemoStaff, openDoors } from "./staff.server.ts";
import { planStu } from "./stu.server.ts";
import { planToday } from "./today.server.ts";
import { othersOf } from "./young.server.ts";

/** Days from the installation's first day to the first meeting. */
const BEFORE_THE_FIRST = 120;

/** Everything that happened in the demo municipality until last evening, each thing on its day. */
export async function makeHistory(clock: DemoClock): Promise<void> {
  const staff = new DemoStaff(clock);
  const forum: Forum = { clock, staff, meetings: meetingsOf(clock) };
  const dayOf = (ago: number) => meetingAgo(forum, ago)?.day ?? clock.day;
  const people = [...archetypesOf(clock), ...othersOf(clock, staff, placeVisits(), dayOf)];
  const agenda = agendaOf(people, dayOf);

  const [first] = forum.meetings;
  const openedOn = workdayFrom(addDays(first?.day ?? clock.day, -BEFORE_THE_FIRST));
  clock.at(openedOn, "8:00", () => openDoors(clock, staff));
  const comeByYes = planOutreach(clock, staff, people);
  for (const young of people) planYoungPerson(clock, staff, young, comeByYes);
  await planStu(clock, staff, people, openedOn);
  planContacts(clock, people);
  planGuides(clock, staff, people);
  planGuideHandovers(clock, staff, people);
  planClosed(clock, staff, people);
  for (const meeting of forum.meetings) {
    if (meeting.ago > 0) planHeldMeeting(forum, meeting, agenda);
    else if (meeting.ago === 0) planToday(forum, meeting, people);
    else planComing(forum, meeting, people);
  }
  await clock.run();
}
