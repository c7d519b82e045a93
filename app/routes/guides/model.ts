import { createContext, useContext } from "react";
import type { Mine } from "#domain/guides/mine.server.ts";
import { useFrame } from "#frame/frame.ts";
import { dayWords } from "#words/days.ts";

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
