import type { CoverDays } from "#domain/absence/rules.ts";
import type { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";

type Named = { nameOf: (id: string) => string; days: ReturnType<typeof dayWords> };

/** Who covers while somebody is away: one, or one after the other where who covers is away too. */
export function useCoverWords({ nameOf, days }: Named): (spans: readonly CoverDays[]) => string {
  const { stuTeam: t } = useWords();
  return (spans) => {
    const found = spans.some(({ coveredById }) => coveredById !== null);
    if (!found) return t.noCover;
    const named = spans.map(({ coveredById, toOn }, n) => {
      const name = coveredById === null ? t.nobodyThen : nameOf(coveredById);
      return n < spans.length - 1 ? t.until(name, days.short(toOn)) : name;
    });
    return t.cover(named.join(t.thenNext));
  };
}
