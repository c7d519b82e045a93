import { daysBetween } from "#domain/days.ts";
import type { OwnYoung } from "#domain/guides/mine.server.ts";
import { DAYS_WITHOUT, type Reason, TRIES_IN_A_ROW } from "#domain/guides/rhythm.ts";
import { dayOf } from "#domain/moments.ts";
import { dayWords } from "#words/days.ts";
import { useWords } from "#words/words.ts";
import { useFrame } from "./frame.ts";

/** Why somebody is to be contacted, in words. */
function useReasonWords(today: string) {
  const { guides: t } = useWords();
  const { language } = useFrame();
  const days = dayWords(language, today);
  return (reason: Reason, { standing, place }: OwnYoung): string => {
    switch (reason.kind) {
      case "over": {
        const target = t.targets[place.intensity ?? "D"];
        return standing.metOn ? t.reasons.over(reason.days, target) : t.reasons.never(reason.days, target);
      }
      case "tries":
        return [
          t.reasons.tries(Math.max(reason.tries, TRIES_IN_A_ROW)),
          reason.untried && t.tryAnother(t.by[reason.untried]),
        ]
          .filter(Boolean)
          .join(", ");
      case "agreed":
        return t.reasons.agreed(days.near(reason.on), reason.time, reason.place);
      case "unchosen":
        return t.reasons.unchosen;
      case "change": {
        const words = t.reasons.change(reason.age, daysBetween(today, reason.on));
        return reason.age === 18 ? `${words} · ${t.reasons.newConsent}` : words;
      }
    }
  };
}

/** The one line beneath a young person's name: why they are to be contacted, and what is coming. */
export function useYoungLine(today: string) {
  const { guides: t } = useWords();
  const { language } = useFrame();
  const reasonWords = useReasonWords(today);
  const days = dayWords(language, today);
  return (young: OwnYoung): string => {
    const { reasons, standing, meeting, promises, covered, place } = young;
    const without = meeting === null && reasons.some((one) => one.kind === "over" && one.days >= DAYS_WITHOUT);
    const isQuiet = reasons.every(({ kind }) => kind === "unchosen");
    const saysOften = place.intensity !== null && reasons.every(({ kind }) => kind !== "over");
    return [
      ...reasons.map((reason) => reasonWords(reason, young)),
      ...(isQuiet ? [standing.metOn ? t.metOn(days.short(standing.metOn)) : t.notMet] : []),
      ...(saysOften ? [t.targets[place.intensity ?? "D"]] : []),
      ...(standing.next && standing.next.on > today ? [t.next(days.near(standing.next.on))] : []),
      ...(meeting ? [t.meetingOn(days.near(dayOf(meeting.startsAt)))] : []),
      ...(without ? [t.reasons.withoutContact] : []),
      ...(promises > 0 ? [t.promises(promises)] : []),
      ...(covered ? [t.covered(covered.name)] : []),
    ].join(" · ");
  };
}
