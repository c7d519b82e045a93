import { and } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { isLeadWorker } from "./assignment-conditions.server.ts";
import { apart, holds, isActive } from "./conditions.server.ts";

const { staff, youngPerson } = tables;

/** The part of the rule table about the log. */
export const logRules = {
  /** To read who has looked at a young person, by day and unit. */
  "person:looks": {
    table: youngPerson,
    hiddenUnless: "person:see",
    grant: { coordinator: holds("coordinator"), "lead worker": isLeadWorker(youngPerson.id) },
    deny: apart,
  },
  /** What the log says, of young people by reference alone. */
  "log:read": { table: staff, grant: { dpo: and(isActive, holds("dpo")) } },
  /** How the log stands, never what it says of anybody. */
  "log:count": { table: staff, grant: { dpo: and(isActive, holds("dpo")) } },
};
