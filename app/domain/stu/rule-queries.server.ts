import { mayAsStaff } from "../access/decide.server.ts";
import { readDay } from "../days.ts";
import { type Look, query } from "../query.server.ts";
import type { DeadlineRule } from "./deadlines.ts";
import { followedBy } from "./list.server.ts";
import { type Moved, movedBy } from "./moved.ts";

/** A change as it was typed, not yet made: empty when none was. */
export type Thought = { code: string; months: string; days: string; fromOn: string; source: string };

/** What a change would do: the rule as it would stand, and the deadlines that it moves; or the field that cannot be read. */
type Shown = { next: DeadlineRule; moved: Moved[] } | { field: "months" | "days" | "fromOn"; problem: string };

const NUMBER = /^[-−+]?\d{1,2}$/;

/** The rules of the deadlines, those that are over among them; and what a change of one would move, before it is made. */
export const deadlineRulesFor = query("deadline-rules", {
  allow: ({ db, ...asking }: Pick<Look<Thought>, "db" | "actor" | "now" | "today">) =>
    mayAsStaff(db, asking, "stu:manage"),
  async run(look: Look<Thought>) {
    const { input, today } = look;
    const list = await followedBy(look);
    const last = list.rules.find(({ code, toOn }) => code === input.code && toOn === null);
    const asksWhat = input.fromOn !== "" || input.months !== "";
    return {
      rules: list.rules,
      edited: last ?? null,
      thought: input,
      shown: last && asksWhat ? shownFor(last) : null,
      today,
    };

    function shownFor(from: DeadlineRule): Shown {
      if (!NUMBER.test(input.months)) return { field: "months", problem: "number" };
      if (!NUMBER.test(input.days || "0")) return { field: "days", problem: "number" };
      const read = readDay(input.fromOn, today);
      if ("problem" in read) return { field: "fromOn", problem: read.problem === "empty" ? "required" : read.problem };
      if (read.day < today) return { field: "fromOn", problem: "gone" };
      if (from.fromOn >= read.day) return { field: "fromOn", problem: "rule-after" };
      const number = (text: string) => Number((text || "0").replace("−", "-"));
      const next = { ...from, months: number(input.months), days: number(input.days), fromOn: read.day };
      return { next, moved: movedBy(list, next) };
    }
  },
});
export type DeadlineRules = Awaited<ReturnType<(typeof deadlineRulesFor)["run"]>>;
