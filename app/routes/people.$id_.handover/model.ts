import { createContext, useContext } from "react";
import type { HandoverPage } from "#domain/guides/handover.server.ts";
import { useFrame } from "#frame/frame.ts";
import { dayWords } from "#words/days.ts";

const Data = createContext<HandoverPage | null>(null);
export const HandoverProvider = Data.Provider;

export function useHandover(): HandoverPage {
  const page = useContext(Data);
  if (!page) throw new Error("No page of a handover");
  return page;
}

/** The one that nobody has answered. */
export type OpenHandover = NonNullable<HandoverPage["open"]>;

export function useDays() {
  const { language } = useFrame();
  return dayWords(language, useHandover().today);
}
