import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { type Asking, asked, decide, decideAll, may, mayAsStaff } from "../access/decide.server.ts";
import { isSoughtAt } from "../access/place-conditions.server.ts";
import { scope } from "../access/rules.server.ts";
import { staffIdOf } from "../actor.ts";
import { type Code, codesOn, type Label, labelOf } from "../codes/queries.server.ts";
import { meetingWith } from "../meetings/find.server.ts";
import { dayOf } from "../moments.ts";
import { soughtBy } from "../outreach/raised.server.ts";
import { unwantedIn } from "../people/network.server.ts";
import { type Look, query } from "../query.server.ts";
import { basesForItem, type ItemBases } from "../sharing/bases-for-item.server.ts";
import { type BasisState, basisStates } from "../sharing/invited.server.ts";
import { factsInMeeting, type SchoolFacts } from "../sharing/school-facts.server.ts";
import { staffWho } from "../staff/find.server.ts";
import { peopleEdition } from "../staff/reference.server.ts";
import { canLead } from "../staff/rules.ts";
import type { Snapshot } from "../topics.ts";
import { type VoiceRow, voiceOf } from "../voice/views.server.ts";
import { type SeatedCard, seatedCardsFor, seenIn } from "./cards.server.ts";
import { type AgendaRow, agendaSnapshot, namesOnly, type OwnPlace, placesIn, timesOfItems } from "./queries.server.ts";
import { type Chosen, chosenToAdd } from "./young-people.server.ts";

const { agendaItem, involvedDepartment, meeting, meetingMember, youngPerson } = tables;

export type Agenda = {
  meetingId: string;
  agenda: Snapshot<AgendaRow>;
  cards: Record<string, SeatedCard>;
  /** Whose items these are, for somebody who may know no more of them. */
  names: Record<string, string>;
  /** Sees every place, also those that are about somebody they may not know of. */
  whole: boolean;
  /** For those who see only their own items: when these are expected, and their numbers in the whole agenda. */
  ownTimes: Record<string, OwnPlace> | null;
  typeLabel: Label;
  members: string[];
  peopleEdition: string;
  /** Who can be given the meeting to lead; told to those who choose. */
  leaders: string[];
  mayRun: boolean;
  mayMake: boolean;
  /** For those who run the meeting: whoever comes from outside is told here neither the place nor the video room. */
  placeKept: boolean;
  /** Items to which the asker may write down the young person's own words. */
  hears: string[];
  /** Items about somebody for whom the asker may say who goes with them. */
  assigns: string[];
  /** Who of those who are looked for an item without a name is about, for whoever looks for them. */
  sought: Record<string, string>;
  /** Departments that a young person has to do with and nobody is invited from, by item. */
  absent: Record<string, string[]>;
  /** For those who run the meeting: how the organisations invited to each item stand. */
  bases: Record<string, BasisState>;
  /** And who is not to be in the room with the young person of an item, by name. */
  unwanted: Record<string, string[]>;
  /** The item whose bases are chosen. */
  choosing: ItemBases | null;
  types: Code[];
  /** Who is to be put on it, or given to a question without a name. */
  chosen: Chosen | null;
  /** The own words of the item that is being written in; null while there are none. */
  words: { itemId: string; voice: VoiceRow | null } | null;
  /** What was taken off just now, and can be put back. */
  removed: string | null;
  /** For a school that has a basis for no more: three facts about its pupils. */
  facts: SchoolFacts[];
  me: string;
  now: string;
  today: string;
};

export type AgendaInput = {
  meetingId: string;
  youngPersonId: string | null;
  wordsOf: string | null;
  basesOf?: string | null;
  removed: string | null;
};

