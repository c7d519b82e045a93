import { type Db, tables } from "#db/index.server.ts";
import type { ProposalRefuser } from "#db/vocabulary.ts";
import { may, type Verdict } from "../access/decide.server.ts";
import { mustBeListed } from "../codes/queries.server.ts";
import { type At, command, type Work } from "../command.server.ts";
import { invalid, missing, refusedBecause } from "../errors.ts";
import { anyText, chosenId, input, listedOrNone, optionalId, rowId, seenVersion, withoutCpr } from "../input.server.ts";
import { asideAround, assignmentsOf, coordinators } from "../people/find.server.ts";
import { leadWorkerOf, place } from "../people/place.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { rolesOn } from "../staff/find.server.ts";
import { personTopic, staffTopic } from "../topics.ts";
import { tellGoing } from "./going.server.ts";
import { openHandoverOf } from "./handover-find.server.ts";
import { comesAfterAll, tellNotComing } from "./not-coming.server.ts";
import { awaitsGuide, awaitsYoungPerson, canPropose, goesAsGuide, isOpen, TRAIT_LIST } from "./request.ts";
import { openRequestOf, type RequestKept, refusalsAround, requestWith } from "./request-find.server.ts";

const { guideRefusal, guideRequest } = tables;

const seen = { id: rowId, version: seenVersion };
type Seen = { id: string; version: number };

/** Whoever says who goes with a young person looks for a guide for them. */
async function mayFind({ db, actor, now, today, input: { id } }: At<Seen>): Promise<Verdict> {
  const row = await requestWith(db, id);
  return row ? may(db, { actor, now, today }, "person:assign", row.youngPersonId) : { no: "missing" };
}

/** The guide who was proposed answers, once the young person has said yes. */
const mayAnswer = ({ db, actor, now, today, input: { id } }: At<Seen>): Promise<Verdict> =>
  may(db, { actor, now, today }, "guide-request:answer", id);

async function standing(db: Db, id: string, allows: (state: RequestKept["state"]) => boolean): Promise<RequestKept> {
  const row = await requestWith(db, id);
  if (!row) throw missing();
  if (!allows(row.state)) throw refusedBecause("guide-request-moved-on");
  return row;
}

/** The pages of those who go with the young person, of who was proposed, and of who looks at the search. */
async function tell(work: Work<unknown>, { youngPersonId }: RequestKept, ...guides: (string | null)[]): Promise<void> {
  work.reload(personTopic(youngPersonId), ...guides.flatMap((id) => (id ? [staffTopic(id)] : [])));
  await tellGoing(work, youngPersonId);
  // Who waits for a proposal stands with whoever coordinates.
  work.reload(...(await coordinators(work.db, work.today)).map(staffTopic));
}

/** A guide is to be found for a young person: with what they wish, and what the guide must know of. */
export const requestGuide = command("request-guide", {
  input: input({
    id: optionalId,
    youngPersonId: rowId,
    wish: withoutCpr(anyText(500)),
    district: listedOrNone,
    competency: listedOrNone,
    language: listedOrNone,
  }),
  allow: ({ db, actor, now, today, input: { youngPersonId } }) =>
    may(db, { actor, now, today }, "person:assign", youngPersonId),
  async run(work) {
    const { db, input, today, by, newId, record } = work;
    const { id: given, ...set } = input;
    if (await openRequestOf(db, set.youngPersonId)) throw refusedBecause("guide-asked-for");
    if (await openHandoverOf(db, set.youngPersonId)) throw refusedBecause("guide-handover-open");
    for (const trait of ["district", "competency", "language"] as const)
      if (set[trait] !== "") await mustBeListed(db, TRAIT_LIST[trait], trait, set[trait], today);
    const id = given ?? newId();
    const row = { id, ...set, state: "requested" as const, requestedById: by.staffId, requestedOn: today };
    await insertOnce(db, guideRequest, row);
    record({ kind: "guide-requested", youngPersonId: set.youngPersonId, facts: { request: id } });
    const made = await requestWith(db, id);
    if (made) await tell(work, made);
    return { id };
  },
});

/** A guide is proposed to the young person; the guide learns of it when they have said yes. */
export const proposeGuide = command("propose-guide", {
  input: input({ ...seen, staffId: chosenId }),
  allow: mayFind,
  async run(work) {
    const { db, input, today, by, record } = work;
    const { id, version, staffId } = input;
    const { youngPersonId } = await standing(db, id, canPropose);
    if (!(await rolesOn(db, staffId, today)).includes("youth_guide")) throw invalid("staffId", "choose");
    if ((await asideAround(db, youngPersonId)).has(staffId)) throw invalid("staffId", "choose");
    if (goesAsGuide(await assignmentsOf(db, youngPersonId, today), staffId)) throw invalid("staffId", "guide-goes-now");
    const refused = await refusalsAround(db, youngPersonId);
    if (refused.some((one) => one.requestId === id && one.staffId === staffId))
      throw invalid("staffId", "guide-refused");
    const set = { state: "proposed" as const, proposedId: staffId, proposedOn: today, saidYesOn: null };
    const row = await revise(db, guideRequest, { id, version }, set, by);
    record({ kind: "guide-proposed", youngPersonId, facts: { request: id, staffId } });
    await tell(work, row);
  },
});

