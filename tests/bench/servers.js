// Starts the two servers on a core of their own, and looks at them from outside.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

export const CACHE = ".cache/bench";
/** A working morning, so that the figures do not hang on the day or the hour; and nothing of the shell's own settings. */
export const NOW = "2026-11-19T08:05:00.000Z";
const ENVIRONMENT = {
  NODE_ENV: "production",
  SAMSPOR_MODE: "demo",
  SAMSPOR_NOW: NOW,
  SAMSPOR_ORIGIN: "",
  DATABASE_URL: "",
  HOST: "127.0.0.1",
};
const SERVERS = { ours: "build/server.js", floor: "tests/bench/floor/server.js" };

/** With two cores the servers have the first to themselves, and those who ask them the second. */
export const apart = availableParallelism() > 1 && process.platform === "linux";
const onFirstCore = (args) => (apart ? ["taskset", ["-c", "0", process.execPath, ...args]] : [process.execPath, args]);

/** Runs a program of ours there; what it says is for the one who called. */
export function runOnFirstCore(args, data) {
  const [program, all] = onFirstCore(args);
  return spawn(program, all, {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...ENVIRONMENT, DATA_DIR: data },
  });
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
  const port = await freePort();
  const [program, args] = onFirstCore([...node, SERVERS[which]]);
  const began = performance.now();
  const env = { ...process.env, ...ENVIRONMENT, PORT: String(port), DATA_DIR: data };
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

function freePort() {
  const server = createServer();
  return new Promise((done) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
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
