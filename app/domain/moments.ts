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

const latest = { hour: "", day: "" };

/** The Danish calendar day of a moment, given in UTC. It is the same all through an hour, and nearly all ask for that of now. */
export function dayOf(instant: string): string {
  const hour = instant.slice(0, 13);
  if (hour !== latest.hour) {
    const { year, month, day } = wallOf(Date.parse(instant));
    Object.assign(latest, { hour, day: `${year}-${month}-${day}` });
  }
  return latest.day;
}

/** The Danish clock of a moment, as it is written: `9.00`. */
export function clockOf(instant: string): string {
  const { hour, minute } = wallOf(Date.parse(instant));
  return `${Number(hour)}.${minute}`;
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

/** How far Danish clocks are ahead of UTC, in milliseconds. */
function offset(at: number): number {
  const { year, month, day, hour, minute, second } = wallOf(at);
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`) - Math.floor(at / 1000) * 1000;
}

function wallOf(at: number): Record<string, string> {
  const wall: Record<string, string> = {};
  for (const { type, value } of copenhagen.formatToParts(at)) wall[type] = value;
  return wall;
}
