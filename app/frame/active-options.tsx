type Named = { id: string; name: string; active: boolean };

/** What can be chosen of people or departments: those that are here now, and the one that stands though it no longer is. */
export function ActiveOptions({ of, stands }: { of: readonly Named[]; stands?: string | null }) {
  return of
    .filter(({ id, active }) => active || id === stands)
    .map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ));
}
