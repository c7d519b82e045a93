import type { CourseEnding } from "#db/vocabulary.ts";
import { addDays, addMonths, daysBetween } from "#domain/days.ts";
import { type Interruption, startBefore } from "#domain/stu/course.ts";
import { type Chance, chanceFor } from "./chance.ts";
import { type DemoClock, workdayFrom } from "./clock.server.ts";
import { replacementNumber } from "./numbers.ts";
import type { Young } from "./script.ts";
import { freeNames } from "./young.server.ts";

/** The days of a course, as far as it has come. */
export type CourseLine = {
  referredOn: string;
  assessedOn?: string;
  decidedOn?: string;
  refused?: true;
  placeChosenOn?: string;
  startOn?: string;
  baseEndOn?: string;
  rest?: Interruption & { reason: string };
  end?: { on: string; as: CourseEnding };
};

/** A young person with a course of STU; `person` where the forum does not know them. */
export type Student = {
  key: string;
  bornOn: string;
  member: string;
  /** From when on the team can write of them. */
  knownOn: string;
  person: { firstName: string; lastName: string; cpr: string } | null;
  course: CourseLine;
};

/** Running courses by year: 38, 35, 32; with who is under 18 of them 29 (domain.md 9.2). */
const YEARS = [
  { year: 1, children: 20, adults: 18 },
  { year: 2, children: 9, adults: 26 },
  { year: 3, children: 0, adults: 32 },
];
/** Those who begin in February, of each year. */
const IN_WINTER = 4;
/** What became of those who are done: 38, 30 and 15, 17 of a hundred (Epinion 2019; domain.md 5.5). */
const ENDED: readonly [CourseEnding, number][] = [
  ["completed", 30],
  ["dropped_out_positive", 7],
  ["dropped_out_negative", 8],
];
const TEAM = ["stu", "stu2", "stu3", "stu4", "stu5"];
/** Who is told of by hand: in the last year with a paper overdue, granted half a year before 25, done a year ago. */
const [LAST_YEAR, GRANTED, DONE] = ["kitchen", "twenty-five", "own-way"];

/** The latest day of that date in a year, until that day. */
export function latest(date: string, until: string): string {
  const year = Number(until.slice(0, 4));
  return `${year}-${date}` <= until ? `${year}-${date}` : `${year - 1}-${date}`;
}

/** School years start on 10 August and end on 30 June three years later; some begin in February. */
function schoolDays(clock: DemoClock, year: number, winter: boolean) {
  const startOn = addMonths(latest(winter ? "02-01" : "08-10", clock.day), -12 * (year - 1));
  const june = `${Number(startOn.slice(0, 4)) + 3}-06-30`;
  const full = addDays(addMonths(startOn, 36), -1);
  return { startOn, baseEndOn: winter || june <= clock.day ? full : june };
}

/** What came before a start: proposal, committee, decision, choice of a place. */
function before(startOn: string, chance: Chance) {
  const referredOn = addDays(startOn, -chance.whole(120, 170));
  const assessedOn = addDays(referredOn, chance.whole(14, 28));
  const decidedOn = addDays(assessedOn, chance.whole(7, 21));
  return { referredOn, assessedOn, decidedOn, placeChosenOn: addDays(decidedOn, chance.whole(10, 30)) };
}

export class Students {
  readonly all: Student[] = [];
  readonly #clock: DemoClock;
  readonly #opened: string;
  readonly #names: ReturnType<typeof freeNames>;

  /** @param used how many of the names the forum's young people have */
  constructor(clock: DemoClock, people: readonly Young[], opened: string, used: number) {
    this.#clock = clock;
    this.#opened = opened;
    this.#names = freeNames().slice(used);
    const known = people.filter(({ stu, ended, key }) => (stu && ended === null) || key === DONE || key === GRANTED);
    for (const young of known) this.#told(young);
    const others = known.filter(({ key }) => ![LAST_YEAR, GRANTED, DONE].includes(key));
    for (const { year, children, adults } of YEARS) {
      const [child, adult] = [[] as Young[], [] as Young[]];
      const grown = (young: Young) => young.bornOn <= addMonths(clock.day, -216);
      for (const young of others) {
        const { startOn } = schoolDays(clock, year, false);
        const fits = addMonths(young.bornOn, 12 * 15) <= startOn && startOn < startBefore(young.bornOn);
        const places = grown(young) ? adult : child;
        const most = (grown(young) ? adults : children) / 2;
        if (fits && places.length < most && !this.#has(young.key)) {
          places.push(young);
          this.#running(young.key, year, places === adult && places.length === 1, young);
        }
      }
      const told = year === 3 ? 1 : 0;
      for (let n = child.length; n < children; n++) this.#running(`child ${year} ${n}`, year, n % 9 === 4, null, true);
      for (let n = adult.length + told; n < adults; n++)
        this.#running(`adult ${year} ${n}`, year, n >= adults - IN_WINTER, null);
    }
    this.#ended();
    this.#coming();
  }

  #has = (key: string) => this.all.some((one) => one.key === key);

  #told({ key, bornOn, stu, added }: Young) {
    const { on, day } = this.#clock;
    const of = { key, bornOn, person: null, knownOn: this.#later(workdayFrom(on(added + 2))) };
    const chance = chanceFor(`stu ${key}`);
    if (key === LAST_YEAR) {
      const days = { startOn: on(-820), baseEndOn: on(245) };
      this.all.push({ ...of, member: stu ?? "stu", course: { ...before(days.startOn, chance), ...days } });
    }
    if (key === GRANTED) {
      const course = { referredOn: on(-60), assessedOn: on(-45), decidedOn: on(-28) };
      this.all.push({ ...of, knownOn: workdayFrom(on(-60)), member: "stu", course });
    }
    if (key === DONE) {
      const end = { on: addMonths(day, -12), as: "completed" as const };
      const days = { startOn: addMonths(day, -48), baseEndOn: end.on, end };
      this.all.push({ ...of, member: stu ?? "stu", course: { ...before(days.startOn, chance), ...days } });
    }
  }

