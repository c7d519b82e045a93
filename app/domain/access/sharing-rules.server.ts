import { and } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { isAssigned } from "./assignment-conditions.server.ts";
import { apart, holds, isActive } from "./conditions.server.ts";

const { staff, youngPerson } = tables;

const withYoungPerson = {
  table: youngPerson,
  hiddenUnless: "person:see",
  grant: { coordinator: holds("coordinator"), assigned: isAssigned(youngPerson.id) },
  deny: apart,
};

/** The part of the rule table about consent, custody and the register of legal bases. */
export const sharingRules = {
  /** To write down who stands around a young person, and with it to read who holds custody and how they are reached. */
  "person:network": withYoungPerson,
  /** To ask a young person and those who hold custody for a yes, and to write down what they say. */
  "consent:take": withYoungPerson,
  /** To write down that one who gave it took it back. */
  "consent:withdraw": withYoungPerson,
  /** To read the register of legal bases. */
  "basis:see": {
    table: staff,
    grant: { "works with the register": and(isActive, holds("coordinator", "admin", "dpo")) },
  },
  /** To change it: policy of the municipality, no content. */
  "basis:manage": { table: staff, grant: { admin: and(isActive, holds("admin")) } },
  /** To say that a lawyer stands behind a row: never by whoever wrote it. */
  "basis:confirm": { table: staff, grant: { dpo: and(isActive, holds("dpo")) } },
};
