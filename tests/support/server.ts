import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** The built server as a process of its own, in its own folder. */
export type Running = {
  origin: string;
  process: ChildProcess;
  output: () => string;
  kill: (signal: NodeJS.Signals) => Promise<void>;
};

const UP = /runs at (http:\/\/\S+)/;

/**
 * Runs the built server with these arguments and settings.
 * @param roomKb no file may grow beyond so many kilobytes: what a disk without room is to the process.
 */
export function launch(args: string[], set: Record<string, string>, roomKb?: number, server = "build/server.js") {
  const node = [process.execPath, server, ...args];
  const [program, ...rest] = roomKb ? ["bash", "-c", `ulimit -f ${roomKb}; exec "$@"`, "bash", ...node] : node;
  const child = spawn(program as string, rest, {
    env: { ...process.env, VITEST: undefined, NODE_ENV: "production", PORT: "0", ...set },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (said += piece));
  const ended = once(child, "exit").then(([code]) => code as number | null);
  return { child, ended, output: () => said };
}

/** Starts the server and waits until it says where it is. */
export async function startServer(set: Record<string, string>, roomKb?: number): Promise<Running> {
  const { child, ended, output } = launch([], set, roomKb);
  const origin = await new Promise<string>((up, failed) => {
    child.stdout.on("data", () => {
      const at = UP.exec(output())?.[1];
      if (at) up(at);
    });
    void ended.then((code) => failed(new Error(`The server ended with ${code}:\n${output()}`)));
  });
  return {
    origin,
    process: child,
    output,
    async kill(signal) {
      child.kill(signal);
      await ended;
    },
  };
}

/** One task of the command line, to its end. */
export async function runTask(args: string[], set: Record<string, string>) {
  const { ended, output } = launch(args, set);
  return { code: await ended, output: output() };
}
