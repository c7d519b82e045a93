/** How the lists of agreements are narrowed: what their address says. Names stand in no address. */
export type ActionFilters = {
  whose: Whose | null;
  state: StateAsked | null;
  /** Who owes it. */
  departmentId: string | null;
  due: DueAsked | null;
};

/** Those I owe myself, my department's others, those I wait for. */
export const whoseList = ["mine", "department", "waiting"] as const;
export type Whose = (typeof whoseList)[number];
/** Of those that are open; late is a promise over its day. */
export const statesAsked = ["late", "stuck", "asked"] as const;
export type StateAsked = (typeof statesAsked)[number];
export const duesAsked = ["over", "week", "later", "none"] as const;
export type DueAsked = (typeof duesAsked)[number];

export const ALL_ACTIONS: ActionFilters = { whose: null, state: null, departmentId: null, due: null };

/** So many of each list at first, and so many more with each press. */
export const AT_ONCE = 50;
/** More than that is found with a filter. */
export const MOST_SHOWN = 200;

const UUID = /^[0-9a-f-]{36}$/;
const among = <T extends string>(words: readonly T[], text: string | null) => words.find((one) => one === text) ?? null;

/** What an address asks for; what it cannot ask for is left out. */
export function actionFiltersIn(search: URLSearchParams): ActionFilters {
  const department = search.get("department");
  return {
    whose: among(whoseList, search.get("whose")),
    state: among(statesAsked, search.get("state")),
    departmentId: department && UUID.test(department) ? department : null,
    due: among(duesAsked, search.get("due")),
  };
}

/** How many of each list the address asks for. */
export function shownIn(search: URLSearchParams): number {
  const n = Number(search.get("shown"));
  return Number.isInteger(n) && n > AT_ONCE ? Math.min(n, MOST_SHOWN) : AT_ONCE;
}

/** The same address in one spelling, without what is not asked for; empty for all. */
export function actionSearchOf({ whose, state, departmentId, due }: ActionFilters): string {
  return Object.entries({ whose, state, department: departmentId, due })
    .flatMap(([name, value]) => (value === null ? [] : [`${name}=${value}`]))
    .join("&");
}
