import type { DeadlineCode } from "#db/vocabulary.ts";
import { addDays } from "#domain/days.ts";
import type { CourseFacts } from "#domain/stu/course.ts";
import { setDeadline } from "#domain/stu/deadline-commands.server.ts";
import { type Deadline, type DeadlineRule, deadlinesOf, type Kept, rulesOn } from "#domain/stu/deadlines.ts";
import { workdayFrom } from "./clock.server.ts";
import { finishPaper, type PapersLeft, tellPaper } from "./resource-papers.server.ts";
import { heldElsewhere } from "./standing.server.ts";
import type { Told } from "./stu.server.ts";

/** What is done in time, each with how many days before; what is held at a start or an end is not planned for. */
const AHEAD: Partial<Record<DeadlineCode, [least: number, most: number]>> = {
  course_plan: [9, 35],
  status_meeting: [8, 40],
  plan_adjustment: [8, 60],
  first_internship: [20, 260],
  support_basis_18: [10, 120],
  resource_paper_started: [10, 110],
  phase_out_meeting: [10, 90],
  future_talk: [10, 150],
  resource_paper_final: [8, 30],
};
/** Planned so many days ahead at most. */
const SEEN = 190;
/** Which paper of whom is over its day. */
const OVERDUE = { key: "kitchen", code: "resource_paper_started" };

/** How a course stands that began as it was planned. */
const factsOf = ({ student }: Told): CourseFacts => {
  const { bornOn, course } = student;
  const { assessedOn = null, decidedOn = null, placeChosenOn = null, startOn = null, baseEndOn = null, rest } = course;
  const decided = { assessedOn, decidedOn, granted: true, placeChosenOn };
  return { bornOn, ...decided, startOn, baseEndOn, endedOn: null, ending: null, interruptions: rest ? [rest] : [] };
};

/** Plans what was held of a course's deadlines, and what is planned; of a few the day has gone by. */
export function keepDeadlines(
  told: Told,
  rules: readonly DeadlineRule[],
  late: { left: number },
  papers: PapersLeft,
): void {
  const { clock, student } = told;
  let paper: { told: ReturnType<typeof tellPaper>; begunOn: string } | null = null;
  const facts = factsOf(told);
  const inForce = rulesOn(rules, clock.day);
  for (const [code, [least, most]] of Object.entries(AHEAD) as [DeadlineCode, [number, number]][]) {
    const kept: Kept[] = [];
    for (let next = of(code); next && kept.length < 9; next = of(code)) {
      const { number, dueOn } = next;
      const wanted = workdayFrom(addDays(dueOn, -told.chance.whole(least, most)));
      const startOn = student.course.startOn as string;
      const heldOn = wanted > startOn ? wanted : workdayFrom(addDays(startOn, 5));
      if (isLeft(next)) break;
      if (heldOn > clock.on(-2) && dueOn >= clock.day) {
        announce(told, next, heldOn);
        break;
      }
      const day = heldOn > clock.on(-2) ? workdayFrom(clock.on(-5)) : heldOn;
      kept.push({ code, number, plannedOn: day, heldOn: day });
      if (code === "resource_paper_started") paper = { told: tellPaper(told, day, papers), begunOn: day };
      else if (code === "resource_paper_final" && paper) finishPaper(told, paper.told, paper.begunOn, day);
      else told.plan(day, () => set(told, next as Deadline, 0, day, day));
    }

    function of(wanted: DeadlineCode) {
      return deadlinesOf(facts, inForce, kept, clock.day).find((one) => one.code === wanted && one.heldOn === null);
    }
  }

  function isLeft({ code, dueOn }: Deadline): boolean {
    if (student.key === OVERDUE.key) return code === OVERDUE.code;
    const overdue = code === "status_meeting" && clock.on(-40) < dueOn && dueOn < clock.on(-3);
    if (!overdue || late.left === 0) return false;
    late.left -= 1;
    return true;
  }
}

/** About half of what comes has its day. */
function announce(told: Told, next: Deadline, heldOn: string) {
  const { clock, chance } = told;
  if (heldOn <= clock.day || heldOn > clock.on(SEEN) || !chance.happens(0.45)) return;
  told.plan(clock.on(-chance.whole(4, 45)), () => set(told, next, 0, heldOn, ""));
}

/** What stands elsewhere already is not written once more. */
async function set(
  { clock, courseId, by }: Told,
  { code, number }: Deadline,
  version: number,
  day: string,
  held: string,
) {
  const of = { courseId, code, number };
  if (await heldElsewhere(of, clock.today)) return;
  await clock.does(setDeadline, { ...of, version, plannedOn: day, heldOn: held }, by);
}
