import { and, eq, gt, isNull, or } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { tables } from "#db/index.server.ts";
import { apart, holds, worksIn } from "./conditions.server.ts";
import { hasConflictAround } from "./emergency-conditions.server.ts";
import type { Entry } from "./rule.server.ts";
import { isYes, me, one, today } from "./terms.server.ts";

const { courseHandover, stuCourse } = tables;

const ofHandover = alias(stuCourse, "of_handover");
const goesOn = one(
  ofHandover,
  and(eq(ofHandover.id, courseHandover.courseId), or(isNull(ofHandover.closedOn), gt(ofHandover.closedOn, today))),
);
const worksThere = worksIn(courseHandover.departmentId);
const isAsked = and(
  isNull(courseHandover.answeredAt),
  isNull(courseHandover.withdrawnAt),
  goesOn,
  worksThere,
  or(eq(courseHandover.staffId, me), holds("forum_member")),
);
const hindered = { ...apart, "conflict of interest": hasConflictAround(courseHandover.youngPersonId) };

/** Who is asked to take over after a course knows of it by that alone; and who has, while somebody follows it. */
export const handoverRules = {
  "handover:see": {
    table: courseHandover,
    grant: {
      "asked to take over": isAsked,
      "has taken over": and(
        isYes(courseHandover.accepted),
        goesOn,
        worksThere,
        or(eq(courseHandover.answeredById, me), eq(courseHandover.staffId, me)),
      ),
    },
    deny: hindered,
  },
  "handover:answer": {
    table: courseHandover,
    hiddenUnless: "handover:see",
    grant: { "asked to take over": isAsked },
    deny: hindered,
  },
} satisfies Record<string, Entry>;
