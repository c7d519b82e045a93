import { statSync } from "node:fs";
import { resolve } from "node:path";
import { copyInto, copyName, openToRead } from "#db/copies.server.ts";
import { readConfig } from "#http/config.server.ts";
import { checkCopy } from "./check-copy.server.ts";

/** Copies the database while the server runs, from a connection that cannot write, and looks the copy through. */
export async function run([file]: string[]): Promise<number> {
  const { databaseFile } = readConfig(process.env);
  const target = file ? resolve(file) : copyName(databaseFile);
  const opened = openToRead(databaseFile);
  try {
    copyInto(opened.raw, target);
  } finally {
    opened.close();
  }
  const rows = await checkCopy(target);
  process.stdout.write(
    `Copied ${databaseFile}\n    to ${target} (${Math.ceil(statSync(target).size / 1024)} KB)\n` +
      `The copy is whole; its log holds: ${rows} rows. SAMSPOR_SECRET is not in it: keep that elsewhere.\n`,
  );
  return 0;
}
