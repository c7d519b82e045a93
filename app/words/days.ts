import type { Language } from "#db/vocabulary.ts";
import { addDays, weekday } from "#domain/days.ts";

const NAMES = {
  da: {
    week: ["man.", "tir.", "ons.", "tor.", "fre.", "lør.", "søn."],
    weekLong: ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
    months: ["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."],
    today: "i dag",
    tomorrow: "i morgen",
  },
  en: {
    week: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    weekLong: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    today: "today",
    tomorrow: "tomorrow",
  },
};

function dated(day: string, language: Language, year: boolean): string {
  const [ofYear, month, date] = day.split("-").map(Number);
  const name = NAMES[language].months[(month ?? 1) - 1];
  const short = language === "da" ? `${date}. ${name}` : `${date} ${name}`;
  return year ? `${short} ${ofYear}` : short;
}

/** How days are written: with the year only when it is another than today's. */
export function dayWords(language: Language, today: string) {
  const names = NAMES[language];
  const written = (day: string) => dated(day, language, day.slice(0, 4) !== today.slice(0, 4));
  return {
    /** `1. dec.` */
    short: written,
    /** `1. dec. 2026`: read again it is the same day. */
    full: (day: string) => dated(day, language, true),
    /** `30-06-2027`, as deadlines in law are written. */
    inLaw: (day: string) => day.split("-").reverse().join("-"),
    /** `mandag`; 1 is Monday. */
    ofWeek: (number: number) => names.weekLong[number - 1] ?? "",
    /** `tir. 1. dec.` */
    withWeekday: (day: string) => `${names.week[weekday(day) - 1]} ${written(day)}`,
    /** `tirsdag 1. dec.` */
    long: (day: string) => `${names.weekLong[weekday(day) - 1]} ${written(day)}`,
    /** `i dag`, `i morgen`, the weekday within a week, else `tir. 1. dec.` */
    near(day: string): string {
      if (day === today) return names.today;
      if (day === addDays(today, 1)) return names.tomorrow;
      if (day > today && day < addDays(today, 7)) return names.weekLong[weekday(day) - 1] ?? written(day);
      return `${names.week[weekday(day) - 1]} ${written(day)}`;
    },
  };
}
