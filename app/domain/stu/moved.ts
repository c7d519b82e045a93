import type { DeadlineRule } from "./deadlines.ts";
import type { Followed } from "./list.server.ts";
import { courseStanding } from "./standing.ts";

/** A deadline that another rule moves. */
export type Moved = { courseId: string; name: string; was: string; becomes: string };

/** The register as it would stand with another rule from its day on. */
export const withRule = (rules: readonly DeadlineRule[], next: DeadlineRule): DeadlineRule[] => [
  ...rules.map((rule) => (rule.code === next.code && rule.toOn === null ? { ...rule, toOn: next.fromOn } : rule)),
  next,
];

/** Which deadlines that are not held another rule would move, on the day from which it counts: the earliest first. */
export function movedBy({ rows, people, rules }: Followed, next: DeadlineRule): Moved[] {
  const changed = withRule(rules, next);
  const moved = rows.flatMap((course): Moved[] => {
    const person = course.kind === "course" ? people.find(({ id }) => id === course.youngPersonId) : undefined;
    if (course.kind !== "course" || !person) return [];
    const due = (by: readonly DeadlineRule[]) =>
      courseStanding(course, rows, person, by, next.fromOn).deadlines.find(
        ({ code, stand }) => code === next.code && stand !== "held",
      )?.dueOn;
    const [was, becomes] = [due(rules), due(changed)];
    return was && becomes && was !== becomes ? [{ courseId: course.id, name: person.name, was, becomes }] : [];
  });
  return moved.sort((one, other) => (one.becomes < other.becomes ? -1 : 1));
}
