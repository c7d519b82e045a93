/** How a specially arranged youth education (STU) stands; derived from its days, never stored (domain.md 5.2). */
export const courseStates = [
  ...([
    "referred",
    "in_assessment",
    "granted",
    "refused",
    "place_chosen",
    "running",
    "interrupted",
    "phase_out",
  ] as const),
  ...(["completed", "dropped_out_positive", "dropped_out_negative", "transferred_municipality"] as const),
] as const;
export type CourseState = (typeof courseStates)[number];

/** How a course ends. */
export const courseEndings = [
  "completed",
  "dropped_out_positive",
  "dropped_out_negative",
  "transferred_municipality",
] as const satisfies CourseState[];
export type CourseEnding = (typeof courseEndings)[number];

/** What a course must keep, each with a dated rule (domain.md 5.3). */
export const deadlineCodes = [
  ...(["start_limit", "course_plan", "status_meeting", "plan_adjustment", "first_internship"] as const),
  ...(["support_basis_18", "resource_paper_started", "phase_out_meeting", "future_talk"] as const),
  ...(["resource_paper_final", "course_end"] as const),
] as const;
export type DeadlineCode = (typeof deadlineCodes)[number];

/** When somebody is asked what became of a course (domain.md 5.3). */
export const followUpCodes = ["follow_up_1", "follow_up_2", "follow_up_3", "follow_up_4"] as const;
export type FollowUpCode = (typeof followUpCodes)[number];

/** The day that a rule counts from. */
export const deadlineAnchors = ["born", "start", "planned_end", "ended"] as const;
export type DeadlineAnchor = (typeof deadlineAnchors)[number];

/** Who says so: the law, or the municipality itself. */
export const ruleOrigins = ["law", "policy"] as const;
export type RuleOrigin = (typeof ruleOrigins)[number];

/** The papers of a course that are kept elsewhere. */
export const coursePapers = ["course_plan", "hours", "transport", "quality_agreement"] as const;
export type CoursePaper = (typeof coursePapers)[number];
/** Who writes the resource paper: the place, and here stands where it is found; or it is written here. */
export const resourcePaperWays = ["by_place", "here"] as const;
export type ResourcePaperWay = (typeof resourcePaperWays)[number];
/** What a resource paper that is written here is made of, in the order it is read in. */
export const resourcePaperParts = ["own_words", "strengths", "support", "learned", "after", "contact"] as const;
export type ResourcePaperPart = (typeof resourcePaperParts)[number];

/** How a goal of the course plan stands. */
export const courseGoalStates = ["open", "met", "dropped"] as const;
export type CourseGoalState = (typeof courseGoalStates)[number];

/** What must be clear when a course ends (domain.md 5.4). */
export const rubricDimensions = ["occupation", "support_basis", "housing", "network", "community"] as const;
export type RubricDimension = (typeof rubricDimensions)[number];
/** Who says how clear it is; the young person's own word stands beside the others'. */
export const rubricSources = ["youth", "team", "provider", "employment"] as const;
export type RubricSource = (typeof rubricSources)[number];

/** Whether the young person may be called after the course; asked while it is on its way out. */
export const leavesToCall = ["not_asked", "yes", "no"] as const;
export type LeaveToCall = (typeof leavesToCall)[number];

/** How asking after somebody came to an end. */
export const followUpResults = ["answered", "unknown", "not_wanted", "moved", "deceased"] as const;
export type FollowUpResult = (typeof followUpResults)[number];

/** Ways of reaching somebody, in the order in which they are tried. */
export const tryChannels = ["call", "text_message", "through_network", "letter", "visit"] as const;
export type TryChannel = (typeof tryChannels)[number];

/** "Is it what you wanted?" */
export const wishesMet = ["yes", "partly", "no"] as const;
export type WishMet = (typeof wishesMet)[number];

/** From whom it is known what became of somebody. */
export const outcomeSources = ["young_person", "department", "other"] as const;
export type OutcomeSource = (typeof outcomeSources)[number];

/** Who is asked to help, when help is needed. */
export const helpers = ["none", "forum", "contact"] as const;
export type Helper = (typeof helpers)[number];
