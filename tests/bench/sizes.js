import { folderFor, runOnFirstCore } from "./servers.js";

/** What `tests/bench/NAME.ts` asks, in each of these sizes: the figures of every larger one against the first, question by question. */
export async function bySize(name, sizes, { quick }) {
  const args = [sizes, quick ? 9 : 25].map((value) => JSON.stringify(value));
  const child = runOnFirstCore(["tests/bench/times.js", name, ...args], folderFor(name));
  let said = "";
  for await (const part of child.stdout) said += part;
  const [few, ...more] = JSON.parse(said);
  return Object.keys(few).flatMap((asked) => more.map((many) => ({ floor: few[asked], ours: many[asked] })));
}
