import { once } from "#db/once.server.ts";
import { system } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { carryOut } from "#domain/command.server.ts";
import { removeOldRows } from "#domain/housekeeping/commands.server.ts";
import { newId } from "#domain/ids.server.ts";
import { failure } from "#http/failure.server.ts";

const HOUR_MS = 3_600_000;
const hourly = once("housekeeping", () => ({ stop: () => {} }));

export const keepHouse = () => carryOut(removeOldRows, {}, asker(system, now(), "system"), newId());

/** Removes what has served its time now and every hour; what fails is tried again an hour later. */
export async function startHousekeeping(): Promise<void> {
  await keepHouse();
  const timer = setInterval(() => void keepHouse().catch(failure), HOUR_MS).unref();
  hourly.stop();
  hourly.stop = () => clearInterval(timer);
}

export const stopHousekeeping = () => hourly.stop();
