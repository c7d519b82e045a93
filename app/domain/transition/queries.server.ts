import { and, asc, between } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { caseHasEnded } from "../access/case-conditions.server.ts";
import { asked, decideAll, mayAsStaff, type Verdict } from "../access/decide.server.ts";
import { not } from "../access/rule.server.ts";
import { scope } from "../access/rules.server.ts";
import { comingOf, nextToFill, type ToCome } from "../agenda/coming.server.ts";
import { addDays, addMonths } from "../calendar.ts";
import { type Look, query } from "../query.server.ts";
import { peopleEdition } from "../staff/reference.server.ts";
import { isInTransition, transitionDays } from "./rules.ts";
import { type Shares, sharesFor } from "./shares.server.ts";
import { clarifiedFrom } from "./threshold.server.ts";
import { type TransitionRows, transitionRowsOf } from "./views.server.ts";

const { youngPerson } = tables;

type Nothing = Record<string, never>;

/** A young person on the way to 18, with all that is written about it. */
export type OnTheWay = {
  id: string;
  name: string;
  firstName: string;
  bornOn: string;
  rows: TransitionRows[];
  coming: ToCome | null;
  mayWrite: boolean;
};

export type TransitionBoard = {
  /** Null for who sees figures alone. */
  people: OnTheWay[] | null;
  /** The next meeting that the asker puts young people on; null for those who put none. */
  next: ToCome | null;
  shares: Shares;
  clarifiedFrom: number;
  /** Whether the asker says from which level somebody is clarified. */
  maySet: boolean;
  peopleEdition: string;
  today: string;
};

/** Years and months, a few days wider than the law's reckoning at both ends; which of them it is, the rule says. */
const [YOUNGEST, OLDEST, WIDER] = [12 * 15 + 6, 12 * 18 + 6, 5];

/** Whom the asker may open and who is between 15½ and 18½: those who turn 18 next first, then those who have. */
async function peopleOnTheWay(look: Look<Nothing>): Promise<OnTheWay[]> {
  const { db, today, saw } = look;
  const born = between(
    youngPerson.bornOn,
    addDays(addMonths(today, -OLDEST), -WIDER),
    addDays(addMonths(today, -YOUNGEST), WIDER),
  );
  const found = await db
    .select()
    .from(youngPerson)
    .where(and(scope("person:open"), born, not(caseHasEnded(youngPerson.id))))
    .orderBy(asc(youngPerson.bornOn), asc(youngPerson.sortKey))
    .prepare()
    .execute(asked(look));
  const people = found.filter(({ bornOn }) => isInTransition(bornOn, today));
  const ids = people.map(({ id }) => id);
  const rows = await transitionRowsOf(db, ids);
  const coming = await comingOf(look, ids);
  const shown: OnTheWay[] = [];
  for (const { id, firstName, lastName, bornOn } of people) {
    const [next] = coming.get(id) ?? [];
    const rights = await decideAll(db, look, ["person:open", "person:plan"], id);
    if (rights["person:open"] === null) continue;
    saw({ youngPersonId: id, by: rights["person:open"] });
    shown.push({
      ...{ id, firstName, name: `${firstName} ${lastName}`, bornOn },
      rows: rows.filter((row) => (row.kind === "transition" ? row.id : row.youngPersonId) === id),
      coming: next ? { meetingId: next.meetingId, startsAt: next.startsAt } : null,
      mayWrite: rights["person:plan"] !== null,
    });
  }
  const isAdult = ({ bornOn }: OnTheWay) => transitionDays(bornOn).adultOn <= today;
  // The nearest birthday stands first on either side of it.
  return [...shown.filter((one) => !isAdult(one)), ...shown.filter(isAdult).reverse()];
}

/** Who goes with young people sees those; who sees figures sees no one. */
async function opens({ db, ...asking }: Pick<Look<Nothing>, "db" | "actor" | "now" | "today">): Promise<Verdict> {
  const works = await mayAsStaff(db, asking, "person:add");
  return "by" in works ? works : mayAsStaff(db, asking, "figures:see");
}

/** Everybody on the way to 18 whom the asker may open, and the share that was clarified. */
export const transitionBoard = query<Nothing, TransitionBoard>("transition-board", {
  allow: opens,
  async run(look) {
    const { db, today } = look;
    const has = async (what: "person:add" | "person:settle") => "by" in (await mayAsStaff(db, look, what));
    const works = await has("person:add");
    return {
      people: works ? await peopleOnTheWay(look) : null,
      next: works ? await nextToFill(look) : null,
      shares: await sharesFor(look, { works }),
      clarifiedFrom: await clarifiedFrom(db),
      maySet: await has("person:settle"),
      peopleEdition: await peopleEdition(db, today),
      today,
    };
  },
});
