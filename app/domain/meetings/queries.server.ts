import { and, asc, count, desc, eq, gte, inArray, isNull, lt, ne, notInArray, or } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type Asking, asked, decide, mayAsStaff } from "../access/decide.server.ts";
import { scope, type What } from "../access/rules.server.ts";
import { lackingIn } from "../closing/lacking.server.ts";
import { type Code, codesOn, type Label, labelOf } from "../codes/queries.server.ts";
import { copenhagenInstant } from "../moments.ts";
import { query } from "../query.server.ts";
import { staffWho } from "../staff/find.server.ts";
import { peopleEdition } from "../staff/reference.server.ts";
import { canLead } from "../staff/rules.ts";
import { type Making, type Proposal, proposalFor } from "./proposal.server.ts";
import { heldAt } from "./views.server.ts";

const { agendaItem, meeting } = tables;

/** A meeting as a line of the list. What is open in it is told to those who lead it. */
export type MeetingLine = Pick<
  typeof meeting.$inferSelect,
  "id" | "typeCode" | "startsAt" | "endsAt" | "place" | "videoLink" | "acute" | "state" | "draftSentAt" | "approvedAt"
> & {
  items: number;
  /** Items handled that still lack something. */
  lacking: number;
  /** Young people on the agenda who are not heard yet. */
  unheard: number;
};

export type Meetings = {
  coming: MeetingLine[];
  held: MeetingLine[];
  moreHeld: boolean;
  labels: Record<string, Label>;
  mayMake: boolean;
  proposal: Proposal | null;
  /** What the form chooses from; nothing where there is none. */
  types: Code[];
  peopleEdition: string;
  leaders: string[];
  today: string;
};

export const HELD_AT_ONCE = 20;

type Input = { held: number; make: { making: Making; from: string | null } | null };

/** The meetings that somebody may see: those that come, and those that were, the newest first. */
export const meetingsFor = query<Input, Meetings>("meetings", {
  allow: async ({ actor }) => (actor.kind === "staff" ? { by: "their own meetings" } : { no: "missing" }),
  async run({ db, input, actor, now, today }) {
    const asking = { actor, now, today };
    const midnight = copenhagenInstant(today, "0.00");
    const isComing = or(
      eq(meeting.state, "running"),
      and(ne(meeting.state, "closed"), gte(meeting.startsAt, midnight)),
    );
    const seen = (when: typeof isComing) => and(scope("meeting:see"), when);
    const coming = await db
      .select()
      .from(meeting)
      .where(seen(isComing))
      .orderBy(asc(meeting.startsAt))
      .prepare()
      .execute(asked(asking));
    const wasHeld = or(eq(meeting.state, "closed"), and(ne(meeting.state, "running"), lt(meeting.startsAt, midnight)));
    const held = await db
      .select()
      .from(meeting)
      .where(seen(wasHeld))
      .orderBy(desc(meeting.startsAt))
      .limit(input.held + 1)
      .prepare()
      .execute(asked(asking));
    const line = await linesOf(db, asking, [...coming, ...held.slice(0, input.held)]);
    const mayMake = !("no" in (await mayAsStaff(db, asking, "meeting:make")));
    const form = mayMake && input.make ? await formFor(db, asking, input.make) : null;
    return {
      coming: coming.map(line),
      held: held.slice(0, input.held).map(line),
      moreHeld: held.length > input.held,
      labels: await labelsOf(db, [...coming, ...held]),
      mayMake,
      proposal: form,
      types: form ? await codesOn(db, "meeting_type", form.on) : [],
      peopleEdition: await peopleEdition(db, today),
      leaders: form ? await staffWho(db, canLead, today) : [],
      today,
    };
  },
});

async function formFor(db: Db, asking: Asking, make: NonNullable<Input["make"]>): Promise<Proposal | null> {
  if (make.from && (await decide(db, asking, "meeting:see", make.from)) === null) return null;
  return proposalFor(db, make, asking);
}

async function labelsOf(db: Db, meetings: { typeCode: string }[]): Promise<Record<string, Label>> {
  const labels: Record<string, Label> = {};
  for (const { typeCode } of meetings) labels[typeCode] ??= await labelOf(db, "meeting_type", typeCode);
  return labels;
}

type Row = typeof meeting.$inferSelect;

/** Whoever sees the whole agenda knows how many places it has; all others count only what they may know of. */
async function linesOf(db: Db, asking: Asking, rows: Row[]): Promise<(row: Row) => MeetingLine> {
  const ids = rows.map(({ id }) => id);
  const whole = await within(db, asking, "meeting:whole", ids);
  const counts = await countItems(db, asking, whole, ids);
  const lacking = await lackingIn(db, asking, await within(db, asking, "meeting:run", ids));
  const placed = new Set(await within(db, asking, "meeting:place", ids));
  return (row) => {
    const { id, typeCode, startsAt, endsAt, acute, state, draftSentAt, approvedAt } = row;
    const own = lacking.filter(({ meetingId }) => meetingId === id);
    return {
      ...{ id, typeCode, startsAt, endsAt, acute, state, draftSentAt, approvedAt },
      ...heldAt(row, placed.has(id)),
      items: counts.get(id) ?? 0,
      lacking: own.filter((item) => item.state === "handled" && item.lacks.length > 0).length,
      unheard: state === "closed" ? 0 : own.filter((item) => item.state === "planned" && !item.heard).length,
    };
  };
}

async function within(db: Db, asking: Asking, what: What, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: meeting.id })
    .from(meeting)
    .where(and(inArray(meeting.id, ids), scope(what)))
    .prepare()
    .execute(asked(asking));
  return rows.map(({ id }) => id);
}

async function countItems(db: Db, asking: Asking, whole: string[], ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const counted = and(
    inArray(agendaItem.meetingId, ids),
    isNull(agendaItem.removedAt),
    ne(agendaItem.kind, "pause"),
    notInArray(agendaItem.state, ["postponed", "not_reached"]),
  );
  const known = whole.length > 0 ? or(inArray(agendaItem.meetingId, whole), scope("item:place")) : scope("item:place");
  const rows = await db
    .select({ meetingId: agendaItem.meetingId, n: count() })
    .from(agendaItem)
    .where(and(counted, known))
    .groupBy(agendaItem.meetingId)
    .prepare()
    .execute(asked(asking));
  return new Map(rows.map(({ meetingId, n }) => [meetingId, n]));
}
