import { board } from "./en/board.ts";
import { frame } from "./en/frame.ts";
import { problems } from "./en/problems.ts";
import { signin } from "./en/signin.ts";
import type { Words } from "./words.ts";

/** The English texts, by subject; the same shape as the Danish ones. */
export const en: Words = { board, frame, problems, signin };
