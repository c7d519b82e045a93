import * as z from "zod";
import { tables } from "#db/index.server.ts";
import { command } from "../command.server.ts";
import { invalid } from "../errors.ts";
import { type Shift, textGiven } from "../files/read.server.ts";
import { input, yesNo } from "../input.server.ts";
import { revise } from "../revise.server.ts";
import { danishSortKey } from "../text.ts";
import { type Column, linesOf } from "./csv.server.ts";
import { mayManage } from "./find.server.ts";
import { type Planned, planOf } from "./import-plan.server.ts";
import { grant, join } from "./join.server.ts";

const { staff } = tables;

export type ImportLine = {
  line: number;
  name: string;
  username: string;
  outcome: "new" | "changed" | "unchanged" | "wrong";
  changes: Column[];
  /** Of what changes in the person's own row, what stands and what will. */
  shifts: Partial<Record<Column, Shift>>;
  column: Column | null;
  problem: string | null;
};

/** Some 2 000 people. */
const MOST_CHARACTERS = 200_000;

/** Columns that stand in the person's own row. */
const OF_THE_PERSON: readonly Column[] = ["navn", "titel", "telefon", "mail"];

const FIELDS = { navn: "name", titel: "title", telefon: "phone", mail: "email" } as const;

function shiftsOf(plan: Planned): ImportLine["shifts"] {
  if (plan.outcome !== "changed" || !plan.known) return {};
  const { known, person, changes } = plan;
  return Object.fromEntries(
    Object.entries(FIELDS)
      .filter(([column]) => changes.includes(column as Column))
      .map(([column, field]) => [column, { from: known[field] ?? "", to: person[field] ?? "" }]),
  );
}

const shown = (plan: Planned): ImportLine => ({
  line: plan.line,
  name: plan.name,
  username: plan.username,
  outcome: plan.outcome,
  changes: plan.outcome === "wrong" ? [] : plan.changes,
  shifts: shiftsOf(plan),
  column: plan.outcome === "wrong" ? plan.column : null,
  problem: plan.outcome === "wrong" ? plan.problem : null,
});

/**
 * A file of staff: first what it would change, line by line; with `confirmed` it is done, all of it or, when a line is
 * wrong, nothing. `file` holds the bytes, one character each; `text` is what was read from it before.
 */
export const importStaff = command("import-staff", {
  input: input({
    file: z.string().max(MOST_CHARACTERS, "file-too-large").default(""),
    text: z.string().max(MOST_CHARACTERS, "file-too-large").default(""),
    confirmed: yesNo,
  }),
  allow: mayManage,
  // A file may hold what it should not; nothing of it is kept with the key.
  secret: true,
  async run(work) {
    const { db, input, today, by, newId, record } = work;
    const file = linesOf(textGiven(input));
    if (!file) throw invalid("file", "header");
    const { text, lines, ignored } = file;
    if (lines.length === 0) throw invalid("file", "file-no-lines");
    const plan = await planOf(db, lines, today);
    const of = (outcome: Planned["outcome"]) => plan.filter((one) => one.outcome === outcome).length;
    const counts = { new: of("new"), changed: of("changed"), unchanged: of("unchanged"), wrong: of("wrong") };
    const { wrong } = counts;
    const done = input.confirmed && wrong === 0;
    for (const each of done ? plan : []) {
      if (each.outcome === "wrong" || each.outcome === "unchanged") continue;
      const { known, person, roles, departmentId } = each;
      const id = known?.id ?? newId();
      const sortKey = danishSortKey(person.name);
      if (!known) await db.insert(staff).values({ id, ...person, sortKey });
      else if (each.changes.some((column) => OF_THE_PERSON.includes(column)))
        await revise(db, staff, known, { ...person, sortKey }, by);
      record({ kind: known ? "staff-changed" : "staff-added", facts: { staffId: id, file: true } });
      await grant(work, id, roles, "file");
      if (departmentId && each.changes.includes("afdeling"))
        await join(work, { staffId: id, departmentId, representative: false });
    }
    record({ kind: "staff-file-read", facts: { lines: plan.length, wrong, done } });
    return { done, text: done ? "" : text, lines: plan.map(shown), counts, ignored };
  },
});
