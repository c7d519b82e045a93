import { type SQL, sql } from "drizzle-orm";
import { actionRules } from "./action-rules.server.ts";
import { contactRules } from "./contact-rules.server.ts";
import { courseRules } from "./course-rules.server.ts";
import { emergencyRules } from "./emergency-rules.server.ts";
import { existenceRules } from "./existence-rules.server.ts";
import { handoverRules } from "./handover-rules.server.ts";
import { itemRules } from "./item-rules.server.ts";
import { logRules } from "./log-rules.server.ts";
import { meetingRules } from "./meeting-rules.server.ts";
import { officeRules } from "./office-rules.server.ts";
import { outreachRules } from "./outreach-rules.server.ts";
import { personRules } from "./person-rules.server.ts";
import { type Entry, sum } from "./rule.server.ts";
import { sharingRules } from "./sharing-rules.server.ts";

/** The rule table: who may, named. What stands in no row is denied. */
const table = {
  ...meetingRules,
  ...itemRules,
  ...existenceRules,
  ...personRules,
  ...emergencyRules,
  ...actionRules,
  ...contactRules,
  ...courseRules,
  ...handoverRules,
  ...sharingRules,
  ...outreachRules,
  ...officeRules,
  ...logRules,
};

export type What = keyof typeof table;
/** The names of the grants of a right: each has its words on the screens. */
export type Why<W extends What> = keyof (typeof table)[W]["grant"] & string;
export const rules: Record<What, Entry> = table;

/** The name of a grant: why somebody may. Each has its words on the screens. */
export type RuleName = { [W in What]: keyof (typeof table)[W]["grant"] & string }[What];

/** The sum of the rules for lists, search and counts: some grant, and no denial. Takes the placeholders `me` and `today`. */
export const scope = (what: What): SQL => sum(rules[what]);

/** That no denial of a right stands against the asker: for rows that come with something they see by another right. */
export const unhindered = (what: What): SQL => sum({ grant: { "comes with": sql`true` }, deny: rules[what].deny });
