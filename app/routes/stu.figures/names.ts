import { OTHERS } from "#domain/graduates/cohort.ts";
import type { GraduateFigures } from "#domain/graduates/queries.server.ts";
import type { Words } from "#words/words.ts";

/** What the rows and columns of the figures are called. */
export function namesOf({ graduates: { figures: t, wishes } }: Words, { providers, months }: GraduateFigures) {
  const words: Record<string, string> = { ...t.ending, ...t.found, ...wishes };
  const monthsOf = (code: string) => months[code as keyof typeof months] ?? 0;
  return {
    half: t.half,
    code: (code: string) => words[code] ?? code,
    provider: (id: string) => (id === OTHERS ? t.others : (providers.find((one) => one.id === id)?.name ?? t.others)),
    months: monthsOf,
    /** `slut`, `3 måneder`. */
    moment: (code: string) => (code === "ended" ? t.end : t.months(monthsOf(code))),
  };
}
