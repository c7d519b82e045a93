import { and, asc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { among, type Db, prepared, tables } from "#db/index.server.ts";
import { inForce } from "../access/conditions.server.ts";
import { YOUNG_PERSON } from "./consent-rules.ts";
import { askedFor } from "./consents.server.ts";
import { covered, type Settled, type Side, without } from "./said.ts";

const { agendaItem, consent, consentArea, department, legalBasis, networkPerson, participant, sharingBasis } = tables;

/** Organisations with somebody invited to items about a young person, each with the basis that holds at a moment. */
const sides = (of: SQL) =>
  prepared((db) =>
    db
      .selectDistinct({
        itemId: participant.itemId,
        departmentId: department.id,
        sector: department.sector,
        basis: {
          id: sharingBasis.id,
          version: sharingBasis.version,
          legalBasisId: sharingBasis.legalBasisId,
          consentId: sharingBasis.consentId,
          necessity: sharingBasis.necessity,
          content: sharingBasis.content,
          endsAt: sharingBasis.endsAt,
        },
        rule: {
          labelDa: legalBasis.labelDa,
          labelEn: legalBasis.labelEn,
          preset: legalBasis.preset,
          areas: legalBasis.areas,
        },
        consentEndsAt: consent.endsAt,
      })
      .from(participant)
      .innerJoin(agendaItem, eq(agendaItem.id, participant.itemId))
      .innerJoin(department, eq(department.id, participant.departmentId))
      .leftJoin(
        sharingBasis,
        and(
          eq(sharingBasis.itemId, participant.itemId),
          eq(sharingBasis.departmentId, participant.departmentId),
          inForce(sharingBasis),
        ),
      )
      .leftJoin(legalBasis, eq(legalBasis.id, sharingBasis.legalBasisId))
      .leftJoin(consent, eq(consent.id, sharingBasis.consentId))
      .where(
        and(
          of,
          isNotNull(agendaItem.youngPersonId),
          isNull(agendaItem.removedAt),
          isNotNull(participant.staffId),
          isNull(participant.removedAt),
        ),
      )
      .orderBy(asc(department.name), asc(department.id))
      .prepare(),
  );

const amongItems = among(participant.itemId, "itemIds");
const ofItems = sides(amongItems);
const ofMeeting = sides(eq(agendaItem.meetingId, sql.placeholder("meetingId")));

const sidesOf = (db: Db, itemIds: string[], now: string) =>
  ofItems(db).execute({ itemIds: JSON.stringify(itemIds), now });
export const invitedSides = (db: Db, itemId: string, now: string) => sidesOf(db, [itemId], now);
export type InvitedSide = Awaited<ReturnType<typeof invitedSides>>[number];

/** The moment a basis ends by itself: its own, or that of the consent it leans on. */
export function endOf({ basis, consentEndsAt }: Pick<InvitedSide, "basis" | "consentEndsAt">): string | null {
  const [first = null] = [basis?.endsAt, consentEndsAt].filter((at) => at !== null && at !== undefined).sort();
  return first;
}

export async function areasOf(db: Db, consentIds: string[]): Promise<Map<string, string[]>> {
  const rows =
    consentIds.length > 0 ? await db.select().from(consentArea).where(inArray(consentArea.consentId, consentIds)) : [];
  const areas = new Map<string, string[]>(consentIds.map((id) => [id, []]));
  for (const { consentId, area } of rows) areas.get(consentId)?.push(area);
  return areas;
}

/** Which organisations invited to an item have what basis, and what was done where there was none: for those who run it. */
export type Sharing = { sides: Side[]; settled: Settled[] };

export async function sharingIn(db: Db, itemIds: string[], now: string): Promise<Record<string, Sharing>> {
  const of: Record<string, Sharing> = Object.fromEntries(itemIds.map((id) => [id, { sides: [], settled: [] }]));
  if (itemIds.length === 0) return of;
  const rows = await sidesOf(db, itemIds, now);
  const consents = await areasOf(
    db,
    rows.flatMap(({ basis }) => basis?.consentId ?? []),
  );
  for (const row of rows) of[row.itemId]?.sides.push(asSide(row, consents));
  for (const { itemId, participantId, how } of await settledIn(db).execute({ itemIds: JSON.stringify(itemIds) }))
    if (how) of[itemId]?.settled.push({ participantId, how });
  return of;
}

function asSide(row: InvitedSide, consents: Map<string, string[]>): Side {
  const { departmentId, basis, rule } = row;
  const areas = basis?.consentId ? (consents.get(basis.consentId) ?? []) : null;
  return {
    departmentId,
    shares: basis?.content === "item",
    covers: covered(rule?.areas ?? null, areas),
    endsAt: endOf(row),
  };
}

const settledIn = prepared((db) =>
  db
    .select({ itemId: participant.itemId, participantId: participant.id, how: participant.basisGap })
    .from(participant)
    .where(and(amongItems, isNotNull(participant.basisGap), isNull(participant.removedAt)))
    .prepare(),
);

/** Somebody whose yes is needed: by the name of the network person; the young person has none here. */
export type Asked = { id: string; name: string | null };

/** Who must say yes there and then, when somebody sits in the room without a basis; null when nobody can. */
export async function couldSayYes(
  db: Db,
  of: { youngPersonId: string; bornOn: string },
  today: string,
): Promise<Asked[] | null> {
  const givers = await askedFor(db, { ...of, kind: "exchange", day: today });
  if (!givers) return null;
  const ids = givers.filter((id) => id !== null);
  const rows = ids.length > 0 ? await db.select().from(networkPerson).where(inArray(networkPerson.id, ids)) : [];
  return givers.map((id) =>
    id === null ? { id: YOUNG_PERSON, name: null } : { id, name: rows.find((row) => row.id === id)?.name ?? "" },
  );
}

/** How the organisations invited to an item stand: how many were asked about, and which have no basis of any kind. */
export type BasisState = { asked: number; lacks: string[] };

/** The same for every item of a meeting about a young person. A school with its three facts has what was chosen for it. */
export async function basisStates(db: Db, meetingId: string, now: string): Promise<Record<string, BasisState>> {
  const states: Record<string, BasisState> = {};
  for (const { itemId, departmentId, basis, rule } of await ofMeeting(db).execute({ meetingId, now })) {
    const state = states[itemId] ?? { asked: 0, lacks: [] };
    states[itemId] = state;
    if (!rule?.preset) state.asked += 1;
    if (!basis) state.lacks.push(departmentId);
  }
  return states;
}

/** Whether somebody of that organisation may hear of an item at a moment. */
export async function mayHear(db: Db, itemId: string, departmentId: string, now: string): Promise<boolean> {
  const of = await sharingIn(db, [itemId], now);
  return !without(of[itemId]?.sides ?? [], now).includes(departmentId);
}
