import type { PlanVoice } from "#db/vocabulary.ts";
import { planVoices } from "#db/vocabulary.ts";
import { markImportant, writePlanText } from "#domain/plan/commands.server.ts";
import { addGoal, setGoalState } from "#domain/plan/goal-commands.server.ts";
import type { DemoClock } from "./clock.server.ts";
import type { PlanLine, Young } from "./script.ts";
import type { DemoStaff } from "./staff.server.ts";
import { PLANS } from "./texts/plans.ts";

type Of = { clock: DemoClock; staff: DemoStaff; youngPersonId: string; hearer: string; lead: string };

/** Plans how the plan of a young person comes to be: the first words soon after the forum knew of them, the rest in the weeks that follow. */
export function planPlan(clock: DemoClock, staff: DemoStaff, young: Young): void {
  const line = PLANS[young.key.replace(/^archetype /, "")];
  const hearer = young.guide ?? young.lead;
  if (!line || !hearer || !young.lead) return;
  const of: Of = { clock, staff, youngPersonId: clock.id(`young ${young.key}`), hearer, lead: young.lead };
  planTexts(of, line, young.added);
  clock.at(clock.workday(young.added + 30), "10:40", () => writeGoals(of, line));
  clock.at(clock.workday(young.added + 32), "13:10", () => mark(of, line));
}

function planTexts(of: Of, { wish, direction, areas }: PlanLine, added: number) {
  const { clock, staff, youngPersonId, hearer, lead } = of;
  const write = (by: string, place: Record<string, unknown>, text: string, version = 0) =>
    clock.does(writePlanText, { youngPersonId, ...place, version, text }, staff.idOf(by));
  for (const [n, words] of wish.entries())
    clock.at(clock.workday(added + 12 + n * 70), "14:25", async () => {
      await write(hearer, { part: "wish" }, words, n);
    });
  clock.at(clock.workday(added + 25), "9:50", async () => {
    await write(lead, { part: "direction" }, direction);
    for (const { area, ownWords, well, hard } of areas) {
      const own = (by: string) => ({ area, departmentId: staff.departmentOf(by) });
      if (ownWords) await write(hearer, { part: "own_words", area }, ownWords);
      if (well) await write(hearer, { part: "strengths", ...own(hearer) }, well);
      if (hard) await write(lead, { part: "challenges", ...own(lead) }, hard);
    }
  });
}

async function writeGoals({ clock, staff, youngPersonId, hearer }: Of, { goals }: PlanLine) {
  for (const { due, state, ...goal } of goals) {
    const { id } = await clock.does(addGoal, { youngPersonId, ...goal, targetOn: clock.on(due) }, staff.idOf(hearer));
    const [standsAt, stateVoice] = state;
    await clock.does(setGoalState, { id, version: 1, state: standsAt, stateVoice }, staff.idOf(hearer));
  }
}

async function mark({ clock, staff, youngPersonId, hearer, lead }: Of, { important }: PlanLine) {
  const by: Record<PlanVoice, string> = { young_person: hearer, professionals: lead };
  for (const voice of planVoices)
    for (const area of important[voice])
      await clock.does(markImportant, { youngPersonId, voice, area }, staff.idOf(by[voice]));
}
