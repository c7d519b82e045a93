import { and, asc, count, desc, eq, gt, gte, inArray, isNull, lte, ne, notInArray, or, type SQL } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { staffIdOf } from "../actor.ts";
import { addMonths } from "../calendar.ts";
import { type Look, query } from "../query.server.ts";
import { basesOn } from "../sharing/register.server.ts";
import { leadTopic, outreachTopic } from "../topics.ts";
import { leadWith, looksForThem } from "./find.server.ts";
import { LEADS_AT_ONCE, type LeadFilters } from "./list-filters.ts";
import { expiredUpTo, isShown, KEPT_MONTHS, type LeadView, leadViews, MOST_TRIES } from "./rules.ts";
import {
  allPlaces,
  encountersAt,
  leadRows,
  nextMeetingToRun,
  openAlerts,
  outreachCodes,
  workersFor,
} from "./shown.server.ts";

const { identityNumber, outreachAttempt, outreachEncounter, outreachLead, youngPerson } = tables;

type Nothing = Record<string, never>;

/** Who was tried as often as one may, and no meeting was asked. */
const atCeiling = (db: Db) =>
  db
    .select({ id: outreachAttempt.leadId })
    .from(outreachAttempt)
    .groupBy(outreachAttempt.leadId)
    .having(gte(count(), MOST_TRIES));

/** The rows of a view. Who wants to be left alone, whose time has run out and who has a case stand in none. */
function rowsOf(db: Db, view: LeadView, today: string): SQL | undefined {
  const ceiling = and(eq(outreachLead.state, "contact_attempts"), isNull(outreachLead.raisedOn));
  const is: Record<LeadView, SQL | undefined> = {
    day: and(
      inArray(outreachLead.state, ["verified", "contact_attempts"]),
      or(
        ne(outreachLead.state, "contact_attempts"),
        gt(outreachLead.raisedOn, ""),
        notInArray(outreachLead.id, atCeiling(db)),
      ),
    ),
    new: eq(outreachLead.state, "new"),
    met: inArray(outreachLead.state, ["met", "wants_help"]),
    meeting: and(ceiling, inArray(outreachLead.id, atCeiling(db))),
    again: and(eq(outreachLead.state, "declined"), lte(outreachLead.nextAllowedOn, today)),
    done: inArray(outreachLead.state, ["not_needed", "unreachable"]),
  };
  return and(is[view], gt(outreachLead.receivedOn, expiredUpTo(today)), isNull(outreachLead.erasedOn));
}

/** Who has no case that the asker may see, by the number; what they may not see leaves nobody out. Takes the placeholders of a right. */
function withoutCase(db: Db): SQL | undefined {
  const seen = db
    .select({ index: identityNumber.blindIndex })
    .from(identityNumber)
    .innerJoin(youngPerson, eq(youngPerson.id, identityNumber.youngPersonId))
    .where(scope("person:see"));
  return or(isNull(outreachLead.blindIndex), notInArray(outreachLead.blindIndex, seen));
}

const howMany = async ({ db, ...asking }: { db: Db } & Asking, where: SQL | undefined) =>
  (await db.select({ n: count() }).from(outreachLead).where(where).prepare().execute(asked(asking)))[0]?.n ?? 0;

/** How many were tried as often as one may, and no meeting was asked. */
export const nobodyReached = (look: { db: Db } & Asking) => howMany(look, rowsOf(look.db, "meeting", look.today));

