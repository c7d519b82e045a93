import { type CourseEnding, courseEndings, type FollowUpCode, followUpCodes, type WishMet } from "#db/vocabulary.ts";
import { type Counts, countTable } from "../numbers/count-table.ts";
import { type OutcomeGroup, outcomeGroups } from "./rules.ts";

/** What is counted of a course that ended: no name, no day. */
export type Ended = {
  /** `2026-2`: the half-year in which it ended. */
  half: string;
  providerId: string | null;
  ending: CourseEnding;
  /** What was found at each follow-up that was due: `waiting` while nobody has asked. */
  found: Partial<Record<FollowUpCode, Found>>;
  /** The last word on whether it is what they wanted. */
  wishMet: WishMet | null;
};
export type Found = OutcomeGroup | "waiting";

/** `waiting` and `unknown` are columns of their own, always. */
export const foundAs = [...outcomeGroups, "waiting"] as const;
export const halfOf = (day: string): string => `${day.slice(0, 4)}-${day.slice(5, 7) <= "06" ? 1 : 2}`;

const inOrder = (names: Iterable<string>) => [...new Set(names)].sort();

/** What was found at one follow-up, by the half-year in which they left. */
export function outcomesByHalf(ended: readonly Ended[], code: FollowUpCode): Counts {
  const due = ended.filter(({ found }) => found[code] !== undefined);
  return countTable(
    inOrder(due.map(({ half }) => half)),
    foundAs,
    due,
    ({ half }) => half,
    ({ found }) => found[code] as Found,
  );
}

/** The same by place; the places of fewer than five stand together as `others`. */
export function outcomesByProvider(ended: readonly Ended[], code: FollowUpCode): Counts {
  const due = ended.filter(({ found }) => found[code] !== undefined);
  const size = (id: string | null) => due.filter(({ providerId }) => providerId === id).length;
  const place = ({ providerId }: Ended) => (providerId !== null && size(providerId) >= 5 ? providerId : OTHERS);
  return countTable(inOrder(due.map(place)), foundAs, due, place, ({ found }) => found[code] as Found);
}
export const OTHERS = "others";

/** Who went on elsewhere is not counted: a column in which there can be nothing would give away what is kept back beside it. */
const HERE = courseEndings.filter((one) => one !== "transferred_municipality");

/** How courses ended, by half-year. */
export const endingsByHalf = (ended: readonly Ended[]): Counts =>
  countTable(
    inOrder(ended.map(({ half }) => half)),
    HERE,
    ended,
    ({ half }) => half,
    ({ ending }) => ending,
  );

/** Whether it is what they wanted, of those who have said. */
export const wishesByHalf = (ended: readonly Ended[]): Counts => {
  const said = ended.filter(({ wishMet }) => wishMet !== null);
  return countTable(
    inOrder(said.map(({ half }) => half)),
    ["yes", "partly", "no"],
    said,
    ({ half }) => half,
    ({ wishMet }) => wishMet as string,
  );
};

/** From how the courses ended to what was found each time: for each step how many went from one to another, among those asked both times. */
export type Flow = { from: string; to: string; counts: Counts };

export function flows(ended: readonly Ended[]): Flow[] {
  const first = countTable(
    HERE,
    foundAs,
    ended.filter(({ found }) => found.follow_up_1),
    ({ ending }) => ending,
    ({ found }) => found.follow_up_1 as Found,
  );
  const steps = followUpCodes.slice(1).map((to, at): Flow => {
    const from = followUpCodes[at] as FollowUpCode;
    const both = ended.filter(({ found }) => found[from] && found[to]);
    return {
      from,
      to,
      counts: countTable(
        foundAs,
        foundAs,
        both,
        ({ found }) => found[from] as Found,
        ({ found }) => found[to] as Found,
      ),
    };
  });
  return [{ from: "ended", to: "follow_up_1", counts: first }, ...steps];
}
