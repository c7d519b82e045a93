import { mayAsStaff } from "../access/decide.server.ts";
import { command } from "../command.server.ts";
import { type FileRead, fileInput, linesGiven, readingOf, sawInFile } from "../files/read.server.ts";
import { input } from "../input.server.ts";
import { MAY_LACK, OUTCOME_COLUMNS, type OutcomeColumn } from "./file-lines.ts";
import { outcomePlan } from "./import-plan.server.ts";
import { settle } from "./settle.server.ts";

export type OutcomeFileRead = FileRead<OutcomeColumn> & {
  /** Who waits to be asked and stands in no line. */
  gone: { id: string; name: string }[];
};

/** A file of what became of those who left: first what it would change, line by line; with `confirmed` all of it is done, or nothing. */
export const importOutcomes = command("import-outcomes", {
  input: input(fileInput),
  allow: ({ db, actor, now, today }) => mayAsStaff(db, { actor, now, today }, "stu:manage"),
  // Civil registration numbers may stand in it; nothing of it is kept with the key.
  secret: true,
  async run(work): Promise<OutcomeFileRead> {
    const { db, input, actor, now, today, record } = work;
    const { text, lines, ignored } = linesGiven(input, OUTCOME_COLUMNS, MAY_LACK, "outcome-header");
    const { plan, gone, shift } = await outcomePlan(db, lines, { actor, now, today });
    const read = readingOf(plan, { text, ignored, confirmed: input.confirmed, shift });
    for (const one of read.done ? plan : []) {
      if (one.outcome === "wrong" || one.outcome === "unchanged") continue;
      const facts = { result: "answered", outcome: one.set.outcome, file: true };
      await settle(work, one.followUp, { ...one.set, result: "answered" }, facts);
    }
    record({ kind: "outcome-file-read", facts: { lines: plan.length, ...read.counts, done: read.done } });
    const met = plan.flatMap((one) => (one.outcome === "wrong" ? [] : [one.personId]));
    sawInFile(work, [...met, ...gone.map(({ personId }) => personId)]);
    return { ...read, gone: gone.map(({ id, name }) => ({ id, name })) };
  },
});
