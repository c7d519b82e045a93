import type { Actor } from "#domain/actor.ts";
import { system } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { type Command, carryOut } from "#domain/command.server.ts";
import { addDays, addWorkingDays, isWorkingDay, nextWorkingDay, weekday } from "#domain/days.ts";
import { idsFrom } from "#domain/ids.server.ts";
import { copenhagenInstant, dayOf } from "#domain/moments.ts";

type Task = { at: number; place: number; work: () => Promise<void> };

/** The demo's time: what is to happen stands in the order of days, and each command is carried out at its moment. */
export class DemoClock {
  readonly day: string;
  readonly #until: number;
  readonly #start: string;
  readonly #ids = new Map<string, string>();
  #tasks: Task[] = [];
  #now = 0;
  #place = 0;
  #keys = 0;
  commands = 0;

  /** @param day the day the demo is made for; nothing happens later than the evening before. */
  constructor(day: string) {
    this.day = day;
    this.#start = copenhagenInstant(day, "0:00");
    this.#until = Date.parse(copenhagenInstant(addDays(day, -1), "20:00"));
  }

  /** The day so many days from the demo's own. */
  on = (days: number): string => addDays(this.day, days);

  /** That day, or the working day after it. */
  workday = (days: number): string => workdayFrom(this.on(days));

  /** An id that is the same for the same day and name. */
  id(name: string): string {
    const known = this.#ids.get(name) ?? idsFrom(`demo ${this.day} ${name}`, this.#start)();
    this.#ids.set(name, known);
    return known;
  }

  /** The moment of the command that comes next. */
  get now(): string {
    return new Date(this.#now).toISOString();
  }

  /** The day of the command that comes next. */
  get today(): string {
    return dayOf(this.now);
  }

  /** Plans something for a moment; what was to happen after the demo's last evening never does. */
  at(day: string, clock: string, work: () => Promise<void>): void {
    const at = Date.parse(copenhagenInstant(day, clock));
    if (at > this.#until) return;
    this.#place += 1;
    const task = { at, place: this.#place, work };
    let [low, high] = [0, this.#tasks.length];
    // Latest first, so that the next one is taken from the end.
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#tasks[middle] as Task;
      if (other.at > at || (other.at === at && other.place > task.place)) low = middle + 1;
      else high = middle;
    }
    this.#tasks.splice(low, 0, task);
  }

  /** Does all that is planned, and what is planned meanwhile. */
  async run(): Promise<void> {
    for (let task = this.#tasks.pop(); task; task = this.#tasks.pop()) {
      this.#now = Math.max(this.#now + 1000, task.at);
      await task.work();
    }
  }

  /** Minutes pass. */
  pass(minutes: number): void {
    this.#now += Math.round(minutes * 60_000);
  }

  /** Carries out a command as a staff member (null: the system itself). @throws when it is not allowed or not right. */
  async does<I, A>(
    of: Command<I, A>,
    input: Record<string, unknown>,
    staffId: string | null,
    sessionId = "demo",
  ): Promise<A> {
    const actor: Actor = staffId ? { kind: "staff", id: staffId, sessionId } : system;
    this.#keys += 1;
    this.commands += 1;
    const done = await carryOut(of, input, asker(actor, this.now, "demo"), `demo ${this.day} ${this.#keys}`);
    this.#now += 7000;
    if (!done.ok)
      throw new Error(`The demo's ${of.name} at ${this.now}: ${JSON.stringify(done)} ${JSON.stringify(input)}`);
    return done.answer;
  }
}

export const workdayFrom = (day: string): string => (isWorkingDay(day) ? day : nextWorkingDay(day));

/** That day, or the working day before it. */
export const workdayUntil = (day: string): string => (isWorkingDay(day) ? day : addWorkingDays(day, -1));

/** That weekday (1 is Monday) on the day or before it. */
export const lastWeekday = (day: string, which: number): string => addDays(day, -((weekday(day) - which + 7) % 7));

/** The week of the year as Danes count it (ISO 8601). */
export function weekOf(day: string): number {
  const thursday = addDays(day, 4 - weekday(day));
  return Math.floor((Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / 604_800_000) + 1;
}
