import { absencesFrom } from "../absence/find.server.ts";
import type { Absence } from "../absence/rules.ts";
import { mayAsStaff } from "../access/decide.server.ts";
import type { MoveMade } from "../people/caseload.server.ts";
import { type Load, loadOfEach, type MoveThought, NO_THOUGHT } from "../people/load.ts";
import { type Look, query } from "../query.server.ts";
import { staffWho } from "../staff/find.server.ts";
import { peopleEdition } from "../staff/reference.server.ts";
import { rulesOn } from "./deadlines.ts";
import { followedBy, followedByAnybody, listed } from "./list.server.ts";
import type { ListedCourse } from "./list.ts";
import { loadOf } from "./load.ts";
import { movesMade } from "./moves.server.ts";

export type TeamLoad = {
  loads: Load[];
  /** Whom the asker may know of, by name; empty for who has the numbers alone. */
  courses: ListedCourse[];
  /** Of the team, those that are not over. */
  absences: Absence[];
  moves: MoveMade[];
  /** Chosen are courses. */
  thought: MoveThought;
  mayManage: boolean;
  peopleEdition: string;
  today: string;
};

/** Who of the team has how much, who is away, and what would be if some were given to another. */
export const teamLoad = query<MoveThought, TeamLoad>("team-load", {
  allow: ({ db, ...asking }) => mayAsStaff(db, asking, "stu:load"),
  async run(look: Look<MoveThought>) {
    const { db, today, input } = look;
    const mayManage = "by" in (await mayAsStaff(db, look, "stu:manage"));
    const { rows, people, rules } = mayManage ? await followedBy(look) : await followedByAnybody(look);
    const courses = listed(rows, people, rulesOn(rules, today), today);
    const team = await staffWho(db, (roles) => roles.includes("stu_team"), today);
    return {
      loads: loadOfEach(team, (one) => loadOf(one, courses, today)),
      courses: mayManage ? courses : [],
      absences: (await absencesFrom(db, today)).filter(({ staffId }) => team.includes(staffId)),
      moves: mayManage ? await movesMade(look) : [],
      thought: mayManage ? input : NO_THOUGHT,
      mayManage,
      peopleEdition: await peopleEdition(db, today),
      today,
    };
  },
});
