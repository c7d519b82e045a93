import { and, asc, eq, isNotNull, isNull, like, notInArray } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, asked, decide } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { isOver } from "../cases/find.server.ts";
import { meetingWith } from "../meetings/find.server.ts";
import { proposedFor } from "../participants/invite.server.ts";
import { unwantedBy } from "../people/network.server.ts";
import { danishSortKey } from "../text.ts";
import { caseFacts } from "./views.server.ts";

const { agendaItem, youngPerson } = tables;

/** `over`: the case has ended, so that nobody is put on an agenda until it is opened again. */
export type Found = { id: string; name: string; bornOn: string; over: boolean };

/** A young person who is to be put on the agenda, with what follows from the case. */
export type Chosen = Found & {
  leadWorkerId: string | null;
  contactPersonId: string | null;
  invited: string[];
  /** Who is not to be in the room, by name. */
  unwanted: string[];
};

const MOST_HITS = 8;

const named = ({ id, firstName, lastName, bornOn }: typeof youngPerson.$inferSelect, over: boolean): Found => ({
  ...{ id, bornOn, over },
  name: `${firstName} ${lastName}`,
});

/** Those whose names hold every word that was typed, of the young people whom the asker may see and who do not stand there yet. */
export async function youngPeopleToAdd(db: Db, asking: Asking, meetingId: string, typed: string): Promise<Found[]> {
  const words = danishSortKey(typed.slice(0, 80)).replace(/[%_]/g, "").split(" ").filter(Boolean);
  if (words.length === 0) return [];
  const standing = db
    .select({ id: agendaItem.youngPersonId })
    .from(agendaItem)
    .where(
      and(
        eq(agendaItem.meetingId, meetingId),
        isNull(agendaItem.removedAt),
        isNotNull(agendaItem.youngPersonId),
        notInArray(agendaItem.state, ["postponed", "not_reached"]),
      ),
    );
  const fits = words.map((word) => like(youngPerson.sortKey, `%${word}%`));
  const { typeCode } = await meetingWith(db, meetingId);
  const rows = await db
    .select()
    .from(youngPerson)
    .where(and(scope("person:see"), ...fits, notInArray(youngPerson.id, standing)))
    .orderBy(asc(youngPerson.sortKey))
    .limit(MOST_HITS)
    .prepare()
    .execute(asked(asking));
  return Promise.all(rows.map(async (row) => named(row, await isOver(db, { youngPersonId: row.id, typeCode }))));
}

/** The one who was chosen, or null where the asker may not know of anybody of that id. */
export async function chosenToAdd(db: Db, asking: Asking, meetingId: string, id: string): Promise<Chosen | null> {
  if ((await decide(db, asking, "person:see", id)) === null) return null;
  const [row] = await db.select().from(youngPerson).where(eq(youngPerson.id, id));
  if (!row) return null;
  const { leadWorkerId, contactPersonId } = await caseFacts(db, id, asking.today);
  const meeting = await meetingWith(db, meetingId);
  return {
    ...named(row, await isOver(db, { youngPersonId: id, typeCode: meeting.typeCode })),
    leadWorkerId,
    contactPersonId,
    invited: await proposedFor(db, meeting, id, leadWorkerId, asking.today),
    unwanted: (await unwantedBy(db, id, asking.today)).map(({ name }) => name),
  };
}
