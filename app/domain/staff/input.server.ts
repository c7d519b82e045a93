import * as z from "zod";
import { roles } from "#db/vocabulary.ts";
import { anyText, someText, word } from "../input.server.ts";
import { asUsername, MARK, USERNAME } from "./rules.ts";

export const mark = someText(10)
  .transform((text) => text.toLocaleUpperCase("da"))
  .refine((text) => MARK.test(text), "two-letters");

export const username = someText(100)
  .transform(asUsername)
  .refine((text) => USERNAME.test(text), "username");

/** Anything with an @ between two parts without a space: whether it is somebody's, only a mail tells. */
const EMAIL = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/;
export const email = anyText(200)
  .refine((text) => text === "" || EMAIL.test(text), "email")
  .transform((text) => text || null);

export const phone = anyText(30).transform((text) => text || null);

/** Roles from boxes of a form; one alone comes as text. */
export const roleList = z.preprocess(
  (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
  z.array(word(roles)),
);
