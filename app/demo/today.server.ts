import { addItem } from "#domain/agenda/commands.server.ts";
import { moveItem } from "#domain/agenda/move.server.ts";
import { archetypeOf } from "./archetypes.server.ts";
import type { DemoMeeting } from "./calendar.server.ts";
import { agendaDay, type Forum, planHearing, planMeeting, planPublishing, putOn } from "./meetings.server.ts";
import { youngId } from "./people.server.ts";
import type { Script, Young } from "./script.ts";
import { itemOf } from "./standing.server.ts";
import { planPreparing } from "./telling.server.ts";
import { PAUSE, TODAY } from "./texts/today.ts";

/** Put off at the latest meeting, and so on today's agenda already. */
const CARRIED = "own-yes";
const unwritten = { options: [], discussion: "", promises: [] };

/** Today's meeting: made, invited and published, with some of it heard beforehand; it has not begun. */
export function planToday(forum: Forum, meeting: DemoMeeting, people: readonly Young[]): void {
  const { clock, staff } = forum;
  const writer = staff.idOf(meeting.minuteTaker);
  planMeeting(forum, meeting);
  clock.at(agendaDay(forum, meeting), "10:20", async () => {
    for (const [place, line] of TODAY.entries()) {
      const { archetype, question, minutes, invited, fixedAt, heard, prepared } = line;
      if (place === PAUSE.after) await addPause(forum, meeting);
      const young = archetypeOf(people, archetype);
      const script: Script = { question, minutes, heard: heard ?? { how: "contact_person", words: "" }, ...unwritten };
      const itemId = await putOn(forum, { meeting, young, script }, invited, fixedAt);
      const sitting = { meeting, young, script, itemId };
      if (heard) planHearing(forum, sitting, clock.on(-heard.daysAgo));
      if (heard && prepared) planPreparing(forum, sitting, clock.on(-heard.daysAgo), prepared);
    }
    // What was carried on from the meeting before stands first; it gets its place.
    const carried = TODAY.findIndex(({ archetype }) => archetype === CARRIED);
    const item = await itemOf(meeting.id, youngId(clock, { key: CARRIED }));
    if (item) await clock.does(moveItem, { itemId: item.id, to: carried }, writer);
  });
  planPublishing(forum, meeting);
}

async function addPause({ clock, staff }: Forum, { id, minuteTaker }: DemoMeeting) {
  const pause = {
    id: clock.id("pause today"),
    meetingId: id,
    kind: "pause",
    question: PAUSE.title,
    minutes: PAUSE.minutes,
  };
  await clock.does(
    addItem,
    { ...pause, youngPersonId: null, fixedAt: null, leadWorkerId: null, invited: [] },
    staff.idOf(minuteTaker),
  );
}
