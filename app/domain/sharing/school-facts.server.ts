import { and, eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, asked, may } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { missing } from "../errors.ts";
import { itemWith } from "../meetings/find.server.ts";
import { contactThere } from "../people/contact.server.ts";
import { type Look, query } from "../query.server.ts";

const { agendaItem, schoolFact, youngPerson } = tables;

export type KnownFacts = Pick<
  typeof schoolFact.$inferSelect,
  "educationOrderOn" | "interruption" | "interruptionOn" | "version"
>;

/** What is written down of a young person for the school; version 0 while nothing is. */
export async function factsOf(db: Db, youngPersonId: string): Promise<KnownFacts> {
  const [row] = await db
    .select({
      educationOrderOn: schoolFact.educationOrderOn,
      interruption: schoolFact.interruption,
      interruptionOn: schoolFact.interruptionOn,
      version: schoolFact.version,
    })
    .from(schoolFact)
    .where(eq(schoolFact.id, youngPersonId));
  return row ?? { educationOrderOn: null, interruption: null, interruptionOn: null, version: 0 };
}

/** The three facts about a pupil, with whom they are about: all that a school gets of an item without consent. */
export type SchoolFacts = Omit<KnownFacts, "version"> & { itemId: string; name: string; contactPerson: string | null };

type Input = { itemId: string };

/** What a school may know of an item's young person without consent (LKI § 15 d), and nothing else of the item. */
export const schoolFacts = query("school-facts", {
  allow: ({ db, actor, now, today, input: { itemId } }: { db: Db; input: Input } & Asking) =>
    may(db, { actor, now, today }, "item:facts", itemId),
  async run({ db, today, input: { itemId }, saw }: Look<Input>): Promise<SchoolFacts> {
    const { youngPersonId, meetingId } = await itemWith(db, itemId);
    const [person] = await db
      .select({ id: youngPerson.id, firstName: youngPerson.firstName, lastName: youngPerson.lastName })
      .from(youngPerson)
      .where(eq(youngPerson.id, youngPersonId ?? ""));
    if (!person) throw missing();
    saw({ youngPersonId: person.id, itemId, meetingId, by: "school" });
    const contact = await contactThere(db, person.id, today);
    const { version: _, ...facts } = await factsOf(db, person.id);
    return { itemId, name: `${person.firstName} ${person.lastName}`, ...facts, contactPerson: contact?.name ?? null };
  },
});

/** The same for every item of a meeting that the asker's school has such a basis for. */
export async function factsInMeeting(look: Look<unknown>, meetingId: string): Promise<SchoolFacts[]> {
  const { db, actor, now, today } = look;
  const rows = await db
    .select({ id: agendaItem.id })
    .from(agendaItem)
    .where(and(eq(agendaItem.meetingId, meetingId), scope("item:facts")))
    .prepare()
    .execute(asked({ actor, now, today }));
  const facts: SchoolFacts[] = [];
  for (const { id } of rows) facts.push(await schoolFacts.run({ ...look, input: { itemId: id } }));
  return facts;
}
