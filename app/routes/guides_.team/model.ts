import { createContext, useContext } from "react";
import type { GuideTeam } from "#domain/guides/team.server.ts";
import { useFrame } from "#frame/frame.ts";
import { usePeople } from "#frame/people.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

const Page = createContext<GuideTeam | null>(null);
export const TeamProvider = Page.Provider;

export function useGuides() {
  const page = useContext(Page);
  if (!page) throw new Error("No guides");
  const { staff } = usePeople(page.peopleEdition);
  const { guideTeam: t } = useWords();
  const { language } = useFrame();
  const nameOf = (id: string | null) => (id === null ? t.nobody : (staff.find((one) => one.id === id)?.name ?? ""));
  const team = page.guides.map(({ id }) => id).sort((one, other) => nameOf(one).localeCompare(nameOf(other), "da"));
  const roomOf = (id: string | null) => page.guides.find((one) => one.id === id)?.room ?? null;
  const number = new Intl.NumberFormat(language);
  return {
    ...page,
    nameOf,
    team,
    roomOf,
    number: (n: number) => number.format(n),
    days: dayWords(language, page.today),
  };
}
