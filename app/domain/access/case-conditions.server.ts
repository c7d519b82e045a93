import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { alias, type SQLiteColumn } from "drizzle-orm/sqlite-core";
import { tables } from "#db/index.server.ts";
import { not } from "./rule.server.ts";
import { one } from "./terms.server.ts";

const { coordinationCase } = tables;

/** What the forum did for a young person has ended, and nobody has opened it again. */
export const caseHasEnded = (youngPersonId: SQLiteColumn) => {
  const ended = alias(coordinationCase, "ended_case");
  const open = alias(coordinationCase, "open_case");
  return and(
    one(ended, and(eq(ended.youngPersonId, youngPersonId), isNotNull(ended.endedAt))),
    not(one(open, and(eq(open.youngPersonId, youngPersonId), isNull(open.endedAt)))),
  );
};
