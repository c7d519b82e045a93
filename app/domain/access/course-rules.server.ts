import { and, or } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { isAssigned } from "./assignment-conditions.server.ts";
import { apart, holds, isActive } from "./conditions.server.ts";
import { teamFollows } from "./course-conditions.server.ts";
import { hasConflictAround } from "./emergency-conditions.server.ts";
import { personRules } from "./person-rules.server.ts";
import { type Entry, not } from "./rule.server.ts";

const { staff, stuCourse, youngPerson } = tables;

const seesThem = or(...Object.values(personRules["person:see"].grant));

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
  /** That a young person begins one: for the team, but for who stood aside around them; whether there is one already is told to no other. */
  "course:begin": {
    table: youngPerson,
    grant: { "the STU team": and(holds("stu_team"), seesThem, not(hasConflictAround(youngPerson.id))) },
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
