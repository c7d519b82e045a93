import { flawOf, openToRead } from "#db/copies.server.ts";
import { Unusable, unknownTo } from "#db/migrate.server.ts";
import { verifyLog } from "#domain/log/verify.server.ts";
import { wrongWith } from "./audit-verify.server.ts";

/** Looks a copy through: pages, references, schema, log. Answers the rows of its log. @throws Unusable with what is wrong. */
export async function checkCopy(file: string): Promise<number> {
  const opened = openToRead(file);
  try {
    const flaw = flawOf(opened.raw) ?? unknownTo(opened.raw);
    if (flaw) throw new Unusable(`${file} cannot be used: ${flaw}.`);
    const found = await verifyLog(opened.db);
    if (!found.ok) throw new Unusable(`${file} cannot be used. ${wrongWith(found)}`);
    return found.rows;
  } finally {
    opened.close();
  }
}
