import { Unusable } from "#db/migrate.server.ts";
import { EX_CONFIG, Misconfigured } from "#http/config.server.ts";

const tasks: Record<string, () => Promise<{ run: (args: string[]) => Promise<number> }>> = {
  "audit-verify": () => import("./audit-verify.server.ts"),
  backup: () => import("./backup.server.ts"),
  admin: () => import("./admin.server.ts"),
  demo: () => import("./demo.server.ts"),
  restore: () => import("./restore.server.ts"),
};

/** Does one thing for the command line and answers the exit code. */
export async function runTask(what: string, args: string[]): Promise<number> {
  const task = tasks[what];
  if (!task) {
    process.stderr.write(`There is no "${what}". There are: ${Object.keys(tasks).join(", ")}\n`);
    return 64;
  }
  try {
    return await (await task()).run(args);
  } catch (error) {
    if (!(error instanceof Misconfigured) && !(error instanceof Unusable)) throw error;
    process.stderr.write(`${error.message}\n`);
    return EX_CONFIG;
  }
}
