import { and, asc, eq, gte, isNull, or } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { asked } from "../access/decide.server.ts";
import { scope } from "../access/rules.server.ts";
import { staffIdOf } from "../actor.ts";
import { addDays } from "../days.ts";
import type { Look } from "../query.server.ts";
import { rolesOn } from "../staff/find.server.ts";
import { staffNames } from "../start/shown.server.ts";

const { concern, youngPerson } = tables;

/** A concern that nobody has taken yet; or of one's own, who took it. */
export type OpenConcern = {
  id: string;
  version: number;
  youngPersonId: string;
  name: string;
  raisedAt: string;
  by: string;
  own: boolean;
  /** Null until somebody takes it. */
  takenBy: string | null;
  receiver: (typeof concern.$inferSelect)["receiver"];
};

/** So many days whoever raised one reads who took it. */
const TOLD_DAYS = 7;

/** Concerns that nobody has taken yet, of which the asker is to know, or which they may take; and one's own that were taken of late. */
export async function openConcerns(
  look: Look<unknown>,
  what: "concern:see" | "concern:take" = "concern:see",
): Promise<OpenConcern[]> {
  const { db, actor, today, saw } = look;
  const me = staffIdOf(actor);
  const leads = (await rolesOn(db, me, today)).includes("leader");
  const taken = and(eq(concern.raisedById, me), gte(concern.takenAt, addDays(today, -TOLD_DAYS)));
  const rows = await db
    .select({ concern, person: youngPerson })
    .from(concern)
    .innerJoin(youngPerson, eq(youngPerson.id, concern.youngPersonId))
    .where(and(what === "concern:see" ? or(isNull(concern.takenAt), taken) : isNull(concern.takenAt), scope(what)))
    .orderBy(asc(concern.raisedAt))
    .prepare()
    .execute(asked(look));
  const names = await staffNames(
    db,
    rows.flatMap(({ concern: { raisedById, takenById } }) => (takenById ? [raisedById, takenById] : [raisedById])),
  );
  return rows.map(({ concern: { id, version, youngPersonId, raisedAt, raisedById, takenById, receiver }, person }) => {
    saw({
      youngPersonId,
      by: raisedById === me ? "author" : leads && receiver !== "coordinator" ? "leader" : "coordinator",
    });
    return {
      ...{ id, version, youngPersonId, raisedAt, receiver, name: `${person.firstName} ${person.lastName}` },
      by: names.get(raisedById) ?? "",
      own: raisedById === me,
      takenBy: takenById && (names.get(takenById) ?? ""),
    };
  });
}
