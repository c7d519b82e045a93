import * as z from "zod";
import { readDay } from "../days.ts";
import { problemsOf, someText, whole, withoutCpr } from "../input.server.ts";
import { type DeadlineRule, isFixed } from "./deadlines.ts";

/** A change as it was typed. */
export type TypedChange = { months: string; days: string; fromOn: string; source: string };
/** The rule as it would stand, or what is wrong with it: fields, each with a code of the problems on the screens. */
export type ChangeRead = { next: DeadlineRule } | { problems: Record<string, string> };

/** Months a rule may count: what is counted from birth comes within thirty years, all else within five before or after. */
const MOST_MONTHS = { born: [0, 360], other: [-60, 60] } as const;
const MOST_DAYS = 31;

/** A number with a minus as people write it; nothing is `blank`. */
const number = (least: number, most: number, blank?: number) =>
  z.preprocess((typed) => String(typed).trim().replace("−", "-") || blank, whole(least, most));

const shape = ([least, most]: readonly [number, number]) =>
  z.object({
    months: number(least, most),
    days: number(-MOST_DAYS, MOST_DAYS, 0),
    source: withoutCpr(someText(200)),
  });

/** What stands against a change of the last rule of a code, before it is made and when it is: the same. */
export function readChange(last: DeadlineRule, typed: TypedChange, today: string): ChangeRead {
  const { fromOn: day, ...rest } = typed;
  const read = shape(last.anchor === "born" ? MOST_MONTHS.born : MOST_MONTHS.other).safeParse(rest);
  const from = readDay(day, today);
  const fromOn = "day" in from ? from.day : "";
  const no = read.success ? null : problemsOf(read.error);
  const problems: { [field in keyof TypedChange]?: string } = no && "problems" in no ? { ...no.problems } : {};
  if (isFixed(last.code)) problems.months = "rule-fixed";
  if ("problem" in from) problems.fromOn = from.problem === "empty" ? "required" : from.problem;
  else if (fromOn < today) problems.fromOn = "gone";
  // One day has one rule; a change that is to come is taken back first.
  else if (last.fromOn >= fromOn) problems.fromOn = "rule-after";
  return read.success && Object.keys(problems).length === 0
    ? { next: { ...last, ...read.data, fromOn } }
    : { problems };
}
