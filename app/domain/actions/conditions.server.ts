import { and, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, type SQL } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { addDays, weekday } from "../calendar.ts";
import type { ActionFilters, DueAsked, StateAsked } from "./filters.ts";
import { OPEN_ACTIONS } from "./rules.ts";

const { action } = tables;

/** The rules of an agreement (rules.ts) as conditions of its row. */
export const isOpenRow = inArray(action.state, [...OPEN_ACTIONS]);

/** A department's yes or no is waited for; one that said no has answered. */
export const isAskedRow = and(
  eq(action.state, "proposed"),
  eq(action.byYoungPerson, false),
  isNull(action.declineReason),
);

export const isOverdueOn = (today: string): SQL | undefined =>
  and(inArray(action.state, ["agreed", "in_progress"]), eq(action.byYoungPerson, false), lt(action.dueOn, today));

const states: Record<StateAsked, (today: string) => SQL | undefined> = {
  late: isOverdueOn,
  stuck: () => isNotNull(action.blockedReason),
  asked: () => isAskedRow,
};

const sunday = (today: string) => addDays(today, 7 - weekday(today));

const dues: Record<DueAsked, (today: string) => SQL | undefined> = {
  over: (today) => lt(action.dueOn, today),
  week: (today) => and(gte(action.dueOn, today), lte(action.dueOn, sunday(today))),
  later: (today) => gt(action.dueOn, sunday(today)),
  none: () => isNull(action.dueOn),
};

/** What the filters ask of an agreement; whose it is says the list. */
export const fitsFilters = ({ state, departmentId, due }: ActionFilters, today: string): SQL | undefined =>
  and(
    state ? states[state](today) : undefined,
    departmentId ? eq(action.departmentId, departmentId) : undefined,
    due ? dues[due](today) : undefined,
  );
