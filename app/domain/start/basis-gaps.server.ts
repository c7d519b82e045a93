import { and, desc, eq, gt, gte, inArray, isNotNull, isNull, lte, notExists, or } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { BasisGap } from "#db/vocabulary.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { addDays } from "../days.ts";
import type { Look } from "../query.server.ts";
import { shownYoung, type Young } from "./shown.server.ts";

const { agendaItem, department, meeting, participant, sharingBasis, youngPerson } = tables;

/** Somebody sat in an item without a basis; `how` is null while nobody has said what was done. */
export type GapCase = {
  participantId: string;
  itemId: string;
  meetingId: string;
  startsAt: string;
  department: string;
  youngPerson: Young;
  how: BasisGap | null;
};

const DAYS_IN_SIGHT = 30;

/** Who sat there without a basis in the latest meetings, the newest first. */
export async function basisGapCases(look: Look<unknown>): Promise<GapCase[]> {
  const { db, today, saw } = look;
  const based = db
    .select({ id: sharingBasis.id })
    .from(sharingBasis)
    .where(
      and(
        eq(sharingBasis.itemId, participant.itemId),
        eq(sharingBasis.departmentId, participant.departmentId),
        eq(sharingBasis.content, "item"),
        lte(sharingBasis.fromAt, agendaItem.handledAt),
        or(isNull(sharingBasis.endedAt), gt(sharingBasis.endedAt, agendaItem.openedAt)),
        or(isNull(sharingBasis.endsAt), gt(sharingBasis.endsAt, agendaItem.openedAt)),
      ),
    );
  const satThere = and(
    eq(agendaItem.state, "handled"),
    isNotNull(participant.staffId),
    inArray(participant.presence, ["room", "video"]),
    notExists(based),
  );
  const rows = await db
    .select({
      seat: participant,
      meetingId: meeting.id,
      startsAt: meeting.startsAt,
      department: department.name,
      person: youngPerson,
    })
    .from(participant)
    .innerJoin(agendaItem, eq(agendaItem.id, participant.itemId))
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .innerJoin(department, eq(department.id, participant.departmentId))
    .innerJoin(youngPerson, eq(youngPerson.id, agendaItem.youngPersonId))
    .where(
      and(
        gte(meeting.startsAt, addDays(today, -DAYS_IN_SIGHT)),
        isNull(participant.removedAt),
        or(isNotNull(participant.basisGap), satThere),
        scope("item:see"),
      ),
    )
    .orderBy(desc(meeting.startsAt), desc(participant.id))
    .prepare()
    .execute(asked(look));
  return rows.map(({ seat, meetingId, startsAt, department, person }) => {
    const { id: participantId, itemId, basisGap: how } = seat;
    saw({ youngPersonId: person.id, itemId, meetingId, by: "coordinator" });
    return { participantId, itemId, meetingId, startsAt, department, youngPerson: shownYoung(person), how };
  });
}
