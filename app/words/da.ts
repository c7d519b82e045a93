import { agenda } from "./da/agenda.ts";
import { board } from "./da/board.ts";
import { frame } from "./da/frame.ts";
import { meetings } from "./da/meetings.ts";
import { people } from "./da/people.ts";
import { type ProblemCode, problems } from "./da/problems.ts";
import { screen } from "./da/screen.ts";
import { signin } from "./da/signin.ts";
import { staff } from "./da/staff.ts";

/** The Danish texts, by subject. */
export const da = { agenda, board, frame, meetings, people, problems: problems as Record<ProblemCode, string>, screen, signin, staff };
