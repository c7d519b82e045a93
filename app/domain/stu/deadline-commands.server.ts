import { and, eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { deadlineCodes, rubricDimensions, rubricSources } from "#db/vocabulary.ts";
import { may, mayAsStaff } from "../access/decide.server.ts";
import { command, type Work } from "../command.server.ts";
import { Declined, invalid } from "../errors.ts";
import { anyText, input, listOf, rowId, versionOrNone, whole, withoutCpr, word } from "../input.server.ts";
import { insertOnce, mustBeSeen, revise } from "../revise.server.ts";
import { pastDayOrNone, typedDayOrNone } from "../typed-day.server.ts";
import { writesCourse } from "./allow.server.ts";
import { isLimit } from "./deadlines.ts";
import { isDerived } from "./derived.server.ts";
import { courseWith, factsOf } from "./find.server.ts";
import { TOP_LEVEL } from "./rubric.ts";
import { touchCourse } from "./tell.server.ts";
import { deadlineView, ratingView } from "./views.server.ts";

const { stuClarification, stuDeadline } = tables;

type Which = { courseId: string; code: (typeof deadlineCodes)[number]; number: number; version: number };
type Days = { plannedOn: string | null; heldOn?: string | null };

const standing = async (db: Db, { courseId, code, number }: Which) =>
  (
    await db
      .select()
      .from(stuDeadline)
      .where(and(eq(stuDeadline.courseId, courseId), eq(stuDeadline.code, code), eq(stuDeadline.number, number)))
  )[0];

/** Writes the days of one deadline; its row is made at the first writing. Who may has been asked. */
async function keepDeadline(work: Work<unknown>, which: Which, days: Days, by: string) {
  const { db, record, newId } = work;
  const course = await courseWith(db, which.courseId);
  if (!course) return;
  const stands = await standing(db, which);
  mustBeSeen(stands, which.version);
  const { courseId, code, number } = which;
  const id = stands?.id ?? newId();
  if (stands) await revise(db, stuDeadline, { id, version: which.version }, days, work.by);
  else await insertOnce(db, stuDeadline, { id, courseId, code, number, ...days });
  const facts = { course: courseId, code, number, held: Boolean(days.heldOn) };
  record({ kind: "course-deadline-set", by, youngPersonId: course.youngPersonId, facts });
  await touchCourse(work, course, deadlineView, id);
}

const which = { courseId: rowId, code: word(deadlineCodes), number: whole(1, 60), version: versionOrNone };

/** The day a deadline is planned for, and the day it was held, where that follows from nothing else; only what was held meets it. */
export const setDeadline = command("set-deadline", {
  input: input({ ...which, plannedOn: anyText(40), heldOn: anyText(40) }),
  allow: writesCourse,
  async run(work) {
    const { db, input, today } = work;
    if (isLimit(input.code)) throw invalid("code", "choose");
    const heldOn = pastDayOrNone("heldOn", input.heldOn, today);
    const plannedOn = typedDayOrNone("plannedOn", input.plannedOn, today);
    const derived = await isDerived(db, input, today);
    if (derived && heldOn) throw invalid("heldOn", "held-elsewhere");
    await keepDeadline(work, input, derived ? { plannedOn } : { plannedOn, heldOn }, "the STU team");
  },
});

/** As many as a whole school year has, and some more. */
const MOST_AT_ONCE = 200;
const KEY = /^([0-9a-f-]{36}) (\w+) (\d{1,2}) (\d{1,6})$/;

/**
 * Days for many at once, a row each: `course code number version` beside the day as it was typed; an empty day is passed over.
 * All or none: a day that cannot be read is told at its row.
 */
export const planDeadlines = command("plan-deadlines", {
  input: input({ rows: listOf(anyText(80)), days: listOf(anyText(40)) }),
  allow: ({ db, actor, now, today }) => mayAsStaff(db, { actor, now, today }, "stu:manage"),
  async run(work) {
    const { db, input, today, actor, now } = work;
    if (input.rows.length > MOST_AT_ONCE) throw invalid("rows", "too-many-rows");
    const problems: Record<string, string> = {};
    const wanted: (Which & { plannedOn: string })[] = [];
    for (const [place, row] of input.rows.entries()) {
      const typed = input.days[place] ?? "";
      if (typed === "") continue;
      const read = readRow(row, typed, today);
      if ("problem" in read) problems[row] = read.problem;
      else wanted.push(read);
    }
    if (Object.keys(problems).length > 0) throw new Declined({ no: "invalid", problems });
    for (const { plannedOn, ...one } of wanted) {
      const verdict = await may(db, { actor, now, today }, "course:write", one.courseId);
      if ("no" in verdict) throw new Declined({ no: verdict.no });
      await keepDeadline(work, one, { plannedOn }, verdict.by);
    }
    return { set: wanted.length };
  },
});

function readRow(row: string, typed: string, today: string): (Which & { plannedOn: string }) | { problem: string } {
  const [, courseId = "", named, number, version] = KEY.exec(row) ?? [];
  const code = deadlineCodes.find((one) => one === named);
  if (!code || isLimit(code)) return { problem: "unreadable" };
  try {
    const plannedOn = typedDayOrNone(row, typed, today) as string;
    return { courseId, code, number: Number(number), version: Number(version), plannedOn };
  } catch (no) {
    if (no instanceof Declined && no.answer.no === "invalid")
      return { problem: no.answer.problems[row] ?? "unreadable" };
    throw no;
  }
}

/** How clear one of the five things is now, and who says so: a new row each time, so that setbacks stay to be seen. */
export const gradeCourse = command("grade-course", {
  input: input({
    ...{ courseId: rowId, about: word(rubricDimensions), level: whole(0, TOP_LEVEL), source: word(rubricSources) },
    ...{ standsOn: anyText(40), note: withoutCpr(anyText(300)) },
  }),
  allow: writesCourse,
  async run(work) {
    const { db, input, today, by, newId, record } = work;
    const { courseId, about, level, source, note } = input;
    const course = await factsOf(db, courseId);
    const standsOn = pastDayOrNone("standsOn", input.standsOn, today) ?? today;
    const id = newId();
    await insertOnce(db, stuClarification, { id, courseId, about, level, source, standsOn, note, writtenAt: by.now });
    const facts = { course: courseId, about, level, source };
    record({ kind: "course-graded", youngPersonId: course.youngPersonId, facts });
    await touchCourse(work, course, ratingView, id);
    return { id };
  },
});
