import type { CourseEnding } from "#db/vocabulary.ts";
import { addDays } from "../calendar.ts";
import type { Work } from "../command.server.ts";
import { makeFollowUps } from "../graduates/make.server.ts";
import type { CourseKept } from "./find.server.ts";

type Ended = Pick<CourseKept, "endedOn" | "ending">;

/** Who ended here is asked after; who goes on in another municipality is not. */
const isAsked = ({ ending }: Ended) => ending !== null && ending !== "transferred_municipality";

/** What an ending sets, written by hand or by a file; `former` is how the course stood. */
export function endSet(
  { today }: Pick<Work<unknown>, "today">,
  former: Ended,
  end: { endedOn: string; ending: CourseEnding },
  toMunicipality = "",
) {
  // Whoever wrote it has the rest of the day to take it back.
  if (!isAsked(end)) return { ...end, toMunicipality, closedOn: addDays(today, 1) };
  return { ...end, toMunicipality: "", ...(isAsked(former) ? {} : { closedOn: null }) };
}

/** What follows from an ending once it is written. */
export async function ended(work: Work<unknown>, courseId: string, former: Ended, end: Ended): Promise<void> {
  if (isAsked(end) && !isAsked(former)) await makeFollowUps(work, courseId);
  work.rights();
}
