import { createContext, useContext } from "react";
import { daysBetween } from "#domain/days.ts";
import type { Mine, OwnYoung } from "#domain/guides/mine.server.ts";
import type { Reason } from "#domain/guides/rhythm.ts";
import { TRIES_IN_A_ROW } from "#domain/guides/rhythm.ts";
import { useFrame } from "#frame/frame.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

const MineData = createContext<Mine | null>(null);
export const MineProvider = MineData.Provider;

export function useMine(): Mine {
  const mine = useContext(MineData);
  if (!mine) throw new Error("No page of young people");
  return mine;
}

/** What the address says of what was saved without JavaScript: the contact with whom, the concern to whom. */
export const SAVED = { contact: "saved", concern: "told" } as const;
export const savedAt = (what: keyof typeof SAVED, of: string) => `/guides?${SAVED[what]}=${of}`;

export function useDays() {
  const { language } = useFrame();
  return dayWords(language, useMine().today);
}

/** Why somebody is to be contacted, in words. */
export function useReasonWords() {
  const { guides: t } = useWords();
  const { today } = useMine();
  const days = useDays();
  return (reason: Reason, { standing, place }: OwnYoung): string => {
    switch (reason.kind) {
      case "over": {
        const target = t.targets[place.intensity ?? "D"];
        return standing.metOn ? t.reasons.over(reason.days, target) : t.reasons.never(reason.days, target);
      }
      case "tries":
        return [
          t.reasons.tries(Math.max(reason.tries, TRIES_IN_A_ROW)),
          reason.untried && t.tryAnother(t.by[reason.untried]),
        ]
          .filter(Boolean)
          .join(", ");
      case "agreed":
        return t.reasons.agreed(days.near(reason.on), reason.time, reason.place);
      case "unchosen":
        return t.reasons.unchosen;
      case "change": {
        const words = t.reasons.change(reason.age, daysBetween(today, reason.on));
        return reason.age === 18 ? `${words} · ${t.reasons.newConsent}` : words;
      }
    }
  };
}
