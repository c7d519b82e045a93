import * as z from "zod";
import type { Verdict } from "../access/decide.server.ts";
import { type At, command, type Work } from "../command.server.ts";
import { Declined, invalid } from "../errors.ts";
import { anyText, input, listOf, rowId, seenVersion, withoutCpr, word } from "../input.server.ts";
import { typedDay } from "../typed-day.server.ts";
import { mayAction } from "./allow.server.ts";
import { MOST_SHOWN } from "./filters.ts";
import { actionWith } from "./find.server.ts";
import { end, type Followed, moveTo, type Seen, start } from "./steps.server.ts";

/** What can be done with several agreements at once; the last takes back a wrong press on the first. */
export const manyWays = ["done", "day", "take-back"] as const;

/** An agreement as it stood on the page: its id and version, in one box of a form. */
const seenRow = z.preprocess(
  (text) => {
    const [id, version] = String(text).split(" ");
    return { id, version };
  },
  z.object({ id: rowId, version: seenVersion }),
);

/** Why one was left as it stands. What the asker may no longer see is told without a word of it. */
export type LeftOut = { id: string; no: "conflict" | "refused" | "missing"; text: string | null };
export type FollowedMany = { what: (typeof manyWays)[number]; done: Seen[]; left: LeftOut[] };

const oneself = async ({ actor }: At<unknown>): Promise<Verdict> =>
  actor.kind === "staff" ? { by: "oneself" } : { no: "missing" };

/**
 * Says of several agreements what became of them, in one transaction. Each is asked for its own right and the version it was seen
 * at; what cannot be changed is named and left, and the others stand.
 */
export const followActions = command("follow-actions", {
  input: input({
    what: word(manyWays),
    rows: listOf(seenRow)
      .refine((rows) => rows.length > 0, "choose-some")
      .refine((rows) => rows.length <= MOST_SHOWN, "too-many-rows"),
    dueOn: anyText(60),
    reason: withoutCpr(anyText(1000)),
  }),
  allow: oneself,
  async run(work): Promise<FollowedMany> {
    const { what, reason } = work.input;
    if (what === "day" && reason === "") throw invalid("reason", "required");
    const dueOn = what === "day" ? typedDay("dueOn", work.input.dueOn, work.today) : "";
    const steps = {
      done: (of: Work<unknown>, seen: Seen) => end(of, seen, "done", ""),
      day: (of: Work<unknown>, seen: Seen) => moveTo(of, seen, dueOn, reason),
      "take-back": start,
    };
    const answer: FollowedMany = { what, done: [], left: [] };
    for (const seen of new Map(work.input.rows.map((row) => [row.id, row])).values()) {
      const one = await oneOf(work, seen, steps[what]);
      if ("no" in one) answer.left.push(one);
      else answer.done.push({ id: one.id, version: one.version });
    }
    return answer;
  },
});

async function oneOf(
  work: Work<unknown>,
  seen: Seen,
  step: (work: Work<unknown>, seen: Seen) => Promise<Followed>,
): Promise<Followed | LeftOut> {
  const { db, actor, now, today, record } = work;
  const { id } = seen;
  const verdict = await mayAction("action:follow")({ db, actor, now, today, input: seen });
  if ("no" in verdict) {
    record({ kind: "refused" });
    const text = verdict.no === "refused" ? ((await actionWith(db, id))?.text ?? null) : null;
    return { id, no: verdict.no, text };
  }
  try {
    // Each is a row of the log by its own right.
    return await step({ ...work, record: (event) => record({ by: verdict.by, ...event }) }, seen);
  } catch (error) {
    // A step asks everything before it writes: what is refused has changed nothing.
    if (!(error instanceof Declined) || error.answer.no === "invalid") throw error;
    return { id, no: error.answer.no, text: (await actionWith(db, id))?.text ?? null };
  }
}
