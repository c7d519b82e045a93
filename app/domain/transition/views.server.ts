import { and, asc, eq, inArray } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { CheckState, ClarifiedAbout, Consideration, Coverage, ModelMeeting } from "#db/vocabulary.ts";
import type { View } from "../touched.server.ts";

const { clarification, transition, transitionCheck, transitionMeeting } = tables;

/** Its id is the young person's. */
export type TransitionRow = {
  kind: "transition";
  id: string;
  version: number;
  covered: Coverage;
  coveredEvidence: string;
  supportBasisDecidedOn: string | null;
  supportBasisEvidence: string;
};
export type CheckRow = {
  kind: "transition-check";
  id: string;
  version: number;
  youngPersonId: string;
  consideration: Consideration;
  state: CheckState;
  responsibleId: string | null;
  standsOn: string | null;
  evidence: string;
};
export type ClarificationRow = {
  kind: "clarification";
  id: string;
  youngPersonId: string;
  about: ClarifiedAbout;
  level: number;
  standsOn: string;
  evidence: string;
  writtenById: string | null;
  writtenAt: string;
};
export type ModelMeetingRow = {
  kind: "transition-meeting";
  id: string;
  version: number;
  youngPersonId: string;
  model: ModelMeeting;
  plannedOn: string | null;
  heldOn: string | null;
};
export type TransitionRows = TransitionRow | CheckRow | ClarificationRow | ModelMeetingRow;

const stands = {
  id: transition.id,
  version: transition.version,
  covered: transition.covered,
  coveredEvidence: transition.coveredEvidence,
  supportBasisDecidedOn: transition.supportBasisDecidedOn,
  supportBasisEvidence: transition.supportBasisEvidence,
};
const check = {
  id: transitionCheck.id,
  version: transitionCheck.version,
  youngPersonId: transitionCheck.youngPersonId,
  consideration: transitionCheck.consideration,
  state: transitionCheck.state,
  responsibleId: transitionCheck.responsibleId,
  standsOn: transitionCheck.standsOn,
  evidence: transitionCheck.evidence,
};
const graded = {
  id: clarification.id,
  youngPersonId: clarification.youngPersonId,
  about: clarification.about,
  level: clarification.level,
  standsOn: clarification.standsOn,
  evidence: clarification.evidence,
  writtenById: clarification.writtenById,
  writtenAt: clarification.writtenAt,
};
const model = {
  id: transitionMeeting.id,
  version: transitionMeeting.version,
  youngPersonId: transitionMeeting.youngPersonId,
  model: transitionMeeting.model,
  plannedOn: transitionMeeting.plannedOn,
  heldOn: transitionMeeting.heldOn,
};

const ofKind =
  <K extends string>(kind: K) =>
  <R extends object>(row: R) => ({ kind, ...row });

export const transitionView: View<TransitionRow> = {
  kind: "transition",
  byIds: async (db, ids) =>
    (await db.select(stands).from(transition).where(inArray(transition.id, ids))).map(ofKind("transition")),
};
export const checkView: View<CheckRow> = {
  kind: "transition-check",
  byIds: async (db, ids) =>
    (await db.select(check).from(transitionCheck).where(inArray(transitionCheck.id, ids))).map(
      ofKind("transition-check"),
    ),
};
export const clarificationView: View<ClarificationRow> = {
  kind: "clarification",
  byIds: async (db, ids) =>
    (await db.select(graded).from(clarification).where(inArray(clarification.id, ids))).map(ofKind("clarification")),
};
export const modelMeetingView: View<ModelMeetingRow> = {
  kind: "transition-meeting",
  byIds: async (db, ids) =>
    (await db.select(model).from(transitionMeeting).where(inArray(transitionMeeting.id, ids))).map(
      ofKind("transition-meeting"),
    ),
};

/** All that is written about the way to 18 of these young people. */
export async function transitionRowsOf(db: Db, ids: readonly string[]): Promise<TransitionRows[]> {
  const people = [...ids];
  const checks = await db
    .select(check)
    .from(transitionCheck)
    .where(inArray(transitionCheck.youngPersonId, people))
    .orderBy(asc(transitionCheck.id));
  const clarifications = await db
    .select(graded)
    .from(clarification)
    .where(inArray(clarification.youngPersonId, people))
    .orderBy(asc(clarification.writtenAt), asc(clarification.id));
  const meetings = await db
    .select(model)
    .from(transitionMeeting)
    .where(inArray(transitionMeeting.youngPersonId, people))
    .orderBy(asc(transitionMeeting.id));
  return [
    ...(await transitionView.byIds(db, people, "")),
    ...checks.map(ofKind("transition-check")),
    ...clarifications.map(ofKind("clarification")),
    ...meetings.map(ofKind("transition-meeting")),
  ];
}

export const standingCheck = async (db: Db, youngPersonId: string, consideration: Consideration) =>
  (
    await db
      .select(check)
      .from(transitionCheck)
      .where(and(eq(transitionCheck.youngPersonId, youngPersonId), eq(transitionCheck.consideration, consideration)))
  )[0];

export const standingMeeting = async (db: Db, youngPersonId: string, of: ModelMeeting) =>
  (
    await db
      .select(model)
      .from(transitionMeeting)
      .where(and(eq(transitionMeeting.youngPersonId, youngPersonId), eq(transitionMeeting.model, of)))
  )[0];
