import { spawnSync } from "node:child_process";
import { chromium } from "./chromium.ts";

/** Before the tests of the built server: a browser is there, and the build is of these sources. */
export default function setup(): void {
  chromium();
  const env: Record<string, string | undefined> = { ...process.env, VITEST: undefined, NODE_ENV: undefined };
  const built = spawnSync(process.execPath, ["app/start.js", "build"], {
    stdio: ["ignore", "inherit", "inherit"],
    env: env as NodeJS.ProcessEnv,
  });
  if (built.status !== 0) throw new Error("The server could not be built.");
}
