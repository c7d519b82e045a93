import { and, inArray } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { type Asking, asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { isOverdue, needsAnswer, OPEN_ACTIONS } from "../actions/rules.ts";
import { staffIdOf } from "../actor.ts";
import type { MailCounts } from "./rules.ts";

const { action } = tables;

const own = prepared((db) =>
  db
    .select({
      ownerId: action.ownerId,
      state: action.state,
      declineReason: action.declineReason,
      byYoungPerson: action.byYoungPerson,
      dueOn: action.dueOn,
      createdAt: action.createdAt,
      acceptedAt: action.acceptedAt,
    })
    .from(action)
    .where(and(scope("action:answer"), inArray(action.state, [...OPEN_ACTIONS])))
    .prepare(),
);

/** How many of the reader's agreements there is something to say of, by the same rights as on their own list. */
export async function countsFor(db: Db, asking: Asking, since: string): Promise<MailCounts> {
  const rows = await own(db).execute(asked(asking));
  const mine = rows.filter((row) => row.ownerId === staffIdOf(asking.actor) && !needsAnswer(row));
  return {
    fresh: mine.filter(({ createdAt, acceptedAt }) => (acceptedAt ?? createdAt) > since).length,
    toAnswer: rows.filter((row) => needsAnswer(row) && row.declineReason === null).length,
    late: mine.filter((row) => isOverdue(row, asking.today)).length,
  };
}
