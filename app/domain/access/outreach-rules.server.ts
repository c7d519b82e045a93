import { and } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { apart, holds, isActive } from "./conditions.server.ts";
import type { Entry } from "./rule.server.ts";

const { staff } = tables;

/** Who looks for young people whom the forum may not know: the list is theirs together, and says nothing of who has a case. */
export const outreachRules = {
  "outreach:work": {
    table: staff,
    grant: { "looks for young people": and(isActive, holds("youth_guide", "coordinator")) },
    deny: apart,
  },
} satisfies Record<string, Entry>;
