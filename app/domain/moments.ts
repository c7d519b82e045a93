import { isDay } from "#domain/calendar.ts";

const DAY = 86_400_000;

const copenhagen = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Copenhagen",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** The Danish calendar day of a moment, given in UTC. */
export const dayOf = (instant: string): string => wallOf(instant).slice(0, 10);

/** The Danish clock of a moment, as it is written: `9.00`. */
export function clockOf(instant: string): string {
  const wall = wallOf(instant);
  return `${Number(wall.slice(11, 13))}.${wall.slice(14, 16)}`;
}

/** What Danish clocks show, written as if it were UTC. */
function wallOf(instant: string): string {
  const at = Date.parse(instant);
  return new Date(at + offset(at)).toISOString();
}

/**
 * The moment when Danish clocks show that time, as UTC text. The hour that comes twice in October is the first of the two;
 * an hour that is left out in March is read with the offset before it (2.30 is 3.30). Throws RangeError on what is no time.
 */
export function copenhagenInstant(day: string, clock: string): string {
  const [, hour = "", minute = ""] = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(clock) ?? [];
  const wall = Date.parse(`${day}T${hour.padStart(2, "0")}:${minute}:00.000Z`);
  if (!hour || !isDay(day)) throw new RangeError("not a time of a day");
  const before = wall - offset(wall - DAY);
  const after = wall - offset(wall + DAY);
  const first = [before, after].sort((a, b) => a - b).find((at) => at + offset(at) === wall);
  return new Date(first ?? before).toISOString();
}

const HOUR = 3_600_000;
const MOST_KEPT = 1000;
const offsets = new Map<number, number>();

/** How far Danish clocks are ahead of UTC, in milliseconds. They are set on the hour: it is asked for once an hour of the year. */
function offset(at: number): number {
  const hour = Math.floor(at / HOUR);
  let known = offsets.get(hour);
  if (known === undefined) {
    if (offsets.size >= MOST_KEPT) offsets.clear();
    known = offsetAt(hour * HOUR);
    offsets.set(hour, known);
  }
  return known;
}

function offsetAt(at: number): number {
  const wall: Record<string, string> = {};
  for (const { type, value } of copenhagen.formatToParts(at)) wall[type] = value;
  const { year, month, day, hour, minute, second } = wall;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`) - at;
}
