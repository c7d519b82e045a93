import { and, desc, eq, gt, isNull, or } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { staffIdOf } from "../actor.ts";
import { age } from "../ages.ts";
import { addMonths } from "../calendar.ts";
import { type Look, query } from "../query.server.ts";
import { basesOn } from "../sharing/register.server.ts";
import { leadTopic, outreachTopic } from "../topics.ts";
import { alertsOfLead, openAlerts } from "./alerts.server.ts";
import { leadWith, looksForThem } from "./find.server.ts";
import { type LeadWords, leadWords } from "./import-plan.server.ts";
import { LEADS_AT_ONCE, type LeadFilters, MOST_ON_PAPER } from "./list-filters.ts";
import { couldCarryCase, isShown, KEPT_MONTHS, type LeadView, leadViews } from "./rules.ts";
import {
  allPlaces,
  encountersAt,
  leadRows,
  nextMeetingToRun,
  outreachCodes,
  raisedItem,
  workersFor,
} from "./shown.server.ts";
import { takesBackNo } from "./take-back.server.ts";
import { howMany, pageOf, rowsOf, withoutCase } from "./views.server.ts";

const { outreachEncounter, outreachLead } = tables;

type Nothing = Record<string, never>;

async function listOf(look: Look<LeadFilters>) {
  const { db, today, actor, input, saw } = look;
  const chosen = and(
    input.source ? eq(outreachLead.source, input.source) : undefined,
    input.mine ? eq(outreachLead.assignedToId, staffIdOf(actor)) : undefined,
  );
  const narrowed = and(chosen, input.cases ? undefined : await withoutCase(db, look));
  const counts: [LeadView, number][] = [];
  for (const view of leadViews) counts.push([view, await howMany(db, and(await rowsOf(db, view, today), narrowed))]);
  const rows = await rowsOf(db, input.view, today);
  const all = await howMany(db, and(rows, chosen));
  const shown = Object.fromEntries(counts)[input.view] ?? 0;
  const most = input.paper ? MOST_ON_PAPER : LEADS_AT_ONCE;
  // Past the end is the last page: the list may have become shorter.
  const page = input.paper ? 0 : Math.min(input.page, Math.max(0, Math.ceil(shown / most) - 1));
  const found = await pageOf(look, input.view, and(rows, narrowed), page * most, most);
  const leads = await leadRows(look, found);
  const alerts = await openAlerts(look);
  saw({ topic: outreachTopic, seq: 0 });
  return {
    ...{ leads, alerts, counts: Object.fromEntries(counts) as Record<LeadView, number> },
    /** How many are left out who have a case that the asker may see. */
    leftOut: all - shown,
    places: await allPlaces(db, today),
    workers: await workersFor(db, today),
    ...(await outreachCodes(db, today, leads, alerts)),
    meeting: input.view === "meeting" ? await nextMeetingToRun(look) : null,
    ...{ filters: { ...input, page }, today },
    now: input.paper ? look.now : null,
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
  const { standing, version, nextAllowedOn } = stands;
  const alerts = shows ? await alertsOfLead(look, input.id) : [];
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
    ...{
      lead: lead ?? null,
      alerts,
      takesBackNo: standing === "left_alone" && (await takesBackNo(look, stands)),
      standing,
      today,
      version,
      nextAllowedOn,
      id: input.id,
    },
    encounters: shows ? met : [],
    raised: shows ? await raisedItem(look, stands) : null,
    places: await allPlaces(db, today),
    workers: await workersFor(db, today),
    ...(await outreachCodes(db, today, lead ? [lead] : [], alerts)),
    // A consent is their own yes: of who was not met there is none.
    bases: (await basesOn(db, today))
      .filter(({ consent }) => consent === "none" || standing === "met" || standing === "wants_help")
      .filter((basis) => stands.bornOn !== null && couldCarryCase(basis, age(stands.bornOn, today)))
      .map(({ id, labelDa, labelEn }) => ({ id, label: { da: labelDa, en: labelEn } })),
    meeting: await nextMeetingToRun(look),
  };
}
export type OutreachLead = Awaited<ReturnType<typeof oneOf>>;

/** One young person who is looked for: what was tried, and the next step. */
export const outreachLeadFor = query("outreach-lead", { allow: looksForThem, run: oneOf });

async function placesOf(look: Look<Nothing>) {
  const { db, today } = look;
  const places = await allPlaces(db, today);
  const met = await encountersAt(look, 200);
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
export const outreachFile = query<Nothing, LeadWords>("outreach-file", {
  allow: looksForThem,
  run: ({ db, today }) => leadWords(db, today),
});
