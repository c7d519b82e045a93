import { and, eq, gt, isNull, lte } from "drizzle-orm";
import { alias, type SQLiteColumn } from "drizzle-orm/sqlite-core";
import { tables } from "#db/index.server.ts";
import { hasConflict, holds, isColleague, worksInOwn } from "./conditions.server.ts";
import { not } from "./rule.server.ts";
import { me, now, one } from "./terms.server.ts";

const { agendaItem, breakGlass } = tables;

/** Works with content in a department of the municipality itself, and comes from nowhere else; who administers or reviews holds no such role. */
export const isOfMunicipality = and(
  isColleague,
  holds("coordinator", "forum_member", "youth_guide", "stu_team", "caseworker", "leader"),
  not(holds("external")),
  worksInOwn,
);

/** The asker stood aside in some item about the young person. */
export const hasConflictAround = (youngPersonId: SQLiteColumn) => {
  const partial = alias(agendaItem, "partial");
  return one(partial, and(eq(partial.youngPersonId, youngPersonId), hasConflict(partial.id)));
};

/** `Nødadgang` to the young person, until its moment: what opened it is asked again, so that it ends with the work too. */
export const inEmergency = (youngPersonId: SQLiteColumn) =>
  and(
    one(
      breakGlass,
      and(
        eq(breakGlass.youngPersonId, youngPersonId),
        eq(breakGlass.staffId, me),
        lte(breakGlass.startedAt, now),
        gt(breakGlass.endsAt, now),
        isNull(breakGlass.endedAt),
      ),
    ),
    isOfMunicipality,
    not(hasConflictAround(youngPersonId)),
  );

export const emergencyInMeeting = (meetingId: SQLiteColumn) => {
  const acute = alias(agendaItem, "acute");
  return one(acute, and(eq(acute.meetingId, meetingId), isNull(acute.removedAt), inEmergency(acute.youngPersonId)));
};
