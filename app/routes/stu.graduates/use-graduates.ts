import { createContext, useContext } from "react";
import type { Graduates } from "#domain/graduates/queries.server.ts";
import { useFrame } from "#frame/frame.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import type { ListAt } from "./model.ts";

type Shown = { graduates: Graduates; at: ListAt };

const Held = createContext<Shown | null>(null);
export const GraduatesProvider = Held.Provider;

/** What the page was loaded with, and its words for days and outcomes. */
export function useGraduates() {
  const held = useContext(Held);
  if (!held) throw new Error("No graduates");
  const { language } = useFrame();
  const { efforts } = useWords();
  const { outcomes, today } = held.graduates;
  return {
    ...held,
    days: dayWords(language, today),
    outcomeOf: (code: string) => outcomes.find((one) => one.code === code)?.label[language] ?? code,
    hoursOf: (minutes: number) => efforts.hours(efforts.hoursOf(minutes)),
  };
}
