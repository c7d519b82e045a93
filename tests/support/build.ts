import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { chromium } from "./chromium.ts";
import { makeDemo } from "./served.ts";

/** What became of the build that these tests wait for: empty when all went well, else what went wrong. */
export const BUILT = "build/built-for-tests";

async function build(): Promise<void> {
  const env: Record<string, string | undefined> = { ...process.env, VITEST: undefined, NODE_ENV: undefined };
  const building = spawn(process.execPath, ["app/start.js", "build"], {
    stdio: ["ignore", "inherit", "inherit"],
    env: env as NodeJS.ProcessEnv,
  });
  const [code] = await once(building, "exit");
  if (code !== 0) throw new Error("The server could not be built.");
  await makeDemo();
}

/** Before the tests of the built server: a browser is there, the build is of these sources, and the demo of that build. Others do not wait for it. */
export default function setup(): () => Promise<void> {
  chromium();
  rmSync(BUILT, { force: true });
  mkdirSync(dirname(BUILT), { recursive: true });
  const built = build().then(
    () => writeFileSync(BUILT, ""),
    (error) => writeFileSync(BUILT, String(error)),
  );
  return () => built;
}
