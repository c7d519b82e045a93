import { isHere } from "#domain/participants/rules.ts";
import { gapsAmong, type SeatOfSide, type Unsaid, unsaid, without } from "#domain/sharing/said.ts";
import { useFrame } from "#frame/frame.ts";
import { listed } from "#words/lists.ts";
import { useWords } from "#words/words.ts";
import { useNow } from "./clock.tsx";
import { useBoard, useNames } from "./model.ts";

const NOTHING = { sides: [], settled: [], givers: [] };

/** By what right those around an item are there, for whoever runs the meeting; a basis that ends by the clock ends here too. */
export function useSharing(itemId: string | null, seats: readonly SeatOfSide[]) {
  const { sharing, areas } = useBoard();
  const now = useNow();
  const { sides, settled, givers } = sharing[itemId ?? ""] ?? NOTHING;
  const codes = areas.map(({ code }) => code);
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
        seats.filter((seat) => (when === "now" ? isHere(seat) : seat.presence !== "missing")),
        sides,
        settled,
        now,
      ),
  };
}

/** What may not be said, as sentences. */
export function useUnsaidWords() {
  const { sharing: t } = useWords();
  const { areas } = useBoard();
  const { departmentName } = useNames();
  const { language } = useFrame();
  return ({ departmentIds, what }: Unsaid): string => {
    const who = listed(departmentIds.map(departmentName), language);
    if (what === "all") return t.said.all(who);
    if (what === "name") return t.said.name(who);
    const labels = areas.filter(({ code }) => what.includes(code)).map(({ label }) => label[language]);
    return t.said.areas(who, labels.join(", "));
  };
}
