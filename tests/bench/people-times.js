// Runs in a process of its own: lists and searches in municipalities of three sizes; prints the ms of each by size.
import { join, resolve } from "node:path";

const [sizes, times] = process.argv.slice(2).map((text) => JSON.parse(text));
const { timesWith } = await import(resolve(".cache/bench/people/people.js"));
const found = [];
for (const [people, actions] of sizes)
  found.push(await timesWith(join(process.env.DATA_DIR, `${people}.db`), people, actions, times));
process.stdout.write(JSON.stringify(found));
process.exit();
