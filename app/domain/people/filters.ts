/** How the list of young people is narrowed: what its address says. Names stand in no address, so what is typed is not here. */
export type Filters = {
  ageFrom: number | null;
  ageTo: number | null;
  /** A code of the life areas. */
  area: string | null;
  departmentId: string | null;
  guideId: string | null;
  stu: boolean;
  overdue: boolean;
  /** Those whose case has ended, and no others; without it none of them. */
  closed: boolean;
  /** Weeks without an item and without anybody hearing the young person. */
  silent: number | null;
};

export const NO_FILTERS: Filters = {
  ...{ ageFrom: null, ageTo: null, area: null, departmentId: null, guideId: null },
  ...{ stu: false, overdue: false, closed: false, silent: null },
};

export const SILENT_WEEKS = [4, 8, 13, 26] as const;

const OLDEST = 99;
const UUID = /^[0-9a-f-]{36}$/;

function years(text: string | null): number | null {
  const n = Number(text?.trim() || Number.NaN);
  return Number.isInteger(n) && n >= 0 && n <= OLDEST ? n : null;
}

const isId = (text: string | null): text is string => text !== null && UUID.test(text);

/** What an address asks for; what it cannot ask for is left out. */
export function filtersIn(search: URLSearchParams): Filters {
  const [area, department, guide] = [search.get("area"), search.get("department"), search.get("guide")];
  const weeks = Number(search.get("silent"));
  return {
    ageFrom: years(search.get("from")),
    ageTo: years(search.get("to")),
    area: area && /^\w{1,40}$/.test(area) ? area : null,
    departmentId: isId(department) ? department : null,
    guideId: isId(guide) ? guide : null,
    stu: search.get("stu") === "yes",
    overdue: search.get("overdue") === "yes",
    closed: search.get("closed") === "yes",
    silent: SILENT_WEEKS.find((one) => one === weeks) ?? null,
  };
}

/** The same address in one spelling, without what is not asked for; empty for everybody. */
export function searchOf(filters: Filters): string {
  const of: Record<string, string | number | null> = {
    ...{ from: filters.ageFrom, to: filters.ageTo, area: filters.area },
    ...{ department: filters.departmentId, guide: filters.guideId },
    stu: filters.stu ? "yes" : null,
    overdue: filters.overdue ? "yes" : null,
    closed: filters.closed ? "yes" : null,
    silent: filters.silent,
  };
  return Object.entries(of)
    .flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]))
    .join("&");
}
