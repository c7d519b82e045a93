import { hash as digest } from "node:crypto";
import { desc, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { once } from "#db/once.server.ts";
import type { Channel } from "#db/vocabulary.ts";
import { idOf } from "../actor.ts";
import type { Asker } from "../asker.server.ts";
import type { Facts, LogKind } from "../events.ts";

const { log } = tables;

export type LogRow = {
  at: string;
  channel: Channel;
  actorId: string | null;
  sessionId: string | null;
  kind: string;
  door: string;
  youngPersonId: string | null;
  meetingId: string | null;
  itemId: string | null;
  reason: string | null;
  facts: Facts;
};

/** A row about what the asker did, or was refused; what it was about is added. */
export const rowOf = (
  { actor, now, channel }: Asker,
  kind: LogKind,
  door: string,
  about: Partial<LogRow> = {},
): LogRow => ({
  at: now,
  channel,
  actorId: idOf(actor) ?? actor.kind,
  sessionId: actor.kind === "staff" ? actor.sessionId : null,
  kind,
  door,
  youngPersonId: null,
  meetingId: null,
  itemId: null,
  reason: null,
  facts: {},
  ...about,
});

export const FIRST_HASH = "0".repeat(64);

/** The hash of a row over everything in it and the hash of the row before. */
export const hashOfRow = (seq: number, row: LogRow, previousHash: string): string =>
  hashOfStored(seq, row, JSON.stringify(row.facts), previousHash);

/** The same of a row whose facts are text already, as they are stored. */
export function hashOfStored(seq: number, row: Omit<LogRow, "facts">, facts: string, previousHash: string): string {
  const content = [
    seq,
    row.at,
    row.channel,
    row.actorId,
    row.sessionId,
    row.kind,
    row.door,
    row.youngPersonId,
    row.meetingId,
    row.itemId,
    row.reason,
  ];
  return digest("sha256", `${JSON.stringify(content).slice(0, -1)},${facts}]${previousHash}`);
}

const lastRow = prepared((db) =>
  db.select({ seq: log.seq, hash: log.hash }).from(log).orderBy(desc(log.seq)).limit(1).prepare(),
);

const insertRow = prepared((db) => {
  const names = [
    "seq",
    "at",
    "channel",
    "actorId",
    "sessionId",
    "kind",
    "door",
    "youngPersonId",
    "meetingId",
    "itemId",
    "reason",
    "facts",
    "previousHash",
    "hash",
  ] as const;
  return db
    .insert(log)
    .values(Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as never)
    .prepare();
});

const listening = once("rows-added", () => ({ tell: (_rows: number): void => undefined }));

/** Told how many rows were added, each time; before they are committed. */
export function whenRowsAdded(tell: (rows: number) => void): void {
  listening.tell = tell;
}

/** Adds rows to the end of the chain, inside the transaction that they are about. */
export async function appendLog(db: Db, rows: LogRow[]): Promise<void> {
  if (rows.length === 0) return;
  const [last] = await lastRow(db).execute();
  let { seq, hash } = last ?? { seq: 0, hash: FIRST_HASH };
  for (const row of rows) {
    const previousHash = hash;
    seq += 1;
    hash = hashOfRow(seq, row, previousHash);
    await insertRow(db).execute({ ...row, seq, previousHash, hash });
  }
  listening.tell(rows.length);
}
