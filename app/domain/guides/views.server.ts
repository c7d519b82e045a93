import { and, desc, eq, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { type Asking, asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { dayOf } from "../moments.ts";
import { type Standing, standingOf } from "./rhythm.ts";

const { contactEntry } = tables;

/** One time that somebody was in touch with a young person, or tried to be. */
export type Contact = Omit<typeof contactEntry.$inferSelect, "keptById" | "removedAt" | "writtenAt" | "youngPersonId">;

const columns = {
  id: contactEntry.id,
  version: contactEntry.version,
  staffId: contactEntry.staffId,
  happenedAt: contactEntry.happenedAt,
  channel: contactEntry.channel,
  result: contactEntry.result,
  company: contactEntry.company,
  minutes: contactEntry.minutes,
  text: contactEntry.text,
  kind: contactEntry.kind,
  deletesOn: contactEntry.deletesOn,
  nextOn: contactEntry.nextOn,
  nextTime: contactEntry.nextTime,
  nextPlace: contactEntry.nextPlace,
};

const newest = prepared((db) =>
  db
    .select(columns)
    .from(contactEntry)
    .where(and(eq(contactEntry.youngPersonId, sql.placeholder("of")), scope("contact:see")))
    .orderBy(desc(contactEntry.happenedAt), desc(contactEntry.id))
    .limit(sql.placeholder("most"))
    .offset(sql.placeholder("from"))
    .prepare(),
);

/** What the asker may read of a young person's contacts, the newest first. */
export const contactsOf = (
  db: Db,
  asking: Asking,
  youngPersonId: string,
  { most, from = 0 }: { most: number; from?: number },
): Promise<Contact[]> => newest(db).execute({ ...asked(asking), of: youngPersonId, most, from });

/** What somebody wrote for themselves alone is no contact. */
export const isContact = eq(contactEntry.kind, "case_note");

const sinceMet = prepared((db) =>
  db
    .select({
      happenedAt: contactEntry.happenedAt,
      channel: contactEntry.channel,
      result: contactEntry.result,
      nextOn: contactEntry.nextOn,
      nextTime: contactEntry.nextTime,
      nextPlace: contactEntry.nextPlace,
    })
    .from(contactEntry)
    .where(
      and(
        eq(contactEntry.youngPersonId, sql.placeholder("of")),
        isContact,
        sql`${contactEntry.removedAt} is null`,
        // The last meeting and what was tried since: it is few rows, however many years there are.
        sql`${contactEntry.happenedAt} >= coalesce((
          select max(met.happenedAt) from contact_entry met
          where met.youngPersonId = ${contactEntry.youngPersonId} and met.result = 'met' and met.kind = 'case_note'
            and met.removedAt is null
        ), '')`,
      ),
    )
    .orderBy(desc(contactEntry.happenedAt), desc(contactEntry.id))
    .prepare(),
);

/** How it stands with a young person: when they last met, what was tried since, and what is agreed; own reminders are no part of it. */
export async function standingNow(db: Db, youngPersonId: string, today: string): Promise<Standing> {
  const contacts = await sinceMet(db).execute({ of: youngPersonId });
  return standingOf(
    contacts.map((one) => ({ ...one, happenedOn: dayOf(one.happenedAt) })),
    today,
  );
}
