import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { GuideTrait, ProposalRefuser } from "#db/vocabulary.ts";
import { awayAmong } from "../absence/find.server.ts";
import { caseHasEnded } from "../access/case-conditions.server.ts";
import { may } from "../access/decide.server.ts";
import { not } from "../access/rule.server.ts";
import { type Code, codesOn } from "../codes/queries.server.ts";
import { missing } from "../errors.ts";
import { type ContactPerson, contactOf } from "../people/contact.server.ts";
import { asideAround, assignmentsOf } from "../people/find.server.ts";
import { leadWorkerOf } from "../people/place.server.ts";
import { type Look, query } from "../query.server.ts";
import { currentOn, staffWho } from "../staff/find.server.ts";
import { staffNames } from "../start/shown.server.ts";
import { personTopic, type Topic } from "../topics.ts";
import { openHandoverOf } from "./handover-find.server.ts";
import { type GuideHistory, guideHistory } from "./history.server.ts";
import { pointsOf } from "./load.ts";
import { goesAsGuide, TRAIT_LIST } from "./request.ts";
import { lastRequestOf, openRequestOf, type RequestKept, refusalsAround } from "./request-find.server.ts";
import { FULL_ROOM } from "./rhythm.ts";

const { assignment, guideCapacity, guideTrait, youngPerson } = tables;

/** A guide who could be proposed, with all that is looked at: facts beside each other, and no sum of them. */
export type GuideToChoose = {
  id: string;
  name: string;
  youngPeople: number;
  points: number;
  room: number;
  traits: Record<GuideTrait, string[]>;
  /** Goes with the young person today, and is not proposed anew. */
  goesNow: boolean;
  /** Went with the young person before. */
  before: boolean;
  awayUntil: string | null;
  /** Each no between them and the young person, the first one first; `now`: in the search that is open, so that they are not proposed again. */
  saidNo: { by: ProposalRefuser; on: string; now: boolean }[];
};

export type GuideChoice = {
  person: { id: string; name: string; firstName: string };
  request: Omit<RequestKept, "requestedById" | "assignmentId"> | null;
  /** How the search ended last, while none is open. */
  endedAs: RequestKept["state"] | null;
  contact: Pick<ContactPerson, "name" | "kind" | "there"> | null;
  hasLeadWorker: boolean;
  /** Is being handed on: until that is answered no guide is looked for. */
  handedOn: boolean;
  guides: GuideToChoose[];
  history: GuideHistory;
  codes: Record<GuideTrait, Code[]>;
  topics: Topic[];
  today: string;
};

/** The places of these guides with young people that day, of whom nothing has ended. */
export const placesOf = (db: Db, guides: readonly string[], today: string) =>
  db
    .select({
      staffId: assignment.staffId,
      youngPersonId: assignment.youngPersonId,
      intensity: assignment.intensity,
    })
    .from(assignment)
    .where(
      and(
        inArray(assignment.staffId, [...guides]),
        eq(assignment.kind, "guide"),
        currentOn(assignment, today),
        not(caseHasEnded(assignment.youngPersonId)),
      ),
    );

/** The room of each of these guides in points: what was written, else the municipality's own number. */
export async function roomOf(db: Db, guides: readonly string[]) {
  const rows = await db
    .select()
    .from(guideCapacity)
    .where(inArray(guideCapacity.id, [...guides]));
  return (id: string): { room: number; roomVersion: number } => {
    const written = rows.find((one) => one.id === id);
    return { room: written?.points ?? FULL_ROOM, roomVersion: written?.version ?? 0 };
  };
}

/** How many guides have more than they have room for. */
export async function guidesOverRoom({ db, today }: Pick<Look<unknown>, "db" | "today">): Promise<number> {
  const guides = await staffWho(db, (roles) => roles.includes("youth_guide"), today);
  const places = await placesOf(db, guides, today);
  const room = await roomOf(db, guides);
  const pointsWith = (id: string) =>
    pointsOf(places.filter(({ staffId }) => staffId === id).map(({ intensity }) => intensity));
  return guides.filter((id) => pointsWith(id) > room(id).room).length;
}

