import { asc, desc, eq, getTableColumns, gt } from "drizzle-orm";
import { type Db, highestOf, tables } from "#db/index.server.ts";
import { FIRST_HASH, hashOfStored, type LogRow } from "./append.server.ts";
import type { Checkpoint } from "./checkpoint-file.server.ts";
import { keptRows, rootsIn, type SignedRoot, signedTextOf } from "./roots.server.ts";
import type { LogKey } from "./signing.server.ts";

const { log } = tables;
/** So few that they are gone again before the engine makes room for more: a start leaves no memory behind. */
const AT_A_TIME = 250;
/** Rows of one moment may be written a little out of their order; more than that is a clock that was set back. */
const OUT_OF_ORDER_MS = 5 * 60_000;

export type Wrong =
  /** The first row that is not what was written there, or whose place is empty. */
  | { wrong: "mismatch"; at: number }
  /** Rows were cut off the end: the log stops here, though it has been longer. */
  | { wrong: "tail"; endsAt: number; was: number }
  /** The log is whole in itself, and is not the one that was signed: it was written anew. */
  | { wrong: "other"; at: number; signedAt: string }
  | { wrong: "root"; fromSeq: number }
  | { wrong: "clock"; at: number };
export type Verified = { ok: true; rows: number; seq: number } | ({ ok: false } & Wrong);

export type HeldAgainst = {
  key: LogKey;
  /** Those in force; none for a file that no checkpoints are kept of. */
  checkpoints?: Checkpoint[];
  /** A copy may be older than what was signed last. */
  isCopy?: boolean;
  /** Only about so many rows at the end. */
  lastRows?: number;
};

/** A row with its facts as they are stored, which is as they were hashed: not read and written again. */
type Stored = Omit<LogRow, "facts"> & Record<"facts" | "previousHash" | "hash", string> & { seq: number };

const columns = getTableColumns(log);
const names = Object.keys(columns);

/** A row as SQLite gave it, in the order of `columns`: there are many at a start, and drizzle makes a dozen things for each. */
function storedIn(values: unknown[]): Stored {
  const row: Record<string, unknown> = {};
  for (let at = 0; at < names.length; at++) row[names[at] as string] = values[at];
  return row as Stored;
}

const someRows = async (db: Db, after: number): Promise<Stored[]> =>
  (await db.select(columns).from(log).where(gt(log.seq, after)).orderBy(asc(log.seq)).limit(AT_A_TIME).values()).map(
    storedIn,
  );

class Found extends Error {
  constructor(readonly what: Wrong) {
    super(what.wrong);
  }
}

/** Where the walk along the chain stands. */
type Walk = { seq: number; hash: string; rows: number; latest: string; backAt: number | null };

/** Reads the log and holds every row against its hash, its place, the row before it, and what was signed. Within one snapshot. */
export async function verifyLog(db: Db, against: HeldAgainst): Promise<Verified> {
  try {
    return await walked(db, against);
  } catch (error) {
    if (!(error instanceof Found)) throw error;
    return { ok: false, ...error.what };
  }
}

