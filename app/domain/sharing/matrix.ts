/** What a matrix of consents is made of: of each, how it stands, until when, about what and to whom. */
type Known = {
  state: string;
  endsOn: string;
  areas: readonly { code: string }[];
  recipients: readonly { id: string }[];
};

/** A place of the matrix: a yes that holds until a day, one that waits, or nothing. */
export type Cell = { holds: boolean; until: string } | null;

/** Whether somebody may know of an area: the consent that holds longest counts, and one that holds before one that waits. */
export function cellOf(consents: readonly Known[], departmentId: string, area: string): Cell {
  const about = consents.filter(
    ({ areas, recipients }) =>
      areas.some(({ code }) => code === area) && recipients.some(({ id }) => id === departmentId),
  );
  const longest = (state: string) =>
    about
      .filter((one) => one.state === state)
      .map(({ endsOn }) => endsOn)
      .sort()
      .at(-1);
  const until = longest("in_force");
  if (until) return { holds: true, until };
  const waiting = longest("waiting");
  return waiting ? { holds: false, until: waiting } : null;
}
