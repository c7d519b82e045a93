import { spawnSync } from "node:child_process";
import { build } from "vite";

/** Builds what is measured against, and the commands by themselves. */
export async function buildBench() {
  const args = ["vite:build", "--config", "tests/bench/floor/vite.config.ts"];
  const floor = spawnSync("node_modules/.bin/remix", args, { stdio: ["ignore", "ignore", "inherit"] });
  if (floor.status !== 0) throw new Error("The floor could not be built");
  for (const name of ["carry-out", "people", "contacts"])
    await build({
      configFile: false,
      logLevel: "error",
      build: { ssr: `tests/bench/${name}.ts`, outDir: `.cache/bench/${name}`, target: "es2022", emptyOutDir: true },
    });
}
