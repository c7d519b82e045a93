import { getTableColumns } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import { classes } from "#db/classes.ts";
import * as schema from "#db/schema/index.ts";
import * as searchIndexes from "#db/search-index.ts";

const columns = Object.entries<SQLiteTable>({ ...schema, ...searchIndexes }).flatMap(([table, of]) =>
  Object.entries(getTableColumns(of)).map(([name, column]) => ({
    name: `${table}.${name}`,
    free: column.getSQLType() === "text" && !column.enumValues?.length,
    is: classes[table as keyof typeof classes].get(name),
  })),
);

/** Text that nobody writes in sentences: ids, days, moments, hashes, codes, and the words of the organisation itself. */
const SET =
  /\.(id|.*(Id|On|At|By|Since|Until|Hash|Code|Key)|code|key|door|hash|kind|reason|channel|list|successor|topic|tableName|rowId|token|blindIndex|at|password|.*Index|.*Digest|gone|signature|firstPrevious)$/;
const OF_THE_ORGANISATION = [
  "department.name",
  "department.mark",
  "codeItem.labelDa",
  "codeItem.labelEn",
  "setting.value",
  "stuProvider.name",
  "stuProvider.phone",
];
// The registers of legal bases, of schemes and of deadlines say what the law says, of nobody.
const isOfTheOrganisation = (name: string) =>
  OF_THE_ORGANISATION.includes(name) || /^(legalBasis|schemeRule|deadlineRule)\./.test(name);

test("every column of the database has a sensitivity class, and no class is for a column that is not there", () => {
  expect(columns.filter(({ is }) => is === undefined).map(({ name }) => name)).toEqual([]);
  expect(columns).toHaveLength(Object.values(classes).reduce((sum, of) => sum + of.size, 0));
});

test("text that people write freely is personal or more", () => {
  const written = columns.filter(({ name, free }) => free && !SET.test(name) && !isOfTheOrganisation(name));
  expect(written.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      "youthVoice.words",
      "paragraph.text",
      "action.text",
      "agendaItem.question",
      "participant.name",
      "meeting.place",
    ]),
  );
  expect(written.filter(({ is }) => is === "K0" || is === "K1").map(({ name }) => name)).toEqual([]);
});

test("what people write about a young person may be of the special kinds, and is held as such", () => {
  const about = columns.filter(({ name }) =>
    /^(youthVoice\.(words|tries|notToDiscuss)|(paragraph|action|optionPresented)\.text|revision\.row|commandKey\.answer)$/.test(
      name,
    ),
  );
  expect(about).toHaveLength(8);
  expect(about.filter(({ is }) => is !== "K4")).toEqual([]);
});
