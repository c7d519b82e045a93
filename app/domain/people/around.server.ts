import { and, desc, eq, inArray } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { absencesFrom } from "../absence/find.server.ts";
import { type Absence, isAwayOn, isCovered, thereOn } from "../absence/rules.ts";
import { type Asking, asked, decide, may } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { type Sees, whoSees } from "../access/who-sees.server.ts";
import { whySees } from "../access/why.server.ts";
import { OPEN_ACTIONS } from "../actions/rules.ts";
import { addressFor } from "../address/queries.server.ts";
import { addDays, daysBetween } from "../days.ts";
import { missing } from "../errors.ts";
import { existenceOf } from "../existence/queries.server.ts";
import { looksAt } from "../log/looks.server.ts";
import { alertsOf } from "../outreach/alerts.server.ts";
import { type PlanAsked, planOf } from "../plan/plan-of.server.ts";
import { sinceLastLook } from "../plan/since.server.ts";
import { type Look, query } from "../query.server.ts";
import { sealedNotesFor } from "../sealed/queries.server.ts";
import { factsOf } from "../sharing/school-facts.server.ts";
import { consentsShown } from "../sharing/shown.server.ts";
import { rolesOn, staffWho } from "../staff/find.server.ts";
import { peopleInForum } from "../staff/reference.server.ts";
import { canGoWith, hasStopped } from "../staff/rules.ts";
import { stuOf } from "../stu/course-queries.server.ts";
import { asideAround, assignmentsOf, formerAssignmentsOf } from "./find.server.ts";
import { networkOf } from "./network.server.ts";
import { LAPSES_AFTER_DAYS, REVIEWED_EVERY_DAYS } from "./rules.ts";

const { action, agendaItem, meeting, youngPerson } = tables;

type Input = PlanAsked;

const MOST_LOOKS = 500;

/** The items about the young person that the asker sees, the newest meeting first. */
async function itemsOf(look: Look<Input>) {
  const rows = await look.db
    .select({ id: agendaItem.id, meetingId: agendaItem.meetingId, question: agendaItem.question, meeting })
    .from(agendaItem)
    .innerJoin(meeting, eq(meeting.id, agendaItem.meetingId))
    .where(and(eq(agendaItem.youngPersonId, look.input.id), scope("item:see")))
    .orderBy(desc(meeting.startsAt))
    .prepare()
    .execute(asked(look));
  return rows.map(({ id, meetingId, question, meeting: { startsAt, state } }) => {
    look.saw({ youngPersonId: look.input.id, meetingId, itemId: id });
    return { id, meetingId, question, startsAt, held: state === "running" || state === "closed" };
  });
}

/** How a place stands that is to be confirmed every 90 days. */
function review({ reviewedOn }: { reviewedOn: string | null }, today: string, stays: boolean) {
  const due = reviewedOn === null || daysBetween(reviewedOn, today) >= REVIEWED_EVERY_DAYS;
  return { reviewedOn, due, endsOn: reviewedOn === null || stays ? null : addDays(reviewedOn, LAPSES_AFTER_DAYS) };
}

/** Who has promised the young person something that is not done yet. */
async function owners(db: Db, youngPersonId: string): Promise<Set<string | null>> {
  const rows = await db
    .select({ ownerId: action.ownerId })
    .from(action)
    .where(and(eq(action.youngPersonId, youngPersonId), inArray(action.state, [...OPEN_ACTIONS])));
  return new Set(rows.map(({ ownerId }) => ownerId));
}

