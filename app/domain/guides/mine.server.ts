import { and, asc, count, eq, gte, inArray, isNull, ne, or } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { Intensity } from "#db/vocabulary.ts";
import { coveredOn } from "../absence/find.server.ts";
import { caseHasEnded } from "../access/case-conditions.server.ts";
import { asked, mayAsStaff } from "../access/decide.server.ts";
import { not } from "../access/rule.server.ts";
import { scope } from "../access/rules.server.ts";
import { OPEN_ACTIONS } from "../actions/rules.ts";
import { staffIdOf } from "../actor.ts";
import { type Look, query } from "../query.server.ts";
import { type SavedView, savedViewsOf } from "../saved/views.server.ts";
import { currentOn } from "../staff/find.server.ts";
import { staffNames } from "../start/shown.server.ts";
import { lackingWords, type ToTell, toTell, type Unheard } from "../start/young-people.server.ts";
import { staffTopic, type Topic } from "../topics.ts";
import { type OpenConcern, openConcerns } from "./concerns.server.ts";
import {
  type HandoverLine,
  type HandoverTaken,
  handoversGiven,
  handoversTaken,
  handoversToTake,
} from "./handover-lines.server.ts";
import type { YoungFilters } from "./list-filters.ts";
import { type GivenYoung, givenToMe } from "./moves.server.ts";
import { type NotComing, notComing } from "./not-coming.server.ts";
import { type NotifyAt, notifyAt } from "./notify.server.ts";
import { byUrgency, nextByRhythm, type Reason, reasonsFor, type Standing } from "./rhythm.ts";
import { standingNow } from "./views.server.ts";

const { action, agendaItem, assignment, guideRequest, meeting, youngPerson, youngPersonAddress } = tables;

/** A young person whom the asker goes with, or looks after in somebody's place. */
export type OwnYoung = {
  id: string;
  version: number;
  name: string;
  firstName: string;
  bornOn: string;
  phone: string;
  /** Whether the number and places may lie on a phone: the asker may know of a protected address, and there is none. */
  onPhone: boolean;
  /** The asker's place, or that which they look after. */
  place: { id: string; version: number; primary: boolean; intensity: Intensity | null; sinceOn: string };
  /** In whose place, and until when; null for one's own. */
  covered: { name: string; until: string } | null;
  standing: Standing;
  reasons: Reason[];
  /** The next day by the rhythm, from today. */
  nextOn: string | null;
  meeting: { startsAt: string; meetingId: string } | null;
  /** What the asker has promised and not done yet. */
  promises: number;
};

/** A young person who has said yes to the asker, who has not answered yet. */
export type AskedToTake = { id: string; version: number; firstName: string; wish: string; saidYesOn: string | null };

export type Mine = {
  youngPeople: OwnYoung[];
  filters: YoungFilters;
  views: SavedView[];
  asked: AskedToTake[];
  /** Ids of the searches in which they said yes today. */
  takenToday: string[];
  /** Whom they were told of, and who does not come after all. */
  notComing: NotComing[];
  toTell: ToTell[];
  toHear: Pick<Unheard, "itemId" | "startsAt" | "youngPerson">[];
  concerns: OpenConcern[];
  /** Who waits for the asker to take them over, and whom the asker gives on. */
  toTake: HandoverLine[];
  given: HandoverLine[];
  /** Who has taken over from the asker. */
  taken: HandoverTaken[];
  /** Whom the asker was given by who shares out the work. */
  givenToMe: GivenYoung[];
  /** Where whoever must notify the authorities does so. */
  notifyAt: NotifyAt;
  /** Is one of those among whom the work is shared out. */
  seesTeam: boolean;
  topics: Topic[];
  now: string;
  today: string;
};

type Asked = { filters: YoungFilters };

const WITH_WHOM = ["guide", "stu_team"] as const;

async function nextMeetings(look: Look<unknown>, ids: string[]) {
  const { db, now } = look;
  const rows = await db
    .select({ youngPersonId: agendaItem.youngPersonId, startsAt: meeting.startsAt, meetingId: meeting.id })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(
      and(
        inArray(agendaItem.youngPersonId, ids),
        inArray(agendaItem.state, ["planned", "open"]),
        ne(meeting.state, "closed"),
        gte(meeting.endsAt, now),
        scope("item:see"),
      ),
    )
    .orderBy(asc(meeting.startsAt))
    .prepare()
    .execute(asked(look));
  return new Map(rows.reverse().map(({ youngPersonId, ...row }) => [youngPersonId, row]));
}

async function promisesOf({ db, actor }: Look<unknown>, ids: string[]): Promise<Map<string | null, number>> {
  const rows = await db
    .select({ youngPersonId: action.youngPersonId, n: count() })
    .from(action)
    .where(
      and(
        inArray(action.youngPersonId, ids),
        eq(action.ownerId, staffIdOf(actor)),
        inArray(action.state, [...OPEN_ACTIONS]),
      ),
    )
    .groupBy(action.youngPersonId);
  return new Map(rows.map(({ youngPersonId, n }) => [youngPersonId, n]));
}

