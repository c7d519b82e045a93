import { addExternalPlan } from "#domain/external-plans/commands.server.ts";
import { addPlacement } from "#domain/placements/commands.server.ts";
import { addScheme, changeScheme } from "#domain/schemes/commands.server.ts";
import { rateWellbeing } from "#domain/wellbeing/commands.server.ts";
import type { DemoClock } from "./clock.server.ts";
import type { Young } from "./script.ts";
import type { DemoStaff } from "./staff.server.ts";
import { SUPPORT } from "./texts/support.ts";

/** Plans what is written beside the efforts: schemes, placements, how the young person says it goes, plans that others keep. */
export function planSupport(clock: DemoClock, staff: DemoStaff, young: Young): void {
  const line = SUPPORT[young.key];
  const hearer = young.guide ?? young.lead;
  if (!line || !hearer) return;
  const youngPersonId = clock.id(`young ${young.key}`);
  const by = staff.idOf(hearer);
  // Nobody here writes of a young person before they are known.
  const plan = (day: number, time: string, work: () => Promise<unknown>) =>
    clock.at(clock.workday(Math.max(day, young.added + 14)), time, async () => void (await work()));
  const on = (days: number | null | undefined) => (days === null || days === undefined ? "" : clock.on(days));

  for (const { scheme, state, department, on: day, educationEnded, from, to, note = "" } of line.schemes ?? [])
    plan(day, "11:20", async () => {
      const set = { state, departmentId: staff.departmentId(department), educationEndedOn: on(educationEnded) };
      const { id } = await clock.does(addScheme, { youngPersonId, scheme, ...set }, by);
      const more = { fromOn: on(from), toOn: on(to), note };
      if (from || note) await clock.does(changeScheme, { id, version: 1, ...set, ...more }, by);
    });
  for (const { from, to, contact = ["", ""], municipal = false, ...place } of line.placements ?? [])
    plan(from, "9:15", () => {
      const [contactName, contactPhone] = contact;
      const set = { ...place, municipal, contactName, contactPhone, fromOn: on(from), toOn: on(to) };
      return clock.does(addPlacement, { youngPersonId, ...set }, by);
    });
  for (const [area, said] of Object.entries(line.ratings ?? {}))
    for (const [day, score] of said)
      plan(day, area === "" ? "14:05" : "14:07", () => {
        const rated = { area, score: String(score), ratedOn: clock.today, askedById: by };
        return clock.does(rateWellbeing, { youngPersonId, ...rated }, by);
      });
  for (const [n, { department, ...plans }] of (line.plans ?? []).entries())
    plan(young.added + 40 + n, "15:10", () =>
      clock.does(addExternalPlan, { youngPersonId, ...plans, departmentId: staff.departmentId(department) }, by),
    );
}
