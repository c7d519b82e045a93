// Runs in a process of its own: the command's transaction and the bare one by turns; prints how many a second.
import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { floorTransaction } from "./floor/transaction.js";
import { median } from "./numbers.js";

const [repeats, seconds, places] = process.argv.slice(2).map((text) => JSON.parse(text));
const { changes } = await import(resolve(".cache/bench/carry-out/carry-out.js"));
const change = await changes(places);
const bare = floorTransaction(process.env.DATA_DIR);
const works = {
  floor: async (n) => bare(randomUUID(), `Sætningen er skrevet om, gang ${n}`),
  ours: change,
};

async function rate(work, forSeconds) {
  const began = performance.now();
  const until = began + forSeconds * 1000;
  let n = 0;
  for (; performance.now() < until; n += 1) await work(n);
  return (n * 1000) / (performance.now() - began);
}

const found = { floor: [], ours: [] };
for (const which of ["floor", "ours"]) await rate(works[which], 0.5);
for (let n = 0; n < repeats; n += 1)
  for (const which of ["floor", "ours"]) found[which].push(await rate(works[which], seconds));
process.stdout.write(JSON.stringify({ floor: median(found.floor), ours: median(found.ours) }));
process.exit();
