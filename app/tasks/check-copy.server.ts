import { flawOf, openToRead } from "#db/copies.server.ts";
import { Unusable, unknownTo } from "#db/migrate.server.ts";
import { logKeyFrom } from "#domain/log/signing.server.ts";
import { verifyLog } from "#domain/log/verify.server.ts";
import { readConfig } from "#http/config.server.ts";
import { damageIn } from "./audit-verify.server.ts";

/** Looks a copy through: pages, references, schema, log. Answers the rows of its log. @throws Unusable with what is wrong. */
export async function checkCopy(file: string): Promise<number> {
  const opened = openToRead(file);
  try {
    const flaw = flawOf(opened.raw) ?? unknownTo(opened.raw);
    if (flaw) throw new Unusable(`${file} cannot be used: ${flaw}.`);
    // It carries its own memory of how long it was; no file of checkpoints knows where a copy ends.
    const found = await verifyLog(opened.db, { key: logKeyFrom(readConfig(process.env).secret) });
    if (!found.ok) throw new Unusable(`${file} cannot be used. ${damageIn(found)?.line}`);
    return found.rows;
  } finally {
    opened.close();
  }
}
