import { takeLock } from "#db/lock.server.ts";
import { renewDemo } from "#demo/fill.server.ts";
import { readConfig } from "#http/config.server.ts";
import { prepare } from "./prepare.server.ts";

/** Makes the demo municipality anew for today. Only in demo mode; the former file is replaced when the new one is whole. */
export async function run(): Promise<number> {
  const { mode, dataDir } = readConfig(process.env);
  if (mode !== "demo") {
    process.stderr.write("There is no demo in production.\n");
    return 78;
  }
  const release = takeLock(dataDir);
  try {
    await prepare(process.env);
    await renewDemo();
    return 0;
  } finally {
    release();
  }
}
