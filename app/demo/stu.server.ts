import { transact } from "#db/index.server.ts";
import { addAbsence } from "#domain/absence/commands.server.ts";
import { addDays } from "#domain/days.ts";
import { assign } from "#domain/people/assignment-commands.server.ts";
import { addYoungPerson } from "#domain/people/commands.server.ts";
import {
  assessCourse,
  decideCourse,
  endCourse,
  noteCourse,
  planCourse,
  referCourse,
} from "#domain/stu/course-commands.server.ts";
import { deadlineRules } from "#domain/stu/find.server.ts";
import { acceptCourseHandover, proposeHandover } from "#domain/stu/handover-commands.server.ts";
import { interruptCourse } from "#domain/stu/interruption-commands.server.ts";
import { addProvider, choosePlace, offerPlace } from "#domain/stu/place-commands.server.ts";
import { type Chance, chanceFor } from "./chance.ts";
import { type DemoClock, workdayFrom } from "./clock.server.ts";
import type { Young } from "./script.ts";
import type { DemoStaff } from "./staff.server.ts";
import { askAfter, askForLeave } from "./stu-after.server.ts";
import { keepDeadlines } from "./stu-deadlines.server.ts";
import { gradeAll } from "./stu-levels.server.ts";
import { writePapers } from "./stu-papers.server.ts";
import { type CourseLine, type Student, Students } from "./students.server.ts";
import { HANDOVERS, LINES, NOTES, PROVIDERS } from "./texts/stu.ts";

/** One course being told: what is written of it, by the one who goes with it, in the order of its days. */
export type Told = {
  clock: DemoClock;
  student: Student;
  by: string;
  courseId: string;
  youngPersonId: string;
  chance: Chance;
  /** Plans something for that day, or for the first on which the team knew of them. */
  plan: (day: string, work: (course: { version: number }) => Promise<unknown>) => void;
};

/** Plans the STU team's work: its places, and every course from its proposal to where it stands today. */
export async function planStu(clock: DemoClock, staff: DemoStaff, people: readonly Young[], openedOn: string) {
  clock.at(openedOn, "9:00", async () => {
    for (const [n, [name, phone]] of PROVIDERS.entries())
      await clock.does(addProvider, { id: providerId(clock, n), name, phone }, staff.idOf("stu2"));
  });
  planAbsence(clock, staff);
  const rules = await transact(deadlineRules);
  const used = people.filter(({ key }) => / \d+$/.test(key)).length;
  const late = { left: 2 };
  const papers = { here: 1, drafts: 5, final: 1 };
  for (const student of new Students(clock, people, workdayFrom(addDays(openedOn, 1)), used).all) {
    const told = tellerOf(clock, staff, student);
    meet(told, staff);
    apply(told);
    choose(told);
    const leave = askForLeave(told);
    run(told);
    askAfter(told, leave, rules);
    if (student.course.startOn && !student.course.end) keepDeadlines(told, rules, late, papers);
    if (student.course.startOn) gradeAll(told);
    if (student.course.startOn && !student.course.end) writePapers(told);
    handOn(told, staff);
  }
}

/** Before the end employment, or the department for adults, is asked to go on; some have said yes. */
function handOn({ clock, student, by, courseId, chance, plan }: Told, staff: DemoStaff) {
  const { startOn, baseEndOn, end } = student.course;
  if (!startOn || !baseEndOn || end || baseEndOn > clock.on(270) || !chance.happens(0.25)) return;
  const department = chance.happens(0.6) ? "work" : "adults";
  const id = clock.id(`handover ${courseId}`);
  const to = { departmentId: staff.departmentId(department), staffId: "" };
  plan(clock.on(-chance.whole(12, 20)), async () => {
    await clock.does(proposeHandover, { id, courseId, ...to, reason: chance.one(HANDOVERS) }, by);
  });
  if (chance.happens(0.6))
    plan(clock.on(-chance.whole(2, 9)), async () => {
      await clock.does(acceptCourseHandover, { id, version: 1 }, staff.representativeOf(department));
    });
}

/** One of the team is away these days, and another looks after theirs. */
function planAbsence(clock: DemoClock, staff: DemoStaff) {
  const days = { fromOn: clock.on(-4), toOn: clock.on(12), coveredById: staff.idOf("stu") };
  clock.at(workdayFrom(clock.on(-8)), "11:20", async () => {
    await clock.does(addAbsence, { staffId: staff.idOf("stu4"), ...days }, staff.idOf("stu4"));
  });
}

