import { assign, endAssignment } from "#domain/people/assignment-commands.server.ts";
import { addYoungPerson } from "#domain/people/commands.server.ts";
import { addEffort } from "#domain/people/effort-commands.server.ts";
import { confirmAccess } from "#domain/people/review-commands.server.ts";
import { combineEfforts } from "#domain/plan/offer-commands.server.ts";
import { planCase } from "./cases.server.ts";
import { chanceFor } from "./chance.ts";
import type { DemoClock } from "./clock.server.ts";
import { planConsents } from "./consents.server.ts";
import { planNetwork } from "./network.server.ts";
import type { ComeByYes } from "./outreach.server.ts";
import { planPlan } from "./plans.server.ts";
import type { EffortLine, Young } from "./script.ts";
import type { DemoStaff } from "./staff.server.ts";
import { runningAssignmentsOf } from "./standing.server.ts";
import { planSupport } from "./support.server.ts";
import { planTransition } from "./transition.server.ts";

export const youngId = (clock: DemoClock, { key }: Pick<Young, "key">): string => clock.id(`young ${key}`);

/** Plans how a young person comes to the forum: who is around them, what runs, and when it ends. */
export function planYoungPerson(clock: DemoClock, staff: DemoStaff, young: Young, comeByYes: ComeByYes): void {
  const id = youngId(clock, young);
  const coordinator = staff.idOf("koordinator");
  const idOrNone = (username: string | null) => username && staff.idOf(username);
  const { firstName, lastName, bornOn, cpr, formerGuide, ended } = young;

  clock.at(clock.workday(young.added), "9:30", async () => {
    const departments = young.departments.map(staff.departmentId);
    const leadWorkerId = idOrNone(young.lead);
    const guideId = idOrNone(formerGuide?.guide ?? young.guide);
    const around = { departments, guideId, leadWorkerId };
    const born = { id, firstName, lastName, bornOn, cpr: cpr ?? "", synthetic: true };
    const add = async () => void (await clock.does(addYoungPerson, { ...born, ...around }, coordinator));
    await (comeByYes(young, { youngPersonId: id, ...around }, coordinator) ?? add)();
    if (young.stu) {
      const stu = { youngPersonId: id, staffId: staff.idOf(young.stu), kind: "stu_team", primary: guideId === null };
      await clock.does(assign, stu, coordinator);
    }
  });
  if (formerGuide && young.guide) {
    const next = { youngPersonId: id, staffId: staff.idOf(young.guide), kind: "guide", primary: true };
    clock.at(clock.workday(formerGuide.until), "14:10", async () => {
      await clock.does(assign, next, coordinator);
    });
  }
  for (const effort of young.efforts) planEffort(clock, staff, young, effort);
  planTogether(clock, staff, young);
  planPlan(clock, staff, young);
  planSupport(clock, staff, young);
  planConsents(clock, staff, young);
  planNetwork(clock, staff, young);
  planReview(clock, staff, young);
  planTransition(clock, staff, young);
  planCase(clock, staff, young);
  if (ended !== null)
    clock.at(clock.workday(ended), "15:20", async () => {
      for (const each of await runningAssignmentsOf(id)) await clock.does(endAssignment, each, coordinator);
    });
}

/** Somebody confirms every place with a young person in time; of a few nobody has said a word for over 90 days now. */
function planReview(clock: DemoClock, staff: DemoStaff, young: Young) {
  const chance = chanceFor(`review ${young.key}`);
  const late = chance.happens(0.05);
  const last = young.ended ?? 0;
  for (let day = last - (late ? chance.whole(92, 96) : chance.whole(10, 84)); day > young.added + 3; day -= 85)
    clock.at(clock.workday(day), "13:30", async () => {
      for (const each of await runningAssignmentsOf(youngId(clock, young)))
        await clock.does(confirmAccess, each, staff.idOf("koordinator"));
    });
}

const effortId = (clock: DemoClock, { key }: Young, { title }: EffortLine) => clock.id(`effort ${key} ${title}`);

function planTogether(clock: DemoClock, staff: DemoStaff, young: Young) {
  const { together } = young;
  if (!together) return;
  clock.at(clock.workday(together.from), "11:30", async () => {
    const efforts = young.efforts.map((effort) => effortId(clock, young, effort));
    const of = { youngPersonId: youngId(clock, young), title: together.title, efforts };
    await clock.does(combineEfforts, of, staff.idOf("koordinator"));
  });
}

function planEffort(clock: DemoClock, staff: DemoStaff, young: Young, effort: EffortLine) {
  const known = Math.max(effort.from, young.added) + 3;
  clock.at(clock.workday(Math.min(known, -2)), "11:05", async () => {
    const {
      title,
      provider,
      contactRole = false,
      from,
      to,
      kind,
      area,
      hours = "",
      weekdays = [],
      validUntil,
    } = effort;
    const days = {
      fromOn: clock.on(from),
      toOn: to === null ? "" : clock.on(to),
      validUntilOn: validUntil === undefined ? "" : clock.on(validUntil),
    };
    const id = effortId(clock, young, effort);
    const of = { id, youngPersonId: youngId(clock, young), departmentId: staff.departmentId(effort.department) };
    await clock.does(
      addEffort,
      { ...of, title, provider, contactRole, kind, area, hours, weekdays, ...days },
      staff.idOf(young.guide && !young.formerGuide ? young.guide : "koordinator"),
    );
  });
}
