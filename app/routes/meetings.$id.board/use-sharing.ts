import { age } from "#domain/ages.ts";
import { isHere } from "#domain/participants/rules.ts";
import type { ParticipantRow } from "#domain/participants/views.server.ts";
import { gapsAmong, type Unsaid, unsaid, without } from "#domain/sharing/said.ts";
import { useFrame } from "#frame/frame.ts";
import { listed } from "#words/lists.ts";
import { useWords } from "#words/words.ts";
import { useNow } from "./clock.tsx";
import { useBoard, useNames } from "./model.ts";

const NOTHING = { sides: [], settled: [], givers: [] };

/** By what right those around an item are there, for whoever runs the meeting; a basis that ends by the clock ends here too. */
export function useSharing(itemId: string | null, seats: readonly ParticipantRow[]) {
  const { sharing, areas, cards, today } = useBoard();
  const now = useNow();
  const { sides, settled, givers } = sharing[itemId ?? ""] ?? NOTHING;
  const codes = areas.map(({ code }) => code);
  const bornOn = cards[itemId ?? ""]?.bornOn;
  const named = bornOn ? { adult: age(bornOn, today) >= 18 } : null;
  return {
    settled,
    givers,
    /** Organisations that get nothing of the item. */
    lacks: without(sides, now),
    /** Who sits there all the same. */
    gaps: gapsAmong(seats, sides, now),
    /** While the item is on: in front of those present; before it, of those expected. */
    unsaid: (when: "now" | "before") =>
      unsaid(
        codes,
        named,
        seats.filter((seat) => (when === "now" ? isHere(seat) : seat.presence !== "missing")),
        sides,
        settled,
        now,
      ),
  };
}

/** What may not be said, as sentences. */
export function useUnsaidWords(seats: readonly ParticipantRow[]) {
  const { sharing: t } = useWords();
  const { areas } = useBoard();
  const { departmentName } = useNames();
  const { language } = useFrame();
  const nameOf = ({ organisation, name, participantKind }: ParticipantRow) =>
    organisation || name || (participantKind === "parent" ? t.said.parent : t.said.guest);
  return ({ departmentIds, seatIds, what }: Unsaid): string => {
    const strangers = seats.filter(({ id }) => seatIds.includes(id)).map(nameOf);
    const names = [...new Set([...departmentIds.map(departmentName), ...strangers])];
    const who = listed(names, language);
    if (what === "all") return t.said.all(who, names.length);
    if (what === "name") return t.said.name(who, names.length);
    const labels = areas.filter(({ code }) => what.includes(code)).map(({ label }) => label[language]);
    return t.said.areas(who, names.length, labels.join(", "));
  };
}
