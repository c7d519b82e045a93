import { deadlinesForCalendar } from "#domain/stu/list.server.ts";
import { courseFiltersIn } from "#domain/stu/list-filters.ts";
import { file } from "#http/door.server.ts";

/** The deadlines that are shown, for the asker's own calendar. */
export const loader = file(
  deadlinesForCalendar,
  ({ search }) => ({ filters: courseFiltersIn(search) }),
  async (out, language, origin) => (await import("./calendar.server.ts")).calendar(out, language, origin),
);
