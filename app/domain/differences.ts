type Compared = { kind: string; id: string };

/** What of each kind of row is compared, in the order it is read in. */
export type FieldsOf<R extends Compared> = {
  readonly [K in R["kind"]]: readonly (keyof Extract<R, { kind: K }> & string)[];
};

/** A field of a row that stands otherwise in one version than in another; nothing where the row or the text is not there. */
export type DifferenceIn<R extends Compared, F extends string> = { row: R; field: F; before: string; after: string };

const textIn = (row: object | undefined, field: string): string =>
  String((row as Record<string, unknown> | undefined)?.[field] ?? "");

/** What changed from one version to another, field by field; rows that came or went are told by all that stood in them. */
export function differencesIn<R extends Compared, F extends FieldsOf<R>>(
  fields: F,
  before: readonly R[],
  after: readonly R[],
): DifferenceIn<R, F[R["kind"]][number]>[] {
  const keyOf = ({ kind, id }: R) => `${kind} ${id}`;
  const former = new Map(before.map((row) => [keyOf(row), row]));
  const later = new Map(after.map((row) => [keyOf(row), row]));
  return [...new Set([...former.keys(), ...later.keys()])].flatMap((key) => {
    const row = later.get(key) ?? former.get(key);
    if (!row) return [];
    const ofKind = fields[row.kind as R["kind"]];
    return ofKind.flatMap((field) => {
      const [was, is] = [textIn(former.get(key), field), textIn(later.get(key), field)];
      return was === is ? [] : [{ row, field, before: was, after: is }];
    });
  });
}
