// Runs in a process of its own: the same questions in municipalities of several sizes; prints the ms of each by size.
import { join, resolve } from "node:path";

const [name, ...rest] = process.argv.slice(2);
const [sizes, times] = rest.map((text) => JSON.parse(text));
const { timesWith } = await import(resolve(`.cache/bench/${name}/${name}.js`));
const found = [];
for (const size of sizes) found.push(await timesWith(join(process.env.DATA_DIR, `${size.join("-")}.db`), size, times));
process.stdout.write(JSON.stringify(found));
process.exit();
