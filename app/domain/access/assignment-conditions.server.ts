import { and, eq, gt, inArray, isNull, or } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { tables } from "#db/index.server.ts";
import type { AssignmentKind } from "#db/vocabulary.ts";
import { OPEN_ACTIONS } from "../actions/rules.ts";
import { throughDepartment } from "./conditions.server.ts";
import { current, isYes, lapsed, me, one } from "./terms.server.ts";

const { action, assignment } = tables;

/** Whoever has promised something that is not done yet does not lose the young person silently. */
const owesSomething = (youngPersonId: SQLiteColumn) =>
  one(
    action,
    and(eq(action.youngPersonId, youngPersonId), eq(action.ownerId, me), inArray(action.state, [...OPEN_ACTIONS])),
  );

/** A place that nobody confirms ends by itself, but that of the contact person. */
const isConfirmed = or(
  isNull(assignment.reviewedOn),
  gt(assignment.reviewedOn, lapsed),
  isYes(assignment.primary),
  owesSomething(assignment.youngPersonId),
);

const goesWith = (youngPersonId: SQLiteColumn, ...kinds: AssignmentKind[]) =>
  one(
    assignment,
    and(
      eq(assignment.youngPersonId, youngPersonId),
      eq(assignment.staffId, me),
      kinds.length > 0 ? inArray(assignment.kind, kinds) : undefined,
      current(assignment),
      throughDepartment(assignment.departmentId),
      isConfirmed,
    ),
  );

export const isAssigned = (youngPersonId: SQLiteColumn) => goesWith(youngPersonId);
/** The one who holds a young person's whole course together. */
export const isLeadWorker = (youngPersonId: SQLiteColumn) => goesWith(youngPersonId, "lead_worker");
export const isGuide = (youngPersonId: SQLiteColumn) => goesWith(youngPersonId, "guide");
