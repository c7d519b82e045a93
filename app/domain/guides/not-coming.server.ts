import { and, asc, eq, gte, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { AssignmentKind } from "#db/vocabulary.ts";
import { asked, may } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { command, type Work } from "../command.server.ts";
import { addDays } from "../days.ts";
import { input, rowId } from "../input.server.ts";
import { dayOf } from "../moments.ts";
import { whoIsThere } from "../people/contact.server.ts";
import { assignmentsOf } from "../people/find.server.ts";
import type { Look } from "../query.server.ts";
import { staffTopic } from "../topics.ts";
import { isContact } from "./views.server.ts";

const { assignment, caseloadMove, caseloadMovePlace, contactEntry, youngNotComing, youngPerson } = tables;

/**
 * A young person whom the asker was told of, and who does not come to them after all; or who `wasTheirs`, until somebody else gave them
 * on. `name`: the first name, as they were told; the whole one of who was theirs.
 */
export type NotComing = { id: string; name: string; wasTheirs: boolean; saidOn: string };

/** Days after which it is no news any more, seen or not: who is gone from somebody's list is named there no longer than that. */
const NEWS_DAYS = 14;
export const newsFrom = (today: string): string => addDays(today, -NEWS_DAYS);

type Pair = { youngPersonId: string; staffId: string };

type Step = Pick<Work<unknown>, "db" | "by" | "newId" | "reload">;

async function tell({ db, by, newId, reload }: Step, of: Pair & { wasTheirs: boolean }): Promise<void> {
  await db
    .insert(youngNotComing)
    .values({ id: newId(), ...of, saidAt: by.now })
    .onConflictDoNothing();
  reload(staffTopic(of.staffId));
}

/** A guide who was told of a young person learns that they do not come after all; once, until they have seen it. */
export const tellNotComing = (work: Step, { youngPersonId, staffId }: Pair): Promise<void> =>
  tell(work, { youngPersonId, staffId, wasTheirs: false });

/** A guide whose place somebody else has ended learns it, as long as they are there, and go with the young person in no other. */
export async function tellGivenOn(
  work: Step & Pick<Work<unknown>, "today">,
  { youngPersonId, staffId, kind }: Pair & { kind: AssignmentKind },
): Promise<void> {
  const { db, by, today } = work;
  if (kind !== "guide" || by.staffId === staffId) return;
  if ((await assignmentsOf(db, youngPersonId, today)).some((place) => place.staffId === staffId)) return;
  if ((await whoIsThere(db, today)).includes(staffId)) await tell(work, { youngPersonId, staffId, wasTheirs: true });
}

/** They come to that guide after all, or are asked for again: that they do not is no news any more. */
export const comesAfterAll = ({ db, by }: Pick<Work<unknown>, "db" | "by">, { youngPersonId, staffId }: Pair) =>
  db
    .update(youngNotComing)
    .set({ seenAt: by.now })
    .where(
      and(
        eq(youngNotComing.youngPersonId, youngPersonId),
        eq(youngNotComing.staffId, staffId),
        isNull(youngNotComing.seenAt),
      ),
    );

/** Whom a guide got in that step and knows of: who says to have seen it knows of all, else of those they have been in touch with. */
export async function knownOf(db: Db, moveId: string): Promise<Pair[]> {
  const rows = await db
    .select({ move: caseloadMove, youngPersonId: assignment.youngPersonId })
    .from(caseloadMove)
    .innerJoin(caseloadMovePlace, and(eq(caseloadMovePlace.moveId, caseloadMove.id), eq(caseloadMovePlace.begun, true)))
    .innerJoin(assignment, eq(assignment.id, caseloadMovePlace.assignmentId))
    .where(eq(caseloadMove.id, moveId));
  const known: Pair[] = [];
  for (const { move, youngPersonId } of rows) {
    const [contact] = await db
      .select({ id: contactEntry.id })
      .from(contactEntry)
      .where(
        and(
          eq(contactEntry.youngPersonId, youngPersonId),
          eq(contactEntry.staffId, move.toId),
          isContact,
          gte(contactEntry.happenedAt, move.movedAt),
          isNull(contactEntry.removedAt),
        ),
      );
    if (move.seenAt !== null || contact) known.push({ youngPersonId, staffId: move.toId });
  }
  return known;
}

/** Who does not come to the asker after all, or is not theirs any more, the first told first. */
export async function notComing(look: Look<unknown>): Promise<NotComing[]> {
  const { db, saw } = look;
  const rows = await db
    .select({ news: youngNotComing, person: youngPerson })
    .from(youngNotComing)
    .innerJoin(youngPerson, eq(youngPerson.id, youngNotComing.youngPersonId))
    .where(
      and(scope("not-coming:see"), isNull(youngNotComing.seenAt), gte(youngNotComing.saidAt, newsFrom(look.today))),
    )
    .orderBy(asc(youngNotComing.saidAt), asc(youngNotComing.id))
    .prepare()
    .execute(asked(look));
  return rows.map(({ news: { id, youngPersonId, wasTheirs, saidAt }, person: { firstName, lastName } }) => {
    saw({ youngPersonId, by: "was to come" });
    return { id, name: wasTheirs ? `${firstName} ${lastName}` : firstName, wasTheirs, saidOn: dayOf(saidAt) };
  });
}

/** Whoever was told has seen it: it is no news any more. */
export const seeNotComing = command("see-not-coming", {
  input: input({ id: rowId }),
  allow: ({ db, actor, now, today, input: { id } }) => may(db, { actor, now, today }, "not-coming:see", id),
  async run({ db, input: { id }, by, now, record, reload }) {
    await db
      .update(youngNotComing)
      .set({ seenAt: now })
      .where(and(eq(youngNotComing.id, id), isNull(youngNotComing.seenAt)));
    record({ kind: "not-coming-seen", facts: { news: id } });
    if (by.staffId) reload(staffTopic(by.staffId));
  },
});
