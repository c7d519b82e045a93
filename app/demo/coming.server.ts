import type { DemoMeeting } from "./calendar.server.ts";
import { type Forum, planMeeting, putOn } from "./meetings.server.ts";
import type { Young } from "./script.ts";
import { COMING } from "./texts/today.ts";

/** A meeting to come: made, with the first of its agenda, still a draft. */
export function planComing(forum: Forum, meeting: DemoMeeting, people: readonly Young[]): void {
  const { clock } = forum;
  planMeeting(forum, meeting);
  const lines = COMING[-meeting.ago - 1] ?? [];
  for (const [place, { archetype, question }] of lines.entries()) {
    const young = people.find(({ key }) => key === archetype);
    if (!young) continue;
    clock.at(clock.workday(-5 - place), "14:20", async () => {
      const script = {
        question,
        minutes: 20,
        heard: { how: "contact_person", words: "" },
        options: [],
        discussion: "",
        promises: [],
      } as const;
      await putOn(forum, { meeting, young, script: { ...script, options: [], promises: [] } });
    });
  }
}
