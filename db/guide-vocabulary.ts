/** How somebody and a young person were in touch (domain.md 6.3). */
export const contactChannels = ["meeting", "home", "outdoor", "phone", "sms", "video", "chat", "letter"] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** What came of it; the last two are tries. */
export const contactResults = ["met", "no_answer", "did_not_come"] as const;
export type ContactResult = (typeof contactResults)[number];

/** Who was with them. */
export const contactCompanies = ["only_us", "network", "professional"] as const;

/** A note to the case, which those who go with the young person read; or a reminder, which only its keeper reads and which is deleted. */
export const contactNotes = ["case_note", "reminder"] as const;
export type ContactNote = (typeof contactNotes)[number];

/** Who is to know today that somebody is worried. */
export const concernReceivers = ["leader", "coordinator", "duty_desk"] as const;
export type ConcernReceiver = (typeof concernReceivers)[number];

/** How often a young person is to be met: every week, every second, every month, only followed (domain.md 6.2). */
export const intensities = ["A", "B", "C", "D"] as const;
export type Intensity = (typeof intensities)[number];

/** How it stands with a guide who is to be found; `active` once there is one (domain.md 6.2). */
export const guideRequestStates = [
  "requested",
  "proposed",
  "accepted_by_youth",
  "active",
  "nobody_wanted",
  "withdrawn",
] as const;
export type GuideRequestState = (typeof guideRequestStates)[number];

/** Who said no to a guide that was proposed. */
export const proposalRefusers = ["young_person", "guide"] as const;
export type ProposalRefuser = (typeof proposalRefusers)[number];

/** To whom a young person is handed over (domain.md 6.4). */
export const guideHandoverKinds = ["guide", "adult_department", "employment", "municipality", "adult_system"] as const;
export type GuideHandoverKind = (typeof guideHandoverKinds)[number];

/** What a department of our own can take young people over for. */
export const takeovers = ["adult_department", "employment"] as const satisfies (typeof guideHandoverKinds)[number][];
export type Takeover = (typeof takeovers)[number];

/** Why a guide's place ended (domain.md 6.2). */
export const placeEndings = ["goal_reached", "young_persons_wish", "age", "moved", "guide_left", "no_contact"] as const;
export type PlaceEnding = (typeof placeEndings)[number];

/** How the young person wants to take part in a meeting about them (domain.md 4.3). */
export const attendModes = ["in_room", "video", "part", "written", "no"] as const;
export type AttendMode = (typeof attendModes)[number];

/** How a young person was told what was agreed. */
export const toldWays = ["met", "phone", "written"] as const;
export type ToldWay = (typeof toldWays)[number];

/** What is looked at when a guide is chosen. */
export const guideTraits = ["district", "competency", "language"] as const;
export type GuideTrait = (typeof guideTraits)[number];
