import { board } from "./da/board.ts";
import { frame } from "./da/frame.ts";
import { type ProblemCode, problems } from "./da/problems.ts";
import { signin } from "./da/signin.ts";

/** The Danish texts, by subject. */
export const da = { board, frame, problems: problems as Record<ProblemCode, string>, signin };
