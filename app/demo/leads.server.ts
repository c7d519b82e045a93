import { addDays, addMonths } from "#domain/days.ts";
import { chanceFor } from "./chance.ts";
import { type DemoClock, workdayFrom } from "./clock.server.ts";
import { replacementNumber } from "./numbers.ts";
import type { Young } from "./script.ts";
import { FROM_FILES, LEFT_ALONE, SCHOOLS, STREETS, TOLD, TOWNS } from "./texts/outreach.ts";
import { freeNames } from "./young.server.ts";

/** Young people to look for in a year, and how many of them get a case (domain.md 9.2). */
const A_YEAR = 140;
const TO_CASE = 31;
const FILES = 12;
const DAYS_BETWEEN_FILES = 30.5;
const OLDEST_FILE = 345;
/** The time between a file and a case. */
const SOUGHT_FOR = 26;

/** What becomes of somebody who is looked for. */
export type LeadEnd = "case" | "not_needed" | "declined" | "wants_help" | "met" | "unreachable" | "open" | "ceiling";

export type DemoLead = {
  firstName: string;
  lastName: string;
  bornOn: string;
  cpr: string;
  /** The cells of its line in a file: address, protection, telephone, source, status, school, telling. */
  cells: string[];
  /** Which file it comes with, the oldest first, and its day. */
  file: number;
  receivedOn: string;
  tries: number;
  end: LeadEnd;
  /** The young person of the forum that it became. */
  young: Young | null;
};

export const fileDay = (clock: DemoClock, file: number): string =>
  workdayFrom(clock.on(Math.round(file * DAYS_BETWEEN_FILES) - OLDEST_FILE));

function cellsOf(key: string, mayBeProtected: boolean): string[] {
  const chance = chanceFor(`lead cells ${key}`);
  const [source, statuses] = chance.one(FROM_FILES);
  const absent = source === "Skolens fravær";
  const isProtected = chance.happens(0.04) && mayBeProtected;
  const address = `${chance.one(STREETS)} ${chance.whole(1, 98)}, ${chance.one(TOWNS)}`;
  const number = chance.whole(10, 99);
  return [
    ...(isProtected ? ["", "ja"] : [chance.happens(0.9) ? address : "", ""]),
    chance.happens(0.7) ? `00 12 ${number} ${number}` : "",
    ...[source, chance.one(statuses)],
    ...(absent ? [chance.one(SCHOOLS), chance.one(TOLD)] : ["", ""]),
  ];
}

/** How it ends with somebody who gets no case: those of the last months are still looked for. */
function endOf(file: number, key: string): Pick<DemoLead, "end" | "tries"> {
  const chance = chanceFor(`lead end ${key}`);
  const recent = file >= FILES - 3;
  if (chance.happens(0.42)) {
    const ends: LeadEnd[] = recent
      ? ["met", "met", "wants_help", "declined"]
      : ["not_needed", "not_needed", "not_needed", "declined", "declined"];
    return { end: chance.one(ends), tries: chance.whole(1, 3) };
  }
  if (file === FILES - 3 && chance.happens(0.5)) return { end: "ceiling", tries: 5 };
  return recent ? { end: "open", tries: chance.whole(0, 3) } : { end: "unreachable", tries: chance.whole(3, 4) };
}

/** A year of young people to look for; some of them are those whom the forum then came to know. */
export function leadsOf(clock: DemoClock, people: readonly Young[]): DemoLead[] {
  const age = (bornOn: string, years: number) => addMonths(bornOn, 12 * years);
  const known = people.filter(({ added, bornOn, visits, stu }) => {
    const on = clock.on(added - SOUGHT_FOR - 40);
    const fits = added > SOUGHT_FOR + 40 - OLDEST_FILE && added < -2;
    return fits && !stu && visits.length < 3 && age(bornOn, 15) <= on && age(bornOn, 29) > clock.day;
  });
  const became = chanceFor("to case")
    .some(known, TO_CASE)
    .map((young): DemoLead => {
      const file = Math.floor((young.added - SOUGHT_FOR + OLDEST_FILE) / DAYS_BETWEEN_FILES);
      const { firstName, lastName, bornOn, cpr, key } = young;
      const of = { firstName, lastName, bornOn, cpr: cpr ?? "", cells: cellsOf(key, false), file, young };
      return { ...of, receivedOn: fileDay(clock, file), tries: chanceFor(`lead ${key}`).whole(1, 2), end: "case" };
    });
  const names = freeNames().slice(became.length - A_YEAR);
  const others = names.map(({ firstName, lastName, girl }, place): DemoLead => {
    const file = place % FILES;
    const key = `${place}`;
    const chance = chanceFor(`lead ${key}`);
    const bornOn = addDays(addMonths(clock.day, -12 * chance.whole(17, 24)), -chance.whole(3, 360));
    const cpr = chance.happens(0.8) ? replacementNumber(bornOn, girl, place + 50, chance) : "";
    const of = { firstName, lastName, bornOn, cpr, cells: cellsOf(key, true), file, young: null };
    return { ...of, receivedOn: fileDay(clock, file), ...endOf(file, key) };
  });
  return [...became, ...others, leftAlone(clock)];
}

/** Known to nobody, found after two tries, and said no. */
function leftAlone(clock: DemoClock): DemoLead {
  const { firstName, lastName, months } = LEFT_ALONE;
  const file = FILES - 3;
  const of = { firstName, lastName, bornOn: addMonths(clock.day, -months), cpr: "", file, young: null };
  const cells = [
    "Prøvevej 10, 2630 Taastrup",
    "",
    "00 12 10 10",
    "Ungedatabasen",
    "Hverken job eller uddannelse",
    "",
    "",
  ];
  return { ...of, cells, receivedOn: fileDay(clock, file), tries: 2, end: "declined" };
}

export const lastFile = FILES - 1;
