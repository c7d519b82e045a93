import type { AssignmentKind, GuideRequestState } from "#db/vocabulary.ts";

/** The list that the codes of each trait of a guide stand in. */
export const TRAIT_LIST = { district: "district", competency: "guide_competency", language: "language" } as const;

/** What can be done while a guide is being found (domain.md 6.2). */
export const canPropose = (state: GuideRequestState): boolean => state === "requested" || state === "proposed";
export const awaitsYoungPerson = (state: GuideRequestState): boolean => state === "proposed";
export const awaitsGuide = (state: GuideRequestState): boolean => state === "accepted_by_youth";
export const isOpen = (state: GuideRequestState): boolean =>
  state === "requested" || state === "proposed" || state === "accepted_by_youth";

/** Whether a guide goes with the young person already: then they are no guide to propose. */
export const goesAsGuide = (places: readonly { staffId: string; kind: AssignmentKind }[], staffId: string): boolean =>
  places.some((place) => place.kind === "guide" && place.staffId === staffId);