async function unprotected(look: Look<unknown>, ids: string[]): Promise<Set<string>> {
  const { id, protected: isProtected } = youngPersonAddress;
  const rows = await look.db
    .select({ id: youngPerson.id })
    .from(youngPerson)
    .leftJoin(youngPersonAddress, eq(id, youngPerson.id))
    .where(and(inArray(youngPerson.id, ids), or(isNull(id), eq(isProtected, false)), scope("person:address")))
    .prepare()
    .execute(asked(look));
  return new Set(rows.map((row) => row.id));
}

/** Everybody the asker goes with or looks after today, the most urgent first. */
export async function ownYoung(look: Look<unknown>): Promise<OwnYoung[]> {
  const { db, actor, today, saw } = look;
  const me = staffIdOf(actor);
  const covered = await coveredOn(db, me, today);
  const names = await staffNames(
    db,
    covered.map(({ staffId }) => staffId),
  );
  const rows = await db
    .select({ person: youngPerson, place: assignment })
    .from(assignment)
    .innerJoin(youngPerson, eq(youngPerson.id, assignment.youngPersonId))
    .where(
      and(
        inArray(assignment.staffId, [me, ...covered.map(({ staffId }) => staffId)]),
        inArray(assignment.kind, [...WITH_WHOM]),
        currentOn(assignment, today),
        scope("contact:write"),
        not(caseHasEnded(youngPerson.id)),
      ),
    )
    .orderBy(asc(youngPerson.sortKey), asc(assignment.fromOn))
    .prepare()
    .execute(asked(look));
  // One's own place counts before one that is looked after.
  const own = [...rows].sort((one, other) => Number(other.place.staffId === me) - Number(one.place.staffId === me));
  const once = [...new Map(own.reverse().map((row) => [row.person.id, row])).values()];
  const ids = once.map(({ person }) => person.id);
  const meetings = await nextMeetings(look, ids);
  const promises = await promisesOf(look, ids);
  const onPhone = await unprotected(look, ids);
  const young: OwnYoung[] = [];
  for (const { person, place } of once) {
    const { id, version, firstName, lastName, bornOn, phone } = person;
    const standing = await standingNow(db, id, today);
    const { intensity, primary, fromOn: sinceOn } = place;
    const cover = place.staffId === me ? undefined : covered.find(({ staffId }) => staffId === place.staffId);
    saw({ youngPersonId: id, by: "assigned" });
    young.push({
      ...{ id, version, firstName, bornOn, phone, name: `${firstName} ${lastName}`, onPhone: onPhone.has(id) },
      place: { id: place.id, version: place.version, primary, intensity, sinceOn },
      covered: cover ? { name: names.get(cover.staffId) ?? "", until: cover.toOn } : null,
      standing,
      reasons: reasonsFor({ bornOn, intensity, sinceOn, standing }, today),
      nextOn: nextByRhythm(intensity, today),
      meeting: meetings.get(id) ?? null,
      promises: promises.get(id) ?? 0,
    });
  }
  return young.sort((one, other) => byUrgency(one.reasons, other.reasons) || one.name.localeCompare(other.name, "da"));
}

/** Who has said yes to the asker as their guide: the first name and the wish, until the asker has answered. */
export async function askedToTake(look: Look<unknown>): Promise<AskedToTake[]> {
  const { db, saw } = look;
  const rows = await db
    .select({ request: guideRequest, firstName: youngPerson.firstName })
    .from(guideRequest)
    .innerJoin(youngPerson, eq(youngPerson.id, guideRequest.youngPersonId))
    .where(and(scope("guide-request:answer"), isNull(guideRequest.endedOn)))
    .orderBy(asc(guideRequest.saidYesOn))
    .prepare()
    .execute(asked(look));
  return rows.map(({ request: { id, version, wish, saidYesOn, youngPersonId }, firstName }) => {
    saw({ youngPersonId, by: "proposed" });
    return { id, version, wish, saidYesOn, firstName };
  });
}

/** The searches in which the asker said yes today: another window says so. */
async function takenToday({ db, actor, today }: Look<unknown>): Promise<string[]> {
  const { id, proposedId, state, endedOn } = guideRequest;
  const rows = await db
    .select({ id })
    .from(guideRequest)
    .where(and(eq(proposedId, staffIdOf(actor)), eq(state, "active"), eq(endedOn, today)));
  return rows.map((row) => row.id);
}

/** The guide's own page: whom to contact, whom to tell, whom to hear. */
export const mine = query<Asked, Mine>("own-young-people", {
  allow: ({ db, ...asking }) => mayAsStaff(db, asking, "guides:mine"),
  async run(look) {
    const { actor, now, today, input } = look;
    return {
      youngPeople: await ownYoung(look),
      filters: input.filters,
      views: await savedViewsOf(look.db, staffIdOf(actor), "guides"),
      asked: await askedToTake(look),
      takenToday: await takenToday(look),
      notComing: await notComing(look),
      toTell: await toTell(look),
      toHear: (await lackingWords(look)).map(({ itemId, startsAt, youngPerson }) => ({
        itemId,
        startsAt,
        youngPerson,
      })),
      concerns: await openConcerns(look),
      toTake: await handoversToTake(look),
      given: await handoversGiven(look),
      taken: await handoversTaken(look),
      givenToMe: await givenToMe(look),
      notifyAt: await notifyAt(look.db),
      seesTeam: "by" in (await mayAsStaff(look.db, look, "guides:load")),
      topics: [staffTopic(staffIdOf(actor))],
      now,
      today,
    };
  },
});
