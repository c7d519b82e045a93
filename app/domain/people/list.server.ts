import { and, asc, count, eq, inArray, max, type SQL, sql } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, asked } from "../access/decide.server.ts";
import { reachesAll, withinReach } from "../access/reach.server.ts";
import { scope } from "../access/rules.server.ts";
import { staffIdOf } from "../actor.ts";
import { type Code, codesOn } from "../codes/queries.server.ts";
import { type Look, query } from "../query.server.ts";
import { type SavedView, savedViewsOf } from "../saved/views.server.ts";
import { currentOn, staffWho } from "../staff/find.server.ts";
import { peopleEdition } from "../staff/reference.server.ts";
import type { Filters } from "./filters.ts";
import { isLate, narrowed, wasTaken } from "./narrowed.server.ts";

const { action, agendaItem, assignment, meeting, youngPerson } = tables;

/** A young person on the list. */
export type ListedPerson = {
  id: string;
  name: string;
  bornOn: string;
  /** The one contact person, or nobody. */
  contactId: string | null;
  /** Agreements over their day that the asker may see. */
  overdue: number;
  /** When the last meeting was that took them up, of those that the asker may see. */
  lastAt: string | null;
};

export type PeopleList = {
  people: ListedPerson[];
  /** How many there are in all, as the filters stand; null for more than `MOST_COUNTED`. */
  count: number | null;
  /** Where the next page begins: after this young person. */
  next: string | null;
  filters: Filters;
  views: SavedView[];
  areas: Code[];
  guides: string[];
  peopleEdition: string;
  today: string;
};

export const AT_ONCE = 50;
export const MOST_COUNTED = 200;

type Input = { filters: Filters; after: string | null };

/** The young people whose page the asker may open, and who fit the filters. */
async function listed(db: Db, asking: Asking, filters: Filters): Promise<SQL | undefined> {
  const own = (await reachesAll(db, asking)) ? undefined : withinReach["person:open"](youngPerson.id);
  return and(own, narrowed(filters, asking.today), scope("person:open"));
}

/** After somebody in the order of names; from the start where the asker may not know of them, or no longer. */
async function afterThat(db: Db, asking: Asking, id: string | null): Promise<SQL | undefined> {
  if (id === null) return undefined;
  const [last] = await db
    .select({ sortKey: youngPerson.sortKey, id: youngPerson.id })
    .from(youngPerson)
    .where(and(eq(youngPerson.id, id), scope("person:open")))
    .prepare()
    .execute(asked(asking));
  return last && sql`(${youngPerson.sortKey}, ${youngPerson.id}) > (${last.sortKey}, ${last.id})`;
}

const byPerson = <T extends { id: string | null }>(rows: T[]) => new Map(rows.map((row) => [row.id ?? "", row]));

async function contactsOf(db: Db, ids: string[], today: string) {
  const rows = await db
    .select({ id: assignment.youngPersonId, staffId: assignment.staffId })
    .from(assignment)
    .where(and(inArray(assignment.youngPersonId, ids), eq(assignment.primary, true), currentOn(assignment, today)));
  return byPerson(rows);
}

async function lateOf(db: Db, asking: Asking, ids: string[]) {
  const rows = await db
    .select({ id: action.youngPersonId, n: count() })
    .from(action)
    .where(and(inArray(action.youngPersonId, ids), isLate(asking.today)))
    .groupBy(action.youngPersonId)
    .prepare()
    .execute(asked(asking));
  return byPerson(rows);
}

async function lastOf(db: Db, asking: Asking, ids: string[]) {
  const rows = await db
    .select({ id: agendaItem.youngPersonId, at: max(meeting.startsAt) })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(and(inArray(agendaItem.youngPersonId, ids), wasTaken))
    .groupBy(agendaItem.youngPersonId)
    .prepare()
    .execute(asked(asking));
  return byPerson(rows);
}

async function counted(db: Db, asking: Asking, fits: SQL | undefined): Promise<number | null> {
  const found = db
    .select({ id: youngPerson.id })
    .from(youngPerson)
    .where(fits)
    .limit(MOST_COUNTED + 1)
    .as("found");
  const [row] = await db.select({ n: count() }).from(found).prepare().execute(asked(asking));
  return row && row.n <= MOST_COUNTED ? row.n : null;
}

/** Those whom the asker may see, by name, fifty at a time. */
export const peopleList = query<Input, PeopleList>("people-list", {
  allow: async ({ actor }) => (actor.kind === "staff" ? { by: "those they may see" } : { no: "missing" }),
  async run(look: Look<Input>) {
    const { db, input, today, saw } = look;
    const fits = await listed(db, look, input.filters);
    const rows = await db
      .select()
      .from(youngPerson)
      .where(and(fits, await afterThat(db, look, input.after)))
      .orderBy(asc(youngPerson.sortKey), asc(youngPerson.id))
      .limit(AT_ONCE + 1)
      .prepare()
      .execute(asked(look));
    const shown = rows.slice(0, AT_ONCE);
    const ids = shown.map(({ id }) => id);
    const [contacts, late, last] = [
      await contactsOf(db, ids, today),
      await lateOf(db, look, ids),
      await lastOf(db, look, ids),
    ];
    for (const youngPersonId of ids) saw({ youngPersonId });
    return {
      people: shown.map(({ id, firstName, lastName, bornOn }) => ({
        ...{ id, name: `${firstName} ${lastName}`, bornOn },
        contactId: contacts.get(id)?.staffId ?? null,
        overdue: late.get(id)?.n ?? 0,
        lastAt: last.get(id)?.at ?? null,
      })),
      count: await counted(db, look, fits),
      next: rows.length > AT_ONCE ? (ids.at(-1) ?? null) : null,
      filters: input.filters,
      views: await savedViewsOf(db, staffIdOf(look.actor), "people"),
      areas: await codesOn(db, "life_area", today),
      guides: await staffWho(db, (roles) => roles.includes("youth_guide"), today),
      peopleEdition: await peopleEdition(db, today),
      today,
    };
  },
});
