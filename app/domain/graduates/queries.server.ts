import { and, isNotNull, ne } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { followUpCodes } from "#db/vocabulary.ts";
import { asked, mayAsStaff } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { type Code, codesWith } from "../codes/queries.server.ts";
import { type Look, query } from "../query.server.ts";
import { peopleEdition } from "../staff/reference.server.ts";
import type { DeadlineRule } from "../stu/deadlines.ts";
import { deadlineRules } from "../stu/find.server.ts";
import { type CoursePerson, type Provider, peopleOfCourses, providersOf } from "../stu/queries.server.ts";
import { type CourseRow, courseView } from "../stu/views.server.ts";
import {
  type Ended,
  endingsByHalf,
  flows,
  halfOf,
  outcomesByHalf,
  outcomesByProvider,
  wishesByHalf,
} from "./cohort.ts";
import { type Phone, phonesOf } from "./phones.server.ts";
import { followUpDue, followUpMonths, outcomeGroup } from "./rules.ts";
import { type FollowUpRow, followUpsOf, type TryRow } from "./views.server.ts";

const { stuCourse } = tables;

type Nothing = Record<string, never>;

export type Graduates = {
  people: CoursePerson[];
  courses: CourseRow[];
  rows: (FollowUpRow | TryRow)[];
  rules: DeadlineRule[];
  providers: Provider[];
  outcomes: Code[];
  /** Of those who said that they may be called. */
  phones: Phone[];
  mayManage: boolean;
  peopleEdition: string;
  today: string;
};

const hasEnded = and(isNotNull(stuCourse.endedOn), ne(stuCourse.ending, "transferred_municipality"));

/** The courses that have ended and that the asker may see. */
export async function endedSeen(look: Look<unknown>): Promise<CourseRow[]> {
  const found = await look.db
    .select({ id: stuCourse.id })
    .from(stuCourse)
    .where(and(hasEnded, scope("course:see")))
    .prepare()
    .execute(asked(look));
  return courseView.byIds(
    look.db,
    found.map(({ id }) => id),
    look.now,
  );
}

/** Whom somebody asks what became of their course, with all that was tried and said. */
export const graduatesFollowed = query<Nothing, Graduates>("graduates", {
  allow: ({ db, ...asking }) => mayAsStaff(db, asking, "course:list"),
  async run(look) {
    const { db, today, saw } = look;
    const courses = await endedSeen(look);
    const ids = courses.map(({ id }) => id);
    for (const { youngPersonId } of courses) saw({ youngPersonId });
    const rows = await followUpsOf(db, ids);
    const said = rows.flatMap((row) => (row.kind === "follow-up" ? [row.outcome] : []));
    return {
      people: await peopleOfCourses(look, courses),
      courses,
      rows,
      rules: await deadlineRules(db),
      providers: await providersOf(db),
      outcomes: await codesWith(db, "stu_outcome", said, today),
      phones: await phonesOf(
        look,
        courses.filter(({ leaveToCall }) => leaveToCall === "yes").map(({ youngPersonId }) => youngPersonId),
      ),
      mayManage: "by" in (await mayAsStaff(db, look, "stu:manage")),
      peopleEdition: await peopleEdition(db, today),
      today,
    };
  },
});

/** Every course that has ended and was not handed on, with what was found each time that was due. */
export async function endedCourses(db: Db, today: string): Promise<Ended[]> {
  const courses = await db.select().from(stuCourse).where(hasEnded);
  const rules = await deadlineRules(db);
  const rows = await followUpsOf(
    db,
    courses.map(({ id }) => id),
  );
  return courses.flatMap(({ id, endedOn, ending, providerId }) => {
    if (!endedOn || !ending) return [];
    const asks = rows.filter((row): row is FollowUpRow => row.kind === "follow-up" && row.courseId === id);
    const found = asks.flatMap(({ code, result, outcome }) => {
      const dueOn = followUpDue(code, endedOn, rules, today);
      if (result === null && (dueOn === null || dueOn > today)) return [];
      return [[code, result === null ? ("waiting" as const) : outcomeGroup({ result, outcome })]];
    });
    const wishMet = asks.filter((one) => one.wishMet !== null).at(-1)?.wishMet ?? null;
    return [{ half: halfOf(endedOn), providerId, ending, found: Object.fromEntries(found), wishMet }];
  });
}

async function figuresOf({ db, today }: Look<unknown>) {
  const ended = await endedCourses(db, today);
  return {
    endings: endingsByHalf(ended),
    wishes: wishesByHalf(ended),
    byHalf: followUpCodes.map((code) => ({ code, ...outcomesByHalf(ended, code) })),
    byProvider: followUpCodes.map((code) => ({ code, ...outcomesByProvider(ended, code) })),
    flows: flows(ended),
    months: followUpMonths(await deadlineRules(db), today),
    providers: await providersOf(db),
    today,
  };
}
export type GraduateFigures = Awaited<ReturnType<typeof figuresOf>>;

async function seesFigures({ db, ...asking }: Pick<Look<Nothing>, "db" | "actor" | "now" | "today">) {
  const team = await mayAsStaff(db, asking, "stu:manage");
  return "by" in team ? team : mayAsStaff(db, asking, "figures:see");
}

/** What became of those who left, in numbers; no number under five, and none from which one follows. */
export const graduateFigures = query("graduate-figures", { allow: seesFigures, run: figuresOf });

/** The same numbers, and no others, to take along in a file. */
export const graduateFiguresFile = query("graduate-figures-file", {
  allow: seesFigures,
  async run(look: Look<Nothing>) {
    look.record({ kind: "graduate-figures-exported" });
    return figuresOf(look);
  },
});
