import * as z from "zod";
import { isDay } from "./days.ts";
import type { No } from "./errors.ts";
import { cleanText, hasCpr, isWithin, looksEmpty } from "./text.ts";

/** Shapes that the inputs of commands are made of; the messages are codes that the screens have words for. */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The id of a row; a malformed one is the same as one that never existed. */
export const rowId = z.string().regex(UUID, "id");
export const isRowId = (text: string | undefined): text is string => text !== undefined && UUID.test(text);

/** An empty field of a form stands for nothing chosen. */
const blankIsNull = <T extends z.ZodType>(shape: T) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), shape.nullable());

/** A row that must be chosen from a list; nothing chosen is told at the field. */
export const chosenId = z.string({ error: "choose" }).min(1, { error: "choose", abort: true }).regex(UUID, "id");

export const optionalId = blankIsNull(rowId);

/** One shape for each length, however many fields have it: a shape does not change, and hundreds of them weigh. */
function forEachLength<T>(shapeOf: (most: number) => T): (most: number) => T {
  const made = new Map<number, T>();
  return (most) => {
    const shape = made.get(most) ?? shapeOf(most);
    made.set(most, shape);
    return shape;
  };
}

/** Typed text, cleaned, with at most `most` graphemes, and something in it. */
export const someText = forEachLength((most) =>
  z
    .string({ error: "required" })
    .transform(cleanText)
    .refine((text) => !looksEmpty(text), "required")
    .refine((text) => isWithin(text, most), "too-long"),
);

/** Typed text that may be empty. */
export const anyText = forEachLength((most) =>
  z
    .string()
    .default("")
    .transform((text) => (looksEmpty(cleanText(text)) ? "" : cleanText(text)))
    .refine((text) => isWithin(text, most), "too-long"),
);

/** The address of a page elsewhere, or none; opened by others, so nothing but https. */
export const webAddressOrNone = anyText(300).refine(
  (text) => text === "" || (text.startsWith("https://") && URL.canParse(text)),
  "no-address",
);

/** Text that others read on a shared board: no civil registration number in it. */
export const withoutCpr = <T extends z.ZodType<string, unknown>>(shape: T) =>
  shape.refine((text) => !hasCpr(text), "has-cpr");

export const day = z.string({ error: "required" }).min(1, "required").refine(isDay, "no-such-day");
/** A day as people write it (`5/12`, `14d`); `typedDay` reads it with the day it is. */
export const dayAsTyped = z.string({ error: "required" }).min(1, "required").max(60, "unreadable");
export const optionalDay = blankIsNull(z.string().refine(isDay, "no-such-day"));
export const moment = z.iso.datetime({ error: "no-such-time" });
export const optionalMoment = blankIsNull(moment);

export const whole = (least: number, most: number) =>
  z.coerce.number({ error: "number" }).int("number").min(least, "number").max(most, "number");

/** The version of the row that the form was made from. */
export const seenVersion = z.coerce.number().int().positive();

/** The same for a row that is made at its first writing: 0 when there is none yet. */
export const versionOrNone = z.preprocess((value) => value || 0, z.coerce.number().int().nonnegative());

/** A box of a form: there or not. */
export const yesNo = z.preprocess(
  (value) => value === true || value === "yes" || value === "on" || value === "true",
  z.boolean(),
);

export const word = <const T extends readonly [string, ...string[]]>(words: T) => z.enum(words, { error: "choose" });
export const optionalWord = <const T extends readonly [string, ...string[]]>(words: T) =>
  blankIsNull(z.enum(words, { error: "choose" }));

/** A list from boxes or repeated fields; one alone comes as text. */
export const listOf = <T extends z.ZodType>(shape: T) =>
  z.preprocess(
    (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
    z.array(shape),
  );

export const ids = listOf(rowId);

/** A word of a list that the municipality keeps. */
export const listed = z.string().regex(/^\w{1,40}$/, "choose");
/** The same, or none of them. */
export const listedOrNone = z
  .string()
  .regex(/^\w{0,40}$/, "choose")
  .default("");

/** An input takes exactly its fields: what else is sent is a "no", so that no column can be slipped in. */
export const input = <T extends z.ZodRawShape>(shape: T) => z.strictObject(shape);

/** What was wrong with an input, by field; a malformed id or an unknown field is as if it never existed. */
export function problemsOf(error: z.ZodError): No {
  const problems: Record<string, string> = {};
  for (const issue of error.issues) {
    if (issue.message === "id" || issue.code === "unrecognized_keys") return { no: "missing" };
    const field = String(issue.path[0] ?? "");
    problems[field] ??= /^[a-z-]+$/.test(issue.message) ? issue.message : "unreadable";
  }
  return { no: "invalid", problems };
}
