import { type LeadView, leadViews } from "./rules.ts";

/** How many of them a page shows. */
export const LEADS_AT_ONCE = 100;

/** How many of the day's list go onto paper at once. */
export const MOST_ON_PAPER = 500;

/** What of the list is shown. */
export type LeadFilters = {
  view: LeadView;
  source: string | null;
  mine: boolean;
  /** Also those whose case the asker may see. */
  cases: boolean;
  page: number;
  /** The day's list as it is printed: all of it, without pages. */
  paper?: boolean;
};

/** From an address; what it does not say right is as if it were not said. */
export function leadFiltersIn(search: URLSearchParams): LeadFilters {
  const page = Number(search.get("page"));
  const paper = search.get("paper") === "yes";
  return {
    paper,
    view: paper ? "day" : (leadViews.find((one) => one === search.get("view")) ?? "day"),
    source: /^\w{1,40}$/.exec(search.get("source") ?? "")?.[0] ?? null,
    mine: search.get("whose") === "mine",
    cases: search.get("cases") === "too",
    page: Number.isInteger(page) && page > 0 && page < 1000 ? page : 0,
  };
}

/** The address of the list with these filters. */
export function addressOf({ view, source, mine, cases, page, paper }: LeadFilters): string {
  const search = new URLSearchParams();
  if (view !== "day") search.set("view", view);
  if (source) search.set("source", source);
  if (mine) search.set("whose", "mine");
  if (cases) search.set("cases", "too");
  if (paper) search.set("paper", "yes");
  if (page > 0) search.set("page", String(page));
  return search.size > 0 ? `/outreach?${search}` : "/outreach";
}
