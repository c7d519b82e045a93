import { rulesOn } from "../stu/deadlines.ts";
import type { CoursePerson } from "../stu/queries.server.ts";
import type { CourseRow } from "../stu/views.server.ts";
import type { Phone } from "./phones.server.ts";
import type { Graduates } from "./queries.server.ts";
import { followUpDue } from "./rules.ts";
import type { FollowUpRow, TryRow } from "./views.server.ts";

/** One time that somebody is asked what became of their course, with all that is needed to ask. */
export type Call = {
  followUp: FollowUpRow;
  course: CourseRow;
  person: CoursePerson;
  /** How long after the course, and the day. */
  months: number;
  dueOn: string;
  tries: TryRow[];
  phones: Phone[];
};

export const callTimes = ["due", "coming", "done"] as const;
export type CallTime = (typeof callTimes)[number];

const timeOf = ({ followUp, dueOn }: Call, today: string): CallTime =>
  followUp.result !== null ? "done" : dueOn <= today ? "due" : "coming";

const before = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** How many are to be asked now, by how long after the course. */
export function dueCalls(
  { courses, rows, rules }: Pick<Graduates, "courses" | "rows" | "rules">,
  today: string,
): { months: number; n: number }[] {
  const ended = new Map(courses.map(({ id, endedOn }) => [id, endedOn]));
  const inForce = rulesOn(rules, today);
  const months = rows.flatMap((row) => {
    if (row.kind !== "follow-up" || row.result !== null) return [];
    const endedOn = ended.get(row.courseId);
    const dueOn = endedOn ? followUpDue(row.code, endedOn, rules, today) : null;
    return dueOn !== null && dueOn <= today ? (inForce.find(({ code }) => code === row.code)?.months ?? []) : [];
  });
  return [...new Set(months)]
    .sort((one, other) => one - other)
    .map((of) => ({ months: of, n: months.filter((one) => one === of).length }));
}

/** Who is to be asked now, the longest waiting first; who comes next; what was said, the newest first. */
export function callsOf(graduates: Graduates): Record<CallTime, Call[]> {
  const { rows, rules, today, phones } = graduates;
  const people = new Map(graduates.people.map((one) => [one.id, one]));
  const courses = new Map(graduates.courses.map((one) => [one.id, one]));
  const inForce = rulesOn(rules, today);
  const calls = rows.flatMap((followUp): Call[] => {
    if (followUp.kind !== "follow-up") return [];
    const course = courses.get(followUp.courseId);
    const person = course && people.get(course.youngPersonId);
    const dueOn = course?.endedOn ? followUpDue(followUp.code, course.endedOn, rules, today) : null;
    const rule = inForce.find(({ code }) => code === followUp.code);
    if (!course || !person || !dueOn || !rule) return [];
    const tries = rows.filter((row): row is TryRow => row.kind === "follow-up-try" && row.followUpId === followUp.id);
    const own = course.leaveToCall === "yes" ? phones.filter(({ youngPersonId }) => youngPersonId === person.id) : [];
    return [{ followUp, course, person, months: rule.months, dueOn, tries, phones: own }];
  });
  const of = (time: CallTime) => calls.filter((call) => timeOf(call, today) === time);
  const byDay = (one: Call, other: Call) =>
    before(one.dueOn, other.dueOn) || graduates.people.indexOf(one.person) - graduates.people.indexOf(other.person);
  return {
    due: of("due").sort(byDay),
    coming: of("coming").sort(byDay),
    done: of("done").sort((one, other) => before(other.followUp.settledOn ?? "", one.followUp.settledOn ?? "")),
  };
}
