import { and, eq, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { participantKinds, presences } from "#db/vocabulary.ts";
import { decide, may, type Verdict } from "../access/decide.server.ts";
import { itemView } from "../agenda/views.server.ts";
import { type At, command, type Work } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import { anyText, ids, input, optionalId, optionalWord, rowId, withoutCpr, word, yesNo } from "../input.server.ts";
import { type Item, itemWith, meetingWith } from "../meetings/find.server.ts";
import { checkStaff } from "../meetings/starts.server.ts";
import { slotView } from "../meetings/views.server.ts";
import { unwantedBy } from "../people/network.server.ts";
import { mayBe } from "../people/network-rules.ts";
import { revise } from "../revise.server.ts";
import { touchRoom } from "../screen/touch.server.ts";
import { itemTopic, meetingTopic, staffTopic } from "../topics.ts";
import { standAside } from "./conflict.server.ts";
import { departmentOf, inviteTo, withoutConflict } from "./invite.server.ts";
import { isHere, isOwnSide } from "./rules.ts";
import { participantView } from "./views.server.ts";

const { agendaItem, participant } = tables;

const runsItem = ({ db, actor, now, today, input: { itemId } }: At<{ itemId: string }>) =>
  may(db, { actor, now, today }, "item:run", itemId);

async function runsItemOf({
  db,
  actor,
  now,
  today,
  input: { participantId },
}: At<{ participantId: string }>): Promise<Verdict> {
  const [row] = await db
    .select({ itemId: participant.itemId })
    .from(participant)
    .where(eq(participant.id, participantId));
  return row ? may(db, { actor, now, today }, "item:run", row.itemId) : { no: "missing" };
}

/** Whoever was taken out of the item has no place in it. @throws Declined `missing` */
async function participantWith(db: Db, id: string) {
  const [row] = await db
    .select()
    .from(participant)
    .where(and(eq(participant.id, id), isNull(participant.removedAt)));
  if (!row) throw missing();
  return row;
}

const about = ({ id, meetingId, youngPersonId }: Item) => ({ itemId: id, meetingId, youngPersonId });

/** Only somebody who works here and is not partial can be asked. @throws Declined `invalid` */
async function checkSeat(db: Db, item: Item, staffId: string) {
  if (item.kind === "pause") throw missing();
  await checkStaff(db, "staffId", [staffId]);
  if ((await withoutConflict(db, item.id, [staffId])).length === 0) throw invalid("staffId", "has-conflict");
}

/** Asks staff to an item. */
export const invite = command("invite", {
  input: input({ itemId: rowId, staffId: rowId }),
  allow: runsItem,
  async run(work) {
    const { db, input, record, touch, reload, rights } = work;
    const { itemId, staffId } = input;
    const item = await itemWith(db, itemId);
    await checkSeat(db, item, staffId);
    const made = await inviteTo(work, item, [staffId]);
    record({ kind: "participant-invited", ...about(item), facts: { staffId } });
    touch(itemTopic(itemId), participantView, ...made);
    touch(meetingTopic(item.meetingId), slotView, itemId);
    rights();
    // Who runs the meeting is told whether there is a basis for them.
    const { chairId, minuteTakerId } = await meetingWith(db, item.meetingId);
    reload(...[staffId, chairId, minuteTakerId].map(staffTopic));
  },
});

/** Takes somebody out of an item: invited staff lose it the same moment. */
export const removeParticipant = command("remove-participant", {
  input: input({ participantId: rowId }),
  allow: runsItemOf,
  async run(work) {
    const { db, now, by, record, touch, reload, rights } = work;
    const { participantId } = work.input;
    const row = await participantWith(db, participantId);
    const item = await itemWith(db, row.itemId);
    await revise(db, participant, row, { removedAt: now, presence: null }, by);
    record({ kind: "participant-removed", ...about(item), facts: { staffId: row.staffId, participant: row.kind } });
    touch(itemTopic(item.id), participantView, participantId);
    touch(meetingTopic(item.meetingId), slotView, item.id);
    rights();
    if (row.staffId) reload(staffTopic(row.staffId));
    await touchRoom(work, item.meetingId);
  },
});

/** Whoever left and is set as present again is in the room: that they had left stands in the log. */
const cameBack = ({ basisGap }: typeof participant.$inferSelect, presence: (typeof presences)[number] | null) =>
  basisGap === "left" && isHere({ presence }) ? { basisGap: null, basisGapAt: null, basisGapById: null } : {};

async function setPresences(
  work: Work<unknown>,
  item: Item,
  rows: (typeof participant.$inferSelect)[],
  presence: (typeof presences)[number] | null,
) {
  for (const row of rows) await revise(work.db, participant, row, { presence, ...cameBack(row, presence) }, work.by);
  work.record({ kind: "presence-set", ...about(item), facts: { presence, people: rows.length } });
  work.touch(itemTopic(item.id), participantView, ...rows.map((row) => row.id));
  await touchRoom(work, item.meetingId);
}

/** In the room, on video, missing, or not yet called. Set by a person, never by a screen that is open. */
export const setPresence = command("set-presence", {
  input: input({ participantId: rowId, presence: optionalWord(presences) }),
  allow: runsItemOf,
  async run(work) {
    const row = await participantWith(work.db, work.input.participantId);
    await setPresences(work, await itemWith(work.db, row.itemId), [row], work.input.presence);
  },
});

/** Everybody invited is here: sets those who were not called yet. */
export const allAreHere = command("all-are-here", {
  input: input({ itemId: rowId }),
  allow: runsItem,
  async run(work) {
    const item = await itemWith(work.db, work.input.itemId);
    const open = and(
      eq(participant.itemId, item.id),
      eq(participant.kind, "staff"),
      isNull(participant.presence),
      isNull(participant.removedAt),
    );
    await setPresences(work, item, await work.db.select().from(participant).where(open), "room");
  },
});

/** Somebody without a sign-in is in the room: the young person, family, companion, interpreter, guest. They get no content. */
export const addToRoom = command("add-to-room", {
  input: input({
    itemId: rowId,
    kind: word(participantKinds),
    name: withoutCpr(anyText(80)),
    organisation: withoutCpr(anyText(80)),
    presence: word(presences).default("room"),
    /** The young person has been asked again about somebody who was not to be in the room. */
    wantedNow: yesNo,
  }),
  allow: runsItem,
  async run(work) {
    const { db, input, today, newId, record, touch } = work;
    if (input.kind === "staff") throw invalid("kind", "choose");
    const item = await itemWith(db, input.itemId);
    if (!item.youngPersonId && isOwnSide({ participantKind: input.kind })) throw invalid("kind", "choose");
    const { wantedNow, ...seat } = input;
    const unwanted = item.youngPersonId ? await unwantedBy(db, item.youngPersonId, today) : [];
    const known = unwanted.find((one) => mayBe(one, input));
    // A question, not a ban: the young person may have changed their mind.
    if (known && !wantedNow) throw invalid("wantedNow", "not-wanted");
    const id = newId();
    await db.insert(participant).values({ id, ...seat });
    const facts = { participant: input.kind, presence: input.presence, ...(known && { networkPerson: known.id }) };
    record({ kind: "presence-set", ...about(item), facts });
    touch(itemTopic(item.id), participantView, id);
    await touchRoom(work, item.meetingId);
    return { id };
  },
});

/** Somebody of the same department takes the absent one's place, for this item. */
export const standIn = command("stand-in", {
  input: input({ participantId: rowId, staffId: rowId }),
  allow: runsItemOf,
  async run(work) {
    const { db, input, today, by, record, touch, reload, rights } = work;
    const { participantId, staffId } = input;
    const absent = await participantWith(db, participantId);
    const item = await itemWith(db, absent.itemId);
    await checkSeat(db, item, staffId);
    const worksThere = absent.departmentId !== null && absent.departmentId === (await departmentOf(db, staffId, today));
    if (!absent.staffId || !worksThere || absent.staffId === staffId) throw invalid("staffId", "not-in-department");
    const made = await inviteTo(work, item, [staffId]);
    const [row] = await db
      .select()
      .from(participant)
      .where(and(eq(participant.itemId, item.id), eq(participant.staffId, staffId)));
    if (row)
      await revise(
        db,
        participant,
        row,
        { standsInForId: absent.staffId, presence: "room", ...cameBack(row, "room") },
        by,
      );
    await revise(db, participant, absent, { presence: "missing" }, by);
    record({ kind: "participant-invited", ...about(item), facts: { staffId, standsInFor: absent.staffId } });
    touch(itemTopic(item.id), participantView, participantId, ...made, ...(row ? [row.id] : []));
    touch(meetingTopic(item.meetingId), slotView, item.id);
    rights();
    reload(staffTopic(staffId));
    await touchRoom(work, item.meetingId);
  },
});

/** The chair asked everybody; those who have a conflict of interest leave the item at once. */
export const askConflicts = command("ask-conflicts", {
  input: input({ itemId: rowId, staffIds: ids, none: optionalId.optional() }),
  allow: runsItem,
  async run(work) {
    const { db, input, now, by, record, touch } = work;
    const item = await itemWith(db, input.itemId);
    const staffIds = [...new Set(input.staffIds)];
    await checkStaff(db, "staffIds", staffIds);
    await revise(db, agendaItem, item, { conflictsAskedAt: now }, by);
    record({ kind: "conflicts-asked", ...about(item), facts: { conflicts: staffIds.length } });
    for (const staffId of staffIds) await declare(work, item, staffId);
    touch(itemTopic(item.id), itemView, item.id);
  },
});

/** One says oneself that one is partial. `isOut`: it was their only item, and the meeting is theirs no more. */
export const declareConflict = command("declare-conflict", {
  input: input({ itemId: rowId }),
  allow: ({ db, actor, now, today, input: { itemId } }) => may(db, { actor, now, today }, "item:see", itemId),
  async run(work) {
    const { db, input, actor, now, today } = work;
    const item = await itemWith(db, input.itemId);
    if (actor.kind === "staff") await declare(work, item, actor.id);
    const meeting = await decide(db, { actor, now, today }, "meeting:see", item.meetingId);
    return { isOut: meeting === null };
  },
});

function declare(work: Work<unknown>, item: Item, staffId: string): Promise<void> {
  const { actor, now } = work;
  return standAside(work, item, {
    staffId,
    declaredAt: now,
    declaredBy: actor.kind === "staff" ? actor.id : staffId,
  });
}
