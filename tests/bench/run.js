// npm run bench [-- --quick] [-- --only press,pages,…] [-- --profile board|command]
import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import { buildBench } from "./build.js";
import { openDemo } from "./desk.js";
import { pages } from "./pages.js";
import { pressToLast } from "./press.js";
import { coldStart, memory } from "./process.js";
import { profile } from "./profile.js";
import { apart } from "./servers.js";
import { bySize } from "./sizes.js";
import { CONTACTS, PEOPLE, ROWS, tableOf } from "./table.js";
import { transaction } from "./transaction.js";
import { weight } from "./weight.js";

/** Young people, and agreements about them. */
const MUNICIPALITIES = [
  [100, 1_000],
  [10_000, 100_000],
  [100_000, 100_000],
];
const YEARS = [[1], [10]];

const args = process.argv.slice(2);
const given = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);

if (apart && !process.env.BENCH_PINNED) {
  const pinned = ["-c", "1", process.execPath, ...process.argv.slice(1)];
  spawnSync("taskset", pinned, { stdio: "inherit", env: { ...process.env, BENCH_PINNED: "yes" } });
} else await bench();

async function bench() {
  const quick = args.includes("--quick");
  const how = { quick, repeats: quick ? 1 : 3 };
  say("Builds the floor and makes the demo …");
  await buildBench();
  const demo = await openDemo();
  const what = given("--profile");
  if (what) return profile(what, demo);

  const measures = {
    press: async () => Object.values(await pressToLast(demo, how)),
    transaction: async () => [await transaction(demo, how)],
    pages: async () => Object.values(await pages(demo, how)),
    weight: async () => [await weight(demo)],
    memory: async () => Object.values(await memory(demo, how)),
    start: async () => [await coldStart(demo, how)],
    people: () => bySize("people", MUNICIPALITIES, how),
    contacts: () => bySize("contacts", YEARS, how),
  };
  const only = given("--only")?.split(",");
  const figures = [];
  const sizes = {
    press: 3,
    transaction: 1,
    pages: 2,
    weight: 1,
    memory: 2,
    start: 1,
    people: PEOPLE.length,
    contacts: CONTACTS.length,
  };
  for (const [name, measure] of Object.entries(measures)) {
    const left = !only || only.includes(name);
    if (left) say(`Measures ${name} …`);
    figures.push(...(left ? await measure() : new Array(sizes[name]).fill(null)));
  }
  if (figures.length !== ROWS.length) throw new Error("The rows of the table are others than what was measured");
  const { model } = cpus()[0];
  process.stdout.write(`${tableOf(figures)}\n`);
  process.stdout.write(
    `${new Date().toISOString().slice(0, 10)} · ${cpus().length} cores, ${model} · Node ${process.version} · ` +
      `${how.repeats} repeats, medians${apart ? " · server on one core, clients on the other" : ""}\n`,
  );
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
