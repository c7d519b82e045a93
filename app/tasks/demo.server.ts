import { renewDemo } from "#demo/fill.server.ts";
import { prepare } from "./prepare.server.ts";

/** Makes the demo municipality anew for today. Only in demo mode; the former file is replaced when the new one is whole. */
export async function run(): Promise<number> {
  const config = await prepare(process.env);
  if (config.mode !== "demo") {
    process.stderr.write("There is no demo in production.\n");
    return 78;
  }
  const { day } = await renewDemo();
  process.stdout.write(`The demo municipality is made for ${day}.\n`);
  return 0;
}
