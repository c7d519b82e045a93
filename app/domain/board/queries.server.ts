import type { Db } from "#db/index.server.ts";
import { type Asking, decide, decideAll, may } from "../access/decide.server.ts";
import { earlierOf } from "../actions/earlier.server.ts";
import { goalsForItem, type ItemGoals } from "../actions/goal.server.ts";
import { type ActionRow, actionsOf } from "../actions/views.server.ts";
import { type Card, cardsFor, seenIn } from "../agenda/cards.server.ts";
import {
  type AgendaRow,
  agendaSnapshot,
  namesOnly,
  type OwnPlace,
  placesIn,
  timesOfItems,
} from "../agenda/queries.server.ts";
import { nextToOpen } from "../agenda/slots.ts";
import { type ItemRow, itemView } from "../agenda/views.server.ts";
import { type Lacking, lackingIn } from "../closing/lacking.server.ts";
import { type ClosingRow, closingView } from "../closing/views.server.ts";
import { type Code, codesOn, labelOf } from "../codes/queries.server.ts";
import { meetingWith, nextMeetingAfter } from "../meetings/find.server.ts";
import { slotOf } from "../meetings/slot.ts";
import { type HandedIn, handedInOf } from "../minutes/queries.server.ts";
import { type ParagraphRow, paragraphsOf } from "../minutes/views.server.ts";
import { type OptionRow, optionsOf } from "../options/views.server.ts";
import { soughtBy } from "../outreach/raised.server.ts";
import { type ConflictRow, type ParticipantRow, participantsOf, seatsOf } from "../participants/views.server.ts";
import { unwantedBy } from "../people/network.server.ts";
import { type EffortRow, effortsOf } from "../people/views.server.ts";
import { query } from "../query.server.ts";
import { type Hidden, hiddenOnScreen, shownNameOf } from "../screen/queries.server.ts";
import { liveScreens } from "../screen/touch.server.ts";
import { type Asked, couldSayYes, type Sharing, sharingIn } from "../sharing/invited.server.ts";
import { SECTION_115 } from "../sharing/rules.ts";
import { without } from "../sharing/said.ts";
import { factsInMeeting, type SchoolFacts } from "../sharing/school-facts.server.ts";
import { peopleEdition } from "../staff/reference.server.ts";
import { type StuLineRow, stuLinesOf } from "../stu/line.server.ts";
import { itemTopic, type Snapshot } from "../topics.ts";
import { type PreparedRow, preparedOf } from "../voice/prepared.server.ts";
import { type VoiceRow, voiceOf } from "../voice/views.server.ts";

/** Every kind of row that stands in an item's topic. */
export type BoardRow =
  | ItemRow
  | ClosingRow
  | ParticipantRow
  | ConflictRow
  | VoiceRow
  | PreparedRow
  | OptionRow
  | ParagraphRow
  | ActionRow
  | EffortRow
  | StuLineRow;

/** `ordinary`: no item under § 115. */
async function itemRows(db: Db, itemId: string, asking: Asking, ordinary: boolean): Promise<BoardRow[]> {
  const [item] = await itemView.byIds(db, [itemId], asking.now);
  if (!item) return [];
  return [
    item,
    ...(await closingView.byIds(db, [itemId], asking.now)),
    ...(await seatsOf(db, itemId)),
    ...(await voiceOf(db, itemId)),
    ...(await preparedOf(db, itemId)),
    ...(item.youngPersonId ? await effortsOf(db, item.youngPersonId) : []),
    ...(item.youngPersonId && ordinary ? await stuLinesOf(db, item.youngPersonId, asking.now) : []),
    ...(await earlierOf(db, itemId, asking)),
    ...(await optionsOf(db, itemId)),
    ...(await paragraphsOf(db, itemId)),
    ...(await actionsOf(db, itemId)),
  ];
}

const participants = (rows: BoardRow[]) => rows.filter((row): row is ParticipantRow => row.kind === "participant");

/**
 * Of items whose card the asker has alone: whoever runs the meeting may have a conflict of interest in the next one.
 * @param loaded the item that was loaded, with its rows: its seats are not read twice.
 */
