import type {
  BlockedReason,
  ConsentForm,
  ConsentKind,
  GoalState,
  HeardWay,
  NetworkKind,
  PlanVoice,
  PostponeReason,
} from "#db/vocabulary.ts";
import type { DepartmentKey } from "./texts/departments.ts";

/** What becomes of an agreement; `open` goes on, `unanswered` waits for its department's yes. */
export type Outcome = "on time" | "late" | "stuck" | "withdrawn" | "open" | "unanswered";

export type Promised = {
  department: DepartmentKey;
  text: string;
  /** Days from the meeting to the day it is promised for. */
  dueDays: number;
  outcome: Outcome;
  byYoungPerson?: true;
  /** The option it was made of. */
  option?: string;
  blocked?: BlockedReason;
};

export type Heard = { how: HeardWay; words: string; tries?: string; notToDiscuss?: string };

/** What is said and agreed about one young person in one meeting. */
export type Script = {
  question: string;
  minutes: number;
  heard: Heard;
  options: { department: DepartmentKey; text: string }[];
  discussion: string;
  promises: Promised[];
  /** Why nothing was agreed. */
  noAgreement?: string;
  /** It left the meeting unspoken, and came at the next. */
  left?: PostponeReason | "not reached";
};

export type EffortLine = {
  department: DepartmentKey;
  title: string;
  provider: string;
  /** Days from the demo's own day. */
  from: number;
  to: number | null;
  contactRole?: true;
  /** Codes of the kinds of effort and of the life areas. */
  kind: string;
  area: string;
  hours?: string;
  weekdays?: readonly number[];
  /** Days from the demo's own day. */
  validUntil?: number;
};

/** What is written in a plan: own words and what goes well by the guide or the lead worker, what is hard by the lead worker. */
export type PlanLine = {
  /** As it was said at first, and again since. */
  wish: readonly string[];
  direction: string;
  goals: readonly {
    text: string;
    why: string;
    howSeen: string;
    area: string;
    /** Days from the demo's own day. */
    due: number;
    state: readonly [GoalState, PlanVoice];
  }[];
  areas: readonly { area: string; ownWords?: string; well?: string; hard?: string }[];
  important: Record<PlanVoice, readonly string[]>;
};

/** Somebody around a young person. Days are counted from the demo's own. */
export type NetworkLine = {
  kind: NetworkKind;
  name: string;
  phone?: string;
  /** When the young person said that they may be called. */
  mayCall?: number;
  unwanted?: { on: number; voice: PlanVoice };
};

/** A yes that somebody was asked for. Days are counted from the demo's own. */
export type ConsentLine = {
  kind: ConsentKind;
  recipients: readonly DepartmentKey[];
  areas: readonly string[];
  purpose: string;
  form: ConsentForm;
  on: number;
  /** Null: a year. */
  until: number | null;
  /** Those who hold custody said yes, and the young person has not answered. */
  custodyOnly?: true;
  withdrawn?: number;
};

/** A visit to the forum: so many meetings ago (1 is the latest). */
export type Visit = { ago: number; script: Script };

/** A young person of the demo, and all that is to happen around them. */
export type Young = {
  /** The name from which the id follows. */
  key: string;
  firstName: string;
  lastName: string;
  bornOn: string;
  cpr: string | null;
  departments: DepartmentKey[];
  guide: string | null;
  /** Who guided them before, and when they changed, in days. */
  formerGuide?: { guide: string; until: number };
  stu: string | null;
  lead: string | null;
  /** Days from the demo's own day. */
  added: number;
  ended: number | null;
  efforts: EffortLine[];
  /** The efforts were thought together, since so many days from the demo's own. */
  together?: { title: string; from: number };
  /** Who holds custody, where they came to the forum before they turned 18. */
  parents: readonly string[];
  consents: readonly ConsentLine[];
  visits: Visit[];
};
