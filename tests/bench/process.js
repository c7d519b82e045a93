// What the process costs: memory at rest and for each who watches, and how soon it answers.
import { setTimeout as wait } from "node:timers/promises";
import { signIn } from "./desk.js";
import { medianOf } from "./numbers.js";
import { alternating } from "./servers.js";
import { watch } from "./watchers.js";

const WATCHERS = 200;
const SETTLED_MS = 4000;

/**
 * The first crowd only touches what the engine had already set aside (a garbage collector's nursery of 16 MB, once); what
 * one watcher more costs is seen with the second, while the first stays.
 */
async function memoryOf(server, places) {
  await wait(SETTLED_MS);
  const idle = server.memory();
  const { cookie } = server.which === "ours" ? await signIn(server, places) : {};
  const topic = cookie ? `item:${places.itemId}` : undefined;
  const crowds = [];
  const grown = [];
  for (let n = 0; n < 3; n += 1) {
    await wait(SETTLED_MS);
    grown.push(server.memory());
    if (n < 2) crowds.push(await watch(WATCHERS, { port: server.port, cookie, topic }));
  }
  for (const crowd of crowds) crowd.close();
  return { idle: idle / 1024, watcher: (grown[2] - grown[1]) / WATCHERS };
}

export async function memory({ data, places }, { repeats }) {
  const { floor, ours } = await alternating(repeats, data, (server) => memoryOf(server, places));
  const both = (name) => ({ floor: medianOf(floor, name), ours: medianOf(ours, name) });
  return { idle: both("idle"), watcher: both("watcher") };
}

export async function coldStart({ data }, { repeats }) {
  const { floor, ours } = await alternating(repeats + 2, data, async ({ startedIn }) => ({ startedIn }));
  return { floor: medianOf(floor, "startedIn"), ours: medianOf(ours, "startedIn") };
}
