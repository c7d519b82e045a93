import type { AssignmentKind, PlaceEnding } from "#db/vocabulary.ts";

/** A place with a young person as it stood from a day on. */
export type PlaceVersion = { sinceOn: string; primary: boolean; toOn: string | null };
export type PlacePast = {
  id: string;
  staffId: string;
  kind: AssignmentKind;
  endedFor: PlaceEnding | null;
  /** The first one first. */
  versions: readonly PlaceVersion[];
};

/** From when to when somebody was the contact person; `toOn`: the day they were not any more, null while they are. */
export type ContactSpan = Pick<PlacePast, "staffId" | "kind" | "endedFor"> & {
  id: string;
  fromOn: string;
  toOn: string | null;
};

function spansOf({ id, staffId, kind, endedFor, versions }: PlacePast): ContactSpan[] {
  const spans: ContactSpan[] = [];
  for (const [n, { sinceOn, primary, toOn }] of versions.entries()) {
    if (!primary) continue;
    const next = versions[n + 1]?.sinceOn ?? null;
    const until = toOn !== null && (next === null || toOn < next) ? toOn : next;
    const last = spans.at(-1);
    // What was changed about the place meanwhile does not part it.
    if (last && last.toOn === sinceOn) last.toOn = until;
    else spans.push({ id: `${id} ${n}`, staffId, kind, endedFor: null, fromOn: sinceOn, toOn: until });
  }
  const last = spans.at(-1);
  if (last && last.toOn !== null && last.toOn === versions.at(-1)?.toOn) last.endedFor = endedFor;
  return spans;
}

/** Every contact person a young person has had, the last one first; who only begins later is none yet. */
export const contactSpans = (places: readonly PlacePast[], today: string): ContactSpan[] =>
  places
    .flatMap(spansOf)
    .filter(({ fromOn }) => fromOn <= today)
    .sort((one, other) => lastOf(other).localeCompare(lastOf(one)) || other.id.localeCompare(one.id));

/** By its last day, and of those that end on one by its first. */
const lastOf = ({ fromOn, toOn }: ContactSpan): string => `${toOn ?? "9999-12-31"} ${fromOn}`;