async function walked(db: Db, { key, checkpoints = [], isCopy = false, lastRows }: HeldAgainst): Promise<Verified> {
  const roots = await rootsIn(db);
  for (const root of roots)
    if (!key.isSigned(signedTextOf(root), root.signature)) throw new Found({ wrong: "root", fromSeq: root.fromSeq });
  const walk = await startOf(db, roots, lastRows);
  const left = roots.filter((root) => root.fromSeq > walk.seq);
  const signed = new Map(checkpoints.filter(({ seq }) => seq >= walk.seq).map((one) => [one.seq, one]));
  if (signed.has(walk.seq)) holdAgainst(signed, walk);

  for (;;) {
    const after = left[0] && left[0].fromSeq === walk.seq + 1 ? walk.seq : null;
    if (after !== null && left[0]) {
      await throughSegment(db, walk, left[0]);
      left.shift();
      holdAgainst(signed, walk);
      continue;
    }
    const rows = await someRows(db, walk.seq);
    for (const row of rows) {
      if (left[0] && walk.seq + 1 === left[0].fromSeq) break;
      if (row.seq !== walk.seq + 1 || row.previousHash !== walk.hash) throw mismatch(walk.seq + 1);
      step(walk, row);
      if (signed.size > 0) holdAgainst(signed, walk);
    }
    if (rows.length < AT_A_TIME && !(left[0] && walk.seq + 1 === left[0].fromSeq)) break;
  }
  if (left[0]) throw mismatch(walk.seq + 1);
  const was = Math.max(await highestOf(db, log), isCopy ? 0 : (checkpoints.at(-1)?.seq ?? 0));
  if (was > walk.seq) throw new Found({ wrong: "tail", endsAt: walk.seq, was });
  if (walk.backAt !== null) throw new Found({ wrong: "clock", at: walk.backAt });
  return { ok: true, rows: walk.rows, seq: walk.seq };
}

const mismatch = (at: number) => new Found({ wrong: "mismatch", at });

/** The beginning, or the row before the last few; never within a month that has a root. */
async function startOf(db: Db, roots: SignedRoot[], lastRows: number | undefined): Promise<Walk> {
  const walk: Walk = { seq: 0, hash: FIRST_HASH, rows: 0, latest: "", backAt: null };
  if (lastRows === undefined) return walk;
  const [last] = await db.select({ seq: log.seq }).from(log).orderBy(desc(log.seq)).limit(1);
  const from = Math.max((last?.seq ?? 0) - lastRows, roots.at(-1)?.toSeq ?? 0);
  const [before] = await db.select({ seq: log.seq, hash: log.hash }).from(log).where(eq(log.seq, from));
  const root = roots.find(({ toSeq }) => toSeq === from);
  const hash = root?.lastHash ?? before?.hash;
  return from > 0 && hash ? { ...walk, seq: from, hash } : walk;
}

/** The row's own hash, and its time; the walk stands at it then. */
function step(walk: Walk, row: Stored): void {
  if (row.hash !== hashOfStored(row.seq, row, row.facts, row.previousHash)) throw mismatch(row.seq);
  if (row.at < walk.latest && Date.parse(row.at) < Date.parse(walk.latest) - OUT_OF_ORDER_MS) walk.backAt ??= row.seq;
  if (row.at > walk.latest) walk.latest = row.at;
  walk.seq = row.seq;
  walk.hash = row.hash;
  walk.rows += 1;
}

/** What stays of a month: each row's own hash, neighbours that still stand beside one another, and all of them against the root. */
async function throughSegment(db: Db, walk: Walk, root: SignedRoot): Promise<void> {
  if (walk.hash !== root.firstPrevious) throw mismatch(root.fromSeq);
  const { toSeq, lastHash, gone } = root;
  const kept = keptRows();
  for (let after = root.fromSeq - 1, going = true; going; ) {
    const rows = await someRows(db, after);
    for (const row of rows) {
      if (row.seq > toSeq) break;
      if (gone.includes(row.kind) || (row.seq === walk.seq + 1 && row.previousHash !== walk.hash))
        throw mismatch(row.seq);
      step(walk, row);
      kept.add(row);
    }
    after = rows.at(-1)?.seq ?? toSeq;
    going = rows.length === AT_A_TIME && after < toSeq;
  }
  const ended = kept.end();
  if (ended.kept !== root.kept || ended.keptDigest !== root.keptDigest) throw mismatch(root.fromSeq);
  walk.seq = toSeq;
  walk.hash = lastHash;
}

function holdAgainst(signed: Map<number, Checkpoint>, { seq, hash }: Walk): void {
  const checkpoint = signed.get(seq);
  if (checkpoint && checkpoint.hash !== hash) throw new Found({ wrong: "other", at: seq, signedAt: checkpoint.at });
}
