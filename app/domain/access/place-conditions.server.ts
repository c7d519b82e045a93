import { and, eq, isNull } from "drizzle-orm";
import { alias, type SQLiteColumn } from "drizzle-orm/sqlite-core";
import { tables } from "#db/index.server.ts";
import { holds, worksInOwn } from "./conditions.server.ts";
import { not } from "./rule.server.ts";
import { isYes, one } from "./terms.server.ts";

const { agendaItem, youngPersonAddress } = tables;

/** Comes from outside the municipality, or from nowhere that is known. */
const isFromOutside = not(and(worksInOwn, not(holds("external"))));

/** Somebody on the agenda may be looked for. */
export const isSoughtAt = (meetingId: SQLiteColumn) => {
  const sought = alias(agendaItem, "sought");
  const inDanger = and(eq(youngPersonAddress.id, sought.youngPersonId), isYes(youngPersonAddress.highRisk));
  return one(sought, and(eq(sought.meetingId, meetingId), isNull(sought.removedAt), one(youngPersonAddress, inDanger)));
};

/** So it is, and the asker comes from outside: whoever looks must not learn where to wait. */
export const isPlaceKept = (meetingId: SQLiteColumn) => and(isFromOutside, isSoughtAt(meetingId));
