import { tables } from "#db/index.server.ts";
import { apart, holds, invitedForPerson, isAssigned } from "./conditions.server.ts";
import type { Entry } from "./rule.server.ts";

const { youngPerson } = tables;

export const personRules = {
  "person:see": {
    table: youngPerson,
    grant: {
      coordinator: holds("coordinator"),
      assigned: isAssigned(youngPerson.id),
      invited: invitedForPerson(youngPerson.id),
    },
    deny: apart,
  },
  /** To say who is guide, caseworker, lead worker for a young person. */
  "person:assign": {
    table: youngPerson,
    hiddenUnless: "person:see",
    grant: { coordinator: holds("coordinator"), assigned: isAssigned(youngPerson.id) },
    deny: apart,
  },
  /** To write down what runs for a young person. */
  "person:effort": {
    table: youngPerson,
    hiddenUnless: "person:see",
    grant: { coordinator: holds("coordinator"), assigned: isAssigned(youngPerson.id) },
    deny: apart,
  },
} satisfies Record<string, Entry>;
