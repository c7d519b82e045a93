import { and, asc, eq, gte, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { asked, decide, may } from "../access/decide.server.ts";
import { type RuleName, scope } from "../access/rules.server.ts";
import { idOf } from "../actor.ts";
import { addDays } from "../calendar.ts";
import { missing } from "../errors.ts";
import { type Look, query } from "../query.server.ts";
import { membershipsOf } from "../staff/find.server.ts";
import { byUrgency } from "./order.ts";
import { isOpen, needsAnswer } from "./rules.ts";
import { type Names, namesFor, personsShown, type ShownPerson } from "./shown-person.server.ts";
import { type ActionRow, actionColumns } from "./views.server.ts";

const { action, handover } = tables;

/** An agreement on its owner's or department's list. */
export type OwnAction = ActionRow & { youngPerson: Omit<ShownPerson, "by"> | null };

export type OwnLists = {
  /** Waits for the department's yes or no. */
  toAnswer: OwnAction[];
  mine: OwnAction[];
  department: OwnAction[];
  ended: OwnAction[];
};

/** `departments`: where the asker works, whose agreements may change at any time. */
export type MyActions = OwnLists & Over & { names: Names; departments: string[]; today: string };

const DAYS_KEPT_IN_SIGHT = 90;

const own = prepared((db) =>
  db
    .select({ ...actionColumns, youngPersonId: action.youngPersonId })
    .from(action)
    .where(
      and(
        scope("action:answer"),
        ne(action.state, "cancelled"),
        or(inArray(action.state, ["proposed", "agreed", "in_progress"]), gte(action.endedAt, sql.placeholder("since"))),
      ),
    )
    .orderBy(asc(action.dueOn), asc(action.createdAt), asc(action.number))
    .prepare(),
);

type Found = (Omit<ActionRow, "kind"> & { youngPersonId: string | null })[];

/** Agreements with whom they are about, as far as the asker may know; each is noted as seen. */
export async function shownActions(look: Look<unknown>, rows: Found, otherwise?: RuleName): Promise<OwnAction[]> {
  const persons = await personsShown(look.db, look, rows, otherwise);
  return rows.map(({ youngPersonId, ...row }) => {
    const known = persons.get(row.id);
    if (!known) return { kind: "action", ...row, youngPerson: null };
    const { by, ...youngPerson } = known;
    look.saw({ youngPersonId, itemId: row.itemId, by });
    return { kind: "action", ...row, youngPerson };
  });
}

/** What waits for an answer, what is mine, what is my department's, and what ended lately: over the day first, then by day. */
export async function ownLists(look: Look<unknown>, { ended = true } = {}): Promise<OwnLists> {
  const { db, actor, today } = look;
  const rows = await own(db).execute({ ...asked(look), since: addDays(today, -DAYS_KEPT_IN_SIGHT) });
  // Whom a list left out is about was not seen.
  const all = byUrgency(await shownActions(look, ended ? rows : rows.filter(isOpen)), today);
  const isAsked = (row: OwnAction) => needsAnswer(row) && row.declineReason === null;
  const going = all.filter((row) => (isOpen(row) || row.state === "handed_over") && !isAsked(row));
  return {
    toAnswer: all.filter(isAsked),
    mine: going.filter((row) => row.ownerId === idOf(actor)),
    department: going.filter((row) => row.ownerId !== idOf(actor)),
    ended: all.filter((row) => !isOpen(row) && row.state !== "handed_over"),
  };
}

/** An agreement that the asker is asked to take over. */
export type ToTakeOver = OwnAction & { handover: Pick<typeof handover.$inferSelect, "id" | "version" | "reason"> };

async function toTakeOver(look: Look<unknown>): Promise<ToTakeOver[]> {
  const { db } = look;
  const rows = await db
    .select({ ...actionColumns, youngPersonId: action.youngPersonId, of: handover })
    .from(action)
    .innerJoin(handover, and(eq(handover.actionId, action.id), isNull(handover.answeredAt)))
    .where(scope("action:take-over"))
    .orderBy(asc(handover.askedAt))
    .prepare()
    .execute(asked(look));
  const asks = new Map(rows.map(({ id, of }) => [id, of]));
  const shown = await shownActions(
    look,
    rows.map(({ of, ...row }) => row),
    "asked to take over",
  );
  return shown.flatMap((row) => {
    const of = asks.get(row.id);
    return of ? [{ ...row, handover: { id: of.id, version: of.version, reason: of.reason } }] : [];
  });
}

/** Whom somebody has been asked to take an agreement over, or what they said: the last time, by agreement. */
export type AskedOver = Pick<typeof handover.$inferSelect, "departmentId" | "staffId" | "accepted" | "declineReason">;

export async function handoversOf(db: Db, actionIds: string[]): Promise<Record<string, AskedOver>> {
  const rows = await db
    .select()
    .from(handover)
    .where(inArray(handover.actionId, actionIds))
    .orderBy(asc(handover.askedAt), asc(handover.id));
  return Object.fromEntries(
    rows.map(({ actionId, departmentId, staffId, accepted, declineReason }) => [
      actionId,
      { departmentId, staffId, accepted, declineReason },
    ]),
  );
}

export type Over = { toTakeOver: ToTakeOver[]; handovers: Record<string, AskedOver> };

/** What the asker is asked to take over; and of these agreements, who else is asked. */
export const overTo = async (look: Look<unknown>, rows: { id: string }[]): Promise<Over> => ({
  toTakeOver: await toTakeOver(look),
  handovers: await handoversOf(
    look.db,
    rows.map(({ id }) => id),
  ),
});

/** Where the asker works today. */
export const ownDepartments = async ({ db, actor, today }: Look<unknown>): Promise<string[]> =>
  (await membershipsOf(db, idOf(actor) ?? "", today)).map(({ departmentId }) => departmentId);

/** Everybody's own agreements. */
export const myActions = query<Record<string, never>, MyActions>("my-actions", {
  allow: async ({ actor }) => (actor.kind === "staff" ? { by: "oneself" } : { no: "missing" }),
  async run(look) {
    const lists = await ownLists(look);
    const over = await overTo(look, Object.values(lists).flat());
    const names = await namesFor(look.db, [...Object.values(lists).flat(), ...over.toTakeOver]);
    return { ...lists, ...over, names, departments: await ownDepartments(look), today: look.today };
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
