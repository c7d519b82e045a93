import { and, count, eq, gte, inArray, isNotNull, isNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { type ActionState, actionStates } from "#db/vocabulary.ts";
import { addMonths } from "../days.ts";
import { dayOf } from "../moments.ts";
import type { Look } from "../query.server.ts";
import { danishSortKey } from "../text.ts";
import { counted, doneOnTime } from "./figures.ts";

const { action, agendaItem, department, meeting } = tables;

/** The forum of the last twelve months in numbers: nobody's name, and nothing to open. */
export type Figures = {
  since: string;
  meetings: number;
  /** Null here and below: too few to be told. */
  items: number | null;
  states: { state: ActionState; n: number | null }[];
  onTime: { department: string; due: number; onTime: number }[];
};

const MONTHS = 12;

export async function figures({ db, today }: Look<unknown>): Promise<Figures> {
  const since = addMonths(today, -MONTHS);
  const held = and(eq(meeting.state, "closed"), gte(meeting.startsAt, since));
  const [meetings] = await db.select({ n: count() }).from(meeting).where(held);
  const [items] = await db
    .select({ n: count() })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(and(held, eq(agendaItem.kind, "person"), eq(agendaItem.state, "handled"), isNull(agendaItem.removedAt)));
  const states = await db
    .select({ state: action.state, n: count() })
    .from(action)
    .where(gte(action.createdAt, since))
    .groupBy(action.state);
  const promises = await db
    .select({ departmentId: action.departmentId, state: action.state, dueOn: action.dueOn, endedAt: action.endedAt })
    .from(action)
    .where(and(gte(action.dueOn, since), eq(action.byYoungPerson, false), isNotNull(action.departmentId)));
  const shares = doneOnTime(
    promises.flatMap(({ departmentId, dueOn, endedAt, state }) =>
      departmentId && dueOn ? [{ departmentId, dueOn, state, endedOn: endedAt && dayOf(endedAt) }] : [],
    ),
    today,
  );
  const places = await db
    .select()
    .from(department)
    .where(
      inArray(
        department.id,
        shares.map(({ departmentId }) => departmentId),
      ),
    );
  return {
    since,
    meetings: meetings?.n ?? 0,
    items: counted(items?.n ?? 0),
    states: actionStates.map((state) => ({ state, n: counted(states.find((one) => one.state === state)?.n ?? 0) })),
    onTime: places
      .sort((a, b) => (danishSortKey(a.name) < danishSortKey(b.name) ? -1 : 1))
      .map(({ id, name }) => {
        const { due, onTime } = shares.find((share) => share.departmentId === id) ?? { due: 0, onTime: 0 };
        return { department: name, due, onTime };
      }),
  };
}
