import type { AssignmentKind, Role } from "#db/vocabulary.ts";
import { daysBetween } from "../calendar.ts";

/** Days on which somebody is not at work, and who looks after what is theirs meanwhile; null while nobody has been found. */
export type Absence = {
  id: string;
  version: number;
  staffId: string;
  fromOn: string;
  /** The last day away. */
  toOn: string;
  coveredById: string | null;
};

type Days = Pick<Absence, "fromOn" | "toOn">;

/** Whoever covers sees what somebody else sees: for a year at most, then it is written anew. */
const MOST_DAYS_AWAY = 366;

export const isAwayOn = ({ fromOn, toOn }: Days, day: string): boolean => fromOn <= day && day <= toOn;
/** Two absences that share a day. */
export const meets = (one: Days, other: Days): boolean => one.fromOn <= other.toOn && other.fromOn <= one.toOn;

/** The absence of somebody that day; undefined while they are at work. */
export const awayOn = (absences: readonly Absence[], staffId: string | null, day: string): Absence | undefined =>
  staffId === null ? undefined : absences.find((one) => one.staffId === staffId && isAwayOn(one, day));

/** Whose young people somebody looks after that day. */
export const coveredBy = (absences: readonly Absence[], staffId: string | null, day: string): string[] =>
  staffId === null
    ? []
    : absences.flatMap((one) => (one.coveredById === staffId && isAwayOn(one, day) ? [one.staffId] : []));

/** When whoever is to cover is away too; undefined when they are there all the time, or nobody covers. */
export const coverAway = (absences: readonly Absence[], { coveredById, ...days }: Absence): Absence | undefined =>
  absences.find((one) => one.staffId === coveredById && meets(one, days));

/** The places in which one looks after the young people of another, and the work that it takes. */
export const COVERED = { guide: "youth_guide", stu_team: "stu_team" } as const satisfies Partial<
  Record<AssignmentKind, Role>
>;

/** Whoever covers does the same work. */
export const canCover = (roles: readonly Role[], ofCover: readonly Role[]): boolean =>
  Object.values(COVERED).some((role) => roles.includes(role) && ofCover.includes(role));

/** A place of this kind is covered by somebody with these roles. */
export const isCovered = (kind: AssignmentKind, ofCover: readonly Role[]): boolean =>
  kind in COVERED && ofCover.includes(COVERED[kind as keyof typeof COVERED]);

/** What stands against an absence: the field and a code of the problems on the screens; null when nothing. */
export function absenceProblem(
  { staffId, fromOn, toOn, coveredById }: Omit<Absence, "id" | "version">,
  others: readonly Absence[],
  today: string,
): { field: "fromOn" | "toOn" | "coveredById"; problem: string } | null {
  if (toOn < fromOn) return { field: "toOn", problem: "days-swapped" };
  if (toOn < today) return { field: "toOn", problem: "gone" };
  if (daysBetween(fromOn, toOn) > MOST_DAYS_AWAY) return { field: "toOn", problem: "away-too-long" };
  if (coveredById === staffId) return { field: "coveredById", problem: "covers-oneself" };
  const overlaps = others.some((one) => one.staffId === staffId && meets(one, { fromOn, toOn }));
  return overlaps ? { field: "fromOn", problem: "absence-overlaps" } : null;
}
