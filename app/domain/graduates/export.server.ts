import { mayAsStaff } from "../access/decide.server.ts";
import { labelOf } from "../codes/queries.server.ts";
import { writtenDay, writtenHours } from "../files/csv.server.ts";
import { query } from "../query.server.ts";
import { deadlineRules } from "../stu/find.server.ts";
import { type OutcomeColumn, WRITTEN_COLUMNS, writtenSource, writtenWish } from "./file-lines.ts";
import { leftCourses } from "./import-plan.server.ts";
import { followUpMonths } from "./rules.ts";

type Nothing = Record<string, never>;

/** What was found of those whom the asker follows, as lines of a file that can be read in again: by name, its head first. */
export const outcomesToCsv = query<Nothing, { rows: string[][]; today: string }>("outcomes-csv", {
  allow: ({ db, ...asking }) => mayAsStaff(db, asking, "course:list"),
  async run({ db, today, saw, record, ...asking }) {
    const months = followUpMonths(await deadlineRules(db), today);
    const rows: string[][] = [];
    for (const { person, followUps } of (await leftCourses(db, { ...asking, today }, "course:see")).values()) {
      saw({ youngPersonId: person.id });
      for (const { result, code, settledOn, outcome, weekMinutes, wishMet, source } of followUps) {
        if (result !== "answered") continue;
        const cells: Record<(typeof WRITTEN_COLUMNS)[number], string> = {
          ...{ fornavn: person.firstName, efternavn: person.lastName, født: writtenDay(person.bornOn) },
          ...{ måneder: String(months[code] ?? ""), dag: writtenDay(settledOn) },
          ...{ udfald: (await labelOf(db, "stu_outcome", outcome)).da, timer: writtenHours(weekMinutes) },
          ...{ ønske: writtenWish(wishMet), kilde: writtenSource(source) },
        };
        rows.push(WRITTEN_COLUMNS.map((column) => cells[column]));
      }
    }
    record({ kind: "outcomes-exported", facts: { rows: rows.length } });
    return { rows: [[...WRITTEN_COLUMNS] satisfies OutcomeColumn[], ...rows], today };
  },
});
