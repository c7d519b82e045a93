/** The closed lists of words: roles and the states of state machines. What law or policy can change is a dated row instead. */

export * from "./guide-vocabulary.ts";
export * from "./outreach-vocabulary.ts";
export * from "./stu-vocabulary.ts";

export const roles = [
  "coordinator",
  "forum_member",
  "youth_guide",
  "stu_team",
  "caseworker",
  "leader",
  "admin",
  "dpo",
  "external",
] as const;
export type Role = (typeof roles)[number];

/** Roles that open content; an administrator or a data protection officer holds none of them. */
export const contentRoles = [
  "coordinator",
  "forum_member",
  "youth_guide",
  "stu_team",
  "caseworker",
  "leader",
  "external",
] as const;

export const languages = ["da", "en"] as const;
export type Language = (typeof languages)[number];

/** Who can say who somebody is: an account of our own, or the municipality's sign-in. */
export const providers = ["local", "oidc"] as const;

export type Provider = (typeof providers)[number];

/** How sure it is who signed in (NSIS). */
export const assurances = ["low", "substantial", "high"] as const;
export type Assurance = (typeof assurances)[number];

/** Where a department belongs: square marks for the municipality, circles for others. */
export const sectors = ["municipality", "authority", "school", "private"] as const;
export type Sector = (typeof sectors)[number];

/** The nine pairs of ink and ground a department's mark may have. */
export const colours = ["petrol", "blue", "violet", "plum", "rust", "ochre", "olive", "green", "slate"] as const;
export type Colour = (typeof colours)[number];

export const assignmentKinds = ["guide", "stu_team", "caseworker", "lead_worker"] as const;
export type AssignmentKind = (typeof assignmentKinds)[number];

export const meetingStates = ["draft", "published", "locked", "running", "closed"] as const;
export type MeetingState = (typeof meetingStates)[number];

/** What the room is at: the one pointer that everybody's screen follows. */
export const roomStates = ["waiting", "item", "change", "pause", "over"] as const;
export type RoomState = (typeof roomStates)[number];

/** `unnamed`: a question about somebody who is not named, with no link to any person. */
export const itemKinds = ["person", "common", "pause", "unnamed"] as const;
export type ItemKind = (typeof itemKinds)[number];

export const itemStates = ["planned", "open", "handled", "postponed", "not_reached"] as const;
export type ItemState = (typeof itemStates)[number];

export const postponeReasons = ["time", "young_person", "basis", "department", "other"] as const;
export type PostponeReason = (typeof postponeReasons)[number];

export const nextKinds = ["meeting", "outside", "over"] as const;
export type NextKind = (typeof nextKinds)[number];

export const participantKinds = ["staff", "young_person", "parent", "companion", "interpreter", "guest"] as const;
export type ParticipantKind = (typeof participantKinds)[number];

export const presences = ["room", "video", "missing"] as const;
export type Presence = (typeof presences)[number];

/** How the young person was heard; the last two are answers too. */
export const heardWays = ["in_room", "video", "contact_person", "written", "declined", "not_reached"] as const;
export type HeardWay = (typeof heardWays)[number];

export const actionStates = [
  "proposed",
  "agreed",
  "in_progress",
  "done",
  "not_done",
  "cancelled",
  "handed_over",
] as const;
export type ActionState = (typeof actionStates)[number];

/** The texts of a plan: what the young person wants, where it goes, and of each life area own words, what goes well, what is hard. */
export const planParts = ["wish", "direction", "own_words", "strengths", "challenges"] as const;
export type PlanPart = (typeof planParts)[number];

/** What is searched through: names, plans, agreements, minutes. */
export const searchKinds = ["name", "plan", "action", "minutes"] as const;
export type SearchKind = (typeof searchKinds)[number];

/** The pages whose lists can be kept as somebody looks at them. */
export const savedPages = ["people", "actions", "stu", "guides"] as const;
export type SavedPage = (typeof savedPages)[number];

/** Who says what matters most, and how a goal stands. */
export const planVoices = ["young_person", "professionals"] as const;
export type PlanVoice = (typeof planVoices)[number];

/** How far a scheme has come with those who plan. Whether it is granted, its department decides elsewhere. */
export const schemeStates = ["considered", "asked", "in_use", "not_relevant"] as const;
export type SchemeState = (typeof schemeStates)[number];

/** From what day the months of a scheme are counted. */
export const windowStarts = ["education_ended", "begun"] as const;
export type WindowStart = (typeof windowStarts)[number];

export const goalStates = ["open", "on_track", "at_risk", "met", "dropped"] as const;
export type GoalState = (typeof goalStates)[number];

/** Whether the preparation for turning 18 that Barnets lov §§ 122-123 asks for is due to a young person. */
export const coverages = ["not_judged", "yes", "no"] as const;
export type Coverage = (typeof coverages)[number];

