import { and, asc, count, eq, gte, inArray, isNull, lt, ne } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { GuideTrait, Intensity } from "#db/vocabulary.ts";
import { absencesFrom } from "../absence/find.server.ts";
import type { Absence } from "../absence/rules.ts";
import { caseHasEnded } from "../access/case-conditions.server.ts";
import { asked, mayAsStaff } from "../access/decide.server.ts";
import { not } from "../access/rule.server.ts";
import { scope } from "../access/rules.server.ts";
import { staffIdOf } from "../actor.ts";
import { type Code, codesOn } from "../codes/queries.server.ts";
import { addDays } from "../days.ts";
import { copenhagenInstant, dayOf } from "../moments.ts";
import type { MoveMade } from "../people/caseload.server.ts";
import { loadOfEach, type MoveThought, mondayOf, NO_THOUGHT, WEEKS_AHEAD } from "../people/load.ts";
import { type Look, query } from "../query.server.ts";
import { SECTION_115 } from "../sharing/rules.ts";
import { currentOn, staffWho } from "../staff/find.server.ts";
import { peopleEdition } from "../staff/reference.server.ts";
import { roomOf, traitsOf } from "./choice.server.ts";
import { type GuideLoad, guideLoadOf, TRIPS_DAYS, type Weighs } from "./load.ts";
import { guideMovesMade } from "./moves.server.ts";
import { TRAIT_LIST } from "./request.ts";
import { changesUntil, reasonsFor } from "./rhythm.ts";
import { isContact, standingNow } from "./views.server.ts";

const { agendaItem, assignment, contactEntry, meeting, youngPerson } = tables;

/** A guide's place with a young person. The name stands where those who could be given on are chosen. */
export type GuidePlace = Weighs & { youngPersonId: string; name: string; intensity: Intensity | null };

export type Trait = { id: string; version: number; trait: GuideTrait; code: string };

/** A guide: how much room they have, and what is looked at when one is found. */
export type OneGuide = { id: string; room: number; roomVersion: number; traits: Trait[]; mayWrite: boolean };

export type GuideTeam = {
  loads: GuideLoad[];
  guides: OneGuide[];
  codes: Record<GuideTrait, Code[]>;
  /** Of the guides, those that are not over. */
  absences: Absence[];
  /** For whoever shares out the work: those of whom some are given on, and what weighs of the receiver's; empty for others. */
  places: GuidePlace[];
  /** Chosen are young people. */
  thought: MoveThought;
  moves: MoveMade[];
  mayManage: boolean;
  me: string;
  peopleEdition: string;
  today: string;
};

type Asked = Look<MoveThought>;

/** Every guide's place; for whoever shares out the work of those alone whom they may give on. */
const placesFor = (look: Asked, named: boolean) =>
  look.db
    .select({ place: assignment, person: youngPerson })
    .from(assignment)
    .innerJoin(youngPerson, eq(youngPerson.id, assignment.youngPersonId))
    .where(
      and(
        eq(assignment.kind, "guide"),
        currentOn(assignment, look.today),
        not(caseHasEnded(youngPerson.id)),
        named ? scope("person:assign") : undefined,
      ),
    )
    .orderBy(asc(youngPerson.sortKey))
    .prepare()
    .execute(asked(look));

/** The days of meetings that are out, by young person. One under § 115 is for those in it alone, and counts nowhere. */
async function meetingDays({ db, now }: Asked, ids: string[], until: string): Promise<Map<string | null, string[]>> {
  const rows = await db
    .select({ youngPersonId: agendaItem.youngPersonId, startsAt: meeting.startsAt })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(
      and(
        inArray(agendaItem.youngPersonId, ids),
        inArray(agendaItem.state, ["planned", "open"]),
        isNull(agendaItem.removedAt),
        inArray(meeting.state, ["published", "locked", "running"]),
        ne(meeting.typeCode, SECTION_115),
        lt(meeting.startsAt, until),
      ),
    );
  const days = new Map<string | null, string[]>();
  for (const { youngPersonId, startsAt } of rows)
    if (startsAt >= now) days.set(youngPersonId, [...(days.get(youngPersonId) ?? []), dayOf(startsAt)]);
  return days;
}