async function listOf(look: Look<LeadFilters>) {
  const { db, today, actor, input, saw } = look;
  const chosen = and(
    input.source ? eq(outreachLead.source, input.source) : undefined,
    input.mine ? eq(outreachLead.assignedToId, staffIdOf(actor)) : undefined,
  );
  const narrowed = and(chosen, input.cases ? undefined : withoutCase(db));
  const counts: [LeadView, number][] = [];
  for (const view of leadViews) counts.push([view, await howMany(look, and(rowsOf(db, view, today), narrowed))]);
  const all = await howMany(look, and(rowsOf(db, input.view, today), chosen));
  const found = await db
    .select({ lead: outreachLead, place: tables.outreachPlace.name })
    .from(outreachLead)
    .leftJoin(tables.outreachPlace, eq(tables.outreachPlace.id, outreachLead.placeId))
    .where(and(rowsOf(db, input.view, today), narrowed))
    .orderBy(asc(tables.outreachPlace.sortKey), asc(outreachLead.sortKey), asc(outreachLead.id))
    .limit(LEADS_AT_ONCE)
    .offset(input.page * LEADS_AT_ONCE)
    .prepare()
    .execute(asked(look));
  const leads = await leadRows(
    look,
    found.map(({ lead }) => lead),
  );
  const alerts = await openAlerts(look);
  saw({ topic: outreachTopic, seq: 0 });
  return {
    ...{ leads, alerts, counts: Object.fromEntries(counts) as Record<LeadView, number> },
    /** How many are left out who have a case that the asker may see. */
    leftOut: all - (Object.fromEntries(counts)[input.view] ?? 0),
    places: await allPlaces(db, today),
    workers: await workersFor(db, today),
    ...(await outreachCodes(db, today, leads, alerts)),
    meeting: input.view === "meeting" ? await nextMeetingToRun(look) : null,
    ...{ filters: input, today },
  };
}
export type Outreach = Awaited<ReturnType<typeof listOf>>;

/** The young people who are looked for, as one view of them: the day's list by place, the others by name. */
export const outreachFor = query("outreach", { allow: looksForThem, run: listOf });

async function oneOf(look: Look<{ id: string }>) {
  const { db, today, input, saw } = look;
  const stands = await leadWith(db, input.id, today);
  saw({ topic: leadTopic(input.id), seq: stands.version });
  // Who is to be left alone, whose time has run out and who has a case is not shown.
  const shows = isShown(stands.standing);
  const [lead] = shows ? await leadRows(look, [stands]) : [];
  const { standing, version, stateOn, nextAllowedOn } = stands;
  const alerts = shows ? await openAlerts(look, input.id) : [];
  const since = addMonths(today, -KEPT_MONTHS);
  const met = await db
    .select()
    .from(outreachEncounter)
    .where(
      or(
        eq(outreachEncounter.leadId, input.id),
        and(isNull(outreachEncounter.leadId), eq(outreachEncounter.people, 1), gt(outreachEncounter.metOn, since)),
      ),
    )
    .orderBy(desc(outreachEncounter.metOn), desc(outreachEncounter.id))
    .limit(100);
  return {
    ...{ lead: lead ?? null, alerts, standing, today, version, stateOn, nextAllowedOn, id: input.id },
    encounters: shows ? met : [],
    places: await allPlaces(db, today),
    workers: await workersFor(db, today),
    ...(await outreachCodes(db, today, lead ? [lead] : [], alerts)),
    bases: (await basesOn(db, today)).map(({ id, labelDa, labelEn }) => ({ id, label: { da: labelDa, en: labelEn } })),
    meeting: await nextMeetingToRun(look),
  };
}
export type OutreachLead = Awaited<ReturnType<typeof oneOf>>;

/** One young person who is looked for: what was tried, and the next step. */
export const outreachLeadFor = query("outreach-lead", { allow: looksForThem, run: oneOf });

async function placesOf({ db, today }: Look<Nothing>) {
  const places = await allPlaces(db, today);
  const met = await encountersAt(
    db,
    places.map(({ id }) => id),
    200,
  );
  const versions = new Map(
    (await db.select().from(tables.outreachPlace)).map(({ id, version }) => [id, version] as const),
  );
  const { placeKinds } = await outreachCodes(db, today, [], []);
  const workers = await workersFor(db, today);
  return {
    places: places.map((one) => ({ ...one, version: versions.get(one.id) ?? 1 })),
    met,
    placeKinds,
    workers,
    today,
  };
}
export type OutreachPlaces = Awaited<ReturnType<typeof placesOf>>;

/** The places, and how many were met there: nobody by name. */
export const outreachPlacesFor = query("outreach-places", { allow: looksForThem, run: placesOf });

/** The page that takes a file of young people to look for. */
export const outreachFile = query<Nothing, Nothing>("outreach-file", { allow: looksForThem, run: async () => ({}) });
