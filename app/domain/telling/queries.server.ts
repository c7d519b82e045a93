import { and, asc, eq, ne } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { ToldWay, YouthAnswer } from "#db/vocabulary.ts";
import { may } from "../access/decide.server.ts";
import { needsAnswer } from "../actions/rules.ts";
import { staffIdOf } from "../actor.ts";
import { placeOf } from "../agenda/place.server.ts";
import { missing } from "../errors.ts";
import { query } from "../query.server.ts";
import { staffNames } from "../start/shown.server.ts";
import { personTopic, staffTopic, type Topic } from "../topics.ts";

const { action, department, itemTold, youngPerson } = tables;

/** One agreement as it is told. */
export type Told = {
  id: string;
  version: number;
  text: string;
  dueOn: string | null;
  byYoungPerson: boolean;
  done: boolean;
  owner: string;
  department: string;
  /** What the department has said to it: nothing yet, or no. */
  lacks: "answer" | "declined" | null;
  youthAnswer: YouthAnswer;
  /** What they said to it, in their own words. */
  youthWords: string;
};

export type Telling = {
  itemId: string;
  meetingId: string;
  startsAt: string;
  name: string;
  firstName: string;
  agreements: Told[];
  /** `words`: what they said to no agreement of its own. */
  told: { version: number; by: string; on: string; how: ToldWay; words: string } | null;
  topics: Topic[];
  today: string;
};

async function agreementsOf(db: Db, itemId: string): Promise<Told[]> {
  const rows = await db
    .select({ action, department: department.name })
    .from(action)
    .leftJoin(department, eq(department.id, action.departmentId))
    .where(and(eq(action.itemId, itemId), ne(action.state, "cancelled")))
    .orderBy(asc(action.position), asc(action.number));
  const names = await staffNames(
    db,
    rows.map((row) => row.action.ownerId),
  );
  return rows.map(({ action: one, department }) => {
    const { id, version, text, dueOn, byYoungPerson, ownerId, youthAnswer, youthWords, declineReason } = one;
    return {
      ...{ id, version, text, dueOn, byYoungPerson, youthAnswer, youthWords, done: one.state === "done" },
      owner: names.get(ownerId ?? "") ?? "",
      department: department ?? "",
      lacks: needsAnswer(one) ? (declineReason === null ? "answer" : "declined") : null,
    };
  });
}

async function toldOf(db: Db, itemId: string): Promise<Telling["told"]> {
  const [row] = await db.select().from(itemTold).where(eq(itemTold.id, itemId));
  if (!row) return null;
  const { version, toldById, toldOn: on, how, words } = row;
  return { version, on, how, words, by: (await staffNames(db, [toldById])).get(toldById) ?? "" };
}

/** `Fortæl efter mødet`: what was agreed in one item, to be read aloud to the young person. */
export const telling = query<{ itemId: string }, Telling>("item-telling", {
  allow: ({ db, actor, now, today, input: { itemId } }) => may(db, { actor, now, today }, "item:tell", itemId),
  async run({ db, actor, input: { itemId }, today, saw }) {
    const { meetingId, startsAt, youngPersonId } = await placeOf(db, itemId);
    const [person] = youngPersonId ? await db.select().from(youngPerson).where(eq(youngPerson.id, youngPersonId)) : [];
    if (!person) throw missing();
    saw({ youngPersonId, meetingId, itemId });
    const { firstName, lastName } = person;
    return {
      ...{ itemId, meetingId, startsAt, firstName, name: `${firstName} ${lastName}` },
      agreements: await agreementsOf(db, itemId),
      told: await toldOf(db, itemId),
      topics: [personTopic(person.id), staffTopic(staffIdOf(actor))],
      today,
    };
  },
});
