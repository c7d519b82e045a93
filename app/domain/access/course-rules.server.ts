import { and } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { isAssigned } from "./assignment-conditions.server.ts";
import { apart, holds, isActive } from "./conditions.server.ts";
import { teamFollows } from "./course-conditions.server.ts";
import type { Entry } from "./rule.server.ts";

const { staff, stuCourse } = tables;

/** Who may know of a course of specially arranged youth education: the team of all, who goes with a young person of theirs. */
export const courseRules = {
  "course:see": {
    table: stuCourse,
    grant: { "the STU team": teamFollows(stuCourse), assigned: isAssigned(stuCourse.youngPersonId) },
    deny: apart,
  },
  "course:write": {
    table: stuCourse,
    hiddenUnless: "course:see",
    grant: { "the STU team": teamFollows(stuCourse) },
    deny: apart,
  },
  /** The list of courses: each sees those they may. */
  "course:list": {
    table: staff,
    grant: { "works with young people": and(isActive, holds("stu_team", "youth_guide", "caseworker", "coordinator")) },
  },
  /** How much each of the team has to do with: numbers, of nobody by name. */
  "stu:load": {
    table: staff,
    grant: {
      "the STU team": and(isActive, holds("stu_team")),
      coordinator: and(isActive, holds("coordinator")),
      leader: and(isActive, holds("leader")),
    },
  },
  /** What is the team's own: the places, the rules of its deadlines, files in and out, who goes with whom. */
  "stu:manage": { table: staff, grant: { "the STU team": and(isActive, holds("stu_team")) } },
} satisfies Record<string, Entry>;
