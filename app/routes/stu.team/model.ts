import { createContext, useContext } from "react";
import type { TeamLoad } from "#domain/stu/load.server.ts";
import { useFrame } from "#frame/frame.ts";
import { usePeople } from "#frame/people.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

const Page = createContext<TeamLoad | null>(null);
export const TeamProvider = Page.Provider;

export function useTeam() {
  const page = useContext(Page);
  if (!page) throw new Error("No team");
  const { staff } = usePeople(page.peopleEdition);
  const { stuTeam: t } = useWords();
  const { language } = useFrame();
  const nameOf = (id: string | null) => (id === null ? t.nobody : (staff.find((one) => one.id === id)?.name ?? ""));
  const team = page.loads
    .flatMap(({ memberId }) => memberId ?? [])
    .sort((one, other) => nameOf(one).localeCompare(nameOf(other), "da"));
  return { ...page, nameOf, team, days: dayWords(language, page.today) };
}