/** The young person said yes to who was proposed: the guide is asked. */
export const acceptGuide = command("accept-guide", {
  input: input(seen),
  allow: mayFind,
  async run(work) {
    const { db, input, today, by, record, rights } = work;
    const { youngPersonId, proposedId } = await standing(db, input.id, awaitsYoungPerson);
    const set = { state: "accepted_by_youth" as const, saidYesOn: today };
    const row = await revise(db, guideRequest, input, set, by);
    if (proposedId) await comesAfterAll(work, { youngPersonId, staffId: proposedId });
    record({ kind: "guide-accepted", youngPersonId, facts: { request: row.id, staffId: proposedId } });
    rights();
    await tell(work, row, proposedId);
  },
});

/** The guide who knows that the young person said yes to them learns that they do not come; who was only proposed knows of nothing. */
async function tellWhoWasAsked(work: Work<unknown>, { state, youngPersonId, proposedId }: RequestKept): Promise<void> {
  if (awaitsGuide(state) && proposedId) await tellNotComing(work, { youngPersonId, staffId: proposedId });
}

/** Who was proposed is not to be: the search goes on for another. */
async function refuse(work: Work<Seen>, row: RequestKept, saidBy: ProposalRefuser): Promise<void> {
  const { db, input, today, by, newId, record, rights } = work;
  const { proposedId, youngPersonId } = row;
  if (!proposedId) throw missing();
  const set = { state: "requested" as const, proposedId: null, proposedOn: null, saidYesOn: null };
  await revise(db, guideRequest, input, set, by);
  await db
    .insert(guideRefusal)
    .values({ id: newId(), requestId: row.id, staffId: proposedId, saidBy, saidOn: today })
    .onConflictDoNothing();
  if (saidBy === "young_person") await tellWhoWasAsked(work, row);
  record({ kind: "guide-refused", youngPersonId, facts: { request: row.id, staffId: proposedId, saidBy } });
  rights();
  await tell(work, row, proposedId);
}

/** The young person said no to who was proposed; nobody asks why. */
export const refuseGuide = command("refuse-guide", {
  input: input(seen),
  allow: mayFind,
  run: async (work) =>
    refuse(
      work,
      await standing(work.db, work.input.id, (state) => isOpen(state) && state !== "requested"),
      "young_person",
    ),
});

/** The guide who was proposed says no. */
export const declineYoungPerson = command("decline-young-person", {
  input: input(seen),
  allow: mayAnswer,
  run: async (work) => refuse(work, await standing(work.db, work.input.id, awaitsGuide), "guide"),
});

/** Whether the asker has the place that the search became, and is the contact person in it. */
async function hasBegun({ db, input, today, by }: Work<Seen>): Promise<boolean> {
  const row = await requestWith(db, input.id);
  if (row?.state !== "active" || row.proposedId !== by.staffId) return false;
  const places = await assignmentsOf(db, row.youngPersonId, today);
  return places.some(({ id, primary }) => id === row.assignmentId && primary);
}

/** The guide says yes: from then on they are the one contact person. Said again in another window it is so already. */
export const takeYoungPerson = command("take-young-person", {
  input: input(seen),
  allow: mayAnswer,
  async run(work) {
    const { db, input, today, by, record } = work;
    if (await hasBegun(work)) return;
    const { youngPersonId, proposedId } = await standing(db, input.id, awaitsGuide);
    if (proposedId === null || proposedId !== by.staffId) throw missing();
    const assignmentId = await place(work, { youngPersonId, staffId: proposedId, kind: "guide", primary: true });
    const set = { state: "active" as const, endedOn: today, assignmentId };
    const row = await revise(db, guideRequest, input, set, by);
    record({ kind: "guide-began", youngPersonId, facts: { request: row.id, staffId: proposedId } });
    await tell(work, row, proposedId);
  },
});

/** The young person wants no guide at all: the lead worker is the contact person. */
export const wantNoGuide = command("want-no-guide", {
  input: input(seen),
  allow: mayFind,
  async run(work) {
    const { db, input, today, by, record, rights } = work;
    const asked = await standing(db, input.id, isOpen);
    const { youngPersonId, proposedId } = asked;
    const lead = await leadWorkerOf(db, youngPersonId, today);
    if (!lead) throw refusedBecause("no-lead-worker");
    const set = { state: "nobody_wanted" as const, endedOn: today };
    const row = await revise(db, guideRequest, input, set, by);
    const wish = { formerEndsFor: "young_persons_wish" } as const;
    await place(work, { youngPersonId, staffId: lead.staffId, kind: "lead_worker", primary: true, ...wish });
    await tellWhoWasAsked(work, asked);
    record({ kind: "guide-not-wanted", youngPersonId, facts: { request: input.id, staffId: lead.staffId } });
    rights();
    await tell(work, row, proposedId);
  },
});

/** No guide is looked for after all. */
export const withdrawGuideRequest = command("withdraw-guide-request", {
  input: input(seen),
  allow: mayFind,
  async run(work) {
    const { db, input, today, by, record, rights } = work;
    const asked = await standing(db, input.id, isOpen);
    const { youngPersonId, proposedId } = asked;
    const row = await revise(db, guideRequest, input, { state: "withdrawn" as const, endedOn: today }, by);
    await tellWhoWasAsked(work, asked);
    record({ kind: "guide-request-withdrawn", youngPersonId, facts: { request: input.id } });
    rights();
    await tell(work, row, proposedId);
  },
});
