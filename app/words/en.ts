import { board } from "./en/board.ts";
import { frame } from "./en/frame.ts";
import { people } from "./en/people.ts";
import { problems } from "./en/problems.ts";
import { screen } from "./en/screen.ts";
import { signin } from "./en/signin.ts";
import { staff } from "./en/staff.ts";
import type { Words } from "./words.ts";

/** The English texts, by subject; the same shape as the Danish ones. */
export const en: Words = { board, frame, people, problems, screen, signin, staff };