async function roomSeats(
  db: Db,
  pointer: string | null,
  agenda: AgendaRow[],
  cards: Board["cards"],
  loaded: { id: string; rows: BoardRow[] } | null,
): Promise<Board["roomSeats"]> {
  const next = nextToOpen(agenda.filter((row) => row.kind === "slot").map(slotOf));
  const seats: Board["roomSeats"] = {};
  for (const id of [pointer, next?.id])
    if (id && cards[id]) seats[id] = id === loaded?.id ? participants(loaded.rows) : await participantsOf(db, id);
  return seats;
}

/** By what right the organisations invited to these items take part, as far as they are about somebody the asker may know of. */
async function sharingOf(
  db: Db,
  itemIds: string[],
  cards: Board["cards"],
  { now, today }: Asking,
): Promise<Board["sharing"]> {
  const sharing: Board["sharing"] = {};
  const known = [...new Set(itemIds)].filter((id) => cards[id]?.bornOn);
  for (const [id, stands] of Object.entries(await sharingIn(db, known, now))) {
    const { youngPersonId = null, bornOn = null } = cards[id] ?? {};
    const lacks = youngPersonId && bornOn && without(stands.sides, now).length > 0;
    sharing[id] = { ...stands, givers: lacks ? await couldSayYes(db, { youngPersonId, bornOn }, today) : [] };
  }
  return sharing;
}

/** Of the courses whose line stands there, those that the asker may read as a whole. */
async function openedBy(db: Db, asking: Asking, rows: BoardRow[]): Promise<string[]> {
  const opened: string[] = [];
  for (const { kind, id } of rows)
    if (kind === "stu-line" && (await decide(db, asking, "course:see", id)) !== null) opened.push(id);
  return opened;
}

export type Board = {
  meetingId: string;
  agenda: Snapshot<AgendaRow>;
  /** The open item, or the one that is looked at; null while the room changes, and for what the asker may not see. */
  item: Snapshot<BoardRow> | null;
  cards: Record<string, Card>;
  /** Whose items these are, for somebody who may know no more of them. */
  names: Record<string, string>;
  /** For whoever runs the meeting: those around the item that the room is at, or leaves, and around the next. */
  roomSeats: Record<string, ParticipantRow[]>;
  /** And by what right the organisations invited to these items take part: what is missing, and what may not be said. */
  sharing: Record<string, Sharing & { givers: Asked[] | null }>;
  /** And who is not to be in the room with the young person of the item, by name. */
  unwanted: string[];
  areas: Code[];
  /** What of the plan an agreement of the item can serve; null for whoever may not know of goals. */
  goals: ItemGoals | null;
  /** The courses of the item that the asker may open. */
  courses: string[];
  /** Who of those who are looked for the item without a name is about, for whoever looks for them. */
  sought: string | null;
  peopleEdition: string;
  handedIn: HandedIn[];
  /** For whoever runs the meeting: the big screens that show it, and whether the first name stands there. */
  screens: { id: string; pairedAt: string | null }[];
  firstNameShown: boolean;
  /** For whoever runs the meeting: what of the item does not stand on the big screen, and on whose account. */
  hiddenOnScreen: Hidden | null;
  nextMeeting: { id: string; startsAt: string } | null;
  /** How many items that were taken lack something, where it was asked for. */
  lacking: number | null;
  /** For those who see only their own items: when these are expected, counted from the whole agenda. */
  ownTimes: Record<string, OwnPlace> | null;
  /** And how many minutes the meeting is late. */
  late: number | null;
  typeLabel: { da: string; en: string };
  /** For a school that has a basis for no more: three facts about its pupils. */
  facts: SchoolFacts[];
  me: { staffId: string; runs: boolean; chair: boolean; minuteTaker: boolean; writes: boolean };
  now: string;
  today: string;
};

/** `ending`: whoever runs the meeting asks what it would leave. */
type Input = { meetingId: string; itemId: string | null; ending?: boolean };

const lackingAmong = (items: Lacking[]) =>
  items.filter(({ state, lacks }) => (state === "handled" || state === "open") && lacks.length > 0).length;

