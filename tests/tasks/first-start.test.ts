import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { aFolder } from "../support/files.ts";

/** An unpacked Samspor on a machine whose tools talk a lot. */
function unpacked({ remixEndsWith = 0 } = {}) {
  const top = aFolder();
  for (const folder of ["app", "db", "node_modules/.bin"]) mkdirSync(join(top, folder), { recursive: true });
  copyFileSync("app/start.js", join(top, "app/start.js"));
  for (const file of ["package.json", "package-lock.json", "remix.config.js"])
    writeFileSync(join(top, file), '{"type":"module"}');
  const bin = join(top, "node_modules/.bin");
  for (const [name, ends] of [
    ["npm", 0],
    ["remix", remixEndsWith],
    ["esbuild", 0],
  ] as const) {
    const lines = `for n in $(seq 200); do echo "${name} asset-$n"; done; echo "${name} went wrong" >&2; exit ${ends}`;
    writeFileSync(join(bin, name), `#!/bin/sh\n${lines}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const env = { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) };
  return () => spawnSync(process.execPath, ["app/start.js", "build"], { cwd: top, env, encoding: "utf8" });
}

test("a first start says one line for each step, and a second one nothing", () => {
  const start = unpacked();
  const { status, stdout, stderr } = start();
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(
    /^Installing … [\d.]+ s\nBuilding the pages … [\d.]+ s\nBuilding what runs without a net … [\d.]+ s\nBuilding the server … [\d.]+ s\n$/,
  );
  expect(start().stdout).toBe("");
});

test("a step that fails tells everything that its program said, and ends with its code", () => {
  const { status, stdout, stderr } = unpacked({ remixEndsWith: 3 })();
  expect(status).toBe(3);
  expect(stdout).toContain("Building the pages …");
  expect(stderr).toContain("remix asset-200");
  expect(stderr).toContain("remix went wrong");
});
