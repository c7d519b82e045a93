import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import type { ConsentKind } from "#db/vocabulary.ts";
import { missing } from "../errors.ts";
import { BASIS_OF, type ConsentState, consentState, type Giver, mustSay } from "./consent-rules.ts";
import type { Givers } from "./rules.ts";

const { consent, consentArea, consentGiver, consentRecipient, legalBasis, networkPerson, youngPerson } = tables;

export type ConsentInForce = {
  id: string;
  kind: ConsentKind;
  /** Life areas it speaks of. */
  areas: string[];
  /** Who may know. */
  departmentIds: string[];
  endsAt: string;
};

/** The consents of a young person that hold at a moment: all who must say yes have, none took it back, and it has not ended. */
export async function consentsInForce(db: Db, youngPersonId: string, now: string): Promise<ConsentInForce[]> {
  return (await consentsOf(db, [youngPersonId], now))
    .filter(({ state }) => state === "in_force")
    .map(({ row: { id, kind, endsAt }, areas, departmentIds }) => ({
      id,
      kind,
      areas,
      departmentIds,
      endsAt,
    }));
}

export type KnownConsent = {
  row: typeof consent.$inferSelect;
  areas: string[];
  departmentIds: string[];
  said: { giver: Giver; saidOn: string }[];
  /** Who has not said yes; null when nobody can say it. */
  missing: Giver[] | null;
  state: ConsentState;
};

/** All consents of some young people with how each stands at a moment, the newest first. */
export async function consentsOf(db: Db, youngPersonIds: string[], now: string): Promise<KnownConsent[]> {
  const rows = await db
    .select({ row: consent, bornOn: youngPerson.bornOn })
    .from(consent)
    .innerJoin(youngPerson, eq(youngPerson.id, consent.youngPersonId))
    .where(inArray(consent.youngPersonId, youngPersonIds))
    .orderBy(desc(consent.givenOn), desc(consent.id));
  const ids = rows.map(({ row }) => row.id);
  if (ids.length === 0) return [];
  const areas = await db.select().from(consentArea).where(inArray(consentArea.consentId, ids));
  const places = await db.select().from(consentRecipient).where(inArray(consentRecipient.consentId, ids));
  const yeses = await db
    .select()
    .from(consentGiver)
    .where(inArray(consentGiver.consentId, ids))
    .orderBy(asc(consentGiver.saidOn), asc(consentGiver.id));
  const holders = await holdersOf(db, youngPersonIds);
  const gives = await giversOf(db);
  return rows.map(({ row, bornOn }) => {
    const said = yeses
      .filter(({ consentId }) => consentId === row.id)
      .map(({ networkPersonId, saidOn }) => ({
        giver: networkPersonId,
        saidOn,
      }));
    const theirs = holders.filter(({ youngPersonId }) => youngPersonId === row.youngPersonId);
    const must = mustSay(gives(row.kind, row.givenOn), bornOn, theirs, row.givenOn);
    const missing = must?.filter((giver) => !said.some((one) => one.giver === giver)) ?? null;
    const of = { ...row, bornOn, said: said.map(({ giver }) => giver) };
    return {
      row,
      areas: areas.filter(({ consentId }) => consentId === row.id).map(({ area }) => area),
      departmentIds: places.filter(({ consentId }) => consentId === row.id).map(({ departmentId }) => departmentId),
      said,
      missing,
      state: consentState(of, missing, now),
    };
  });
}

export const holdersOf = (db: Db, youngPersonIds: string[]) =>
  db
    .select()
    .from(networkPerson)
    .where(and(inArray(networkPerson.youngPersonId, youngPersonIds), eq(networkPerson.custody, true)))
    .orderBy(asc(networkPerson.fromOn), asc(networkPerson.id));

/** Who gives a consent of a kind, by the row of the register that holds on a day; nobody when there is none. */
export async function giversOf(db: Db): Promise<(kind: ConsentKind, day: string) => readonly Givers[]> {
  const rows = await db
    .select()
    .from(legalBasis)
    .where(inArray(legalBasis.code, Object.values(BASIS_OF)));
  return (kind, day) =>
    rows.find(({ code, fromOn, toOn }) => code === BASIS_OF[kind] && fromOn <= day && (toOn === null || toOn > day))
      ?.givers ?? [];
}

/** @throws Declined `missing` when there is no such young person */
export async function personOf(db: Db, id: string) {
  const [row] = await db.select().from(youngPerson).where(eq(youngPerson.id, id));
  if (!row) throw missing();
  return row;
}

/** Who must say yes to a consent that is taken on a day; null when nobody can. */
export async function askedFor(
  db: Db,
  of: { youngPersonId: string; bornOn: string; kind: ConsentKind; day: string },
): Promise<Giver[] | null> {
  const gives = await giversOf(db);
  return mustSay(gives(of.kind, of.day), of.bornOn, await holdersOf(db, [of.youngPersonId]), of.day);
}

/** Asked for since: of the same kind, for one of the same organisations. */
export const asksAgain = (later: KnownConsent, one: KnownConsent): boolean =>
  later.row.youngPersonId === one.row.youngPersonId &&
  later.row.kind === one.row.kind &&
  later.row.endsAt > one.row.endsAt &&
  later.departmentIds.some((id) => one.departmentIds.includes(id));

/** Those that custody holders gave, that ended at 18 before they were meant to, and to which the young person has not said yes or no since. */
export const lapsedAt18 = (known: readonly KnownConsent[], today: string): KnownConsent[] =>
  known.filter(
    (one) =>
      one.state === "turned_18" &&
      one.row.expiresOn > today &&
      !known.some((later) => later.state !== "waiting" && asksAgain(later, one)),
  );
