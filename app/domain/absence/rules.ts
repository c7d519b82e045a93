import type { AssignmentKind, Role } from "#db/vocabulary.ts";
import { addDays, daysBetween } from "../calendar.ts";

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

/** Those who are away that day, each in whose place the next one was to be; and who follows on them. */
function coverChain(absences: readonly Absence[], staffId: string, day: string) {
  const gone: string[] = [];
  let next: string | null = staffId;
  while (next !== null && !gone.includes(next)) {
    const away = awayOn(absences, next, day);
    if (!away) break;
    gone.push(next);
    next = away.coveredById;
  }
  return { next, inCircle: next !== null && gone.includes(next) };
}

/**
 * Who is there for the young people of somebody that day: themselves while they are at work, else who covers; and while that one is away
 * too, who covers them in turn. Null when nobody is (domain.md 6.2).
 */
export function thereOn(absences: readonly Absence[], staffId: string, day: string): string | null {
  const { next, inCircle } = coverChain(absences, staffId, day);
  return inCircle ? null : next;
}

/** Some days in which the same one is there; null while nobody is. */
export type CoverDays = Days & { coveredById: string | null };

/** Who is there for whom while somebody is away, in the order of the days. */
export function coverDays(absences: readonly Absence[], { staffId, fromOn, toOn }: Absence): CoverDays[] {
  const spans: CoverDays[] = [];
  for (let day = fromOn; day <= toOn; day = addDays(day, 1)) {
    const coveredById = thereOn(absences, staffId, day);
    const last = spans.at(-1);
    if (last?.coveredById === coveredById) last.toOn = day;
    else spans.push({ coveredById, fromOn: day, toOn: day });
  }
  return spans;
}

/** Whose young people somebody looks after that day, and until when. */
export type Covering = Pick<Absence, "staffId" | "toOn">;

export const coveredBy = (absences: readonly Absence[], staffId: string | null, day: string): Covering[] =>
  staffId === null
    ? []
    : absences
        .filter((one) => isAwayOn(one, day) && thereOn(absences, one.staffId, day) === staffId)
        .map((one) => ({
          staffId: one.staffId,
          toOn: coverDays(absences, { ...one, fromOn: day })[0]?.toOn ?? day,
        }));

/** All whose days away hang together with those of somebody: who covers them, whom they cover, and so on. */
export function boundTo(absences: readonly Absence[], staffIds: readonly string[]): string[] {
  const bound = new Set(staffIds);
  const more = () =>
    absences.flatMap(({ staffId, coveredById }) =>
      coveredById !== null && bound.has(staffId) !== bound.has(coveredById) ? [staffId, coveredById] : [],
    );
  for (let found = more(); found.length > 0; found = more()) for (const id of found) bound.add(id);
  return [...bound];
}

/** Whether, on a day of it, those who stand in for each other are all away: then nobody is there. */
export function coverCircles(absences: readonly Absence[], one: Absence): boolean {
  for (let day = one.fromOn; day <= one.toOn; day = addDays(day, 1))
    if (coverChain([...absences, one], one.staffId, day).inCircle) return true;
  return false;
}

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
