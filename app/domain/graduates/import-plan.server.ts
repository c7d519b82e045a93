import { and, eq, isNotNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type FollowUpCode, followUpCodes } from "#db/vocabulary.ts";
import { type Asking, asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { type Code, codesOn, codesWith } from "../codes/queries.server.ts";
import { dayIn, Wrong } from "../files/cells.ts";
import { type Line, writtenDay, writtenHours } from "../files/csv.server.ts";
import { type Meant, type Planned, plannedOf, type Shift } from "../files/read.server.ts";
import { minutesTyped } from "../people/efforts.ts";
import { oncePerFile, peopleInFile, personIn } from "../people/in-file.server.ts";
import type { DeadlineRule } from "../stu/deadlines.ts";
import { type CourseKept, deadlineRules } from "../stu/find.server.ts";
import { cleanText } from "../text.ts";
import {
  type OutcomeColumn,
  readSource,
  readWish,
  SOURCE_WORDS,
  WISH_WORDS,
  writtenSource,
  writtenWish,
} from "./file-lines.ts";
import { followUpDue, followUpMonths } from "./rules.ts";

const { followUp, stuCourse, youngPerson } = tables;

type Kept = typeof followUp.$inferSelect;
type Written = Pick<Kept, "settledOn" | "outcome" | "weekMinutes" | "wishMet" | "source">;
type Ended = CourseKept & { endedOn: string; followUps: Kept[]; person: typeof youngPerson.$inferSelect };
type Cells = Record<OutcomeColumn, string>;

/** What a line of a file of outcomes comes to: a follow-up, and what is to stand there. */
export type OutcomeLine = { personId: string; followUp: Kept; set: Written };
export type PlannedOutcome = Planned<OutcomeColumn, OutcomeLine>;

/** The course that each young person left last, with what is asked after it; of those that the asker sees, or writes about. */
export async function leftCourses(
  db: Db,
  asking: Asking,
  what: "course:see" | "course:write",
): Promise<Map<string, Ended>> {
  const rows = await db
    .select({ course: stuCourse, followUp, person: youngPerson })
    .from(stuCourse)
    .innerJoin(followUp, eq(followUp.courseId, stuCourse.id))
    .innerJoin(youngPerson, eq(youngPerson.id, stuCourse.youngPersonId))
    .where(and(isNotNull(stuCourse.endedOn), scope(what)))
    .orderBy(youngPerson.sortKey, stuCourse.endedOn, followUp.code)
    .prepare()
    .execute(asked(asking));
  const ended = new Map<string, Ended>();
  for (const { course, followUp: one, person } of rows) {
    const known = ended.get(course.youngPersonId);
    if (known?.id === course.id) known.followUps.push(one);
    else ended.set(course.youngPersonId, { ...course, endedOn: course.endedOn as string, followUps: [one], person });
  }
  return ended;
}

type Register = { rules: readonly DeadlineRule[]; today: string };

/** Which time it was asked: as the line says, else the last that was due on its day. @throws Wrong */
function followUpIn(cells: Cells, { endedOn, followUps }: Ended, day: string, { rules, today }: Register): Kept {
  const dueOn = (code: FollowUpCode) => followUpDue(code, endedOn, rules, today);
  const months = followUpMonths(rules, today);
  const code = cells.måneder
    ? followUpCodes.find((one) => String(months[one]) === cells.måneder)
    : followUpCodes.findLast((one) => (dueOn(one) ?? "9") <= day);
  const found = followUps.find((one) => one.code === code);
  if (!found) throw new Wrong(cells.måneder ? "måneder" : "dag", "not-asked-then");
  if (found.result === "not_wanted" || found.result === "moved" || found.result === "deceased")
    throw new Wrong("udfald", "asked-no-more");
  return found;
}

/** What the line says was found; a cell that is empty leaves what stands. @throws Wrong */
function setIn(cells: Cells, day: string, stands: Kept, outcomes: readonly Code[]): Written {
  const said = cleanText(cells.udfald).toLocaleLowerCase("da");
  const words = outcomes.map(({ label }) => label);
  if (!said) throw new Wrong("udfald", "no-word", words);
  const outcome = outcomes.find(({ code, label }) =>
    [code, label.da, label.en].some((one) => one.toLocaleLowerCase("da") === said),
  );
  if (!outcome) throw new Wrong("udfald", "not-listed", words);
  const weekMinutes = cells.timer ? minutesTyped(cells.timer) : stands.weekMinutes;
  if (cells.timer && weekMinutes === null) throw new Wrong("timer", "hours");
  const wishMet = cells.ønske ? readWish(cells.ønske) : stands.wishMet;
  if (wishMet === undefined) throw new Wrong("ønske", "not-listed", WISH_WORDS);
  const source = cells.kilde ? readSource(cells.kilde) : (stands.source ?? "department");
  if (source === undefined) throw new Wrong("kilde", "not-listed", SOURCE_WORDS);
  // Whether it is what they wanted, they alone can say.
  if (source === "young_person" && wishMet === null) throw new Wrong("ønske", "no-word", WISH_WORDS);
  return { settledOn: day, outcome: outcome.code, weekMinutes, wishMet, source };
}

const COLUMN_OF: Record<keyof Written, OutcomeColumn> = {
  ...{ settledOn: "dag", outcome: "udfald", weekMinutes: "timer", wishMet: "ønske", source: "kilde" },
};

/** What stands of a follow-up in a column, and what will. */
const shifter =
  (outcomes: readonly Code[]) =>
  ({ followUp: stands, set }: Meant<OutcomeColumn, OutcomeLine>, column: OutcomeColumn): Shift | null => {
    const said: Partial<Record<OutcomeColumn, (of: Written) => Shift["to"]>> = {
      dag: ({ settledOn }) => writtenDay(settledOn),
      udfald: ({ outcome }) => outcomes.find(({ code }) => code === outcome)?.label ?? "",
      timer: ({ weekMinutes }) => writtenHours(weekMinutes),
      ønske: ({ wishMet }) => writtenWish(wishMet),
      kilde: ({ source }) => writtenSource(source),
    };
    const of = said[column];
    return of ? { from: of(stands), to: of(set) } : null;
  };

/** Compares the lines with what was answered. */
export async function outcomePlan(db: Db, lines: Line<OutcomeColumn>[], asking: Asking) {
  const { today } = asking;
  const find = await peopleInFile(db, asking);
  const courses = await leftCourses(db, asking, "course:write");
  const register = { rules: await deadlineRules(db), today };
  const outcomes = new Map<string, Code[]>();
  for (const day of new Set(lines.map(({ cells }) => dayOrNull(cells, today))))
    if (day) outcomes.set(day, await codesOn(db, "stu_outcome", day));
  const once = oncePerFile();
  const plan = lines.map(({ line, cells }): PlannedOutcome => {
    const named = cleanText(`${cells.fornavn} ${cells.efternavn}`);
    return plannedOf(line, named, () => {
      const who = personIn(cells, today, false);
      const person = find(who);
      const course = person && courses.get(person.id);
      if (!course) throw new Wrong("cpr", "no-such-graduate");
      const day = dayIn(cells, "dag", today);
      if (!day) throw new Wrong("dag", "required");
      if (day > today) throw new Wrong("dag", "not-yet");
      if (day < course.endedOn) throw new Wrong("dag", "before-the-end");
      const stands = followUpIn(cells, course, day, register);
      once(who, person, stands.code);
      const set = setIn(cells, day, stands, outcomes.get(day) ?? []);
      const changes = (Object.keys(COLUMN_OF) as (keyof Written)[])
        .filter((key) => stands[key] !== set[key])
        .map((key) => COLUMN_OF[key]);
      const outcome = stands.result === null ? "new" : changes.length > 0 ? "changed" : "unchanged";
      return {
        outcome,
        changes: stands.result === null ? [] : changes,
        personId: person.id,
        followUp: stands,
        set,
      } as const;
    });
  });
  const stood = plan.flatMap((one) => (one.outcome === "wrong" ? [] : [one.followUp.outcome, one.set.outcome]));
  const labels = await codesWith(
    db,
    "stu_outcome",
    stood.map((code) => code ?? ""),
    today,
  );
  return { plan, shift: shifter(labels), gone: goneFrom(plan, courses, register) };
}

function dayOrNull(cells: Cells, today: string): string | null {
  try {
    return dayIn(cells, "dag", today);
  } catch {
    return null;
  }
}

/** Who waits to be asked, and of whom the file says nothing. */
function goneFrom(plan: readonly PlannedOutcome[], courses: ReadonlyMap<string, Ended>, { rules, today }: Register) {
  const named = new Set(plan.flatMap((one) => (one.outcome === "wrong" ? [] : [one.followUp.id])));
  return [...courses.values()]
    .filter(({ endedOn, followUps }) =>
      followUps.some(
        ({ id, code, result }) =>
          result === null && (followUpDue(code, endedOn, rules, today) ?? "9") <= today && !named.has(id),
      ),
    )
    .map(({ id, person }) => ({ id, personId: person.id, name: `${person.firstName} ${person.lastName}` }));
}
