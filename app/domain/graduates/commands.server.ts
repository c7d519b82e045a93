import { and, eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { helpers, outcomeSources, tryChannels, wishesMet } from "#db/vocabulary.ts";
import { asked, may, type Verdict } from "../access/decide.server.ts";
import { mustBeListed } from "../codes/queries.server.ts";
import { type At, command, type Work } from "../command.server.ts";
import { invalid, refusedBecause } from "../errors.ts";
import { anyText, input, listed, optionalWord, rowId, seenVersion, word } from "../input.server.ts";
import { minutesTyped } from "../people/efforts.ts";
import { revise } from "../revise.server.ts";
import { mayWriteCourse, writesThis } from "../stu/allow.server.ts";
import { touchCourse } from "../stu/tell.server.ts";
import { courseView } from "../stu/views.server.ts";
import { helpToGive } from "./help.server.ts";
import { openFollowUps } from "./make.server.ts";
import { channelsFor, mayBeUnknown } from "./rules.ts";
import { closeOrNot, courseOf, settle, tellForum } from "./settle.server.ts";
import { followUpView, tryView } from "./views.server.ts";

const { followUp, followUpTry, stuCourse, youngPerson } = tables;

const seen = { id: rowId, version: seenVersion };

async function writesFollowUp(at: At<{ id: string }>): Promise<Verdict> {
  const [row] = await at.db.select({ courseId: followUp.courseId }).from(followUp).where(eq(followUp.id, at.input.id));
  return row ? mayWriteCourse(at, row.courseId) : { no: "missing" };
}

/** Who saw to it says so: the team, the contact person who was asked, or for the forum a coordinator. */
async function givesHelp(at: At<{ id: string }>): Promise<Verdict> {
  const writes = await writesFollowUp(at);
  if ("by" in writes) return writes;
  const { db, actor, now, today, input } = at;
  const asking = { actor, now, today };
  const [theirs] = await db
    .select({ youngPersonId: youngPerson.id })
    .from(followUp)
    .innerJoin(stuCourse, eq(stuCourse.id, followUp.courseId))
    .innerJoin(youngPerson, eq(youngPerson.id, stuCourse.youngPersonId))
    .where(and(eq(followUp.id, input.id), await helpToGive(db, asking)))
    .prepare()
    .execute(asked(asking));
  return theirs ? may(db, asking, "person:open", theirs.youngPersonId) : writes;
}

const triesOf = ({ db, input }: Pick<Work<{ id: string }>, "db" | "input">) =>
  db.select().from(followUpTry).where(eq(followUpTry.followUpId, input.id));

/** Whether the young person may be called after the course, asked while it is on its way out. */
export const askLeave = command("ask-leave-to-call", {
  input: input({ ...seen, leaveToCall: word(["yes", "no"]) }),
  allow: writesThis,
  async run(work) {
    const { db, input, today, by, record } = work;
    const { leaveToCall } = input;
    const course = await revise(db, stuCourse, input, { leaveToCall, leaveAskedOn: today }, by);
    if (course.startOn === null) throw refusedBecause("course-not-from-here");
    record({
      kind: "leave-to-call-asked",
      youngPersonId: course.youngPersonId,
      facts: { course: input.id, leaveToCall },
    });
    await touchCourse(work, course, courseView, input.id);
  },
});

/** Somebody tried, and nobody answered. */
export const tryFollowUp = command("try-follow-up", {
  input: input({ id: rowId, channel: word(tryChannels) }),
  allow: writesFollowUp,
  async run(work) {
    const { db, input, by, newId, record } = work;
    const [row] = await db.select().from(followUp).where(eq(followUp.id, input.id));
    if (!row || row.result !== null || by.staffId === null) throw refusedBecause("course-not-from-here");
    const course = await courseOf(work, row.courseId);
    if (!channelsFor(course.leaveToCall).includes(input.channel)) throw invalid("channel", "no-leave-to-call");
    const id = newId();
    await db
      .insert(followUpTry)
      .values({ id, followUpId: input.id, channel: input.channel, triedAt: by.now, triedById: by.staffId });
    const facts = { course: course.id, code: row.code, channel: input.channel };
    record({ kind: "follow-up-tried", youngPersonId: course.youngPersonId, facts });
    await touchCourse(work, course, tryView, id);
  },
});

/** What became of them, whether it is what they wanted, how that is known, and whether help is needed. */
export const answerFollowUp = command("answer-follow-up", {
  input: input({
    ...{ ...seen, outcome: listed, hours: anyText(10), wishMet: optionalWord(wishesMet) },
    ...{ source: word(outcomeSources), help: word(helpers) },
  }),
  allow: writesFollowUp,
  async run(work) {
    const { db, input, today } = work;
    const { outcome, hours, wishMet, source, help } = input;
    await mustBeListed(db, "stu_outcome", "outcome", outcome, today);
    const weekMinutes = hours === "" ? null : minutesTyped(hours);
    if (hours !== "" && weekMinutes === null) throw invalid("hours", "hours");
    // Whether it is what they wanted, they alone can say.
    if (source === "young_person" && wishMet === null) throw invalid("wishMet", "choose");
    const set = {
      result: "answered" as const,
      settledOn: today,
      outcome,
      weekMinutes,
      wishMet,
      source,
      help,
      helpedOn: null,
    };
    await settle(work, work.input, set, { result: "answered", outcome, help });
  },
});

/** Nobody knows: an answer only after three tries, and counted as what it is. */
export const leaveUnknown = command("leave-follow-up-unknown", {
  input: input(seen),
  allow: writesFollowUp,
  async run(work) {
    if (!mayBeUnknown(await triesOf(work))) throw refusedBecause("too-few-tries");
    await settle(work, work.input, { result: "unknown", settledOn: work.today }, { result: "unknown" });
  },
});

/** It was written by mistake: it is asked again. */
export const reopenFollowUp = command("reopen-follow-up", {
  input: input(seen),
  allow: writesFollowUp,
  async run(work) {
    const blank = {
      outcome: "",
      weekMinutes: null,
      wishMet: null,
      source: null,
      help: "none" as const,
      helpedOn: null,
    };
    await settle(work, work.input, { result: null, settledOn: null, ...blank }, { result: null });
  },
});

/** They do not want to be asked, have moved, or are dead: nothing more is asked. */
export const endFollowUps = command("end-follow-ups", {
  input: input({ id: rowId, result: word(["not_wanted", "moved", "deceased"]) }),
  allow: writesThis,
  async run(work) {
    const { db, input, today, by, record } = work;
    const { id: courseId, result } = input;
    const open = await openFollowUps(db, courseId);
    if (open.length === 0) throw refusedBecause("course-not-from-here");
    for (const row of open) await revise(db, followUp, row, { result, settledOn: today }, by);
    const course = await closeOrNot(work, courseId);
    record({ kind: "follow-ups-ended", youngPersonId: course.youngPersonId, facts: { course: courseId, result } });
    await touchCourse(work, course, followUpView, ...open.map(({ id }) => id));
  },
});

/** Somebody saw to the help that was asked for. */
export const giveHelp = command("give-help", {
  input: input(seen),
  allow: givesHelp,
  async run(work) {
    const { db, input, today, by, record } = work;
    const { courseId, help, code } = await revise(db, followUp, input, { helpedOn: today }, by);
    if (help === "none") throw refusedBecause("course-not-from-here");
    const course = await courseOf(work, courseId);
    record({ kind: "follow-up-helped", youngPersonId: course.youngPersonId, facts: { course: courseId, code, help } });
    await touchCourse(work, course, followUpView, input.id);
    await tellForum(work, help);
  },
});
