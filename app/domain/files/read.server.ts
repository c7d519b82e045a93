import * as z from "zod";
import type { Work } from "../command.server.ts";
import { invalid } from "../errors.ts";
import { yesNo } from "../input.server.ts";
import { danishSortKey } from "../text.ts";
import { type Said, Wrong } from "./cells.ts";
import { type Kept, linesOf, textOf } from "./csv.server.ts";
import { LARGEST_FILE } from "./limits.ts";

/** More than one municipality has pupils; a larger file is read and told, and not carried out. */
const MOST_LINES = 2000;
/** How many lines are named; all are counted. */
const MOST_TOLD = 500;
/** How many new places are named. */
const MOST_PLACES = 100;

/** What one line of a file means: `changes` are the columns that stand otherwise today. */
export type Planned<C extends string, K> = { line: number; name: string } & (
  | ({ outcome: "new" | "changed" | "unchanged"; changes: C[] } & K)
  | { outcome: "wrong"; column: C; problem: string; words: readonly Said[] }
);
/** A line of which something comes. */
export type Meant<C extends string, K> = Extract<Planned<C, K>, { changes: C[] }>;

export type FileLine<C extends string = string> = {
  line: number;
  name: string;
  outcome: Planned<C, unknown>["outcome"];
  changes: C[];
  /** Of what changes, what stands and what will stand; a column that is shown nowhere is not in it. */
  shifts: Partial<Record<C, Shift>>;
  column: C | null;
  problem: string | null;
  /** The words that the column may hold, where the problem is that it holds another one. */
  words: readonly Said[];
};

/** `from` is null where nothing is replaced. */
export type Shift = { from: Said | null; to: Said };

export type FileRead<C extends string = string> = {
  done: boolean;
  /** What was read, to be sent once more with a yes; empty when there is nothing to say yes to. */
  text: string;
  lines: FileLine<C>[];
  counts: Record<FileLine["outcome"], number>;
  tooMany: boolean;
  /** The columns of the file that are not read, by name; "" for one without. */
  ignored: string[];
};

/** What a command takes that reads a file: `file` holds the bytes, one character each; `text` is what was read from it before. */
export const fileInput = {
  file: z.string().max(LARGEST_FILE, "file-too-large").default(""),
  text: z.string().max(LARGEST_FILE, "file-too-large").default(""),
  confirmed: yesNo,
};

type Given = { file: string; text: string };

/** The text of the file. @throws Declined `invalid` when there is none */
export function textGiven({ file, text }: Given): string {
  const given = text || textOf(Buffer.from(file, "latin1"));
  if (!given.trim()) throw invalid("file", "file-empty");
  return given;
}

/**
 * The lines of the file, its text without the columns that are not read, and the names of those.
 * @param header the problem of a file whose head is another one
 * @throws Declined `invalid` when there is no text, no such head, or nothing under it
 */
export function linesGiven<C extends string>(
  given: Given,
  columns: readonly C[],
  mayLack: readonly C[],
  header: string,
): Kept<C> {
  const text = textGiven(given);
  const kept = text.includes("\0") ? null : linesOf(text, columns, mayLack);
  if (!kept) throw invalid("file", header);
  if (kept.lines.length === 0) throw invalid("file", "file-no-lines");
  return kept;
}

/** What a line means, or what is wrong with it. */
export function plannedOf<C extends string, K>(
  line: number,
  name: string,
  of: () => { changes: C[]; outcome: Meant<C, K>["outcome"] } & K,
): Planned<C, K> {
  try {
    return { line, name, ...of() };
  } catch (no) {
    if (!(no instanceof Wrong)) throw no;
    return { line, name, outcome: "wrong", column: no.column as C, problem: no.problem, words: no.words };
  }
}

type Telling<C extends string, K> = {
  text: string;
  ignored: string[];
  confirmed: boolean;
  most?: number;
  /** What stands in a column that changes, and what will; null where that is shown nowhere. */
  shift?: (one: Meant<C, K>, column: C) => Shift | null;
};

/**
 * What is told of a file: what is wrong, then what changes, then what is new. `done`: it is carried out, because somebody said yes
 * and nothing stands against it.
 */
export function readingOf<C extends string, K>(
  plan: readonly Planned<C, K>[],
  { text, ignored, confirmed, most = MOST_LINES, shift = () => null }: Telling<C, K>,
): FileRead<C> {
  const of = (outcome: FileLine["outcome"]) => plan.filter((one) => one.outcome === outcome);
  const [wrong, added, changed] = [of("wrong"), of("new"), of("changed")];
  const counts = {
    ...{ new: added.length, changed: changed.length },
    ...{ unchanged: of("unchanged").length, wrong: wrong.length },
  };
  const tooMany = plan.length > most;
  const can = wrong.length === 0 && !tooMany;
  return {
    done: confirmed && can,
    text: can && !confirmed ? text : "",
    lines: [...wrong, ...changed, ...added].slice(0, MOST_TOLD).map((one) => told(one, shift)),
    ...{ counts, tooMany, ignored },
  };
}

/** Whom a file let its reader see: each is a read of its own in the log. */
export function sawInFile({ record }: Pick<Work<unknown>, "record">, youngPersonIds: readonly string[]): void {
  for (const youngPersonId of new Set(youngPersonIds)) record({ kind: "read", youngPersonId });
}

/** The places that a file would add, each once; only the first of many are named. */
export type NewPlaces = { newPlaces: string[]; newPlaceCount: number };

/** @param known by their sort keys */
export function newPlacesIn(names: readonly string[], known: { has: (sortKey: string) => boolean }): NewPlaces {
  const added = new Map<string, string>();
  for (const name of names) {
    const key = danishSortKey(name);
    if (!known.has(key) && !added.has(key)) added.set(key, name);
  }
  return { newPlaces: [...added.values()].slice(0, MOST_PLACES), newPlaceCount: added.size };
}

function told<C extends string, K>(one: Planned<C, K>, shift: NonNullable<Telling<C, K>["shift"]>): FileLine<C> {
  const { line, name, outcome } = one;
  if (outcome === "wrong") {
    const { column, problem, words } = one;
    return { line, name, outcome, changes: [], shifts: {}, column, problem, words };
  }
  const meant = one as Meant<C, K>;
  const shifts: FileLine<C>["shifts"] = {};
  for (const column of meant.changes) shifts[column] = shift(meant, column) ?? undefined;
  return { line, name, outcome, changes: meant.changes, shifts, column: null, problem: null, words: [] };
}
