import { mayAsStaff } from "../access/decide.server.ts";
import { type Look, query } from "../query.server.ts";
import { type DeadlineRule, isFixed } from "./deadlines.ts";
import { followedBy } from "./list.server.ts";
import { type Moved, movedBy } from "./moved.ts";
import { type ChangeRead, readChange, type TypedChange } from "./rule-change.server.ts";

/** A change as it was typed, not yet made: empty when none was. Where the rule stands is written once one has seen what it moves. */
export type Thought = Omit<TypedChange, "source"> & { code: string };

/** What a change would do: the rule as it would stand, and the deadlines that it moves; or the fields that cannot be read. */
type Shown = { next: DeadlineRule; moved: Moved[] } | Extract<ChangeRead, { problems: unknown }>;

/** The rules of the deadlines, those that are over among them; and what a change of one would move, before it is made. */
export const deadlineRulesFor = query("deadline-rules", {
  allow: ({ db, ...asking }: Pick<Look<Thought>, "db" | "actor" | "now" | "today">) =>
    mayAsStaff(db, asking, "stu:manage"),
  async run(look: Look<Thought>) {
    const { input, today } = look;
    const list = await followedBy(look);
    const last = list.rules.find(({ code, toOn }) => code === input.code && toOn === null && !isFixed(code));
    const asksWhat = input.fromOn !== "" || input.months !== "";
    return {
      rules: list.rules,
      edited: last ?? null,
      thought: input,
      shown: last && asksWhat ? shownFor(last) : null,
      today,
    };

    function shownFor(from: DeadlineRule): Shown {
      const read = readChange(from, { ...input, source: from.source }, today);
      return "problems" in read ? read : { next: read.next, moved: movedBy(list, read.next) };
    }
  },
});
export type DeadlineRules = Awaited<ReturnType<(typeof deadlineRulesFor)["run"]>>;
