import type { CoursePaper } from "#db/vocabulary.ts";
import type { CourseFacts } from "./course.ts";
import type { Kept } from "./deadlines.ts";

/** The deadlines that can be met by what stands elsewhere. */
export const metByOther = [
  ...(["course_plan", "first_internship", "support_basis_18"] as const),
  ...(["resource_paper_started", "resource_paper_final"] as const),
];

/** What is known of the young person that a deadline is met by, so that nobody writes it twice. */
export type KnownElsewhere = {
  bornOn: string;
  /** When it was decided what they live on from 18; it stands with the way to 18. */
  supportBasisDecidedOn: string | null;
  /** When their jobs and internships begin, the first one first; they stand in the plan. */
  placedOn: readonly string[];
};

type Paper = { paper: CoursePaper; placeSaidYesOn: string | null };

const met = (code: Kept["code"], heldOn: string): Kept => ({ code, number: 1, plannedOn: null, heldOn });

/** The deadlines that are met by what stands elsewhere, with its days. */
export function metElsewhere(
  { startOn }: Pick<CourseFacts, "startOn">,
  papers: readonly Paper[],
  { supportBasisDecidedOn, placedOn }: KnownElsewhere,
  today: string,
): Kept[] {
  const yes = papers
    .flatMap(({ paper, placeSaidYesOn }) => (paper === "course_plan" && placeSaidYesOn ? [placeSaidYesOn] : []))
    .sort()[0];
  const placed = placedOn.find((day) => startOn !== null && day >= startOn);
  const known: Kept[] = [];
  if (supportBasisDecidedOn) known.push(met("support_basis_18", supportBasisDecidedOn));
  if (yes) known.push(met("course_plan", yes));
  if (placed && placed <= today) known.push(met("first_internship", placed));
  if (placed && placed > today) known.push({ code: "first_internship", number: 1, plannedOn: placed, heldOn: null });
  return known;
}
