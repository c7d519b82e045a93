import { and, asc, inArray, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { CourseState } from "#db/vocabulary.ts";
import { asked, decide } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import type { Look } from "../query.server.ts";
import { deadlineRules } from "./find.server.ts";
import { peopleOfCourses, providersOf } from "./queries.server.ts";
import { courseStanding } from "./standing.ts";
import { courseRowsOf } from "./views.server.ts";

const { courseHandover, staff } = tables;

/** The courses after which somebody has been asked to take over and has not answered: none of them is completed until then. */
export async function inHandover(db: Db): Promise<ReadonlySet<string>> {
  const open = await db
    .select({ courseId: courseHandover.courseId })
    .from(courseHandover)
    .where(and(isNull(courseHandover.answeredAt), isNull(courseHandover.withdrawnAt)));
  return new Set(open.map(({ courseId }) => courseId));
}

/** What somebody is asked to take over after a course, or has taken over: what they need for it, and nothing else of the course. */
export type CourseToTakeOver = {
  id: string;
  version: number;
  name: string;
  bornOn: string;
  reason: string;
  state: CourseState;
  provider: string;
  /** The last day, or the one that is planned. */
  endOn: string | null;
  levels: ReturnType<typeof courseStanding>["levels"];
  /** Who of the team goes with them, and how to reach that one. */
  member: { name: string; phone: string | null } | null;
  /** Still to be answered; else it was taken over. */
  waits: boolean;
};

/** The asks that the asker may read, the first one first. */
export async function coursesToTakeOver(look: Look<unknown>): Promise<CourseToTakeOver[]> {
  const { db, today, saw } = look;
  const rows = await db
    .select()
    .from(courseHandover)
    .where(scope("handover:see"))
    .orderBy(asc(courseHandover.askedAt), asc(courseHandover.id))
    .prepare()
    .execute(asked(look));
  if (rows.length === 0) return [];
  const known = await courseRowsOf(
    db,
    rows.map(({ courseId }) => courseId),
  );
  const rules = await deadlineRules(db);
  const providers = await providersOf(db);
  const people = await peopleOfCourses(look, rows);
  const members = await db
    .select({ id: staff.id, name: staff.name, phone: staff.phone })
    .from(staff)
    .where(
      inArray(
        staff.id,
        people.flatMap(({ memberId }) => memberId ?? []),
      ),
    );
  const shown: CourseToTakeOver[] = [];
  for (const { id, version, courseId, youngPersonId, reason, answeredAt } of rows) {
    const course = known.find((row) => row.kind === "course" && row.id === courseId);
    const person = people.find((one) => one.id === youngPersonId);
    if (course?.kind !== "course" || !person) continue;
    const { state, plannedEndOn, levels } = courseStanding(course, known, person, rules, today);
    const member = members.find((one) => one.id === person.memberId);
    saw({ youngPersonId, by: (await decide(db, look, "handover:see", id)) ?? "asked to take over" });
    shown.push({
      ...{ id, version, reason, state, levels, name: person.name, bornOn: person.bornOn },
      provider: providers.find((one) => one.id === course.providerId)?.name ?? "",
      endOn: course.endedOn ?? plannedEndOn,
      member: member ? { name: member.name, phone: member.phone } : null,
      waits: answeredAt === null,
    });
  }
  return shown;
}