/** Where each of these guides travels, what they know of and what they speak. */
export async function traitsOf(db: Db, guides: readonly string[]) {
  const rows = await db
    .select()
    .from(guideTrait)
    .where(and(inArray(guideTrait.staffId, [...guides]), isNull(guideTrait.removedAt)))
    .orderBy(asc(guideTrait.id));
  return (id: string) => rows.filter(({ staffId }) => staffId === id);
}

/** Whom a guide can be chosen from, and how the search stands. Who stood aside around the young person is not among them. */
export const guideChoice = query<{ youngPersonId: string }, GuideChoice>("guide-choice", {
  allow: ({ db, actor, now, today, input: { youngPersonId } }) =>
    may(db, { actor, now, today }, "person:assign", youngPersonId),
  async run(look: Look<{ youngPersonId: string }>) {
    const { db, today, input, saw } = look;
    const { youngPersonId } = input;
    const [person] = await db.select().from(youngPerson).where(eq(youngPerson.id, youngPersonId));
    if (!person) throw missing();
    saw({ youngPersonId });
    const open = await openRequestOf(db, youngPersonId);
    const last = open ?? (await lastRequestOf(db, youngPersonId));
    const refusals = await refusalsAround(db, youngPersonId);
    const aside = await asideAround(db, youngPersonId);
    const guides = (await staffWho(db, (roles) => roles.includes("youth_guide"), today)).filter((id) => !aside.has(id));
    const around = await assignmentsOf(db, youngPersonId, today);
    const contact = await contactOf(db, youngPersonId, today);
    const names = await staffNames(db, guides);
    const places = await placesOf(db, guides, today);
    const room = await roomOf(db, guides);
    const traits = await traitsOf(db, guides);
    const away = await awayAmong(db, guides, today);
    const earlier = await db
      .select({ staffId: assignment.staffId })
      .from(assignment)
      .where(and(eq(assignment.youngPersonId, youngPersonId), eq(assignment.kind, "guide")));
    const codes = async (trait: GuideTrait) => codesOn(db, TRAIT_LIST[trait], today);
    return {
      person: { id: person.id, name: `${person.firstName} ${person.lastName}`, firstName: person.firstName },
      request: open ? withoutWho(open) : null,
      endedAs: open ? null : (last?.state ?? null),
      contact: contact && { name: contact.name, kind: contact.kind, there: contact.there },
      hasLeadWorker: (await leadWorkerOf(db, youngPersonId, today)) !== undefined,
      handedOn: (await openHandoverOf(db, youngPersonId)) !== undefined,
      guides: guides.map((id) => {
        const own = places.filter(({ staffId }) => staffId === id);
        return {
          ...{ id, name: names.get(id) ?? "", youngPeople: own.length },
          points: pointsOf(own.map(({ intensity }) => intensity)),
          room: room(id).room,
          traits: codesBy(traits(id)),
          goesNow: goesAsGuide(around, id),
          before: earlier.some(({ staffId }) => staffId === id) && !goesAsGuide(around, id),
          awayUntil: away.find(({ staffId }) => staffId === id)?.toOn ?? null,
          saidNo: refusals
            .filter(({ staffId }) => staffId === id)
            .map(({ saidBy, saidOn, requestId }) => ({ by: saidBy, on: saidOn, now: requestId === open?.id })),
        };
      }),
      history: await guideHistory(db, youngPersonId, refusals, today),
      codes: {
        district: await codes("district"),
        competency: await codes("competency"),
        language: await codes("language"),
      },
      topics: [personTopic(youngPersonId)],
      today,
    };
  },
});

const codesBy = (rows: readonly { trait: GuideTrait; code: string }[]): Record<GuideTrait, string[]> => {
  const of = (wanted: GuideTrait) => rows.filter(({ trait }) => trait === wanted).map(({ code }) => code);
  return { district: of("district"), competency: of("competency"), language: of("language") };
};

const withoutWho = ({ requestedById: _, assignmentId: __, ...request }: RequestKept) => request;
