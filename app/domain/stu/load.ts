import { type Load, weeksOf } from "../people/load.ts";
import { isPast } from "./deadlines.ts";
import type { ListedCourse } from "./list.ts";

type Course = Pick<ListedCourse, "memberId" | "deadlines">;

/** What somebody of the team has to do with: how many young people, and the deadlines of theirs that are not held. */
export function loadOf(memberId: string | null, courses: readonly Course[], today: string): Load {
  const own = courses.filter((one) => one.memberId === memberId);
  const open = own.flatMap(({ deadlines }) => deadlines.filter(({ stand }) => stand !== "held"));
  const weeks = weeksOf(
    open.map(({ dueOn }) => dueOn),
    today,
  );
  const over = open.filter((one) => isPast(one, today)).length;
  return { staffId: memberId, youngPeople: own.length, over, weeks };
}

/** The same courses as they stand when some of them are given to somebody. */
export const movedTo = <C extends Course & { id: string }>(
  courses: readonly C[],
  moved: readonly string[],
  toId: string,
): C[] => courses.map((one) => (moved.includes(one.id) ? { ...one, memberId: toId } : one));
