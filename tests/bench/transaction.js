import { folderFor, runOnFirstCore } from "./servers.js";

/** Transactions per second, one after the other, each on disk: the command alone and the least it could be. */
export async function transaction({ data, places }, { repeats, quick }) {
  const folder = folderFor("transaction", data);
  const args = [repeats, quick ? 1 : 4, places].map((value) => JSON.stringify(value));
  const child = runOnFirstCore(["tests/bench/transactions.js", ...args], folder);
  let said = "";
  for await (const part of child.stdout) said += part;
  return JSON.parse(said);
}
