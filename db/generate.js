// Writes the next migration. drizzle-kit does not know STRICT tables, so they are made strict here; and when it rebuilds a table it
// copies columns that the former one does not have, so only those that were there are copied.
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

const snapshots = readdirSync(`${folder}/meta`).filter((name) => name.endsWith("_snapshot.json"));
const former = snapshots.sort().at(-2);
const columnsBefore = former ? JSON.parse(readFileSync(`${folder}/meta/${former}`, "utf8")).tables : {};
const onlyKnown = (sql) =>
  sql.replace(/^INSERT INTO `(__new_\w+)`\((.*)\) SELECT .* FROM `(\w+)`;/gm, (_, made, columns, table) => {
    const known = columns.split(", ").filter((quoted) => columnsBefore[table]?.columns[quoted.slice(1, -1)]);
    return `INSERT INTO \`${made}\`(${known.join(", ")}) SELECT ${known.join(", ")} FROM \`${table}\`;`;
  });

for (const name of readdirSync(folder)) {
  if (!name.endsWith(".sql") || before.has(name)) continue;
  const file = `${folder}/${name}`;
  const sql = onlyKnown(readFileSync(file, "utf8")).replace(/^(CREATE TABLE[\s\S]*?\n\));/gm, "$1 STRICT;");
  writeFileSync(file, sql);
}
