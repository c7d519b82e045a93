import { folderFor, runOnFirstCore } from "./servers.js";

/** Young people, and agreements about them. */
const SIZES = [
  [100, 1_000],
  [10_000, 100_000],
  [100_000, 100_000],
];

/** Lists and searches: each in a municipality of 10 000 and of 100 000 young people, against the same in one of 100. */
export async function people({ quick }) {
  const args = [SIZES, quick ? 9 : 25].map((value) => JSON.stringify(value));
  const child = runOnFirstCore(["tests/bench/people-times.js", ...args], folderFor("people"));
  let said = "";
  for await (const part of child.stdout) said += part;
  const [few, ...more] = JSON.parse(said);
  return Object.keys(few).flatMap((name) => more.map((many) => ({ floor: few[name], ours: many[name] })));
}
