import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { type Missing, missing } from "../agenda/finished.ts";
import { isRollCalled, type Seat } from "../participants/rules.ts";
import { isHeard } from "../voice/rules.ts";

const { action, agendaItem, itemClosing, participant, youthVoice } = tables;

export type Lacking = { itemId: string; meetingId: string; state: string; heard: boolean; lacks: Missing[] };

/** What each item about a young person in these meetings lacks, of the items that the asker leads. */
export async function lackingIn(db: Db, asking: Asking, meetingIds: string[]): Promise<Lacking[]> {
  if (meetingIds.length === 0) return [];
  const led = and(
    inArray(agendaItem.meetingId, meetingIds),
    inArray(agendaItem.kind, ["person", "unnamed"]),
    isNull(agendaItem.removedAt),
    scope("item:run"),
  );
  const rows = await db
    .select({ item: agendaItem, closing: itemClosing, voice: youthVoice })
    .from(agendaItem)
    .leftJoin(itemClosing, eq(itemClosing.id, agendaItem.id))
    .leftJoin(youthVoice, eq(youthVoice.itemId, agendaItem.id))
    .where(led)
    .prepare()
    .execute(asked(asking));
  const itemIds = rows.map(({ item }) => item.id);
  const standing = and(inArray(action.itemId, itemIds), ne(action.state, "cancelled"));
  const agreed = itemIds.length > 0 ? await db.select({ itemId: action.itemId }).from(action).where(standing) : [];
  const seats = new Map<string, Seat[]>(itemIds.map((id) => [id, []]));
  const sitting = and(inArray(participant.itemId, itemIds), isNull(participant.removedAt));
  for (const seat of itemIds.length > 0 ? await db.select().from(participant).where(sitting) : [])
    seats.get(seat.itemId)?.push({ participantKind: seat.kind, presence: seat.presence });
  return rows.map(({ item, closing, voice }) => {
    const heard = isHeard(voice);
    const facts = {
      ...item,
      heard,
      rollCalled: isRollCalled(seats.get(item.id) ?? []),
      agreements: agreed.filter(({ itemId }) => itemId === item.id).length,
      noAgreementReason: closing?.noAgreementReason ?? null,
      informStaffId: closing?.informStaffId ?? null,
      informOn: closing?.informOn ?? null,
      nextKind: closing?.nextKind ?? null,
      nextOn: closing?.nextOn ?? null,
      nextMeetingId: closing?.nextMeetingId ?? null,
    };
    const nobodyToHear = item.youngPersonId === null;
    return {
      ...{ itemId: item.id, meetingId: item.meetingId, state: item.state },
      ...{ heard: heard || nobodyToHear, lacks: missing(facts) },
    };
  });
}
