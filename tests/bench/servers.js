// Starts the two servers on a core of their own, and looks at them from outside.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

export const CACHE = ".cache/bench";
const PORTS = { ours: 4371, floor: 4372 };
const SERVERS = { ours: "build/server.js", floor: "tests/bench/floor/server.js" };

/** With two cores the servers have the first to themselves, and those who ask them the second. */
export const apart = availableParallelism() > 1 && process.platform === "linux";
const onFirstCore = (args) => (apart ? ["taskset", ["-c", "0", process.execPath, ...args]] : [process.execPath, args]);

export function runOnFirstCore(args, env) {
  const [program, all] = onFirstCore(args);
  return spawn(program, all, { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, ...env } });
}

/** A folder of its own for one run, with a copy of what is given. */
export function folderFor(name, from) {
  const folder = join(CACHE, "runs", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (from) cpSync(from, folder, { recursive: true });
  return folder;
}

/** Starts "ours" or the "floor" and answers when it says that it is well, with the milliseconds that took. */
export async function start(which, { data, node = [] }) {
  const port = PORTS[which];
  if (await isWell(port)) throw new Error(`Somebody else serves on port ${port}`);
  const [program, args] = onFirstCore([...node, SERVERS[which]]);
  const began = performance.now();
  const env = { ...process.env, PORT: String(port), DATA_DIR: data, NODE_ENV: "production", SAMSPOR_MODE: "demo" };
  delete env.DATABASE_URL;
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "inherit"], env });
  const ended = new Promise((done) => child.once("exit", done));
  const end = () => child.kill();
  process.once("exit", end);
  while (!(await isWell(port))) {
    if (child.exitCode !== null) throw new Error(`The server "${which}" ended with ${child.exitCode}`);
    await wait(2);
  }
  return {
    which,
    port,
    origin: `http://127.0.0.1:${port}`,
    startedIn: performance.now() - began,
    /** Milliseconds of processor time that the process has used, counted in steps of 10. */
    worked() {
      const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1].split(" ");
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    /** Memory of the process in KB. */
    memory: () => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]),
    async stop() {
      end();
      await ended;
      process.off("exit", end);
    },
  };
}

async function isWell(port) {
  try {
    return (await fetch(`http://127.0.0.1:${port}/healthz`)).ok;
  } catch {
    return false;
  }
}

/** Does the work with a server of each kind, one after the other, that many times; answers what came of it. */
export async function alternating(times, data, work) {
  const found = { floor: [], ours: [] };
  for (let n = 0; n < times; n += 1)
    for (const which of ["floor", "ours"]) {
      const server = await start(which, { data: folderFor(which, which === "ours" ? data : undefined) });
      try {
        found[which].push(await work(server));
      } finally {
        await server.stop();
      }
    }
  return found;
}
