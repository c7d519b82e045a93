import { type ClarifiedAbout, clarifiedAbouts, considerations, modelMeetings } from "#db/vocabulary.ts";
import { addDays, daysBetween } from "#domain/days.ts";
import {
  setClarification,
  setTransition,
  setTransitionCheck,
  setTransitionMeeting,
} from "#domain/transition/commands.server.ts";
import { modelMeetingDay, transitionDays } from "#domain/transition/rules.ts";
import { type Chance, chanceFor } from "./chance.ts";
import { type DemoClock, workdayFrom } from "./clock.server.ts";
import type { Young } from "./script.ts";
import type { DemoStaff } from "./staff.server.ts";
import { transitionOf } from "./standing.server.ts";
import { CHECKED_BY, CLARIFIED_BY, COVERED_BY, DECIDED_BY, NOT_COVERED_BY } from "./texts/transition.ts";

/** So long ago somebody turned 18 of whom it was written. */
const DAYS_BACK = 3 * 366;
/** How many days before the birthday each level from 1 to 5 is reached by somebody for whom it goes as it should. */
const REACHED = [600, 420, 210, 70, 0];

/** Those who are told of by hand: how it stands for them, and where it stops. */
const TOLD: Record<string, { covered: "yes" | "no"; most: Record<ClarifiedAbout, number> }> = {
  animals: { covered: "yes", most: { future: 2, support_basis: 1 } },
  rest: { covered: "yes", most: { future: 1, support_basis: 0 } },
  "own-yes": { covered: "yes", most: { future: 4, support_basis: 3 } },
};

type Way = {
  clock: DemoClock;
  staff: DemoStaff;
  young: Young;
  youngPersonId: string;
  by: string;
  chance: Chance;
  /** Plans something for that day, or the first on which somebody here knew of it; never what is after the end. */
  plan: (day: string, work: () => Promise<unknown>) => void;
};

/** Plans what is written of a young person on the way to 18. */
export function planTransition(clock: DemoClock, staff: DemoStaff, young: Young): void {
  const { key, bornOn, added, ended } = young;
  const { beginsOn, adultOn } = transitionDays(bornOn);
  const knownOn = clock.on(added + 12);
  const last = ended === null ? clock.on(-2) : clock.on(ended - 3);
  if (beginsOn > last || daysBetween(adultOn, clock.day) > DAYS_BACK || knownOn > adultOn) return;
  const chance = chanceFor(`transition ${key}`);
  // Whoever goes with them all the time writes it; else the coordinator does.
  const own = ended === null && !young.formerGuide ? (young.guide ?? young.stu) : null;
  const way: Way = {
    ...{ clock, staff, young, chance, by: staff.idOf(own ?? "koordinator"), youngPersonId: clock.id(`young ${key}`) },
    plan(day, work) {
      const on = workdayFrom(day < knownOn ? knownOn : day);
      if (on <= last) clock.at(on, `${chance.whole(9, 15)}:${chance.whole(10, 55)}`, async () => void (await work()));
    },
  };
  planLaw(way, knownOn);
  for (const about of clarifiedAbouts) planLevels(way, about, knownOn);
  planMeetings(way);
}

function planLaw({ staff, young, youngPersonId, by, chance, plan, clock }: Way, knownOn: string) {
  const told = TOLD[young.key]?.covered;
  const covered = told ?? (chance.happens(0.45) ? "yes" : chance.happens(0.6) ? "no" : "not_judged");
  if (covered === "not_judged") return;
  const sixteen = addDays(modelMeetingDay(young.bornOn, "at_16"), chance.whole(5, 50));
  const judgedOn = told || sixteen < knownOn ? knownOn : sixteen;
  const coveredEvidence = chance.one(covered === "yes" ? COVERED_BY : NOT_COVERED_BY);
  const law = { youngPersonId, covered, coveredEvidence, supportBasisDecidedOn: "", supportBasisEvidence: "" };
  plan(judgedOn, () => clock.does(setTransition, { ...law, version: 0 }, by));
  if (covered === "no") return;
  const left = daysBetween(clock.day, transitionDays(young.bornOn).adultOn);
  for (const consideration of considerations) {
    const [begun, ready] = [chance.happens(left < 400 ? 0.8 : 0.45), chance.happens(left < 120 ? 0.6 : 0.2)];
    const state = begun ? (ready ? "in_place" : "under_way") : "not_begun";
    const days = chance.whole(4, 40);
    const responsibleId = young.lead && begun ? staff.idOf(young.lead) : by;
    const standsOn = state === "in_place" ? "" : clock.on(Math.max(20, left - chance.whole(10, 90)));
    const evidence = begun ? chance.one(CHECKED_BY[consideration]) : "";
    const check = { youngPersonId, consideration, version: 0, state, responsibleId, standsOn, evidence };
    plan(addDays(judgedOn, days), () => clock.does(setTransitionCheck, check, by));
  }
}

/** Level by level, sooner or later; of what was reached before anybody here knew, the last is written. */
function planLevels(way: Way, about: ClarifiedAbout, knownOn: string) {
  const { young, youngPersonId, by, chance, plan, clock } = way;
  const { adultOn } = transitionDays(young.bornOn);
  const late = chance.whole(-80, 110);
  const most = TOLD[young.key]?.most[about] ?? 5;
  const reached = REACHED.map((before, at) => ({ level: at + 1, day: addDays(adultOn, late - before) })).filter(
    ({ level }) => level <= most,
  );
  const before = reached.filter(({ day }) => day <= knownOn);
  for (const { level, day } of [...before.slice(-1), ...reached.slice(before.length)]) {
    const evidence = CLARIFIED_BY[about][level - 1] ?? "";
    plan(day, async () => {
      await clock.does(setClarification, { youngPersonId, about, level, standsOn: clock.today, evidence }, by);
      if (about !== "support_basis" || level !== 4) return;
      const { version, covered, coveredEvidence } = await transitionOf(youngPersonId);
      const decided = { supportBasisDecidedOn: clock.today, supportBasisEvidence: chance.one(DECIDED_BY) };
      await clock.does(setTransition, { youngPersonId, version, covered, coveredEvidence, ...decided }, by);
    });
  }
}

function planMeetings({ young, youngPersonId, by, chance, plan, clock }: Way) {
  for (const model of modelMeetings) {
    const heldOn = workdayFrom(addDays(modelMeetingDay(young.bornOn, model), chance.whole(-10, 25)));
    const meeting = { youngPersonId, model, plannedOn: heldOn };
    if (!chance.happens(0.75)) continue;
    // What lies before somebody here knew of the young person was held by others, or not at all.
    if (heldOn <= clock.on(young.added + 12)) continue;
    plan(addDays(heldOn, -60), () => clock.does(setTransitionMeeting, { ...meeting, version: 0, heldOn: "" }, by));
    plan(addDays(heldOn, 1), () => clock.does(setTransitionMeeting, { ...meeting, version: 1, heldOn }, by));
  }
}
