import { and, eq, isNotNull, lte, or } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { isLeadWorker } from "./assignment-conditions.server.ts";
import { apart, holds, isActive } from "./conditions.server.ts";
import { hasConflictAround, isOfMunicipality } from "./emergency-conditions.server.ts";
import type { Entry } from "./rule.server.ts";
import { me, now } from "./terms.server.ts";

const { breakGlass, staff, youngPerson } = tables;

/** Who may break the glass, who is told, and who looks it through. */
export const emergencyRules = {
  /** To open what one has no right to, where life does not wait: reading, one young person, an hour. */
  "emergency:open": { table: staff, grant: { "works in the municipality": and(isActive, isOfMunicipality) } },
  /** To open it to this young person: not around an item that one stood aside from. */
  "emergency:to": {
    table: youngPerson,
    grant: { "works in the municipality": isOfMunicipality },
    deny: { "conflict of interest": hasConflictAround(youngPerson.id) },
  },
  /** To be told at once that it was done. */
  "emergency:know": {
    table: breakGlass,
    grant: { coordinator: holds("coordinator"), "lead worker": isLeadWorker(breakGlass.youngPersonId) },
    deny: apart,
  },
  /** To look it through when it is over; nobody looks through their own. */
  "emergency:review": {
    table: breakGlass,
    hiddenUnless: "emergency:know",
    grant: { coordinator: and(holds("coordinator"), or(isNotNull(breakGlass.endedAt), lte(breakGlass.endsAt, now))) },
    deny: { ...apart, oneself: eq(breakGlass.staffId, me) },
  },
  "emergency:list": { table: staff, grant: { coordinator: and(isActive, holds("coordinator")) } },
} satisfies Record<string, Entry>;
