import { createContext, useContext } from "react";
import type { Start } from "#domain/start/queries.server.ts";
import { useFrame } from "#frame/frame.ts";
import { dayWords } from "#words/days.ts";

const StartData = createContext<Start | null>(null);
export const StartProvider = StartData.Provider;

export function useStart(): Start {
  const start = useContext(StartData);
  if (!start) throw new Error("No start page");
  return start;
}

/** Days in the page's language; `first` begins a line. */
export function useDays() {
  const { language } = useFrame();
  const days = dayWords(language, useStart().today);
  const first = (text: string) => text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
  return { ...days, first };
}
