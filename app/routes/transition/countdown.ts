import { age, daysBetween, monthsUntil } from "#domain/days.ts";
import { transitionDays } from "#domain/transition/rules.ts";
import type { dayWords } from "#words/days.ts";
import type { Words } from "#words/words.ts";

const IN_DAYS = 60;

/** Age and countdown: `17 år · fylder 18 om 5 måneder, 21. apr.` */
export function countdown(t: Words["transition"], days: ReturnType<typeof dayWords>, bornOn: string, today: string) {
  const { adultOn } = transitionDays(bornOn);
  const left = daysBetween(today, adultOn);
  const day = days.short(adultOn);
  const says =
    left < 0
      ? t.since(day)
      : left === 0
        ? t.isToday
        : left <= IN_DAYS
          ? t.inDays(left, day)
          : t.inMonths(monthsUntil(adultOn, today), day);
  return [t.age(age(bornOn, today)), says].join(" · ");
}
