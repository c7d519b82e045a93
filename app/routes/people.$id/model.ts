import { createContext, useContext } from "react";
import type { PlanPart } from "#db/vocabulary.ts";
import { isEndedCase } from "#domain/cases/rules.ts";
import type { CaseRow } from "#domain/cases/views.server.ts";
import type { ExternalPlanRow } from "#domain/external-plans/views.server.ts";
import type { PeopleAround } from "#domain/people/around.server.ts";
import type { EffortRow } from "#domain/people/views.server.ts";
import type { PlacementRow } from "#domain/placements/views.server.ts";
import type { CombinedOfferRow } from "#domain/plan/offer-views.server.ts";
import { areasIn } from "#domain/plan/rules.ts";
import type { GoalRow, PlanRow, PlanTextRow, PriorityRow } from "#domain/plan/views.server.ts";
import type { SchemeRow } from "#domain/schemes/views.server.ts";
import type { PeopleInForum } from "#domain/staff/reference.server.ts";
import { isOfTransition } from "#domain/transition/standing.ts";
import type { TransitionRows } from "#domain/transition/views.server.ts";
import type { WellbeingRow } from "#domain/wellbeing/views.server.ts";
import { useFrame } from "#frame/frame.ts";
import { useLabelIn } from "#frame/row-forms.tsx";
import { dayWords } from "#words/days.ts";

/** The plan as it stands now, by kind of row. */
export type StandingPlan = {
  texts: PlanTextRow[];
  priorities: PriorityRow[];
  goals: GoalRow[];
  efforts: EffortRow[];
  transition: TransitionRows[];
  offers: CombinedOfferRow[];
  /** The oldest first; the last one is how it stands. */
  cases: CaseRow[];
  schemeHints: SchemeRow[];
  placements: PlacementRow[];
  ratings: WellbeingRow[];
  externalPlans: ExternalPlanRow[];
};

export type PersonPage = PeopleAround &
  StandingPlan & {
    people: PeopleInForum;
    /** Who else writes in which field now. */
    writers: Record<string, string>;
    write: (field: string) => void;
  };

const Page = createContext<PersonPage | null>(null);
export const PersonProvider = Page.Provider;

export function usePerson(): PersonPage {
  const page = useContext(Page);
  if (!page) throw new Error("No person");
  return page;
}

type TopicRow = PlanRow | TransitionRows | CaseRow;
const ofKind = <K extends (PlanRow | CaseRow)["kind"]>(rows: TopicRow[], kind: K) =>
  rows.filter((row): row is Extract<PlanRow | CaseRow, { kind: K }> => row.kind === kind);

const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);

/** The one that is open last. */
const byEnd = (one: CaseRow, other: CaseRow) => ((one.endedAt ?? "~") < (other.endedAt ?? "~") ? -1 : 1);

const inTime = (one: { id: string; fromOn: string }, other: { id: string; fromOn: string }) =>
  one.fromOn === other.fromOn ? byId(one, other) : one.fromOn < other.fromOn ? -1 : 1;

export const standingPlan = (rows: TopicRow[]): StandingPlan => ({
  texts: ofKind(rows, "plan-text"),
  priorities: ofKind(rows, "priority").sort(byId),
  goals: ofKind(rows, "goal").sort(byId),
  efforts: ofKind(rows, "effort").sort(inTime),
  offers: ofKind(rows, "combined-offer").sort(byId),
  schemeHints: ofKind(rows, "scheme").sort(byId),
  placements: ofKind(rows, "placement").sort(inTime),
  ratings: ofKind(rows, "wellbeing").sort(byId),
  externalPlans: ofKind(rows, "external-plan").sort(byId),
  transition: rows.filter(isOfTransition),
  cases: ofKind(rows, "case").sort(byEnd),
});

export type TextPlace = { part: PlanPart; area?: string; departmentId?: string | null };

/** The text of that place, when somebody has written it. */
export const textOf = ({ texts }: StandingPlan, { part, area = "", departmentId = null }: TextPlace) =>
  texts.find((row) => row.part === part && row.area === area && row.departmentId === departmentId);

/** The name of a text's place, for who writes where. */
export const fieldOf = ({ part, area = "", departmentId = null }: TextPlace): string =>
  [part, area, departmentId].filter(Boolean).join(" ");

export const filledAreas = (page: PersonPage): string[] => areasIn(page.areas, page);

export function useNames() {
  const { people } = usePerson();
  return {
    nameOf: (id: string | null) => people.staff.find((one) => one.id === id)?.name ?? "",
    staff: (id: string | null) => people.staff.find((one) => one.id === id),
    department: (id: string | null) => people.departments.find((one) => one.id === id),
  };
}

export function useLabels() {
  const { areas, effortKinds, today } = usePerson();
  const { language } = useFrame();
  const labelIn = useLabelIn();
  return {
    labelIn,
    kindOf: (code: string) => labelIn(effortKinds, code),
    areaOf: (code: string) => labelIn(areas, code),
    /** As it begins a line. */
    first: (text: string) => text.charAt(0).toLocaleUpperCase(language) + text.slice(1),
    days: dayWords(language, today),
  };
}

/** How the case of the young person stands; undefined for one from before there were cases. */
export function useCase() {
  const { cases } = usePerson();
  const now = cases.at(-1);
  return { now, former: cases.slice(0, -1), over: now !== undefined && isEndedCase(now) };
}
