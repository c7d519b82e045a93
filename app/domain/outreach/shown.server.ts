import { and, asc, desc, eq, gte, inArray, ne, or } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { type Code, codesWith } from "../codes/queries.server.ts";
import { dayOf } from "../moments.ts";
import type { Look } from "../query.server.ts";
import { SECTION_115 } from "../sharing/rules.ts";
import { peopleInForum } from "../staff/reference.server.ts";
import { casesSeen, guarded, type Lead, outreachWorkers, placesOn, triesOf } from "./find.server.ts";
import { canTakeBack, isPlaceOpen, type Standing, standingOf } from "./rules.ts";
import { dayWritten, undoer } from "./take-back.server.ts";

const { agendaItem, dropoutAlert, meeting, outreachEncounter, outreachPlace } = tables;

/** `takesBack`: whether the asker may say that it was written by mistake. */
export type LeadTry = Awaited<ReturnType<typeof triesOf>>[number] & { takesBack: boolean };

/** Somebody who is looked for, as whoever looks sees them. */
export type LeadRow = Omit<
  Lead,
  "cipher" | "blindIndex" | "nameIndex" | "sortKey" | "youngPersonId" | "raisedItemId"
> & {
  standing: Standing;
  /** Whether a civil registration number stands there; it is shown nowhere. */
  hasNumber: boolean;
  tries: LeadTry[];
  /** Their case, where the asker may see one. */
  caseOf: string | null;
};

/** Rows as the screens show them; whose case is named is told to the log. */
export async function leadRows(look: Look<unknown>, leads: readonly Lead[]): Promise<LeadRow[]> {
  const ids = leads.map(({ id }) => id);
  const tries = new Map<string, LeadTry[]>(ids.map((id) => [id, []]));
  const by = await undoer(look);
  // What was met at a place is parted from them there.
  const met = new Set(
    (
      await look.db
        .select({ id: outreachEncounter.id })
        .from(outreachEncounter)
        .where(inArray(outreachEncounter.leadId, ids))
    ).map(({ id }) => id),
  );
  for (const one of await triesOf(look.db, ids)) {
    const takesBack = !met.has(one.id) && canTakeBack({ on: dayWritten(one), byId: one.triedById }, by);
    tries.get(one.leadId)?.push({ ...one, takesBack });
  }
  const cases = await casesSeen(look.db, look, leads);
  const open = new Set((await placesOn(look.db, look.today)).map(({ id }) => id));
  return (await guarded(look.db, look, leads)).map((row) => {
    const {
      cipher: _,
      blindIndex,
      nameIndex: __,
      sortKey: ___,
      youngPersonId: ____,
      raisedItemId: _____,
      ...lead
    } = row;
    const caseOf = cases.get(lead.id) ?? null;
    if (caseOf) look.saw({ youngPersonId: caseOf });
    const standing = standingOf(lead, look.today);
    // Nobody is looked for at a place that was put away.
    const placeId = lead.placeId !== null && open.has(lead.placeId) ? lead.placeId : null;
    const tried = tries.get(lead.id) ?? [];
    return { ...lead, placeId, standing, hasNumber: blindIndex !== null, tries: tried, caseOf };
  });
}

export type Place = { id: string; name: string; kind: string; open: boolean };

/** Every place, the closed ones too, by name. */
export async function allPlaces(db: Db, today: string): Promise<Place[]> {
  const rows = await db.select().from(outreachPlace).orderBy(asc(outreachPlace.sortKey));
  return rows.map(({ id, name, kind, toOn }) => ({ id, name, kind, open: isPlaceOpen({ toOn }, today) }));
}

export type Worker = { id: string; name: string; works: boolean };

/** Who looks for young people, and who did: by name. */
export async function workersFor(db: Db, today: string): Promise<Worker[]> {
  const works = new Set(await outreachWorkers(db, today));
  const { staff } = await peopleInForum(db, today);
  return staff.map(({ id, name, active }) => ({ id, name, works: active && works.has(id) }));
}

/** What is chosen from, with what stands somewhere and can no longer be chosen. */
export async function outreachCodes(db: Db, today: string, leads: readonly LeadRow[], alerts: readonly AlertRow[]) {
  const lists: Record<string, string[]> = {
    outreach_source: leads.map(({ source }) => source),
    outreach_status: leads.map(({ status }) => status),
    outreach_place: [],
    dropout_kind: alerts.map(({ kind }) => kind),
    dropout_reaction: alerts.map(({ reaction }) => reaction),
  };
  const [sources, statuses, placeKinds, kinds, reactions] = await Promise.all(
    Object.entries(lists).map(([list, standing]) => codesWith(db, list, standing, today)),
  );
  return { sources, statuses, placeKinds, kinds, reactions } as Record<CodeList, Code[]>;
}
type CodeList = "sources" | "statuses" | "placeKinds" | "kinds" | "reactions";

/** What a school told, with whom it is about as far as the asker may know, and what of it they may take back. */
export type AlertRow = typeof dropoutAlert.$inferSelect & { name: string; takesBack: "alert" | "answer" | null };

/** The next of the forum's own meetings whose agenda the asker may write: where somebody whom nobody has reached is brought up. */
export async function nextMeetingToRun(look: Look<unknown>): Promise<{ id: string; on: string } | null> {
  const [next] = await look.db
    .select({ id: meeting.id, startsAt: meeting.startsAt })
    .from(meeting)
    .where(
      and(
        scope("meeting:run"),
        ne(meeting.typeCode, SECTION_115),
        gte(meeting.startsAt, look.now),
        or(eq(meeting.state, "draft"), eq(meeting.state, "published")),
      ),
    )
    .orderBy(asc(meeting.startsAt))
    .limit(1)
    .prepare()
    .execute(asked(look));
  return next ? { id: next.id, on: dayOf(next.startsAt) } : null;
}

/** The item by which a meeting was asked, to whoever sees it; null for everybody else. */
export async function raisedItem(look: Look<unknown>, { raisedItemId }: Pick<Lead, "raisedItemId">) {
  if (raisedItemId === null) return null;
  const [found] = await look.db
    .select({ meetingId: agendaItem.meetingId, state: meeting.state })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(and(eq(agendaItem.id, raisedItemId), scope("item:see")))
    .prepare()
    .execute(asked(look));
  if (!found) return null;
  const { meetingId, state } = found;
  look.saw({ meetingId, itemId: raisedItemId });
  return { meetingId, held: state === "running" || state === "closed" };
}

/** What was met at places: the latest first, with whether the asker may take it back. */
export async function encountersAt(look: Look<unknown>, limit: number) {
  const by = await undoer(look);
  const rows = await look.db
    .select()
    .from(outreachEncounter)
    .orderBy(desc(outreachEncounter.metOn), desc(outreachEncounter.id))
    .limit(limit);
  return rows.map((met) => {
    const takesBack = met.leadId === null && canTakeBack({ on: dayWritten(met), byId: met.byId }, by);
    return { ...met, takesBack };
  });
}
