import ical, { ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import type { Language } from "#db/vocabulary.ts";
import type { DeadlineDay } from "#domain/stu/list.ts";
import { type CourseFilters, courseSearchOf } from "#domain/stu/list-filters.ts";
import type { FileSent } from "#http/door.server.ts";
import { wordsIn } from "#words/words.ts";

type Out = { days: DeadlineDay[]; filters: CourseFilters; now: string };

/**
 * An entry for each deadline and day, with how many and no name. The same entry has the same id each time it is fetched, and a
 * higher number: a calendar puts the newer one in place of the older.
 */
export async function calendar({ days, filters, now }: Out, language: Language, origin: string): Promise<FileSent> {
  const { stu: t, stuCourse } = await wordsIn(language);
  const own = courseSearchOf(filters);
  const sequence = Math.floor(Date.parse(now) / 60_000);
  const all = ical({
    name: t.title,
    prodId: { company: "Samspor", product: "STU" },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { code, day, group, n } of days)
    all.createEvent({
      id: `${[code, day, own].filter(Boolean).join(".")}@${new URL(origin).host}`,
      ...{ sequence, stamp: now, start: day, allDay: true, transparency: ICalEventTransparency.TRANSPARENT },
      summary: t.inCalendar(stuCourse.deadlines[code], n),
      url: `${origin}/stu?${new URLSearchParams([...new URLSearchParams(own), ["group", group]])}`,
    });
  const bytes = new Uint8Array(Buffer.from(all.toString()));
  return { name: `${t.calendarName}.ics`, type: "text/calendar; charset=utf-8", bytes };
}
