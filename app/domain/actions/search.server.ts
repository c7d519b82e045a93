import { and, eq, inArray, or } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { me } from "../access/terms.server.ts";
import { query } from "../query.server.ts";
import { danishSortKey } from "../text.ts";
import { agreementsWhere, inList, listNames } from "./lists.server.ts";
import type { OwnAction } from "./shown.server.ts";
import { type Names, namesFor } from "./shown-person.server.ts";

const { action, youngPerson } = tables;

export type FoundActions = { rows: OwnAction[]; names: Names; today: string; more: boolean };

const MOST_FOUND = 50;
const SHORTEST = 2;

/**
 * Of all that stands in the asker's lists: what is about somebody of that name, where the name is told (`personsShown`). What was
 * typed stands neither in the log nor in an address.
 */
export const searchActions = query<{ typed: string }, FoundActions>("search-actions", {
  allow: async ({ actor }) => (actor.kind === "staff" ? { by: "oneself" } : { no: "missing" }),
  async run(look) {
    const { db, today, input, record } = look;
    const wanted = danishSortKey(input.typed);
    const none = { rows: [], names: { departments: {}, staff: {} }, today, more: false };
    if (wanted.length < SHORTEST) return none;
    const own = or(...listNames.map((name) => inList(name, today)));
    // By initials alone nobody is found: a search would tell the name that the list does not.
    const named = or(eq(action.ownerId, me), scope("person:see"));
    const people = await db
      .selectDistinct({ id: youngPerson.id, firstName: youngPerson.firstName, lastName: youngPerson.lastName })
      .from(action)
      .innerJoin(youngPerson, eq(youngPerson.id, action.youngPersonId))
      .where(and(own, named))
      .prepare()
      .execute(asked(look));
    const ids = people.flatMap(({ id, firstName, lastName }) =>
      danishSortKey(`${firstName} ${lastName}`).includes(wanted) ? [id] : [],
    );
    const found = await agreementsWhere(
      look,
      and(
        own,
        inArray(action.youngPersonId, ids),
        inArray(
          action.id,
          db
            .select({ id: action.id })
            .from(action)
            .innerJoin(youngPerson, eq(youngPerson.id, action.youngPersonId))
            .where(named),
        ),
      ),
      MOST_FOUND + 1,
    );
    const rows = found.slice(0, MOST_FOUND);
    record({ kind: "searched", facts: { found: rows.length } });
    return { rows, names: await namesFor(db, rows), today, more: found.length > MOST_FOUND };
  },
});
