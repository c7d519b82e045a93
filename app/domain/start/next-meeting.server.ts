import { inArray } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { absentFrom } from "../agenda/agenda-for.server.ts";
import { seatedCardsFor } from "../agenda/cards.server.ts";
import { lackingIn } from "../closing/lacking.server.ts";
import { type MeetingLine, meetingsFor } from "../meetings/queries.server.ts";
import { dayOf } from "../moments.ts";
import type { Look } from "../query.server.ts";
import { basisStates } from "../sharing/invited.server.ts";
import { peopleInForum } from "../staff/reference.server.ts";

const { department } = tables;

/** A young person on the agenda who is not ready for the meeting: what is lacking, and who can be asked. */
export type NotReady = {
  itemId: string;
  name: string;
  ownWords: boolean;
  /** The contact person; nobody is asked who has stopped. */
  ask: { name: string; there: boolean } | null;
  absent: string[];
  lacksBasis: string[];
};

export type NextMeeting = {
  id: string;
  startsAt: string;
  state: MeetingLine["state"];
  isToday: boolean;
  people: number;
  notReady: NotReady[];
};

export type ComingMeetings = { next: NextMeeting | null; later: MeetingLine[] };

const LATER_SHOWN = 3;

/** The next meeting with those who are not ready for it, and the three after it. */
export async function comingMeetings(look: Look<unknown>): Promise<ComingMeetings> {
  const { coming } = await meetingsFor.run({ ...look, input: { held: 0, make: null } });
  const [first, ...later] = coming;
  return { next: first ? await readiness(look, first) : null, later: later.slice(0, LATER_SHOWN) };
}

async function readiness(look: Look<unknown>, { id, startsAt, state }: MeetingLine): Promise<NextMeeting> {
  const { db, now, today, saw } = look;
  const standing = (await lackingIn(db, look, [id])).filter(
    (item) => item.state !== "postponed" && item.state !== "not_reached",
  );
  const cards = await seatedCardsFor(db, look, id);
  const absent = await absentFrom(db, id, cards);
  const bases = await basisStates(db, id, now);
  const places = await db
    .select({ id: department.id, name: department.name })
    .from(department)
    .where(
      inArray(department.id, [...Object.values(absent).flat(), ...Object.values(bases).flatMap(({ lacks }) => lacks)]),
    );
  const nameOf = new Map(places.map((place) => [place.id, place.name]));
  const { staff } = await peopleInForum(db, today);
  const contacts = new Map(staff.map((one) => [one.id, { name: one.name, there: one.there }]));
  const notReady = standing
    .filter(
      ({ itemId, state, heard }) =>
        state === "planned" && (!heard || absent[itemId] !== undefined || (bases[itemId]?.lacks ?? []).length > 0),
    )
    .flatMap(({ itemId, heard }) => {
      const card = cards[itemId];
      if (!card?.name) return [];
      saw({ youngPersonId: card.youngPersonId, itemId, meetingId: id, by: "coordinator" });
      return {
        itemId,
        name: card.name,
        ownWords: heard,
        ask: contacts.get(card.contactPersonId ?? "") ?? null,
        absent: (absent[itemId] ?? []).map((departmentId) => nameOf.get(departmentId) ?? ""),
        lacksBasis: (bases[itemId]?.lacks ?? []).map((departmentId) => nameOf.get(departmentId) ?? ""),
      };
    });
  return { id, startsAt, state, isToday: dayOf(startsAt) === today, people: standing.length, notReady };
}
