import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { digestOf, type LogKey } from "./signing.server.ts";

/**
 * `checkpoint`: the log stood so. `restored`: a copy was put back on purpose, and stood so. `begun`: the log begins anew, as
 * with a demo made again. What was signed before counts up to there.
 */
export type CheckpointKind = "checkpoint" | "restored" | "begun";

export type Checkpoint = {
  n: number;
  kind: CheckpointKind;
  seq: number;
  hash: string;
  /** Rows that stood then. */
  count: number;
  at: string;
  /** The digest of the line before: none can be taken out. */
  previous: string;
};

type Line = Checkpoint & { signature: string };

/** The lines as they stand, each with its number; `bad`: the first that is not what was signed there. */
export type CheckpointFile = { lines: Checkpoint[]; last: string; bad: number | null };

function parsed(text: string): Line | null {
  try {
    return JSON.parse(text) as Line;
  } catch {
    // Half a line: the power went while it was written. What follows says whether a whole one is missing.
    return null;
  }
}

/** Reads the checkpoints and holds each against its signature and the line before; a file that is not there has none. */
export function readCheckpoints(
  file: string,
  key: LogKey,
  { lastSignatures = Number.POSITIVE_INFINITY }: { lastSignatures?: number } = {},
): CheckpointFile {
  const lines: Checkpoint[] = [];
  let last = "";
  const texts = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
  for (const text of texts) {
    const line = parsed(text);
    if (!line) continue;
    const { signature, ...body } = line;
    const n = lines.length + 1;
    const asked = n > texts.length - lastSignatures;
    const holds =
      body.n === n &&
      body.previous === last &&
      JSON.stringify(line) === text &&
      (!asked || key.isSigned(JSON.stringify(body), signature));
    if (!holds) return { lines, last, bad: n };
    lines.push(body);
    last = digestOf(text);
  }
  return { lines, last, bad: null };
}

/** Whether the file ends within a line: then the next begins on one of its own. */
function isTorn(file: string): boolean {
  const size = existsSync(file) ? statSync(file).size : 0;
  if (size === 0) return false;
  const handle = openSync(file, "r");
  const end = Buffer.alloc(1);
  readSync(handle, end, 0, 1, size - 1);
  closeSync(handle);
  return end.toString() !== "\n";
}

/** Where the file ends: how many lines, the digest of the last, and how the log stood there. */
export type FileEnd = { n: number; last: string; seq: number; hash: string };

/** Adds a signed line at the end of the file; it is on the disk when this is answered. */
export async function addCheckpoint(
  file: string,
  key: LogKey,
  end: FileEnd,
  { kind, seq, hash, count, at }: Pick<Checkpoint, "kind" | "seq" | "hash" | "count" | "at">,
): Promise<FileEnd> {
  const body: Checkpoint = { n: end.n + 1, kind, seq, hash, count, at, previous: end.last };
  const line: Line = { ...body, signature: key.sign(JSON.stringify(body)) };
  const text = JSON.stringify(line);
  const handle = await open(file, "a", 0o600);
  try {
    await handle.write(`${isTorn(file) ? "\n" : ""}${text}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { n: body.n, last: digestOf(text), seq, hash };
}

/** The checkpoints that the log must hold: what a restore or a beginning anew took away is no longer asked for. */
export function inForce(lines: Checkpoint[]): Checkpoint[] {
  let held: Checkpoint[] = [];
  for (const line of lines) {
    if (line.kind === "begun") held = [];
    if (line.kind === "restored") held = held.filter(({ seq }) => seq <= line.seq);
    if (line.seq > 0) held.push(line);
  }
  return held;
}
