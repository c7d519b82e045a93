// Where the time goes: the server's own CPU profile under one kind of load.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { askFor } from "./pages.js";
import { pressFor } from "./press.js";
import { folderFor, start } from "./servers.js";

const loads = { board: askFor("page"), data: askFor("data"), command: pressFor };
const WARM_SECONDS = 3;
const SECONDS = 10;
const SHOWN = 40;

/** Milliseconds that each function spent itself since that moment (µs of the machine's steady clock), the most first. */
function selfTimes({ nodes, samples, timeDeltas, startTime }, since) {
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || "(anonymous)"} ${url ? `${basename(url)}:${lineNumber + 1}` : ""}`,
    ]),
  );
  const times = new Map();
  let at = startTime;
  samples.forEach((id, n) => {
    at += timeDeltas[n];
    if (at < since) return;
    const name = names.get(id);
    times.set(name, (times.get(name) ?? 0) + timeDeltas[n] / 1000);
  });
  return [...times].filter(([name]) => !name.startsWith("(idle)")).sort(([, a], [, b]) => b - a);
}

export async function profile(what, { data, places }) {
  const load = loads[what];
  if (!load) throw new Error(`--profile takes ${Object.keys(loads).join(" or ")}`);
  const folder = folderFor("profile");
  const node = ["--cpu-prof", "--cpu-prof-interval=500", `--cpu-prof-dir=${folder}`];
  const server = await start("ours", { data: folderFor("ours", data), node });
  await load(server, places, WARM_SECONDS);
  const before = server.worked();
  const since = Number(process.hrtime.bigint() / 1000n);
  const times = await load(server, places, SECONDS);
  const each = (server.worked() - before) / times;
  await server.stop();
  const file = join(folder, readdirSync(folder)[0]);
  const spent = selfTimes(JSON.parse(readFileSync(file, "utf8")), since);
  const all = spent.reduce((sum, [, ms]) => sum + ms, 0);
  for (const [name, ms] of spent.slice(0, SHOWN))
    process.stdout.write(`${((ms / all) * 100).toFixed(1).padStart(5)} % ${ms.toFixed(0).padStart(6)} ms  ${name}\n`);
  process.stdout.write(`${times} times, ${each.toFixed(2)} ms of the processor each · ${file}\n`);
}
