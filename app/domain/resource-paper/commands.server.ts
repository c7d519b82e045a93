import { tables } from "#db/index.server.ts";
import { resourcePaperWays } from "#db/vocabulary.ts";
import { type At, command, type Work } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import type { EventKind } from "../events.ts";
import { linkProblem } from "../external-plans/rules.ts";
import { anyText, input, optionalId, rowId, seenVersion, someText, withoutCpr, word } from "../input.server.ts";
import { dayOf } from "../moments.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { writesCourse, writesRow } from "../stu/allow.server.ts";
import { factsOf } from "../stu/find.server.ts";
import { touchCourse } from "../stu/tell.server.ts";
import { pastDay, pastDayOrNone } from "../typed-day.server.ts";
import { type PaperKept, paperOfCourse, paperWith } from "./find.server.ts";
import { type PaperDays, paperDaysProblem } from "./rules.ts";
import { resourcePaperView, textsOf, versionsOf } from "./views.server.ts";

const { resourcePaper } = tables;

/** The right to write in a paper that stands. */
export const writesPaper = (at: At<{ id: string }>) => writesRow(at, resourcePaper);

/** A paper stands otherwise now: on its page and the course's, in the lists, and in the log. */
export async function paperMoved(work: Work<unknown>, paper: PaperKept, kind: EventKind, facts = {}): Promise<void> {
  const course = await factsOf(work.db, paper.courseId);
  work.record({ kind, youngPersonId: course.youngPersonId, facts: { course: course.id, ...facts } });
  await touchCourse(work, course, resourcePaperView, paper.id);
}

/** @throws Declined `invalid` at the day */
function mustHold(days: PaperDays, startOn: string | null): void {
  const wrong = paperDaysProblem(days, startOn);
  if (wrong) throw invalid(wrong.field, wrong.problem);
}

/** Begins the paper of a course: the place writes it, or it is written here. A course has one. */
export const beginResourcePaper = command("begin-resource-paper", {
  input: input({ id: optionalId, courseId: rowId, way: word(resourcePaperWays), begunOn: someText(40) }),
  allow: writesCourse,
  async run(work) {
    const { db, input, today } = work;
    const { courseId, way } = input;
    const { startOn } = await factsOf(db, courseId);
    if (await paperOfCourse(db, courseId)) throw invalid("begunOn", "paper-begun");
    const begunOn = pastDay("begunOn", input.begunOn, today);
    mustHold({ begunOn, draftOn: null, finalOn: null }, startOn);
    const id = input.id ?? work.newId();
    await insertOnce(db, resourcePaper, { id, courseId, way, begunOn });
    await paperMoved(work, await paperWith(db, id), "resource-paper-begun", { way });
    return { id };
  },
});

/** The day it was begun; of one that the place writes also where it is found, and the days of its draft and its end. */
export const changeResourcePaper = command("change-resource-paper", {
  input: input({
    ...{ id: rowId, version: seenVersion, begunOn: someText(40), draftOn: anyText(40), finalOn: anyText(40) },
    ...{ system: withoutCpr(anyText(80)), number: withoutCpr(anyText(80)), link: anyText(500), datedOn: anyText(40) },
  }),
  allow: writesPaper,
  async run(work) {
    const { db, input, today, by } = work;
    const paper = await paperWith(db, input.id);
    const { startOn } = await factsOf(db, paper.courseId);
    const begunOn = pastDay("begunOn", input.begunOn, today);
    const set = paper.way === "here" ? { begunOn } : { begunOn, ...referenceIn(input, today) };
    mustHold({ ...paper, ...set }, startOn);
    await revise(db, resourcePaper, input, set, by);
    await paperMoved(work, paper, "resource-paper-changed");
  },
});

type Reference = Record<"draftOn" | "finalOn" | "system" | "number" | "link" | "datedOn", string>;

/** What was typed of a paper that is found elsewhere. A draft that came is found somewhere. @throws Declined `invalid` */
function referenceIn({ system, number, link, ...days }: Reference, today: string) {
  const draftOn = pastDayOrNone("draftOn", days.draftOn, today);
  const finalOn = pastDayOrNone("finalOn", days.finalOn, today);
  const datedOn = pastDayOrNone("datedOn", days.datedOn, today);
  const problem = link === "" ? null : linkProblem(link);
  if (problem) throw invalid("link", problem);
  const isSomewhere = draftOn !== null || finalOn !== null || datedOn !== null || number !== "" || link !== "";
  if (isSomewhere && system === "") throw invalid("system", "required");
  return { draftOn, finalOn, system, number, link, datedOn };
}

/** The other one writes it from now on. What was written here, and where it was found, stays with the paper. */
export const handResourcePaper = command("hand-resource-paper", {
  input: input({ id: rowId, version: seenVersion, way: word(resourcePaperWays) }),
  allow: writesPaper,
  async run(work) {
    const { db, input, by } = work;
    const paper = await paperWith(db, input.id);
    if (paper.finalOn) throw invalid("way", "paper-final");
    if (paper.way === input.way) return;
    const [first] = input.way === "here" ? await versionsOf(db, paper.id) : [];
    const draftOn = first ? dayOf(first.at) : null;
    await revise(db, resourcePaper, input, { way: input.way, draftOn }, by);
    await paperMoved(work, paper, "resource-paper-changed", { way: input.way });
  },
});

/** A final paper is written on; the version that was final stays, and the deadline is open again. */
export const reopenResourcePaper = command("reopen-resource-paper", {
  input: input({ id: rowId, version: seenVersion }),
  allow: writesPaper,
  async run(work) {
    const { db, input, by } = work;
    if ((await paperWith(db, input.id)).finalOn === null) throw missing();
    const paper = await revise(db, resourcePaper, input, { finalOn: null }, by);
    await paperMoved(work, paper, "resource-paper-reopened");
  },
});

/** Takes off a paper that was begun by mistake; one in which something was written stays. */
export const removeResourcePaper = command("remove-resource-paper", {
  input: input({ id: rowId, version: seenVersion }),
  allow: writesPaper,
  async run(work) {
    const { db, input, by } = work;
    const texts = (await textsOf(db, input.id)).filter(({ text }) => text !== "");
    if (texts.length > 0 || (await versionsOf(db, input.id)).length > 0) throw invalid("id", "paper-written");
    const paper = await revise(db, resourcePaper, input, { removedAt: by.now }, by);
    await paperMoved(work, paper, "resource-paper-removed");
  },
});
