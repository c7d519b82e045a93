import { and, asc, eq, isNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import type { Helper } from "#db/vocabulary.ts";
import { asked } from "../access/decide.server.ts";
import { comingOf, nextToFill, type ToCome } from "../agenda/coming.server.ts";
import { helpToGive } from "../graduates/help.server.ts";
import type { Look } from "../query.server.ts";
import { shownYoung, type Young } from "./shown.server.ts";

const { followUp, stuCourse, youngPerson } = tables;

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

/** The help that is the asker's to give, and that nobody has seen to. */
export async function helpAsked(look: Look<unknown>, { coordinates }: { coordinates: boolean }): Promise<HelpAsked[]> {
  const { db, saw } = look;
  const rows = await db
    .select({ of: followUp, person: youngPerson })
    .from(followUp)
    .innerJoin(stuCourse, eq(stuCourse.id, followUp.courseId))
    .innerJoin(youngPerson, eq(youngPerson.id, stuCourse.youngPersonId))
    .where(and(isNull(followUp.helpedOn), await helpToGive(db, look)))
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
    saw({ youngPersonId: person.id, by: coordinates ? "coordinator" : "assigned" });
    const [soonest] = coming.get(person.id) ?? [];
    return {
      ...{ id, version, help, next },
      youngPerson: { ...shownYoung(person), firstName: person.firstName },
      coming: soonest ? { meetingId: soonest.meetingId, startsAt: soonest.startsAt } : null,
    };
  });
}