const providerId = (clock: DemoClock, n: number) => clock.id(`stu provider ${n}`);

function tellerOf(clock: DemoClock, staff: DemoStaff, student: Student): Told {
  const { key, member, knownOn } = student;
  const course = { version: 1 };
  return {
    ...{
      clock,
      student,
      by: staff.idOf(member),
      courseId: clock.id(`course ${key}`),
      chance: chanceFor(`course ${key}`),
    },
    youngPersonId: clock.id(`young ${key}`),
    plan: (day, work) =>
      clock.at(workdayFrom(day < knownOn ? knownOn : day), "10:45", async () => void (await work(course))),
  };
}

/** Somebody the forum does not know is written down by the team; whom it has told of by hand gets somebody from the team. */
function meet({ clock, student, by, youngPersonId, plan }: Told, staff: DemoStaff) {
  const { person, bornOn, key, knownOn } = student;
  if (person)
    plan(knownOn, () => {
      const of = { id: youngPersonId, ...person, bornOn, synthetic: true, stuAlone: true };
      return clock.does(addYoungPerson, { ...of, departments: [], guideId: null, leadWorkerId: null }, by);
    });
  if (key === "twenty-five")
    plan(knownOn, () => {
      const place = { youngPersonId, staffId: by, kind: "stu_team", primary: false };
      return clock.does(assign, place, staff.idOf("koordinator"));
    });
}

function apply({ clock, student, by, courseId, youngPersonId, plan }: Told) {
  const { referredOn, assessedOn, decidedOn, refused } = student.course;
  plan(referredOn, () => clock.does(referCourse, { id: courseId, youngPersonId, referredOn }, by));
  if (assessedOn)
    plan(assessedOn, async (course) => {
      await clock.does(assessCourse, { id: courseId, version: course.version++, assessedOn }, by);
    });
  if (decidedOn)
    plan(decidedOn, async (course) => {
      const where = { decisionSystem: "Sagssystemet (demo)", decisionNumber: `STU-${courseId.slice(-4)}` };
      const decision = { decision: refused ? "refused" : "granted", decidedOn, ...where };
      await clock.does(decideCourse, { id: courseId, version: course.version++, ...decision }, by);
    });
}

/** Two places are offered, and the young person chooses; a start and an end are planned. */
function choose({ clock, student, by, courseId, chance, plan }: Told) {
  const { decidedOn, refused, placeChosenOn, startOn, baseEndOn = "" } = student.course;
  if (!decidedOn || refused) return;
  const [first = 0, second = 1] = chance.some([...PROVIDERS.keys()], 2);
  const offeredOn = addDays(decidedOn, 5);
  plan(placeChosenOn ?? offeredOn, async () => {
    for (const n of [first, second])
      await clock.does(offerPlace, { courseId, providerId: providerId(clock, n), ownProposal: false, offeredOn }, by);
  });
  if (!placeChosenOn) return;
  plan(placeChosenOn, async (course) => {
    const chosen = { providerId: providerId(clock, first), placeChosenOn, onlyPlaceReason: "" };
    await clock.does(choosePlace, { id: courseId, version: course.version++, ...chosen }, by);
    if (!startOn) return;
    const days = { startOn, baseEndOn, yearHours: chance.one([840, 840, 900, 960]), line: chance.one(LINES) };
    await clock.does(planCourse, { id: courseId, version: course.version++, ...days }, by);
  });
}

function run({ clock, student, by, courseId, chance, plan }: Told) {
  const { rest, end }: CourseLine = student.course;
  if (rest) {
    const { fromOn, resumedOn, reason } = rest;
    const days = { fromOn, resumedOn: resumedOn ?? "", reason };
    plan(fromOn, () => clock.does(interruptCourse, { courseId, ...days }, by));
  }
  if (end)
    plan(end.on, async (course) => {
      const set = { ending: end.as, endedOn: end.on, toMunicipality: "" };
      await clock.does(endCourse, { id: courseId, version: course.version++, ...set }, by);
    });
  else if (chance.happens(0.35))
    plan(clock.on(-chance.whole(3, 40)), async (course) => {
      const note = chance.one(NOTES);
      await clock.does(noteCourse, { id: courseId, version: course.version++, note }, by);
    });
}
