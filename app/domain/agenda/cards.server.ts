import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import type { ParticipantKind } from "#db/vocabulary.ts";
import { type Asking, asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import type { Seen } from "../log/covered.server.ts";
import { initialsOf } from "../people/initials.ts";
import { isHeard } from "../voice/rules.ts";

const { agendaItem, assignment, conflictOfInterest, participant, youngPerson, youthVoice } = tables;

/** Somebody around an item, as the agenda names them. */
type CardSeat = Pick<typeof participant.$inferSelect, "id" | "staffId" | "departmentId" | "name" | "presence"> & {
  participantKind: ParticipantKind;
};

/** What stands in an item's row of the agenda, for those who may see the item; the slot of the same version holds its place and its minutes. */
export type Card = {
  version: number;
  youngPersonId: string | null;
  /** Null where the item is about no person. */
  name: string | null;
  initials: string | null;
  bornOn: string | null;
  question: string;
  leadWorkerId: string | null;
  contactPersonId: string | null;
  heard: boolean;
};

/** A card with whom the item is to be taken with. */
export type SeatedCard = Card & {
  participants: CardSeat[];
  /** Staff who may not take part in the item. */
  conflicts: string[];
};

const inMeeting = and(eq(agendaItem.meetingId, sql.placeholder("meetingId")), isNull(agendaItem.removedAt));

const items = prepared((db) =>
  db
    .select({
      id: agendaItem.id,
      item: {
        version: agendaItem.version,
        youngPersonId: agendaItem.youngPersonId,
        question: agendaItem.question,
        leadWorkerId: agendaItem.leadWorkerId,
      },
      person: { firstName: youngPerson.firstName, lastName: youngPerson.lastName, bornOn: youngPerson.bornOn },
      voice: { how: youthVoice.how, words: youthVoice.words, tries: youthVoice.tries },
      contactPersonId: assignment.staffId,
    })
    .from(agendaItem)
    .leftJoin(youngPerson, eq(youngPerson.id, agendaItem.youngPersonId))
    .leftJoin(youthVoice, eq(youthVoice.itemId, agendaItem.id))
    .leftJoin(
      assignment,
      and(
        eq(assignment.youngPersonId, agendaItem.youngPersonId),
        eq(assignment.primary, true),
        isNull(assignment.toOn),
      ),
    )
    .where(and(inMeeting, scope("item:see")))
    .prepare(),
);

// Whose seats are shown follows from the cards, so that the right is asked once for an item and not for each of its rows.
const seats = prepared((db) =>
  db
    .select({
      itemId: participant.itemId,
      seat: {
        id: participant.id,
        staffId: participant.staffId,
        departmentId: participant.departmentId,
        name: participant.name,
        presence: participant.presence,
        participantKind: participant.kind,
      },
    })
    .from(participant)
    .innerJoin(agendaItem, eq(agendaItem.id, participant.itemId))
    .where(and(inMeeting, isNull(participant.removedAt)))
    .orderBy(asc(participant.id))
    .prepare(),
);

const conflicts = prepared((db) =>
  db
    .select({ itemId: conflictOfInterest.itemId, staffId: conflictOfInterest.staffId })
    .from(conflictOfInterest)
    .innerJoin(agendaItem, eq(agendaItem.id, conflictOfInterest.itemId))
    .where(inMeeting)
    .prepare(),
);

/** The cards of a meeting's items, by item, as far as the asker may see the items. */
export async function cardsFor(db: Db, asking: Asking, meetingId: string): Promise<Record<string, Card>> {
  const cards: Record<string, Card> = {};
  for (const { id, item, person, voice, contactPersonId } of await items(db).execute({ ...asked(asking), meetingId }))
    cards[id] = {
      ...item,
      contactPersonId,
      name: person && `${person.firstName} ${person.lastName}`,
      initials: person && initialsOf(person),
      bornOn: person?.bornOn ?? null,
      heard: isHeard(voice),
    };
  return cards;
}

/** The same cards with those around each item. */
export async function seatedCardsFor(db: Db, asking: Asking, meetingId: string): Promise<Record<string, SeatedCard>> {
  const cards: Record<string, SeatedCard> = {};
  for (const [id, card] of Object.entries(await cardsFor(db, asking, meetingId)))
    cards[id] = { ...card, participants: [], conflicts: [] };
  for (const { itemId, seat } of await seats(db).execute({ meetingId })) cards[itemId]?.participants.push(seat);
  for (const { itemId, staffId } of await conflicts(db).execute({ meetingId })) cards[itemId]?.conflicts.push(staffId);
  return cards;
}

/** Whom the cards showed, for the log. */
export const seenIn = (cards: Record<string, Card>, meetingId: string): Seen[] =>
  Object.entries(cards).flatMap(([itemId, { youngPersonId, version }]) =>
    youngPersonId ? [{ youngPersonId, itemId, meetingId, seq: version }] : [],
  );
