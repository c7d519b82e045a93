// Writes the next migration. drizzle-kit does not know STRICT tables, so they are made strict here.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const folder = "db/migrations/sqlite";
const before = new Set(readdirSync(folder, { withFileTypes: true }).map((entry) => entry.name));
const ended = spawnSync(
  "node_modules/.bin/drizzle-kit",
  ["generate", "--config", ".config/drizzle.sqlite.ts", ...process.argv.slice(2)],
  {
    stdio: "inherit",
  },
);
if (ended.status !== 0) process.exit(ended.status ?? 1);
for (const name of readdirSync(folder)) {
  if (!name.endsWith(".sql") || before.has(name)) continue;
  const file = `${folder}/${name}`;
  writeFileSync(file, readFileSync(file, "utf8").replace(/^(CREATE TABLE[\s\S]*?\n\));/gm, "$1 STRICT;"));
}
