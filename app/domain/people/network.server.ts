import { and, asc, eq, gt, isNotNull, isNull, or, sql } from "drizzle-orm";
import { type Db, prepared, tables } from "#db/index.server.ts";
import { type NetworkKind, networkKinds, type PlanVoice } from "#db/vocabulary.ts";

const { agendaItem, networkPerson } = tables;

/** Family and others around a young person. */
export type NetworkRow = {
  id: string;
  version: number;
  kind: NetworkKind;
  name: string;
  fromOn: string;
  /** Since when they are not wanted in the room, and who says so. */
  unwantedOn: string | null;
  unwantedVoice: PlanVoice | null;
  /** For those who write it down; null for everybody else. */
  own: { custody: boolean; verifiedOn: string | null; phone: string; mayCallOn: string | null } | null;
};

const standing = or(isNull(networkPerson.toOn), gt(networkPerson.toOn, sql.placeholder("today")));
const isAround = and(eq(networkPerson.youngPersonId, sql.placeholder("youngPersonId")), standing);

const network = prepared((db) =>
  db.select().from(networkPerson).where(isAround).orderBy(asc(networkPerson.fromOn), asc(networkPerson.id)).prepare(),
);

/** Who stands around a young person that day. @param whole with custody and how they are reached */
export async function networkOf(
  db: Db,
  { youngPersonId, today, whole }: { youngPersonId: string; today: string; whole: boolean },
): Promise<NetworkRow[]> {
  const rows = await network(db).execute({ youngPersonId, today });
  // Those nearest first, as the list of kinds has it.
  rows.sort((one, other) => networkKinds.indexOf(one.kind) - networkKinds.indexOf(other.kind));
  return rows.map((row) => {
    const { id, version, kind, name, fromOn, unwantedOn, unwantedVoice } = row;
    const { custody, verifiedOn, phone, mayCallOn } = row;
    const own = whole ? { custody, verifiedOn, phone, mayCallOn } : null;
    return { id, version, kind, name, fromOn, unwantedOn, unwantedVoice, own };
  });
}

const who = { id: networkPerson.id, kind: networkPerson.kind, name: networkPerson.name };
const isUnwanted = isNotNull(networkPerson.unwantedOn);

const unwantedAround = prepared((db) =>
  db.select(who).from(networkPerson).where(and(isAround, isUnwanted)).orderBy(asc(networkPerson.id)).prepare(),
);

/** Who is not to be in the room with a young person: for those who say who comes. */
export const unwantedBy = (db: Db, youngPersonId: string, today: string) =>
  unwantedAround(db).execute({ youngPersonId, today });

const unwantedInMeeting = prepared((db) =>
  db
    .select({ itemId: agendaItem.id, name: networkPerson.name })
    .from(networkPerson)
    .innerJoin(agendaItem, eq(agendaItem.youngPersonId, networkPerson.youngPersonId))
    .where(
      and(eq(agendaItem.meetingId, sql.placeholder("meetingId")), isNull(agendaItem.removedAt), standing, isUnwanted),
    )
    .orderBy(asc(networkPerson.id))
    .prepare(),
);

/** The same for the items of a meeting, by item: their names. */
export async function unwantedIn(db: Db, meetingId: string, today: string): Promise<Record<string, string[]>> {
  const names: Record<string, string[]> = {};
  for (const { itemId, name } of await unwantedInMeeting(db).execute({ meetingId, today }))
    names[itemId] = [...(names[itemId] ?? []), name];
  return names;
}
