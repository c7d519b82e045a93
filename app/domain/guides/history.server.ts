import { and, eq, isNotNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { AssignmentKind, GuideRequestState, PlaceEnding, ProposalRefuser } from "#db/vocabulary.ts";
import { absencesKept } from "../absence/find.server.ts";
import { type Absence, coverDays, isCovered } from "../absence/rules.ts";
import { addDays } from "../days.ts";
import { dayOf } from "../moments.ts";
import { asideAround } from "../people/find.server.ts";
import { formerRows } from "../revise.server.ts";
import { rolesOn } from "../staff/find.server.ts";
import { staffNames } from "../start/shown.server.ts";
import { type ContactSpan, contactSpans } from "./past-contacts.ts";
import type { RequestKept, refusalsAround } from "./request-find.server.ts";

const { assignment, guideRequest } = tables;

/** Who was proposed in a search, and what was said to it. */
export type PastProposal = {
  name: string;
  on: string;
  /** When the young person said yes; null when they did not. */
  saidYesOn: string | null;
  /** Who said no, and when; null when nobody did. */
  no: { by: ProposalRefuser; on: string } | null;
};

/** A search for a guide that has ended. */
export type PastSearch = {
  id: string;
  askedOn: string;
  /** Empty where it was nobody of the forum. */
  askedBy: string;
  proposals: PastProposal[];
  endedAs: GuideRequestState;
  endedOn: string;
  /** Who became the guide. */
  guide: string;
};

/** Who was there for the young person while the contact person was away; `name`: empty where nobody was. */
export type PastCover = { name: string; fromOn: string; toOn: string };

/** Somebody who was the contact person, or is. `toOn`: the day they were not any more. */
export type PastContact = {
  id: string;
  name: string;
  kind: AssignmentKind;
  fromOn: string;
  toOn: string | null;
  endedFor: PlaceEnding | null;
  covers: PastCover[];
};

export type GuideHistory = { searches: PastSearch[]; contacts: PastContact[] };

type Named = (id: string | null) => string;
type Refusal = Awaited<ReturnType<typeof refusalsAround>>[number];

/** Each proposal of a search once, the first one first: also one in whose place another was proposed. */
function proposalsOf(versions: readonly RequestKept[], refusals: readonly Refusal[], nameOf: Named): PastProposal[] {
  const made = new Map<string, PastProposal>();
  for (const { proposedId, proposedOn, saidYesOn } of versions) {
    if (proposedId === null || proposedOn === null) continue;
    const key = `${proposedId} ${proposedOn}`;
    const no = refusals.find(({ staffId }) => staffId === proposedId);
    made.set(key, {
      name: nameOf(proposedId),
      on: proposedOn,
      saidYesOn: saidYesOn ?? made.get(key)?.saidYesOn ?? null,
      no: no ? { by: no.saidBy, on: no.saidOn } : null,
    });
  }
  return [...made.values()];
}

async function searchesOf(db: Db, youngPersonId: string, refusals: readonly Refusal[]): Promise<PastSearch[]> {
  const ended = await db
    .select()
    .from(guideRequest)
    .where(and(eq(guideRequest.youngPersonId, youngPersonId), isNotNull(guideRequest.endedOn)));
  const former = await formerRows(
    db,
    guideRequest,
    ended.map(({ id }) => id),
  );
  const rows = [...former.map(({ row }) => row), ...ended];
  const names = await staffNames(
    db,
    rows.flatMap(({ proposedId, requestedById }) => [proposedId, requestedById]),
  );
  const nameOf: Named = (id) => names.get(id ?? "") ?? "";
  return ended
    .map((row) => ({
      id: row.id,
      askedOn: row.requestedOn,
      askedBy: nameOf(row.requestedById),
      proposals: proposalsOf(
        rows.filter(({ id }) => id === row.id),
        refusals.filter(({ requestId }) => requestId === row.id),
        nameOf,
      ),
      endedAs: row.state,
      endedOn: row.endedOn ?? row.requestedOn,
      guide: row.state === "active" ? nameOf(row.proposedId) : "",
    }))
    .sort((one, other) => `${other.endedOn} ${other.id}`.localeCompare(`${one.endedOn} ${one.id}`));
}

async function spansOf(db: Db, youngPersonId: string, today: string): Promise<ContactSpan[]> {
  const places = await db.select().from(assignment).where(eq(assignment.youngPersonId, youngPersonId));
  const former = await formerRows(
    db,
    assignment,
    places.map(({ id }) => id),
  );
  return contactSpans(
    places.map((place) => {
      const before = former.filter(({ row }) => row.id === place.id);
      // Each stood until it was changed.
      const versions = [...before.map(({ row }) => row), place].map(({ primary, toOn }, n) => {
        const changed = before[n - 1];
        return { sinceOn: changed ? dayOf(changed.at) : place.fromOn, primary, toOn };
      });
      const { id, staffId, kind, endedFor } = place;
      return { id, staffId, kind, endedFor, versions };
    }),
    today,
  );
}

type CoverSpan = { coveredById: string | null; fromOn: string; toOn: string };

/** Who was there on the days of a span on which the contact person was away, as far as they have begun. */
async function coversOf(
  db: Db,
  { staffId, kind, fromOn, toOn }: ContactSpan,
  absences: readonly Absence[],
  today: string,
) {
  const last = toOn === null ? null : addDays(toOn, -1);
  const spans: CoverSpan[] = absences
    .filter((one) => one.staffId === staffId && one.fromOn <= today)
    .flatMap((one) =>
      coverDays(absences, {
        ...one,
        fromOn: one.fromOn < fromOn ? fromOn : one.fromOn,
        toOn: last !== null && last < one.toOn ? last : one.toOn,
      }),
    )
    .filter((span) => span.fromOn <= today)
    .sort((one, other) => one.fromOn.localeCompare(other.fromOn));
  const held: CoverSpan[] = [];
  for (const span of spans) {
    const does = span.coveredById !== null && isCovered(kind, await rolesOn(db, span.coveredById, span.fromOn));
    const coveredById = does ? span.coveredById : null;
    const before = held.at(-1);
    // What was changed about the absence meanwhile does not part the days of one who was there.
    if (before?.coveredById !== coveredById || addDays(before.toOn, 1) < span.fromOn)
      held.push({ ...span, coveredById });
    else if (before.toOn < span.toOn) before.toOn = span.toOn;
  }
  return held;
}

/** How guides were looked for before, and who the contact person was from when to when, with who was there in their place. */
export async function guideHistory(
  db: Db,
  youngPersonId: string,
  refusals: readonly Refusal[],
  today: string,
): Promise<GuideHistory> {
  const spans = await spansOf(db, youngPersonId, today);
  const absences = await absencesKept(db);
  const aside = await asideAround(db, youngPersonId);
  const covers = await Promise.all(spans.map((span) => coversOf(db, span, absences, today)));
  const names = await staffNames(db, [
    ...spans.map(({ staffId }) => staffId),
    ...covers.flat().map(({ coveredById }) => coveredById),
  ]);
  // Who stood aside looks after nobody they stood aside from.
  const nameOf: Named = (id) => (id === null || aside.has(id) ? "" : (names.get(id) ?? ""));
  return {
    searches: await searchesOf(db, youngPersonId, refusals),
    contacts: spans.map(({ id, staffId, kind, fromOn, toOn, endedFor }, n) => ({
      ...{ id, kind, fromOn, toOn, endedFor, name: names.get(staffId) ?? "" },
      covers: (covers[n] ?? []).map(({ coveredById, ...days }) => ({ ...days, name: nameOf(coveredById) })),
    })),
  };
}
