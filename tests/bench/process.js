// What the process costs: memory at rest and for each who watches, and how soon it answers.
import { setTimeout as wait } from "node:timers/promises";
import { signIn } from "./desk.js";
import { medianOf } from "./numbers.js";
import { alternating } from "./servers.js";
import { watch } from "./watchers.js";

const WATCHERS = 200;
const SETTLED_MS = 4000;

async function memoryOf(server, places) {
  await wait(SETTLED_MS);
  const idle = server.memory();
  const { cookie } = server.which === "ours" ? await signIn(server, places) : {};
  const topic = cookie ? `item:${places.itemId}` : undefined;
  await wait(SETTLED_MS);
  const before = server.memory();
  const crowd = await watch(WATCHERS, { port: server.port, cookie, topic });
  await wait(SETTLED_MS);
  const watcher = (server.memory() - before) / WATCHERS;
  crowd.close();
  return { idle: idle / 1024, watcher };
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
