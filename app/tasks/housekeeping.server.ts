import { once } from "#db/once.server.ts";
import { system } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { carryOut } from "#domain/command.server.ts";
import { removeOldRows } from "#domain/housekeeping/commands.server.ts";
import { newId } from "#domain/ids.server.ts";
import { removeOldLogRows } from "#domain/log/segments.server.ts";
import { failure } from "#http/failure.server.ts";

const HOUR_MS = 3_600_000;
const hourly = once("housekeeping", () => ({ stop: () => {} }));

const MOST_MONTHS_AT_ONCE = 12;

export const keepHouse = () => carryOut(removeOldRows, {}, asker(system, now(), "system"), newId());

/** Takes what has served its time out of the log, a month at a time. Answers how many months. */
export async function keepLogShort(): Promise<number> {
  for (let months = 0; months < MOST_MONTHS_AT_ONCE; months++) {
    const done = await carryOut(removeOldLogRows, {}, asker(system, now(), "system"), newId());
    if (!done.ok || done.answer === null) return months;
  }
  return MOST_MONTHS_AT_ONCE;
}

/** Removes what has served its time now and every hour; what fails is tried again an hour later. */
export async function startHousekeeping(): Promise<void> {
  await keepHouse();
  await keepLogShort().catch(failure);
  const timer = setInterval(() => void keepHouse().then(keepLogShort).catch(failure), HOUR_MS).unref();
  hourly.stop();
  hourly.stop = () => clearInterval(timer);
}

export const stopHousekeeping = () => hourly.stop();
