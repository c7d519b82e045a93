import { and, eq, exists, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import { alias, QueryBuilder, type SQLiteColumn } from "drizzle-orm/sqlite-core";
import { tables } from "#db/index.server.ts";
import type { ExistenceLevel } from "#db/vocabulary.ts";
import { isMember, isOrdinary, isOut } from "./conditions.server.ts";
import { isOfMunicipality } from "./emergency-conditions.server.ts";
import { itemSee } from "./item-rules.server.ts";
import { not, sum } from "./rule.server.ts";
import { current, me, one } from "./terms.server.ts";

const { agendaItem, existence, meeting, roleGrant } = tables;

/** Set so for a role that the asker holds. */
const isSet = (youngPersonId: SQLiteColumn, ...levels: ExistenceLevel[]) =>
  exists(
    new QueryBuilder()
      .select({ one: sql`1` })
      .from(existence)
      .innerJoin(roleGrant, and(eq(roleGrant.role, existence.role), eq(roleGrant.staffId, me), current(roleGrant)))
      .where(and(eq(existence.youngPersonId, youngPersonId), inArray(existence.level, levels))),
  );

/** An item that is not there for the asker: of several roles the narrowest counts, and whoever may see the item sees it. */
export const isHidden = and(isSet(agendaItem.youngPersonId, "hidden"), not(sum(itemSee)));

/** Some item of the meeting is not there for the asker. */
export const hidesSome = (meetingId: SQLiteColumn) =>
  one(agendaItem, and(eq(agendaItem.meetingId, meetingId), isNull(agendaItem.removedAt), isHidden));

/** A standing member of the item's meeting once that is sent out. */
export const isAtTable = (meetingId: SQLiteColumn) => {
  const announced = alias(meeting, "announced");
  return and(isMember(meetingId), one(announced, and(eq(announced.id, meetingId), ne(announced.state, "draft"))));
};

/** May know whose item it is, and no more: own members of the meeting alone, as long as the item can be read by anybody invited. */
export const knowsName: SQL | undefined = and(
  isMember(agendaItem.meetingId),
  isOut(agendaItem.meetingId),
  isOrdinary(agendaItem.meetingId),
  isSet(agendaItem.youngPersonId, "name"),
  not(isSet(agendaItem.youngPersonId, "hidden", "reserved")),
  isOfMunicipality,
);
