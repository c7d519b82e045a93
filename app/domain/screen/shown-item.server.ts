import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { isAdvice } from "../actions/rules.ts";
import { initialsOf } from "../people/initials.ts";
import { MOST_OPTIONS, type Said, saidOf } from "./rules.ts";
import type { WholeItem } from "./seen-by-all.ts";

const { action, agendaItem, department, optionPresented, shownName, youngPerson, youthVoice } = tables;

export type ShownAgreement = {
  number: number;
  text: string;
  department: string | null;
  byYoungPerson: boolean;
  dueOn: string | null;
  said: Said;
};

export type ShownItem = {
  number: number;
  count: number;
  /** Initials, or the first name where the chair chose so; null for an item about no person. */
  who: string | null;
  openedAt: string | null;
  minutes: number;
  spentSeconds: number;
  words: string;
  question: string;
  options: string[];
  /** All of them, in the order of the list; the screen shows the newest that fit. */
  agreements: ShownAgreement[];
};

const person = prepared((db) =>
  db
    .select({ firstName: youngPerson.firstName, lastName: youngPerson.lastName, byFirstName: shownName.firstName })
    .from(agendaItem)
    .innerJoin(youngPerson, eq(youngPerson.id, agendaItem.youngPersonId))
    .leftJoin(shownName, eq(shownName.id, agendaItem.id))
    .where(eq(agendaItem.id, sql.placeholder("itemId")))
    .prepare(),
);

// Only the class that the whole room may read; what stands above it is not there for the screen.
const voice = prepared((db) =>
  db
    .select({ words: youthVoice.words })
    .from(youthVoice)
    .where(and(eq(youthVoice.itemId, sql.placeholder("itemId")), eq(youthVoice.textClass, "open_in_forum")))
    .prepare(),
);
const options = prepared((db) =>
  db
    .select({ text: optionPresented.text })
    .from(optionPresented)
    .where(
      and(
        eq(optionPresented.itemId, sql.placeholder("itemId")),
        eq(optionPresented.textClass, "open_in_forum"),
        isNull(optionPresented.removedAt),
        // One that became an agreement stands among the agreements.
        isNull(optionPresented.actionId),
      ),
    )
    .orderBy(asc(optionPresented.id))
    .prepare(),
);
const agreements = prepared((db) =>
  db
    .select({
      number: action.number,
      text: action.text,
      department: department.name,
      departmentId: action.departmentId,
      byYoungPerson: action.byYoungPerson,
      dueOn: action.dueOn,
      state: action.state,
      declineReason: action.declineReason,
    })
    .from(action)
    .leftJoin(department, eq(department.id, action.departmentId))
    .where(
      and(
        eq(action.itemId, sql.placeholder("itemId")),
        eq(action.textClass, "open_in_forum"),
        ne(action.state, "cancelled"),
      ),
    )
    .orderBy(asc(action.position), asc(action.number))
    .prepare(),
);

/** What of the open item can stand on the big screen: the shared class, before it is known who is here. */
export async function wholeItem(
  db: Db,
  { id: itemId, openedAt, minutes, spentSeconds, question }: typeof agendaItem.$inferSelect,
  place: { number: number; count: number },
): Promise<WholeItem> {
  const [about] = await person(db).execute({ itemId });
  const [own] = await voice(db).execute({ itemId });
  const offered = await options(db).execute({ itemId });
  const agreed = await agreements(db).execute({ itemId });
  return {
    ...place,
    who: about ? (about.byFirstName ? about.firstName : initialsOf(about)) : null,
    openedAt,
    minutes,
    spentSeconds,
    words: own?.words ?? "",
    question,
    options: offered.slice(-MOST_OPTIONS).map(({ text }) => text),
    agreements: agreed.map(({ state, declineReason, ...shown }) => ({
      ...shown,
      said: isAdvice(shown) ? null : saidOf({ state, declineReason, byYoungPerson: shown.byYoungPerson }),
    })),
  };
}
