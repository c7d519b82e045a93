import { createContext, useContext } from "react";
import type { GuideTeam } from "#domain/guides/team.server.ts";
import { useCaseload } from "#frame/caseload.tsx";
import { useFrame } from "#frame/frame.ts";

const Page = createContext<GuideTeam | null>(null);
export const GuidesProvider = Page.Provider;

export function useGuides() {
  const page = useContext(Page);
  if (!page) throw new Error("No guides");
  const { team, nameOf } = useCaseload();
  const { language } = useFrame();
  const number = new Intl.NumberFormat(language);
  return { ...page, team, nameOf, number: (n: number) => number.format(n) };
}
