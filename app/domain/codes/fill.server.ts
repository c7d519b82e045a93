import { sql } from "drizzle-orm";
import { tables, transact } from "#db/index.server.ts";
import type { WindowStart } from "#db/vocabulary.ts";
import caseExits from "../../../db/codes/case-exits.json" with { type: "json" };
import casePauses from "../../../db/codes/case-pauses.json" with { type: "json" };
import deadlineRules from "../../../db/codes/deadline-rules.json" with { type: "json" };
import districts from "../../../db/codes/districts.json" with { type: "json" };
import dropoutKinds from "../../../db/codes/dropout-kinds.json" with { type: "json" };
import dropoutReactions from "../../../db/codes/dropout-reactions.json" with { type: "json" };
import effortKinds from "../../../db/codes/effort-kinds.json" with { type: "json" };
import externalPlans from "../../../db/codes/external-plans.json" with { type: "json" };
import guideCompetencies from "../../../db/codes/guide-competencies.json" with { type: "json" };
import languages from "../../../db/codes/languages.json" with { type: "json" };
import lifeAreas from "../../../db/codes/life-areas.json" with { type: "json" };
import meetingTypes from "../../../db/codes/meeting-types.json" with { type: "json" };
import outreachPlaces from "../../../db/codes/outreach-places.json" with { type: "json" };
import outreachSources from "../../../db/codes/outreach-sources.json" with { type: "json" };
import outreachStatuses from "../../../db/codes/outreach-statuses.json" with { type: "json" };
import placementKinds from "../../../db/codes/placement-kinds.json" with { type: "json" };
import placementOutcomes from "../../../db/codes/placement-outcomes.json" with { type: "json" };
import schemeRules from "../../../db/codes/scheme-rules.json" with { type: "json" };
import schemes from "../../../db/codes/schemes.json" with { type: "json" };
import stuInterruptions from "../../../db/codes/stu-interruptions.json" with { type: "json" };
import stuOutcomes from "../../../db/codes/stu-outcomes.json" with { type: "json" };
import type { DeadlineRule } from "../stu/deadlines.ts";

type Listed = { code: string; da: string; en: string; from: string; to?: string; successor?: string };

const lists: Record<string, Listed[]> = {
  case_exit: caseExits,
  case_pause: casePauses,
  district: districts,
  dropout_kind: dropoutKinds,
  dropout_reaction: dropoutReactions,
  effort_kind: effortKinds,
  external_plan: externalPlans,
  guide_competency: guideCompetencies,
  language: languages,
  life_area: lifeAreas,
  meeting_type: meetingTypes,
  outreach_place: outreachPlaces,
  outreach_source: outreachSources,
  outreach_status: outreachStatuses,
  placement_kind: placementKinds,
  placement_outcome: placementOutcomes,
  scheme: schemes,
  stu_interruption: stuInterruptions,
  stu_outcome: stuOutcomes,
};

type SchemeRule = Pick<(typeof schemeRules)[number], "code" | "hintDa" | "hintEn" | "source" | "from"> & {
  to?: string;
  countsFrom?: string;
  months?: number;
};

const rules = (schemeRules as SchemeRule[]).map(({ from, to, countsFrom, months, ...rule }) => ({
  ...rule,
  countsFrom: (countsFrom ?? null) as WindowStart | null,
  months: months ?? null,
  fromOn: from,
  toOn: to ?? null,
}));

type Shipped = Omit<DeadlineRule, "days" | "repeats" | "fromOn" | "toOn"> & {
  from: string;
  days?: number;
  repeats?: boolean;
};

const deadlines = (deadlineRules as Shipped[]).map(({ from, ...rule }) => ({ ...rule, fromOn: from }));

/** Puts the dated lists that ship with the program into the database; but for their order, what a municipality has changed stays. */
export async function fillCodes(): Promise<void> {
  const rows = Object.entries(lists).flatMap(([list, items]) =>
    items.map(({ code, da, en, from, to, successor }, position) => ({
      list,
      code,
      labelDa: da,
      labelEn: en,
      position,
      fromOn: from,
      toOn: to ?? null,
      successor: successor ?? null,
    })),
  );
  const { list, code, fromOn } = tables.codeItem;
  await transact(async (db) => {
    await db
      .insert(tables.codeItem)
      .values(rows)
      .onConflictDoUpdate({ target: [list, code, fromOn], set: { position: sql`excluded.position` } });
    await db.insert(tables.schemeRule).values(rules).onConflictDoNothing();
    await db.insert(tables.deadlineRule).values(deadlines).onConflictDoNothing();
  });
}
