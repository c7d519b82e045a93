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

const timeOf = ({ result }: FollowUpRow, dueOn: string, today: string): CallTime =>
  result !== null ? "done" : dueOn <= today ? "due" : "coming";

const before = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** When somebody is to be asked, and how long after the course that is; null while no rule says it. */
function askedAfter(
  { code }: FollowUpRow,
  endedOn: string | null | undefined,
  rules: Graduates["rules"],
  today: string,
) {
  const dueOn = endedOn ? followUpDue(code, endedOn, rules, today) : null;
  const rule = rulesOn(rules, today).find((one) => one.code === code);
  return dueOn && rule ? { dueOn, months: rule.months } : null;
}

/** How many are to be asked now, by how long after the course, in months. */
export function dueCalls({ courses, rows, rules }: Pick<Graduates, "courses" | "rows" | "rules">, today: string) {
  const endedOn = new Map(courses.map((one) => [one.id, one.endedOn]));
  const counts = new Map<number, number>();
  for (const followUp of rows) {
    if (followUp.kind !== "follow-up") continue;
    const asked = askedAfter(followUp, endedOn.get(followUp.courseId), rules, today);
    if (!asked || timeOf(followUp, asked.dueOn, today) !== "due") continue;
    counts.set(asked.months, (counts.get(asked.months) ?? 0) + 1);
  }
  return [...counts].map(([months, n]) => ({ months, n })).sort((one, other) => one.months - other.months);
}

/** Who is to be asked now, the longest waiting first; who comes next; what was said, the newest first. */
export function callsOf(graduates: Graduates): Record<CallTime, Call[]> {
  const { rows, rules, today, phones } = graduates;
  const people = new Map(graduates.people.map((one) => [one.id, one]));
  const courses = new Map(graduates.courses.map((one) => [one.id, one]));
  const calls = rows.flatMap((followUp): Call[] => {
    if (followUp.kind !== "follow-up") return [];
    const course = courses.get(followUp.courseId);
    const person = course && people.get(course.youngPersonId);
    const asked = askedAfter(followUp, course?.endedOn, rules, today);
    if (!course || !person || !asked) return [];
    const tries = rows.filter((row): row is TryRow => row.kind === "follow-up-try" && row.followUpId === followUp.id);
    const own = course.leaveToCall === "yes" ? phones.filter(({ youngPersonId }) => youngPersonId === person.id) : [];
    return [{ followUp, course, person, ...asked, tries, phones: own }];
  });
  const of = (time: CallTime) => calls.filter(({ followUp, dueOn }) => timeOf(followUp, dueOn, today) === time);
  const byDay = (one: Call, other: Call) =>
    before(one.dueOn, other.dueOn) || graduates.people.indexOf(one.person) - graduates.people.indexOf(other.person);
  return {
    due: of("due").sort(byDay),
    coming: of("coming").sort(byDay),
    done: of("done").sort((one, other) => before(other.followUp.settledOn ?? "", one.followUp.settledOn ?? "")),
  };
}
