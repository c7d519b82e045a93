import type { ParticipantKind } from "#db/vocabulary.ts";
import { hearsWithout, type Named } from "../sharing/said.ts";
import type { ShownItem } from "./shown-item.server.ts";

/** What of an item one person may see: all of it; as a school without consent, only their own agreements; or nothing. */
export type Sees = "item" | "own-agreements" | "nothing";

/** Somebody who is in the room or on video. Of staff what they may see is asked of the rule table; all others have none. */
export type Attendee = {
  participantKind: ParticipantKind;
  organisation: string;
  departmentId: string | null;
  sees: Sees | null;
};

/** What all may see; short of all of it, the agreements of that one department, if any. `hindered`: those on whose account. */
export type SeenByAll = {
  all: boolean;
  agreementsOf: string | null;
  hindered: Attendee[];
};

function seenBy({ participantKind, sees }: Attendee, named: Named, youngPersonHere: boolean): Sees {
  if (participantKind === "staff") return sees ?? "nothing";
  return hearsWithout(participantKind, named, youngPersonHere) ? "item" : "nothing";
}

/** What everybody who is here may see of the item that the room is at: the big screen shows that, and no more. */
export function seenByAll(attendees: readonly Attendee[], named: Named): SeenByAll {
  const youngPersonHere = attendees.some(({ participantKind }) => participantKind === "young_person");
  const less = attendees.flatMap((attendee) => {
    const sees = seenBy(attendee, named, youngPersonHere);
    return sees === "item" ? [] : [{ attendee, of: sees === "nothing" ? null : attendee.departmentId }];
  });
  const departments = [...new Set(less.map(({ of }) => of))];
  return {
    all: less.length === 0,
    agreementsOf: departments.length === 1 ? (departments[0] ?? null) : null,
    hindered: less.map(({ attendee }) => attendee),
  };
}

/** An item before it is known who sees it: agreements with the department that promised. */
export type WholeItem = Omit<ShownItem, "agreements"> & {
  agreements: (ShownItem["agreements"][number] & {
    departmentId: string | null;
  })[];
};

/** What is left of an item when not all may see it: its number and time, and nothing that tells of what is missing. */
export function narrowed(whole: WholeItem, { all, agreementsOf }: SeenByAll): ShownItem {
  const agreements = whole.agreements.filter(
    ({ departmentId }) => all || (agreementsOf !== null && departmentId === agreementsOf),
  );
  return {
    ...whole,
    ...(!all && { who: null, words: "", question: "", options: [] }),
    agreements: agreements.map(({ departmentId: _, ...shown }) => shown),
  };
}

/** How many fields of an item stand there, and not on the big screen. */
export function fieldsHidden(whole: WholeItem, shown: ShownItem): number {
  const fields = ["who", "words", "question", "options", "agreements"] as const;
  return fields.filter((field) => (whole[field]?.length ?? 0) > (shown[field]?.length ?? 0)).length;
}