/** How often somebody travelled to each, by what stands in the case: to their home, or to where they are. */
async function tripsTo({ db, today }: Asked, ids: string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ youngPersonId: contactEntry.youngPersonId, trips: count() })
    .from(contactEntry)
    .where(
      and(
        inArray(contactEntry.youngPersonId, ids),
        inArray(contactEntry.channel, ["home", "outdoor"]),
        isContact,
        isNull(contactEntry.removedAt),
        gte(contactEntry.happenedAt, copenhagenInstant(addDays(today, -TRIPS_DAYS), "0:00")),
      ),
    )
    .groupBy(contactEntry.youngPersonId);
  return new Map(rows.map(({ youngPersonId, trips }) => [youngPersonId, trips]));
}

async function weighed(look: Asked, guides: readonly string[], named: boolean): Promise<GuidePlace[]> {
  const { db, today, input, saw } = look;
  const rows = await placesFor(look, named);
  const until = addDays(mondayOf(today), WEEKS_AHEAD * 7);
  const ids = rows.map(({ person }) => person.id);
  const meetings = await meetingDays(look, ids, until);
  const trips = await tripsTo(look, ids);
  const places: GuidePlace[] = [];
  for (const { place, person } of rows) {
    const { id: youngPersonId, bornOn } = person;
    const { intensity, fromOn: sinceOn } = place;
    const guideId = guides.includes(place.staffId) ? place.staffId : null;
    const standing = await standingNow(db, youngPersonId, today);
    const reasons = reasonsFor({ bornOn, intensity, sinceOn, standing }, today);
    const chosenFrom = named && input.from === (guideId ?? "none");
    if (chosenFrom) saw({ youngPersonId, by: "coordinator" });
    places.push({
      ...{ youngPersonId, guideId, intensity },
      name: chosenFrom ? `${person.firstName} ${person.lastName}` : "",
      over: reasons.some(({ kind }) => kind === "over"),
      trips: trips.get(youngPersonId) ?? 0,
      ahead: [
        ...(meetings.get(youngPersonId) ?? []),
        ...(standing.next ? [standing.next.on] : []),
        ...changesUntil(bornOn, today, until),
      ],
    });
  }
  return places;
}

/** What both loads are reckoned from. Who the receiver goes with already is not named, but for whom they would get twice. */
const comparedIn = (places: readonly GuidePlace[], { from, to, chosen }: MoveThought): GuidePlace[] =>
  places.flatMap((one) => {
    if (from === (one.guideId ?? "none")) return [one];
    const isTwice = chosen.includes(one.youngPersonId);
    return from !== null && one.guideId !== null && to === one.guideId
      ? [isTwice ? one : { ...one, youngPersonId: "" }]
      : [];
  });

async function guidesWith(db: Db, guides: readonly string[], mayWrite: (id: string) => boolean): Promise<OneGuide[]> {
  const room = await roomOf(db, guides);
  const traits = await traitsOf(db, guides);
  return guides.map((id) => ({
    ...{ id, ...room(id), mayWrite: mayWrite(id) },
    traits: traits(id).map(({ id, version, trait, code }) => ({ id, version, trait, code })),
  }));
}

/** How the young people are shared out among the guides, who is away, and what would be if some were given to another. */
export const guideTeam = query<MoveThought, GuideTeam>("guide-team", {
  allow: ({ db, ...asking }) => mayAsStaff(db, asking, "guides:load"),
  async run(look: Asked) {
    const { db, actor, today, input } = look;
    const me = staffIdOf(actor);
    const mayManage = "by" in (await mayAsStaff(db, look, "guides:manage"));
    const guides = await staffWho(db, (roles) => roles.includes("youth_guide"), today);
    const places = await weighed(look, guides, mayManage);
    const codes = (trait: GuideTrait) => codesOn(db, TRAIT_LIST[trait], today);
    return {
      loads: loadOfEach(guides, (one) => guideLoadOf(one, places, today)),
      guides: await guidesWith(db, guides, (id) => mayManage || id === me),
      codes: {
        district: await codes("district"),
        competency: await codes("competency"),
        language: await codes("language"),
      },
      absences: (await absencesFrom(db, today)).filter(({ staffId }) => guides.includes(staffId)),
      places: mayManage ? comparedIn(places, input) : [],
      thought: mayManage ? input : NO_THOUGHT,
      moves: mayManage ? await guideMovesMade(look) : [],
      ...{ mayManage, me, today },
      peopleEdition: await peopleEdition(db, today),
    };
  },
});
