import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { dayOf } from "../moments.ts";

const { department, log, membership } = tables;

/** What a row of the log means to the person it is about. */
export type Purpose = "looked" | "searched" | "printed" | "changed" | "refused" | "other";

/** What is opened with a reason is looked at, whatever else the log calls it. */
const LOOKED = [
  ...["read", "watch-began", "watch-ended"],
  ...["address-read", "sealed-note-opened", "emergency-opened", "emergency-renewed"],
];

export function purposeOf(kind: string): Purpose {
  if (LOOKED.includes(kind)) return "looked";
  if (kind === "searched" || kind === "printed" || kind === "refused") return kind;
  return kind.startsWith("log-") || kind === "name-unmasked" ? "other" : "changed";
}

/** A day on which a unit did something with what stands here of one young person; never who. */
export type LookLine = { on: string; unit: string; purpose: Purpose; times: number };

const MOST_ROWS = 5000;

/** Where each of these people worked on a day, the oldest place first; nothing for those who belong nowhere. */
export async function unitsOf(db: Db, staffIds: string[]): Promise<(staffId: string | null, on: string) => string> {
  const seats = await db
    .select({ staffId: membership.staffId, name: department.name, fromOn: membership.fromOn, toOn: membership.toOn })
    .from(membership)
    .innerJoin(department, eq(department.id, membership.departmentId))
    .where(inArray(membership.staffId, staffIds));
  return (staffId, on) =>
    seats.find((seat) => seat.staffId === staffId && seat.fromOn <= on && (seat.toOn === null || seat.toOn > on))
      ?.name ?? "";
}

/** Who has looked at one young person, by day, unit and purpose, the newest first. */
export async function looksAt(db: Db, youngPersonId: string, most = MOST_ROWS): Promise<LookLine[]> {
  const rows = await db
    .select({ at: log.at, kind: log.kind, actorId: log.actorId })
    .from(log)
    .where(and(eq(log.youngPersonId, youngPersonId), isNotNull(log.actorId)))
    .orderBy(desc(log.seq))
    .limit(most);
  const unitOf = await unitsOf(db, [...new Set(rows.map(({ actorId }) => actorId ?? ""))]);
  const lines = new Map<string, LookLine>();
  for (const { at, kind, actorId } of rows) {
    // The end of a watch is no look of its own.
    if (kind === "watch-ended") continue;
    const line = { on: dayOf(at), unit: unitOf(actorId, dayOf(at)), purpose: purposeOf(kind) };
    const key = JSON.stringify(line);
    const known = lines.get(key);
    if (known) known.times += 1;
    else lines.set(key, { ...line, times: 1 });
  }
  return [...lines.values()];
}
