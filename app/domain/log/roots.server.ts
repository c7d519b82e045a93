import { createHash } from "node:crypto";
import { asc } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";

const { logSegment } = tables;

/** What stands for a month of the log some of whose rows are gone. */
export type Root = Omit<typeof logSegment.$inferSelect, "id" | "signature">;
export type SignedRoot = typeof logSegment.$inferSelect;

export const signedTextOf = ({
  fromSeq,
  toSeq,
  beforeAt,
  firstPrevious,
  lastHash,
  gone,
  kept,
  keptDigest,
  at,
}: Root): string =>
  JSON.stringify(["root", fromSeq, toSeq, beforeAt, firstPrevious, lastHash, gone, kept, keptDigest, at]);

/** The digest of the rows of a month that stay: their places and their hashes. */
export function keptRows() {
  const digest = createHash("sha256");
  let rows = 0;
  return {
    add({ seq, hash }: { seq: number; hash: string }) {
      rows += 1;
      digest.update(`${seq} ${hash}\n`);
    },
    end: () => ({ kept: rows, keptDigest: digest.digest("hex") }),
  };
}

/** The roots that count, in the order of the log: of the same rows the newest. */
export async function rootsIn(db: Db): Promise<SignedRoot[]> {
  const all = await db.select().from(logSegment).orderBy(asc(logSegment.id));
  const newest = new Map(all.map((root) => [root.fromSeq, root]));
  return [...newest.values()].sort((a, b) => a.fromSeq - b.fromSeq);
}
