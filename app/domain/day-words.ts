const MONTHS = [
  ["januar", "january"],
  ["februar", "february"],
  ["marts", "march"],
  ["april"],
  ["maj", "may"],
  ["juni", "june"],
  ["juli", "july"],
  ["august"],
  ["september"],
  ["oktober", "october"],
  ["november"],
  ["december"],
];
const WEEKDAYS = [
  ["mandag", "monday"],
  ["tirsdag", "tuesday"],
  ["onsdag", "wednesday"],
  ["torsdag", "thursday"],
  ["fredag", "friday"],
  ["lørdag", "saturday"],
  ["søndag", "sunday"],
];
const UNITS = {
  day: /^(d|dag|dage|day|days)$/,
  week: /^(u|uge|uger|w|week|weeks)$/,
  month: /^(m|md|mdr|måned|måneder|mth|month|months)$/,
};
const NEXT_MEETING = /^(næste møde|next meeting)( ?\(.*\))?$/;

export type DayWords =
  | { kind: "next-meeting" }
  /** `bare`: nothing says which way (`14d`). */
  | { kind: "in"; n: number; unit: "day" | "week" | "month"; bare?: true }
  | { kind: "weekday"; weekday: number }
  | { kind: "date"; date: number; month: number; year: number | null; shortYear: boolean; weekday: number | null };

/** What a typed day says, before any calendar is asked: a date may not exist. Null when nothing is understood. */
export function dayWords(typed: string): DayWords | null {
  const text = typed.toLowerCase().replace(/[\s.,]+$/, "");
  if (NEXT_MEETING.test(text)) return { kind: "next-meeting" };
  if (/^(i dag|today)$/.test(text)) return { kind: "in", n: 0, unit: "day" };
  if (/^(i går|yesterday)$/.test(text)) return { kind: "in", n: -1, unit: "day" };
  if (/^(i morgen|tomorrow)$/.test(text)) return { kind: "in", n: 1, unit: "day" };
  return fromNow(text) ?? date(text);
}

function fromNow(text: string): DayWords | null {
  const [, ahead, digits, word = ""] = /^(om |in |\+)?(\d{1,3}) ?(\p{L}+)$/u.exec(text) ?? [];
  for (const unit of ["day", "week", "month"] as const)
    if (digits && UNITS[unit].test(word)) return { kind: "in", n: Number(digits), unit, ...(!ahead && { bare: true }) };
  return null;
}

function date(text: string): DayWords | null {
  const [, name, rest = ""] = /^(\p{L}{3,})[., ]*(.*)$/u.exec(text) ?? [];
  const weekday = name ? place(WEEKDAYS, name) : null;
  if (weekday && !rest) return { kind: "weekday", weekday };
  const said = (weekday ? rest : text).replace(/^(den|d\.?|the) /, "");

  const [, isoYear, isoMonth, isoDate] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(said) ?? [];
  const [, figures, month, year] = /^(\d{1,2})[./ -]+(\d{1,2})(?:[./ -]+(\d{4}|\d\d))?$/.exec(said) ??
    /^(\d{1,2})(?:st|nd|rd|th)?[./ -]*(?:of )?(\p{L}{3,})(?:[./, -]+(\d{4}|\d\d))?$/u.exec(said) ??
    swapped(/^(\p{L}{3,})[./ -]*(\d{1,2})(?:st|nd|rd|th)?(?:[, -]+(\d{4}))?$/u.exec(said)) ?? [
      undefined,
      isoDate,
      isoMonth,
      isoYear,
    ];
  const monthNumber = /^\d/.test(month ?? "") ? Number(month) : place(MONTHS, month ?? "");
  if (!figures || monthNumber === null) return null;
  const inYear = { year: year ? Number(year) : null, shortYear: year?.length === 2 };
  return { kind: "date", date: Number(figures), month: monthNumber, ...inYear, weekday };
}

function swapped(english: RegExpExecArray | null): (string | undefined)[] | null {
  return english && [english[0], english[2], english[1], english[3]];
}

/** 1 for the first; a shortened name counts from three letters on. */
function place(names: string[][], word: string): number | null {
  const long = word === "sept" ? "september" : word;
  return names.findIndex((same) => same.some((name) => long.length >= 3 && name.startsWith(long))) + 1 || null;
}
