import { staffIdOf } from "../actor.ts";
import type { Look } from "../query.server.ts";
import { staffNames } from "../start/shown.server.ts";
import { absencesFrom } from "./find.server.ts";
import { type Absence, type CoverDays, coverDays } from "./rules.ts";

/** Days on which the asker is or will be away, and who covers from today on; and on which they cover for others. */
export type OwnDays = {
  away: (Pick<Absence, "id" | "fromOn" | "toOn"> & { covers: CoverDays[] })[];
  /** In the order of the days. */
  covering: { staffId: string; fromOn: string; toOn: string }[];
  names: Record<string, string>;
};

/** What is over is not among them. */
export async function ownDays({ db, actor, today }: Look<unknown>): Promise<OwnDays> {
  const me = staffIdOf(actor);
  const absences = await absencesFrom(db, today);
  const ahead = (one: Absence) => coverDays(absences, { ...one, fromOn: one.fromOn < today ? today : one.fromOn });
  const away = absences.filter(({ staffId }) => staffId === me).map((one) => ({ ...one, covers: ahead(one) }));
  const covering = absences
    .filter(({ staffId }) => staffId !== me)
    .flatMap((one) => ahead(one).map((span) => ({ ...span, staffId: one.staffId })))
    .filter(({ coveredById }) => coveredById === me)
    .sort((one, other) => one.fromOn.localeCompare(other.fromOn));
  const names = await staffNames(db, [
    ...away.flatMap(({ covers }) => covers.map(({ coveredById }) => coveredById)),
    ...covering.map(({ staffId }) => staffId),
  ]);
  return {
    away: away.map(({ id, fromOn, toOn, covers }) => ({ id, fromOn, toOn, covers })),
    covering: covering.map(({ staffId, fromOn, toOn }) => ({ staffId, fromOn, toOn })),
    names: Object.fromEntries(names),
  };
}