/** The six considerations that the preparation must hold (Barnets lov § 122; domain.md 3.9). */
export const considerations = ["support_need", "education", "employment", "housing", "social", "other"] as const;
export type Consideration = (typeof considerations)[number];
export const checkStates = ["not_begun", "under_way", "in_place"] as const;
export type CheckState = (typeof checkStates)[number];

/** The meetings of the model for going together, by the age in whole years and halves. */
export const modelMeetings = ["at_16", "at_17_half", "at_18_half"] as const;
export type ModelMeeting = (typeof modelMeetings)[number];

/** What is graded on the way to 18: what the young person is going to do, and what they are going to live on. */
export const clarifiedAbouts = ["future", "support_basis"] as const;
export type ClarifiedAbout = (typeof clarifiedAbouts)[number];

/** The life of a young person's case in the forum (domain.md 4.2): the first six are open. */
export const caseStates = [
  ...(["nominated", "screening", "accepted", "active", "paused", "closing"] as const),
  ...(["closed", "rejected", "withdrawn", "moved", "aged_out", "deceased"] as const),
] as const;
export type CaseState = (typeof caseStates)[number];

/** Why an agreement lapses with the case: the young person has moved, is dead, or does not want it any more. */
export const lapseReasons = ["moved", "deceased", "withdrawn"] as const;
export type LapseReason = (typeof lapseReasons)[number];

export const youthAnswers = ["not_asked", "yes", "partly", "no"] as const;
export type YouthAnswer = (typeof youthAnswers)[number];

export const blockedReasons = [
  "waiting_list",
  "no_consent",
  "no_offer",
  "young_person",
  "department",
  "other",
] as const;
export type BlockedReason = (typeof blockedReasons)[number];

/** Kinds of paragraph in an item's minutes. */
export const paragraphKinds = ["discussion", "dissent", "remark", "handed_in"] as const;
export type ParagraphKind = (typeof paragraphKinds)[number];

/** Who may read a text, beyond the shared class (domain.md 3.3). */
export const textClasses = [
  "open_in_forum",
  "named_departments",
  "health",
  "criminal",
  "child_case",
  "section115",
] as const;
export type TextClass = (typeof textClasses)[number];

/** What a legal basis asks for: no consent, one to exchange, or one that a patient gives. */
export const consentsAsked = ["none", "exchange", "health"] as const;
export const consentKinds = ["exchange", "health"] as const;
export type ConsentKind = (typeof consentKinds)[number];
export const consentForms = ["written", "oral", "digital"] as const;
export type ConsentForm = (typeof consentForms)[number];

/** What a basis opens: the item, or the three facts that a school may have without consent (LKI § 15 d). */
export const sharedContents = ["item", "school_facts"] as const;
export type SharedContent = (typeof sharedContents)[number];

/** Who must be told that something was shared. */
export const tolds = ["young_person", "custody_holders", "patient"] as const;
export type Told = (typeof tolds)[number];

/** Whether a young person is about to drop out of an education, or has. */
export const schoolInterruptions = ["at_risk", "interrupted"] as const;

export const networkKinds = ["parent", "sibling", "relative", "friend", "guardian", "companion", "other"] as const;
export type NetworkKind = (typeof networkKinds)[number];

/** What was done about somebody who sits in the room without a basis. */
export const basisGaps = ["left", "oral_consent", "unnamed"] as const;
export type BasisGap = (typeof basisGaps)[number];

export const identityKinds = ["civil", "replacement"] as const;

/** Ways into the system that the log tells apart. */
export const channels = ["page", "live", "command_line", "demo", "system"] as const;
export type Channel = (typeof channels)[number];

/** By what a birth was found to stand twice. */
export const duplicateMatches = ["number", "name"] as const;
export type DuplicateMatch = (typeof duplicateMatches)[number];

/** What a coordinator found when looking at a possible duplicate. */
export const duplicateOutcomes = ["same", "different"] as const;

/** Why somebody opens what they have no right to: what cannot wait for those who have it. */
export const emergencyReasons = [
  "life_or_health",
  "gone_missing",
  "violence",
  "nowhere_to_sleep",
  "other_acute",
] as const;
export const emergencyVerdicts = ["in_order", "not_in_order"] as const;

/** What somebody said why they opened. */
export const openedThings = ["sealed_note", "address"] as const;

/** Who said that an address is protected, or no longer is. */
export const addressSources = ["register", "young_person", "authority"] as const;

/** What a member of a meeting who has no right to an item gets of it: nothing, its time, whose it is, or what the rules say. */
export const existenceLevels = ["hidden", "reserved", "name", "full"] as const;
export type ExistenceLevel = (typeof existenceLevels)[number];
/** The roles for which that can be set. */
export const existenceRoles = [
  "forum_member",
  "youth_guide",
  "stu_team",
  "caseworker",
  "external",
] as const satisfies Role[];
export type ExistenceRole = (typeof existenceRoles)[number];
