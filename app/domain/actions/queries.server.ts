import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { decide, may } from "../access/decide.server.ts";
import { idOf, staffIdOf } from "../actor.ts";
import { missing } from "../errors.ts";
import { type Look, query } from "../query.server.ts";
import { type SavedView, savedViewsOf } from "../saved/views.server.ts";
import { membershipsOf } from "../staff/find.server.ts";
import { peopleEdition } from "../staff/reference.server.ts";
import { type ActionFilters, AT_ONCE, type Whose } from "./filters.ts";
import { type ActionList, type ListName, listOf, NO_LIST } from "./lists.server.ts";
import { type OwnAction, shownActions } from "./shown.server.ts";
import { type Names, namesFor } from "./shown-person.server.ts";
import { type Over, overTo } from "./take-over.server.ts";
import { actionColumns } from "./views.server.ts";

const { action } = tables;

type Input = { filters: ActionFilters; shown: number };

/** `departments`: where the asker works, whose agreements may change at any time. */
export type MyActions = Record<ListName, ActionList> &
  Over & {
    filters: ActionFilters;
    views: SavedView[];
    names: Names;
    departments: string[];
    peopleEdition: string;
    today: string;
  };

/** Where the asker works today. */
export const ownDepartments = async ({ db, actor, today }: Look<unknown>): Promise<string[]> =>
  (await membershipsOf(db, idOf(actor) ?? "", today)).map(({ departmentId }) => departmentId);

/** Everybody's own agreements: what waits for an answer, mine, my department's, those I wait for, and what ended lately. */
export const myActions = query<Input, MyActions>("my-actions", {
  allow: async ({ actor }) => (actor.kind === "staff" ? { by: "oneself" } : { no: "missing" }),
  async run(look) {
    const { db, actor, today, input } = look;
    const { filters, shown } = input;
    const { whose, state, departmentId, due } = filters;
    const list = (name: ListName, asked: boolean, most = shown) =>
      asked ? listOf(look, name, { filters, most }) : NO_LIST;
    const of = (one: Whose) => whose === null || whose === one;
    const lists = {
      toAnswer: await list("toAnswer", whose === null),
      mine: await list("mine", of("mine")),
      department: await list("department", of("department")),
      waiting: await list("waiting", of("waiting")),
      ended: await list("ended", !whose && !state && !departmentId && !due, AT_ONCE),
    };
    const rows = Object.values(lists).flatMap((one) => one.rows);
    const over = await overTo(look, rows);
    return {
      ...lists,
      ...over,
      filters,
      views: await savedViewsOf(db, staffIdOf(actor), "actions"),
      names: await namesFor(db, [...rows, ...over.toTakeOver]),
      departments: await ownDepartments(look),
      peopleEdition: await peopleEdition(db, today),
      today,
    };
  },
});

export type OneAction = {
  action: OwnAction;
  names: Names;
  may: { answer: boolean; follow: boolean; write: boolean; tell: boolean };
};

/** One agreement, and what the asker may do with it. */
export const actionFor = query<{ id: string }, OneAction>("action-for", {
  allow: ({ db, actor, now, today, input: { id } }) => may(db, { actor, now, today }, "action:see", id),
  async run(look) {
    const { db, input } = look;
    const rows = await db
      .select({ ...actionColumns, youngPersonId: action.youngPersonId })
      .from(action)
      .where(eq(action.id, input.id));
    const [one] = await shownActions(look, rows);
    if (!one) throw missing();
    const has = async (what: "action:answer" | "action:follow" | "action:tell") =>
      (await decide(db, look, what, one.id)) !== null;
    return {
      action: one,
      names: await namesFor(db, [one]),
      may: {
        answer: await has("action:answer"),
        follow: await has("action:follow"),
        write: (await decide(db, look, "item:write", one.itemId)) !== null,
        tell: await has("action:tell"),
      },
    };
  },
});
