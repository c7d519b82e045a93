import { at, flag, id, index, int, on, oneOf, primaryKey, table, text, uniqueIndex, version } from "../columns.ts";
import {
  basisGaps,
  itemKinds,
  itemStates,
  meetingStates,
  nextKinds,
  participantKinds,
  postponeReasons,
  presences,
  roomStates,
} from "../vocabulary.ts";
import { youngPerson } from "./people.ts";
import { department, staff } from "./staff.ts";

/** Words that law, policy or reform can change: dated, with what came after. */
export const codeItem = table(
  "code_item",
  {
    list: text().notNull(),
    code: text().notNull(),
    labelDa: text().notNull(),
    labelEn: text().notNull(),
    /** Where in its list it stands. */
    position: int().notNull().default(0),
    fromOn: on().notNull(),
    toOn: on(),
    successor: text(),
  },
  (t) => [primaryKey({ columns: [t.list, t.code, t.fromOn] })],
);

export const meeting = table(
  "meeting",
  {
    id: id(),
    typeCode: text().notNull(),
    startsAt: at().notNull(),
    endsAt: at().notNull(),
    place: text().notNull().default(""),
    videoLink: text().notNull().default(""),
    chairId: text()
      .notNull()
      .references(() => staff.id),
    minuteTakerId: text()
      .notNull()
      .references(() => staff.id),
    acute: flag().notNull().default(false),
    /** Minutes that people need to change places between two items. */
    changeMinutes: int().notNull().default(2),
    state: text({ enum: meetingStates }).notNull().default("draft"),
    lockedAt: at(),
    startedAt: at(),
    closedAt: at(),
    /** The pointer: what the room is at, since when, and which item (the last one, while the room changes). */
    room: text({ enum: roomStates }).notNull().default("waiting"),
    roomSince: at(),
    pointerItemId: text(),
    pauseUntil: at(),
    draftSentAt: at(),
    approvedAt: at(),
    version: version(),
  },
  (t) => [
    index("meeting_starts").on(t.startsAt),
    oneOf("meeting_state", t.state, meetingStates),
    oneOf("meeting_room", t.room, roomStates),
  ],
);

/** The standing members who are asked to a meeting; a seat gives no right to any item. */
export const meetingMember = table(
  "meeting_member",
  {
    meetingId: text()
      .notNull()
      .references(() => meeting.id),
    staffId: text()
      .notNull()
      .references(() => staff.id),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.staffId] }), index("meeting_member_staff").on(t.staffId)],
);

export const agendaItem = table(
  "agenda_item",
  {
    id: id(),
    meetingId: text()
      .notNull()
      .references(() => meeting.id),
    kind: text({ enum: itemKinds }).notNull(),
    position: int().notNull(),
    youngPersonId: text().references(() => youngPerson.id),
    /** Who brought a question without a name: the agreements are advice to them. */
    askerId: text().references(() => staff.id),
    /** The one-sentence question; the title of a common item or a pause. */
    question: text().notNull(),
    minutes: int().notNull(),
    /** The minutes it had before they were shortened to catch up. */
    plannedMinutes: int(),
    fixedAt: at(),
    leadWorkerId: text().references(() => staff.id),
    state: text({ enum: itemStates }).notNull().default("planned"),
    openedAt: at(),
    handledAt: at(),
    /** Seconds that the item was open before it was opened the last time. */
    spentSeconds: int().notNull().default(0),
    changedAfterLock: flag().notNull().default(false),
    /** Set when the chair asked everybody for conflicts of interest. */
    conflictsAskedAt: at(),
    postponeReason: text({ enum: postponeReasons }),
    /** The item that this one carries on from another meeting. */
    carriedFromId: text(),
    removedAt: at(),
    version: version(),
  },
  (t) => [
    index("agenda_item_meeting").on(t.meetingId),
    index("agenda_item_person").on(t.youngPersonId),
    oneOf("agenda_item_kind", t.kind, itemKinds),
    oneOf("agenda_item_state", t.state, itemStates),
  ],
);

/** What an item still owes when the room has moved on: who tells the young person, and what comes next. Shares the item's id. */
export const itemClosing = table(
  "item_closing",
  {
    id: text()
      .primaryKey()
      .references(() => agendaItem.id),
    informStaffId: text().references(() => staff.id),
    informOn: on(),
    nextKind: text({ enum: nextKinds }),
    nextMeetingId: text().references(() => meeting.id),
    nextItemId: text().references(() => agendaItem.id),
    nextOn: on(),
    noAgreementReason: text(),
    version: version(),
  },
  (t) => [oneOf("item_closing_next", t.nextKind, nextKinds)],
);

/** A person around an item: invited, and in the room, by video or missing. Those without a sign-in get no content. */
export const participant = table(
  "participant",
  {
    id: id(),
    itemId: text()
      .notNull()
      .references(() => agendaItem.id),
    kind: text({ enum: participantKinds }).notNull(),
    staffId: text().references(() => staff.id),
    departmentId: text().references(() => department.id),
    name: text().notNull().default(""),
    organisation: text().notNull().default(""),
    presence: text({ enum: presences }),
    /** Was in the room without a basis for sharing: what was done about it, when and by whom. */
    basisGap: text({ enum: basisGaps }),
    basisGapAt: at(),
    basisGapById: text().references(() => staff.id),
    standsInForId: text().references(() => staff.id),
    removedAt: at(),
    version: version(),
  },
  (t) => [
    uniqueIndex("participant_staff").on(t.itemId, t.staffId),
    index("participant_by_staff").on(t.staffId),
    oneOf("participant_kind", t.kind, participantKinds),
    oneOf("participant_presence", t.presence, presences),
    oneOf("participant_basis_gap", t.basisGap, basisGaps),
  ],
);

/** Somebody who may not take part in an item; ends every right to it. */
export const conflictOfInterest = table(
  "conflict_of_interest",
  {
    id: id(),
    itemId: text()
      .notNull()
      .references(() => agendaItem.id),
    staffId: text()
      .notNull()
      .references(() => staff.id),
    declaredAt: at().notNull(),
    declaredBy: text()
      .notNull()
      .references(() => staff.id),
  },
  (t) => [uniqueIndex("conflict_item_staff").on(t.itemId, t.staffId)],
);

/** A room's computer that shows the big screen of one meeting, and nothing else; or the own window of whoever runs it. */
export const bigScreen = table(
  "big_screen",
  {
    id: id(),
    tokenHash: text(),
    /** Whose own window it is: signed in, so without a token. */
    ownerId: text().references(() => staff.id),
    /** Six digits while it waits to be paired; empty after. */
    code: text().notNull().default(""),
    offeredAt: at().notNull(),
    meetingId: text().references(() => meeting.id),
    pairedAt: at(),
    endedAt: at(),
  },
  (t) => [uniqueIndex("big_screen_token").on(t.tokenHash), index("big_screen_meeting").on(t.meetingId)],
);

/** How a meeting's big screen is set: whose first name may stand there. */
export const shownName = table("shown_name", {
  id: text()
    .primaryKey()
    .references(() => agendaItem.id),
  firstName: flag().notNull().default(false),
  version: version(),
});
