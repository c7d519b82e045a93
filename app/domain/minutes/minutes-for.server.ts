import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, asked, decide, decideAll, may } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { staffIdOf } from "../actor.ts";
import { lackingIn } from "../closing/lacking.server.ts";
import { type Label, labelOf } from "../codes/queries.server.ts";
import { type Item, type Meeting, meetingWith } from "../meetings/find.server.ts";
import { heldAt } from "../meetings/views.server.ts";
import { query } from "../query.server.ts";
import { membershipsOf } from "../staff/find.server.ts";
import { peopleInForum } from "../staff/reference.server.ts";
import { itemTopic, meetingTopic, type Topic } from "../topics.ts";
import { seqOf } from "../touched.server.ts";
import type { ItemMinutes } from "./draft.ts";
import { itemMinutes } from "./item-minutes.server.ts";
import { uppersFor } from "./readers.server.ts";

const { agendaItem } = tables;

const MEETING_RIGHTS = ["meeting:run", "meeting:approve", "meeting:whole", "meeting:place"] as const;

export type Minutes = {
  meeting: Pick<Meeting, "id" | "startsAt" | "endsAt" | "place" | "state" | "draftSentAt" | "approvedAt">;
  typeLabel: Label;
  chair: string;
  minuteTaker: string;
  items: ItemMinutes[];
  /** Where the reader works: whose part can be copied. */
  departments: { id: string; name: string }[];
  /** Every department there is, for those who say who may read a text. */
  places: { id: string; name: string }[];
  may: { send: boolean; approve: boolean };
  /** What the page is made of, and the change of each it stands at. */
  marks: { topic: Topic; seq: number }[];
  now: string;
  today: string;
};

/** The items that were taken up, postponed or not reached, of those that the asker may see; the others leave no trace. */
async function itemsSeen(db: Db, asking: Asking, meetingId: string): Promise<Item[]> {
  const rows = await db
    .select()
    .from(agendaItem)
    .where(
      and(
        eq(agendaItem.meetingId, meetingId),
        isNull(agendaItem.removedAt),
        ne(agendaItem.kind, "pause"),
        ne(agendaItem.state, "planned"),
        scope("item:see"),
      ),
    )
    .orderBy(asc(agendaItem.position), asc(agendaItem.id))
    .prepare()
    .execute(asked(asking));
  // As the room took them; what was never opened stands last. Moments are compared as they are written, in no language's order.
  const [taken, never] = [rows.filter(({ openedAt }) => openedAt), rows.filter(({ openedAt }) => !openedAt)];
  return [...taken.sort((a, b) => ((a.openedAt ?? "") < (b.openedAt ?? "") ? -1 : 1)), ...never];
}

async function editable(db: Db, asking: Asking, ids: string[]): Promise<Set<string>> {
  const rows = await db
    .select({ id: agendaItem.id })
    .from(agendaItem)
    .where(and(inArray(agendaItem.id, ids), scope("item:run")))
    .prepare()
    .execute(asked(asking));
  return new Set(rows.map(({ id }) => id));
}

/** The minutes of a meeting, item by item, as far as the asker may see the items: a draft until the chair approves it. */
export const minutesFor = query<{ meetingId: string }, Minutes>("minutes", {
  allow: ({ db, actor, now, today, input: { meetingId } }) => may(db, { actor, now, today }, "meeting:see", meetingId),
  async run({ db, input: { meetingId }, actor, now, today, saw }) {
    const asking = { actor, now, today };
    const meeting = await meetingWith(db, meetingId);
    const people = await peopleInForum(db, today);
    const seen = await itemsSeen(db, asking, meetingId);
    const edits = await editable(
      db,
      asking,
      seen.map(({ id }) => id),
    );
    const lacking = new Map((await lackingIn(db, asking, [meetingId])).map(({ itemId, lacks }) => [itemId, lacks]));
    const me = staffIdOf(actor);
    const own = new Set((await membershipsOf(db, me, today)).map(({ departmentId }) => departmentId));
    const items: ItemMinutes[] = [];
    const marks: Minutes["marks"] = [];
    for (const item of seen) {
      const { id, youngPersonId } = item;
      const topic = itemTopic(id);
      const by = (await decide(db, asking, "item:see", id)) ?? undefined;
      const seq = await seqOf(db, topic);
      marks.push({ topic, seq });
      if (youngPersonId) saw({ youngPersonId, meetingId, itemId: id, topic, seq, by });
      const lacks = item.state === "handled" ? (lacking.get(id) ?? []) : [];
      const upper = await uppersFor(db, asking, id, [...own]);
      for (const { topic, by } of upper.topics) {
        const seq = await seqOf(db, topic);
        marks.push({ topic, seq });
        if (upper.rows.length > 0) saw({ youngPersonId, meetingId, itemId: id, topic, seq, by });
      }
      items.push(await itemMinutes(db, { item, people, edits: edits.has(id) ? { lacks } : null, upper: upper.rows }));
    }
    const rights = await decideAll(db, asking, MEETING_RIGHTS, meetingId);
    if (rights["meeting:whole"] !== null)
      marks.unshift({ topic: meetingTopic(meetingId), seq: await seqOf(db, meetingTopic(meetingId)) });
    const { place } = heldAt(meeting, rights["meeting:place"] !== null);
    const nameOf = (id: string) => people.staff.find((one) => one.id === id)?.name ?? "";
    const { startsAt, endsAt, state, draftSentAt, approvedAt, chairId, minuteTakerId } = meeting;
    return {
      meeting: { id: meetingId, startsAt, endsAt, place, state, draftSentAt, approvedAt },
      typeLabel: await labelOf(db, "meeting_type", meeting.typeCode),
      chair: nameOf(chairId),
      minuteTaker: nameOf(minuteTakerId),
      items,
      departments: people.departments.filter(({ id }) => own.has(id)).map(({ id, name }) => ({ id, name })),
      places:
        edits.size > 0 ? people.departments.filter(({ active }) => active).map(({ id, name }) => ({ id, name })) : [],
      may: {
        send: rights["meeting:run"] !== null && state === "closed" && draftSentAt === null,
        approve: rights["meeting:approve"] !== null && draftSentAt !== null && approvedAt === null,
      },
      marks,
      now,
      today,
    };
  },
});