/** The live board for one person: the agenda as they may see it, and the item the room is at or that they look at. */
export const boardFor = query<Input, Board>("board", {
  allow: ({ db, actor, now, today, input: { meetingId } }) => may(db, { actor, now, today }, "meeting:see", meetingId),
  async run(look) {
    const { db, input, actor, now, today, saw, snapshot } = look;
    const { meetingId, itemId, ending } = input;
    const asking: Asking = { actor, now, today };
    const staffId = actor.kind === "staff" ? actor.id : "";
    const meeting = await meetingWith(db, meetingId);
    const inMeeting = await decideAll(db, asking, ["meeting:whole", "meeting:place", "meeting:run"], meetingId);
    const whole = inMeeting["meeting:whole"] !== null;
    const runs = inMeeting["meeting:run"] !== null;
    const agenda = await agendaSnapshot(db, asking, meeting, inMeeting);
    const at = itemId ?? (meeting.room === "item" ? meeting.pointerItemId : null);
    const rights = at ? await decideAll(db, asking, ["item:see", "item:write"], at) : null;
    const by = rights?.["item:see"];
    const ordinary = meeting.typeCode !== SECTION_115;
    const rows = at && by ? await itemRows(db, at, asking, ordinary) : [];
    // An item of another meeting is looked at there, with the rights one has there.
    const shown = rows.find((row) => row.kind === "item" && row.meetingId === meetingId) as ItemRow | undefined;
    const item = shown ? await snapshot(itemTopic(shown.id), rows) : null;
    const cards = await cardsFor(db, asking, meetingId);
    for (const seen of seenIn(cards, meetingId)) saw(seen);
    if (item && shown && by)
      saw({ youngPersonId: shown.youngPersonId, meetingId, itemId: shown.id, topic: item.topic, seq: item.seq, by });
    const coming = await nextMeetingAfter(db, meeting);
    const next = coming && (await decide(db, asking, "meeting:expect", coming.id)) !== null ? coming : null;
    const seats = runs
      ? await roomSeats(db, meeting.pointerItemId, agenda.rows, cards, shown ? { id: shown.id, rows } : null)
      : {};
    const screens = runs ? await liveScreens(db, meetingId) : [];
    const own = whole ? null : await timesOfItems(db, asking, meetingId, placesIn(agenda));
    return {
      meetingId,
      agenda,
      item,
      cards,
      names: await namesOnly(look, meetingId, agenda, cards),
      roomSeats: seats,
      sharing: runs ? await sharingOf(db, [...(shown ? [shown.id] : []), ...Object.keys(seats)], cards, asking) : {},
      unwanted:
        runs && shown?.youngPersonId ? (await unwantedBy(db, shown.youngPersonId, today)).map(({ name }) => name) : [],
      areas: runs ? await codesOn(db, "life_area", today) : [],
      // What is spoken of under § 115 stands in no plan.
      goals:
        shown?.youngPersonId && ordinary
          ? await goalsForItem(db, asking, { itemId: shown.id, youngPersonId: shown.youngPersonId })
          : null,
      courses: shown ? await openedBy(db, asking, rows) : [],
      sought: shown ? ((await soughtBy(look, [shown.id]))[shown.id] ?? null) : null,
      peopleEdition: await peopleEdition(db, today),
      handedIn: runs && shown ? await handedInOf(db, shown.id) : [],
      screens: screens.flatMap(({ id, ownerId, pairedAt }) => (ownerId ? [] : [{ id, pairedAt }])),
      firstNameShown: runs && meeting.pointerItemId ? await shownNameOf(db, meeting.pointerItemId) : false,
      hiddenOnScreen:
        screens.length > 0 && meeting.pointerItemId && cards[meeting.pointerItemId]
          ? await hiddenOnScreen(db, meeting, now)
          : null,
      lacking: runs && ending ? lackingAmong(await lackingIn(db, asking, [meetingId])) : null,
      nextMeeting: next && { id: next.id, startsAt: next.startsAt },
      ownTimes: own?.places ?? null,
      late: own?.late ?? null,
      typeLabel: await labelOf(db, "meeting_type", meeting.typeCode),
      facts: whole ? [] : await factsInMeeting(look, meetingId),
      me: {
        staffId,
        runs,
        chair: meeting.chairId === staffId,
        minuteTaker: meeting.minuteTakerId === staffId,
        writes: shown !== undefined && rights?.["item:write"] !== null,
      },
      now,
      today,
    };
  },
});
