import { and, eq, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { may, type Verdict } from "../access/decide.server.ts";
import { type At, command, type Work } from "../command.server.ts";
import { invalid, missing, refusedBecause } from "../errors.ts";
import type { EventKind } from "../events.ts";
import { chosenId, input, optionalId, rowId, seenVersion, someText, withoutCpr } from "../input.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { membersOf, rolesOn } from "../staff/find.server.ts";
import { departmentTopic, staffTopic } from "../topics.ts";
import { mayWriteCourse, writesCourse } from "./allow.server.ts";
import { factsOf } from "./find.server.ts";
import { touchWithin } from "./tell.server.ts";
import { courseHandoverView } from "./views.server.ts";

const { courseHandover, department } = tables;

type Handover = typeof courseHandover.$inferSelect;

const handoverWith = async (db: Db, id: string): Promise<Handover | undefined> =>
  (await db.select().from(courseHandover).where(eq(courseHandover.id, id)))[0];

async function told(
  work: Work<unknown>,
  row: Pick<Handover, "id" | "courseId" | "youngPersonId" | "staffId" | "departmentId">,
) {
  const { id, courseId, youngPersonId, staffId, departmentId } = row;
  await touchWithin(work, { id: courseId, youngPersonId }, courseHandoverView, id);
  // One that is withdrawn stands with its department no more: it is told by name.
  work.reload(departmentTopic(departmentId), ...(staffId ? [staffTopic(staffId)] : []));
  work.rights();
}

/** Who of the department can answer: the one who is named, or whoever sits in the forum for it. @throws Declined `invalid` */
async function mustAnswer(
  { db, today }: Pick<Work<unknown>, "db" | "today">,
  departmentId: string,
  staffId: string | null,
): Promise<void> {
  const members = await membersOf(db, departmentId, today);
  if (staffId) {
    if (!members.some((one) => one.staffId === staffId)) throw invalid("staffId", "not-in-department");
    return;
  }
  for (const one of members) if ((await rolesOn(db, one.staffId, today)).includes("forum_member")) return;
  throw invalid("staffId", "nobody-to-ask");
}

/** Asks a department, or somebody in it, to take over after the course. It is the team's until somebody there says yes. */
export const proposeHandover = command("propose-course-handover", {
  input: input({
    ...{ id: optionalId, courseId: rowId, departmentId: chosenId, staffId: optionalId },
    reason: withoutCpr(someText(500)),
  }),
  allow: writesCourse,
  async run(work) {
    const { db, input, by, now, today, newId, record } = work;
    const { courseId, departmentId, staffId, reason } = input;
    const { youngPersonId, startOn, ending } = await factsOf(db, courseId);
    if (startOn === null || startOn > today || ending === "transferred_municipality")
      throw refusedBecause("course-not-from-here");
    const [asked] = await db.select().from(department).where(eq(department.id, departmentId));
    const stands = asked && asked.fromOn <= today && (asked.toOn === null || asked.toOn > today);
    // What is known of the course stays within the municipality.
    if (!stands || asked.sector !== "municipality") throw invalid("departmentId", "choose");
    await mustAnswer(work, departmentId, staffId);
    const before = await db
      .select()
      .from(courseHandover)
      .where(
        and(
          eq(courseHandover.courseId, courseId),
          eq(courseHandover.departmentId, departmentId),
          isNull(courseHandover.withdrawnAt),
        ),
      );
    if (before.some(({ accepted }) => accepted === true)) throw invalid("departmentId", "handover-taken");
    if (before.some(({ answeredAt }) => answeredAt === null)) throw invalid("departmentId", "handover-open");
    const id = input.id ?? newId();
    const row = { id, courseId, youngPersonId, departmentId, staffId };
    await insertOnce(db, courseHandover, { ...row, reason, askedById: by.staffId, askedAt: now });
    record({ kind: "course-handover-proposed", youngPersonId, facts: { course: courseId, departmentId, staffId } });
    await told(work, row);
    return { id };
  },
});

const seen = { id: rowId, version: seenVersion };

/** The team takes the ask back: who was asked knows of nothing any more. */
export const withdrawHandover = command("withdraw-course-handover", {
  input: input(seen),
  async allow(at) {
    const row = await handoverWith(at.db, at.input.id);
    return row ? mayWriteCourse(at, row.courseId) : { no: "missing" };
  },
  async run(work) {
    const { db, input, by, now, record } = work;
    await mustWait(db, input.id);
    const row = await revise(db, courseHandover, input, { withdrawnAt: now }, by);
    record({ kind: "course-handover-withdrawn", youngPersonId: row.youngPersonId, facts: { course: row.courseId } });
    await told(work, row);
  },
});

const mayAnswer = ({ db, actor, now, today, input: { id } }: At<{ id: string }>): Promise<Verdict> =>
  may(db, { actor, now, today }, "handover:answer", id);

/** @throws Declined when it was answered or withdrawn */
async function mustWait(db: Db, id: string): Promise<void> {
  const row = await handoverWith(db, id);
  if (!row) throw missing();
  if (row.answeredAt !== null || row.withdrawnAt !== null) throw refusedBecause("handover-answered");
}

type Said = { accepted: true } | { accepted: false; declineReason: string };

async function answered(work: Work<unknown>, version: { id: string; version: number }, said: Said, kind: EventKind) {
  const { db, by, now, record } = work;
  const row = await revise(db, courseHandover, version, { ...said, answeredById: by.staffId, answeredAt: now }, by);
  const { courseId, youngPersonId, departmentId } = row;
  record({ kind, youngPersonId, facts: { course: courseId, departmentId } });
  await told(work, row);
}

/** The yes: from the last day of the course on it is theirs. */
export const acceptCourseHandover = command("accept-course-handover", {
  input: input(seen),
  allow: mayAnswer,
  async run(work) {
    await answered(work, work.input, { accepted: true }, "course-handover-accepted");
  },
});

/** The no, and why: the team has it as before, and can ask somebody else. */
export const declineCourseHandover = command("decline-course-handover", {
  input: input({ ...seen, reason: withoutCpr(someText(500)) }),
  allow: mayAnswer,
  async run(work) {
    const { reason: declineReason, ...version } = work.input;
    await answered(work, version, { accepted: false, declineReason }, "course-handover-declined");
  },
});