/** A meeting's agenda as somebody may see it, and what they need to prepare it. */
export const agendaFor = query<AgendaInput, Agenda>("agenda", {
  allow: ({ db, actor, now, today, input: { meetingId } }) => may(db, { actor, now, today }, "meeting:see", meetingId),
  async run(look) {
    const { db, input, actor, now, today, saw } = look;
    const asking = { actor, now, today };
    const { meetingId } = input;
    const held = await meetingWith(db, meetingId);
    const cards = await seatedCardsFor(db, asking, meetingId);
    for (const seen of seenIn(cards, meetingId)) saw(seen);
    const rights = await decideAll(db, asking, ["meeting:whole", "meeting:place", "meeting:run"], meetingId);
    const whole = rights["meeting:whole"] !== null;
    const mayRun = rights["meeting:run"] !== null;
    const chosen = mayRun && input.youngPersonId ? await chosenToAdd(db, asking, meetingId, input.youngPersonId) : null;
    if (chosen) saw({ youngPersonId: chosen.id, meetingId });
    const hears = await heardBy(db, asking, meetingId);
    const { wordsOf } = input;
    const writes = wordsOf !== null && hears.includes(wordsOf);
    const agenda = await agendaSnapshot(db, asking, held, rights);
    const members = await db.select().from(meetingMember).where(eq(meetingMember.meetingId, meetingId));
    return {
      meetingId,
      agenda,
      cards,
      names: await namesOnly(look, meetingId, agenda, cards),
      whole,
      ownTimes: whole ? null : (await timesOfItems(db, asking, meetingId, placesIn(agenda))).places,
      typeLabel: await labelOf(db, "meeting_type", held.typeCode),
      members: members.map(({ staffId }) => staffId),
      peopleEdition: await peopleEdition(db, today),
      leaders: mayRun ? await staffWho(db, canLead, today) : [],
      mayRun,
      mayMake: !("no" in (await mayAsStaff(db, asking, "meeting:make"))),
      placeKept: mayRun && (await isPlaceKeptAt(db, meetingId)),
      hears,
      assigns: await assignedBy(db, asking, meetingId),
      sought: await soughtBy(look, Object.keys(cards)),
      absent: mayRun ? await absentFrom(db, meetingId, cards) : {},
      bases: mayRun ? await basisStates(db, meetingId, now) : {},
      unwanted: mayRun ? amongCards(await unwantedIn(db, meetingId, today), cards) : {},
      choosing: input.basesOf ? await basesIn(look, meetingId, input.basesOf) : null,
      types: mayRun ? await codesOn(db, "meeting_type", dayOf(held.startsAt)) : [],
      chosen,
      words: writes ? { itemId: wordsOf, voice: (await voiceOf(db, wordsOf))[0] ?? null } : null,
      removed: mayRun && input.removed ? await removedFrom(db, meetingId, input.removed) : null,
      facts: whole ? [] : await factsInMeeting(look, meetingId),
      me: staffIdOf(actor),
      now,
      today,
    };
  },
});

const amongCards = <T>(byItem: Record<string, T>, cards: Record<string, SeatedCard>): Record<string, T> =>
  Object.fromEntries(Object.entries(byItem).filter(([itemId]) => cards[itemId]));

const keepsPlace = prepared((db) =>
  db
    .select({ id: meeting.id })
    .from(meeting)
    .where(and(eq(meeting.id, sql.placeholder("meetingId")), isSoughtAt(meeting.id)))
    .prepare(),
);
const isPlaceKeptAt = async (db: Db, meetingId: string) => (await keepsPlace(db).execute({ meetingId })).length > 0;

/** The bases of an item of this meeting, for those who run it. */
async function basesIn(look: Look<unknown>, meetingId: string, itemId: string): Promise<ItemBases | null> {
  const { db, actor, now, today } = look;
  const [item] = await db
    .select({ id: agendaItem.id })
    .from(agendaItem)
    .where(and(eq(agendaItem.id, itemId), eq(agendaItem.meetingId, meetingId), isNotNull(agendaItem.youngPersonId)));
  const runs = item && (await decide(db, { actor, now, today }, "item:run", itemId)) !== null;
  return runs ? basesForItem.run({ ...look, input: { itemId } }) : null;
}

async function heardBy(db: Db, asking: Asking, meetingId: string): Promise<string[]> {
  const about = and(eq(agendaItem.meetingId, meetingId), isNotNull(agendaItem.youngPersonId), scope("item:hear"));
  const rows = await db.select({ id: agendaItem.id }).from(agendaItem).where(about).prepare().execute(asked(asking));
  return rows.map(({ id }) => id);
}

async function assignedBy(db: Db, asking: Asking, meetingId: string): Promise<string[]> {
  const rows = await db
    .select({ id: agendaItem.id })
    .from(agendaItem)
    .innerJoin(youngPerson, eq(youngPerson.id, agendaItem.youngPersonId))
    .where(and(eq(agendaItem.meetingId, meetingId), isNull(agendaItem.removedAt), scope("person:assign")))
    .prepare()
    .execute(asked(asking));
  return rows.map(({ id }) => id);
}

/** Departments that a young person has to do with and nobody is invited from, by item. */
export async function absentFrom(
  db: Db,
  meetingId: string,
  cards: Record<string, SeatedCard>,
): Promise<Record<string, string[]>> {
  const rows = await db
    .select({ itemId: agendaItem.id, departmentId: involvedDepartment.departmentId })
    .from(agendaItem)
    .innerJoin(involvedDepartment, eq(involvedDepartment.youngPersonId, agendaItem.youngPersonId))
    .where(and(eq(agendaItem.meetingId, meetingId), isNull(agendaItem.removedAt)));
  const absent: Record<string, string[]> = {};
  for (const { itemId, departmentId } of rows) {
    const card = cards[itemId];
    if (!card || card.participants.some((seat) => seat.departmentId === departmentId)) continue;
    absent[itemId] = [...(absent[itemId] ?? []), departmentId];
  }
  return absent;
}

async function removedFrom(db: Db, meetingId: string, id: string): Promise<string | null> {
  const [row] = await db
    .select({ id: agendaItem.id })
    .from(agendaItem)
    .where(and(eq(agendaItem.id, id), eq(agendaItem.meetingId, meetingId), isNotNull(agendaItem.removedAt)));
  return row?.id ?? null;
}