  #later = (day: string) => (day > this.#opened ? day : this.#opened);

  /** The one of the team with the fewest. */
  #free = () =>
    TEAM.map((username) => ({ username, count: this.all.filter(({ member }) => member === username).length })).sort(
      (one, other) => one.count - other.count,
    )[0]?.username as string;

  #running(key: string, year: number, winter: boolean, young: Young | null, child = false) {
    const chance = chanceFor(`stu ${key}`);
    const days = schoolDays(this.#clock, year, winter);
    const bornOn = young?.bornOn ?? this.#birth(days.startOn, child, chance);
    const course: CourseLine = { ...before(days.startOn, chance), ...days };
    const rested = daysBetween(addMonths(days.startOn, 12 * (year - 1)), this.#clock.day) - 30;
    if (!young && chance.happens(0.08) && rested > 60) course.rest = this.#rest(chance, rested);
    const member = young?.stu ?? this.#free();
    const knownOn = this.#later(workdayFrom(young ? this.#clock.on(young.added + 2) : course.referredOn));
    this.all.push({ key, bornOn, member, knownOn, person: young ? null : this.#named(bornOn, chance), course });
  }

  /** A rest that leaves the year of the course as it is. */
  #rest(chance: Chance, most: number): CourseLine["rest"] {
    const length = chance.whole(20, Math.min(90, most));
    const lasts = chance.happens(0.3);
    const from = lasts ? -Math.min(length, 40) : -length - chance.whole(5, 20);
    const resumedOn = lasts ? null : this.#clock.on(from + length);
    return { fromOn: this.#clock.on(from), resumedOn, reason: chance.one(["illness", "admission", "change_of_place"]) };
  }

  /** Born so that they are under 18 today, or are not, and began between 15 and 22. */
  #birth(startOn: string, child: boolean, chance: Chance): string {
    const eighteen = addMonths(this.#clock.day, -216);
    const youngest = addMonths(startOn, -12 * (child ? 15 : 16));
    const [from, to] = child
      ? [addDays(eighteen, 1), youngest]
      : [addMonths(startOn, -12 * 22), youngest < eighteen ? youngest : eighteen];
    return addDays(from, chance.whole(0, Math.max(0, daysBetween(from, to))));
  }

  #named(bornOn: string, chance: Chance): Student["person"] {
    const place = this.all.length;
    const { firstName, lastName, girl } = this.#names.pop() ?? { firstName: "Asta", lastName: "Udkast", girl: true };
    return { firstName, lastName, cpr: replacementNumber(bornOn, girl, place, chance) };
  }

  #ended() {
    const { day, on } = this.#clock;
    const june = latest("06-30", on(-3));
    const winter = latest("01-31", on(-3));
    const earliest = addMonths(day, -24);
    const former = addMonths(june, -12) > earliest ? addMonths(june, -12) : addDays(earliest, 9);
    const ends = [june, june, june, former, former, winter];
    for (const [as, count] of ENDED)
      for (let n = 0; n < count; n++) {
        const key = `done ${as} ${n}`;
        const chance = chanceFor(`stu ${key}`);
        const whole = as === "completed";
        const endOn = whole ? (ends[n % ends.length] as string) : on(-chance.whole(20, 700));
        const startOn = whole ? addMonths(endOn, -35) : addDays(endOn, -chance.whole(200, 800));
        const bornOn = addDays(addMonths(startOn, -12 * chance.whole(16, 21)), -chance.whole(1, 360));
        const days = { startOn, baseEndOn: whole ? endOn : addMonths(startOn, 35), end: { on: endOn, as } };
        const course = { ...before(startOn, chance), ...days };
        const knownOn = this.#later(workdayFrom(course.referredOn));
        this.all.push({ key, bornOn, member: this.#free(), knownOn, person: this.#named(bornOn, chance), course });
      }
  }

  /** Proposed, before the committee, granted, refused, with a place for a start to come. */
  #coming() {
    const { day, on } = this.#clock;
    const next = addMonths(latest("08-10", day), 12);
    const winter = addMonths(latest("02-01", day), 12);
    const startOn = next < winter ? next : winter;
    const lines: CourseLine[] = [
      { referredOn: on(-9) },
      { referredOn: on(-21) },
      { referredOn: on(-34), assessedOn: on(-12) },
      { referredOn: on(-40), assessedOn: on(-15) },
      { referredOn: on(-52), assessedOn: on(-30), decidedOn: on(-10) },
      { referredOn: on(-80), assessedOn: on(-60), decidedOn: on(-48), placeChosenOn: on(-20), startOn },
      { referredOn: on(-75), assessedOn: on(-55), decidedOn: on(-41), placeChosenOn: on(-16), startOn },
      { referredOn: on(-70), assessedOn: on(-44), decidedOn: on(-30), refused: true },
      { referredOn: on(-58), assessedOn: on(-36), decidedOn: on(-19), refused: true },
    ];
    for (const [n, course] of lines.entries()) {
      const key = `coming ${n}`;
      const chance = chanceFor(`stu ${key}`);
      const bornOn = addDays(addMonths(day, -12 * chance.whole(16, 20)), -chance.whole(1, 300));
      const knownOn = workdayFrom(course.referredOn);
      this.all.push({ key, bornOn, member: this.#free(), knownOn, person: this.#named(bornOn, chance), course });
    }
  }
}
