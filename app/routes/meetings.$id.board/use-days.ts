import { useFrame } from "#frame/frame.ts";
import { dayWords } from "#words/days.ts";
import { useBoard } from "./model.ts";

/** Days in the page's language, seen from the board's today. */
export function useDays() {
  const { language } = useFrame();
  return dayWords(language, useBoard().today);
}
