import { getTableName } from "drizzle-orm";
import { expect, test } from "vitest";

test("every right has a table and somebody whom it grants, and the table of rules can be made", async () => {
  // Imported here: rules that cannot be made are a failed test, not a file in which none was found.
  const { rules } = await import("#domain/access/rules.server.ts");
  const empty = Object.entries(rules).filter(
    ([, { table, grant }]) => getTableName(table) === "" || Object.values(grant).every((rule) => !rule),
  );
  expect(empty).toEqual([]);
});
