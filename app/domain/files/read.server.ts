import * as z from "zod";
import type { Work } from "../command.server.ts";
import { invalid } from "../errors.ts";
import { yesNo } from "../input.server.ts";
import { Wrong } from "./cells.ts";
import { textOf } from "./csv.server.ts";
import { LARGEST_FILE } from "./limits.ts";

/** More than one municipality has pupils; a larger file is read and told, and not carried out. */
const MOST_LINES = 2000;
/** How many lines are named; all are counted. */
const MOST_TOLD = 500;

/** What one line of a file means: `changes` are the columns that stand otherwise today. */
export type Planned<C extends string, K> = { line: number; name: string } & (
  | ({ outcome: "new" | "changed" | "unchanged"; changes: C[] } & K)
  | { outcome: "wrong"; column: C; problem: string }
);
/** A line of which something comes. */
export type Meant<C extends string, K> = Extract<Planned<C, K>, { changes: C[] }>;

export type FileLine<C extends string = string> = {
  line: number;
  name: string;
  outcome: Planned<C, unknown>["outcome"];
  changes: C[];
  column: C | null;
  problem: string | null;
};

export type FileRead<C extends string = string> = {
  done: boolean;
  /** What was read, to be sent once more with a yes; empty when there is nothing to say yes to. */
  text: string;
  lines: FileLine<C>[];
  counts: Record<FileLine["outcome"], number>;
  tooMany: boolean;
};

/** What a command takes that reads a file: `file` holds the bytes, one character each; `text` is what was read from it before. */
export const fileInput = {
  file: z.string().max(LARGEST_FILE, "file-too-large").default(""),
  text: z.string().max(LARGEST_FILE, "file-too-large").default(""),
  confirmed: yesNo,
};

/** The text of the file. @throws Declined `invalid` when there is none, or no text in it */
export function textGiven({ file, text }: { file: string; text: string }, header: string): string {
  const given = text || textOf(Buffer.from(file, "latin1"));
  if (!given.trim()) throw invalid("file", "required");
  if (given.includes("\0")) throw invalid("file", header);
  return given;
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
    if (no instanceof Wrong) return { line, name, outcome: "wrong", column: no.column as C, problem: no.problem };
    throw no;
  }
}

/** What is told of a file; `done`: it is carried out, because somebody said yes and nothing stands against it. */
export function readingOf<C extends string, K>(
  plan: readonly Planned<C, K>[],
  { text, confirmed, most = MOST_LINES }: { text: string; confirmed: boolean; most?: number },
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
    lines: [...wrong, ...added, ...changed].slice(0, MOST_TOLD).map(told),
    counts,
    tooMany,
  };
}

/** Whom a file let its reader see: each is a read of its own in the log. */
export function sawInFile({ record }: Pick<Work<unknown>, "record">, youngPersonIds: readonly string[]): void {
  for (const youngPersonId of new Set(youngPersonIds)) record({ kind: "read", youngPersonId });
}

const told = <C extends string, K>(plan: Planned<C, K>): FileLine<C> => ({
  ...{ line: plan.line, name: plan.name, outcome: plan.outcome },
  changes: plan.outcome === "wrong" ? [] : plan.changes,
  column: plan.outcome === "wrong" ? plan.column : null,
  problem: plan.outcome === "wrong" ? plan.problem : null,
});
