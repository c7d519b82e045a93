import { count, desc, eq } from "drizzle-orm";
import { type Db, read, tables, transact } from "#db/index.server.ts";
import { once } from "#db/once.server.ts";
import { now } from "../clock.server.ts";
import { FIRST_HASH, whenRowsAdded } from "./append.server.ts";
import { addCheckpoint, type CheckpointKind, type FileEnd, readCheckpoints } from "./checkpoint-file.server.ts";
import { logKey } from "./signing.server.ts";

const { log, setting } = tables;

/** reliability.md 3: so much at most is not signed yet. */
const EVERY_ROWS = 1000;
const EVERY_MS = 5 * 60_000;

/** How many checkpoints the database has seen signed: a file with fewer was cut. */
const SIGNED = "log-checkpoints";

const state = once("checkpoints", () => ({
  file: null as string | null,
  /** Null until the file was read; "edited" when it is not what was signed. */
  end: null as FileEnd | "edited" | null,
  unsigned: 0,
  queue: Promise.resolve() as Promise<unknown>,
}));

export const signedOnce = async (db: Db): Promise<number> =>
  Number((await db.select().from(setting).where(eq(setting.key, SIGNED)))[0]?.value ?? 0);

async function standing() {
  return read(async (db) => {
    const [last] = await db.select({ seq: log.seq, hash: log.hash }).from(log).orderBy(desc(log.seq)).limit(1);
    const [rows] = await db.select({ count: count() }).from(log);
    return { seq: last?.seq ?? 0, hash: last?.hash ?? FIRST_HASH, count: rows?.count ?? 0 };
  });
}

function endOf(file: string): FileEnd | "edited" {
  const { lines, last, bad } = readCheckpoints(file, logKey());
  const { seq = 0, hash = "" } = lines.at(-1) ?? {};
  return bad === null ? { n: lines.length, last, seq, hash } : "edited";
}

async function sign(file: string, kind: CheckpointKind): Promise<void> {
  state.end ??= endOf(file);
  const { end } = state;
  // Nothing is added to a file that somebody has edited: it stays as it was found.
  if (end === "edited") return;
  state.unsigned = 0;
  const stood = await standing();
  if (kind === "checkpoint" && (stood.seq === 0 || (end.seq === stood.seq && end.hash === stood.hash))) return;
  state.end = await addCheckpoint(file, logKey(), end, { kind, ...stood, at: now() });
  const value = String(state.end.n);
  await transact((db) =>
    db.insert(setting).values({ key: SIGNED, value }).onConflictDoUpdate({ target: setting.key, set: { value } }),
  );
}

/** Signs how the log stands, into the file outside the database; one at a time. Nothing where no file is kept. */
export function signCheckpoint(kind: CheckpointKind = "checkpoint"): Promise<void> {
  const { file } = state;
  if (file === null) return Promise.resolve();
  const signed = state.queue.then(() => sign(file, kind));
  state.queue = signed.catch(() => undefined);
  return signed;
}

/** From now on what the log holds is signed into that file; none: no longer. */
export function keepCheckpoints(file: string | null): void {
  state.file = file;
  state.end = null;
}

/** Signs after so many rows and so much time. What fails is told to `failed`, and tried again with the next. */
export function signAsItGrows(failed: (error: unknown) => void): () => void {
  const signNow = () => void signCheckpoint().catch(failed);
  whenRowsAdded((rows) => {
    state.unsigned += rows;
    if (state.unsigned < EVERY_ROWS) return;
    state.unsigned = 0;
    signNow();
  });
  const timer = setInterval(signNow, EVERY_MS).unref();
  return () => {
    clearInterval(timer);
    whenRowsAdded(() => undefined);
  };
}
