import { spawnSync } from "node:child_process";
import { chromium } from "./chromium.ts";
import { makeDemo } from "./served.ts";

/** Before the tests of the built server: a browser is there, the build is of these sources, and the demo of that build. */
export default async function setup(): Promise<void> {
  chromium();
  const env: Record<string, string | undefined> = { ...process.env, VITEST: undefined, NODE_ENV: undefined };
  const built = spawnSync(process.execPath, ["app/start.js", "build"], {
    stdio: ["ignore", "inherit", "inherit"],
    env: env as NodeJS.ProcessEnv,
  });
  if (built.status !== 0) throw new Error("The server could not be built.");
  await makeDemo();
}