/** A young person as somebody who sees them does: who goes with them, their items, and why the asker sees it. */
export const peopleAround = query("people-around", {
  allow: ({ db, actor, now, today, input: { id } }: { db: Db; input: Input } & Asking) =>
    may(db, { actor, now, today }, "person:open", id),
  async run(look: Look<Input>) {
    const { db, input, today, record } = look;
    const { id } = input;
    const [person] = await db.select().from(youngPerson).where(eq(youngPerson.id, id));
    if (!person) throw missing();
    const has = async (
      what: "person:assign" | "person:existence" | "person:looks" | "person:review" | "person:note" | "person:network",
    ) => (await decide(db, look, what, id)) !== null;
    const looks = await has("person:looks");
    if (looks) record({ kind: "log-read", youngPersonId: id });
    const { staff } = await peopleInForum(db, today);
    const known = new Map(staff.map((one) => [one.id, one]));
    const named = (staffId: string) => {
      const { name = "", title = "" } = known.get(staffId) ?? {};
      return { staffId, name, title };
    };
    const placed = ({ staffId, departmentId, kind, fromOn, toOn }: typeof tables.assignment.$inferSelect) => ({
      ...named(staffId),
      // The department they go along for; in older rows the one they are in.
      departmentId: departmentId ?? known.get(staffId)?.departmentId ?? null,
      ...{ kind, fromOn, toOn },
    });
    const mayAssign = await has("person:assign");
    const mayNetwork = await has("person:network");
    const could = mayAssign ? new Set(await staffWho(db, canGoWith, today)) : new Set<string>();
    const who: Sees<"person:see">[] | null = (await has("person:review"))
      ? await whoSees(db, look, "person:see", id)
      : null;
    const sees = new Set(who?.map((one) => one.id));
    const owing = await owners(db, id);
    const aside = await asideAround(db, id);
    const around = (await assignmentsOf(db, id, today)).map((row) => ({
      ...{ id: row.id, version: row.version, primary: row.primary },
      ...placed(row),
      ...review(row, today, row.primary || owing.has(row.staffId)),
      // Told to whoever confirms: a place that has ended by itself, or with the work, opens nothing.
      opens: who === null || sees.has(row.staffId),
      couldBeContact: could.has(row.staffId) && !aside.has(row.staffId),
    }));
    const notes = await sealedNotesFor(db, look, id);
    const absences = await absencesFrom(db, today);
    const away = absences.filter(
      // Who has stopped is not away, and covered by nobody.
      ({ staffId, ...days }) =>
        isAwayOn(days, today) && !hasStopped(known.get(staffId)) && around.some((one) => one.staffId === staffId),
    );
    /** Who really looks after the young person: who covers a colleague alone does not see them by that. */
    const coverOf = async ({ staffId }: Absence) => {
      const coveredById = thereOn(absences, staffId, today);
      if (coveredById === null || aside.has(coveredById)) return null;
      const roles = await rolesOn(db, coveredById, today);
      const isTheirs = around.some((one) => one.staffId === staffId && isCovered(one.kind, roles));
      return isTheirs ? named(coveredById).name : null;
    };
    return {
      id,
      name: `${person.firstName} ${person.lastName}`,
      bornOn: person.bornOn,
      // The contact person stands first.
      around: around.sort((a, b) => Number(b.primary) - Number(a.primary) || (a.fromOn < b.fromOn ? -1 : 1)),
      /** Which of them are away today, and who looks after the young person meanwhile. */
      away: await Promise.all(
        away.map(async (one) => ({
          ...{ id: one.id, toOn: one.toOn, name: named(one.staffId).name },
          cover: await coverOf(one),
        })),
      ),
      former: (await formerAssignmentsOf(db, id, today)).map((row) => ({
        ...{ id: row.id, endedFor: row.endedFor },
        ...placed(row),
      })),
      // Whoever is here by an emergency alone reads who they are, not how they are reached nor who holds custody.
      network: await networkOf(db, { youngPersonId: id, today, whole: mayNetwork }),
      mayNetwork,
      schoolFacts: mayAssign ? await factsOf(db, id) : null,
      consents: mayAssign ? await consentsShown(look, id) : [],
      /** What others learn of the items; null for those who do not say so. */
      existence: (await has("person:existence")) ? await existenceOf(db, id) : null,
      colleagues: staff.filter((one) => could.has(one.id)),
      mayAssign,
      items: await itemsOf(look),
      /** What schools have told; null for those who do not go with them. */
      schoolAlerts: await alertsOf(look),
      why: await whySees(db, look, "person:see", id),
      who,
      address: await addressFor(db, look, id),
      mayNote: await has("person:note"),
      notes: notes.map(({ authorId, readers, ...note }) => ({
        ...note,
        author: named(authorId).name,
        readers: readers.map((reader) => named(reader).name),
      })),
      /** Who has looked, by day and unit, the newest first; null for those who may not read it. */
      looks: looks ? await looksAt(db, id, MOST_LOOKS) : null,
      ...(await planOf(look)),
      since: await sinceLastLook(look),
      stu: await stuOf(look, id),
      today,
    };
  },
});

export type PeopleAround = Awaited<ReturnType<(typeof peopleAround)["run"]>>;
