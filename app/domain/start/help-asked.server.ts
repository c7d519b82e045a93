import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { Helper } from "#db/vocabulary.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { staffIdOf } from "../actor.ts";
import { comingOf, nextToFill, type ToCome } from "../agenda/coming.server.ts";
import type { Look } from "../query.server.ts";
import { currentOn } from "../staff/find.server.ts";
import { shownYoung, type Young } from "./shown.server.ts";

const { assignment, followUp, stuCourse, youngPerson } = tables;

/** Somebody who has left STU asked for help, and nobody has seen to it yet. */
export type HelpAsked = {
  id: string;
  version: number;
  help: Helper;
  youngPerson: Young & { firstName: string };
  /** On which agenda they stand; `next` is the one that the asker can put them on. */
  coming: ToCome | null;
  next: ToCome | null;
};

/** Asked of the contact person: those of the asker's; asked of the forum: for whoever coordinates it. */
export async function helpAsked(look: Look<unknown>, { coordinates }: { coordinates: boolean }): Promise<HelpAsked[]> {
  const { db, actor, today, saw } = look;
  const own = db
    .select({ id: assignment.youngPersonId })
    .from(assignment)
    .where(and(eq(assignment.staffId, staffIdOf(actor)), eq(assignment.primary, true), currentOn(assignment, today)));
  const ofContact = and(eq(followUp.help, "contact"), inArray(youngPerson.id, own));
  const rows = await db
    .select({ of: followUp, person: youngPerson })
    .from(followUp)
    .innerJoin(stuCourse, eq(stuCourse.id, followUp.courseId))
    .innerJoin(youngPerson, eq(youngPerson.id, stuCourse.youngPersonId))
    .where(
      and(
        coordinates ? or(ofContact, eq(followUp.help, "forum")) : ofContact,
        isNull(followUp.helpedOn),
        scope("person:open"),
      ),
    )
    .orderBy(asc(followUp.settledOn), asc(followUp.id))
    .prepare()
    .execute(asked(look));
  if (rows.length === 0) return [];
  const coming = await comingOf(
    look,
    rows.map(({ person }) => person.id),
  );
  const next = coordinates ? await nextToFill(look) : null;
  return rows.map(({ of: { id, version, help }, person }) => {
    saw({ youngPersonId: person.id, by: help === "forum" ? "coordinator" : "assigned" });
    const [soonest] = coming.get(person.id) ?? [];
    return {
      ...{ id, version, help, next },
      youngPerson: { ...shownYoung(person), firstName: person.firstName },
      coming: soonest ? { meetingId: soonest.meetingId, startsAt: soonest.startsAt } : null,
    };
  });
}
