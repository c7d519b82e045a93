import { and, eq } from "drizzle-orm";
import { read, tables, transact } from "#db/index.server.ts";
import type { FollowUpCode, Helper, LeaveToCall, WishMet } from "#db/vocabulary.ts";
import { addDays } from "#domain/days.ts";
import {
  answerFollowUp,
  askLeave,
  endFollowUps,
  giveHelp,
  leaveUnknown,
  tryFollowUp,
} from "#domain/graduates/commands.server.ts";
import { channelsFor, followUpDue, followUpsFor, TRIES_BEFORE_UNKNOWN } from "#domain/graduates/rules.ts";
import { setPhone } from "#domain/guides/rhythm-commands.server.ts";
import type { DeadlineRule } from "#domain/stu/deadlines.ts";
import { chanceFor } from "./chance.ts";
import { type DemoClock, workdayFrom } from "./clock.server.ts";
import type { Told } from "./stu.server.ts";
import { AFTER, HOURS } from "./texts/stu-after.ts";

const { followUp } = tables;

/** Days after it was due on which most are asked; the latest still wait. */
const ASKED_WITHIN = [2, 24] as const;
const DAYS_BETWEEN_TRIES = 6;
const WAITS = 80;

/** Whether one may call: asked on the way out, of most. */
export function askForLeave({ clock, student, by, courseId, youngPersonId, chance, plan }: Told): LeaveToCall {
  const { end } = student.course;
  if (!end || chance.happens(0.1)) return "not_asked";
  const leaveToCall = chance.happens(0.88) ? "yes" : "no";
  plan(addDays(end.on, -chance.whole(1, 30)), async (course) => {
    await clock.does(askLeave, { id: courseId, version: course.version++, leaveToCall }, by);
    if (leaveToCall === "yes") await writePhone(clock, youngPersonId, by);
  });
  return leaveToCall;
}

/** Of most the number is known by then. */
async function writePhone(clock: DemoClock, youngPersonId: string, by: string): Promise<void> {
  const chance = chanceFor(`phone ${youngPersonId}`);
  const [row] = await transact((db) =>
    db.select().from(tables.youngPerson).where(eq(tables.youngPerson.id, youngPersonId)),
  );
  if (row?.phone !== "" || !chance.happens(0.85)) return;
  const phone = `20 00 ${chance.whole(10, 99)} ${chance.whole(10, 99)}`;
  await clock.does(setPhone, { id: youngPersonId, version: row.version, phone }, by);
}

/** Plans what the team found out of those who left, time after time: most answered, of some nobody knows, a few want to be left alone. */
export function askAfter(told: Told, leave: LeaveToCall, rules: readonly DeadlineRule[]): void {
  const { clock, student, chance, plan, by, courseId } = told;
  const { end } = student.course;
  if (!end) return;
  const all = AFTER[end.as as keyof typeof AFTER];
  let outcome = chance.one(all);
  const gone = chance.happens(0.08) ? chance.one(["not_wanted", "not_wanted", "moved"]) : null;
  for (const code of followUpsFor(rules, clock.day)) {
    const dueOn = followUpDue(code, end.on, rules, clock.day);
    if (!dueOn) continue;
    const askedOn = workdayFrom(addDays(dueOn, chance.whole(...ASKED_WITHIN)));
    if (!chance.happens(0.6)) outcome = chance.one(all);
    if (gone) {
      plan(askedOn, () => clock.does(endFollowUps, { id: courseId, result: gone }, by));
      return;
    }
    // Some of the latest have not answered yet.
    if (dueOn > clock.on(-WAITS) && chance.happens(0.4)) {
      tryOn(told, leave, code, askedOn, chance.whole(0, TRIES_BEFORE_UNKNOWN - 1));
      return;
    }
    const asked = { code, from: askedOn };
    if (chance.happens(0.13)) askAt(told, leave, { ...asked, tries: TRIES_BEFORE_UNKNOWN });
    else askAt(told, leave, { ...asked, tries: chance.happens(0.3) ? 1 : 0, outcome });
  }
}

type Asked = { code: FollowUpCode; from: string; tries: number; outcome?: string };

/** So many tries that bring no answer. */
function tryOn(told: Told, leave: LeaveToCall, code: FollowUpCode, from: string, tries: number): void {
  const { clock, plan, by } = told;
  const ways = channelsFor(leave);
  const tried = Array.from({ length: tries }, (_, n) => addDays(from, n * DAYS_BETWEEN_TRIES));
  for (const [n, day] of tried.entries())
    plan(day, async () => {
      const channel = ways[n % ways.length];
      await clock.does(tryFollowUp, { id: (await standing(told, code)).id, channel }, by);
    });
}

/** So many tries, and then an answer; without one that nobody knows. */
function askAt(told: Told, leave: LeaveToCall, { code, from, tries, outcome }: Asked): void {
  const { clock, chance, plan, by } = told;
  tryOn(told, leave, code, from, tries);
  const own = chance.happens(0.7);
  const wishMet: WishMet | "" = own ? chance.one(["yes", "yes", "partly", "no"]) : "";
  const help: Helper = outcome && own && chance.happens(0.08) ? "contact" : "none";
  const hours = outcome && HOURS[outcome] ? String(chance.one(HOURS[outcome])) : "";
  const said = { outcome, hours, wishMet, source: own ? "young_person" : "department", help };
  const answeredOn = addDays(from, tries * DAYS_BETWEEN_TRIES);
  plan(answeredOn, async () => {
    const seen = await standing(told, code);
    await (outcome ? clock.does(answerFollowUp, { ...seen, ...said }, by) : clock.does(leaveUnknown, seen, by));
  });
  if (help !== "none")
    plan(addDays(answeredOn, 4), async () => {
      await clock.does(giveHelp, await standing(told, code), by);
    });
}

/** The follow-up as it stands that moment. */
async function standing({ courseId }: Told, code: FollowUpCode): Promise<{ id: string; version: number }> {
  const [row] = await read((db) =>
    db
      .select({ id: followUp.id, version: followUp.version })
      .from(followUp)
      .where(and(eq(followUp.courseId, courseId), eq(followUp.code, code))),
  );
  if (!row) throw new Error(`The demo's course ${courseId} has no ${code}`);
  return row;
}
