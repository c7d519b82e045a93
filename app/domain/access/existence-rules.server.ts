import { and, isNotNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { isLeadWorker } from "./assignment-conditions.server.ts";
import { apart, hasConflict, holds } from "./conditions.server.ts";
import { isAtTable, isHidden, knowsName } from "./existence-conditions.server.ts";
import { itemSee } from "./item-rules.server.ts";
import { type Entry, not, sum } from "./rule.server.ts";

const { agendaItem, youngPerson } = tables;

const offTheAgenda = { removed: isNotNull(agendaItem.removedAt) };

/** What is known of an item by those who may not see it. */
export const existenceRules = {
  /** That there is an item, and when. */
  "item:place": {
    table: agendaItem,
    grant: { "sees the item": sum(itemSee), member: and(isAtTable(agendaItem.meetingId), not(isHidden)) },
    deny: offTheAgenda,
  },
  /** Whose it is. */
  "item:name": {
    table: agendaItem,
    grant: { "sees the item": sum(itemSee), "name only": knowsName },
    deny: { ...apart, ...offTheAgenda, "conflict of interest": hasConflict(agendaItem.id) },
  },
  /** To say what others learn of a young person's items. */
  "person:existence": {
    table: youngPerson,
    hiddenUnless: "person:see",
    grant: { coordinator: holds("coordinator"), "lead worker": isLeadWorker(youngPerson.id) },
    deny: apart,
  },
} satisfies Record<string, Entry>;
