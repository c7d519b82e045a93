import { tables, transact } from "#db/index.server.ts";
import type { ConsentKind } from "#db/vocabulary.ts";
import { newId } from "#domain/ids.server.ts";

const LONG_AGO = "2020-01-01";

export async function aNetworkPerson(
  youngPersonId: string,
  set: { name?: string; custody?: boolean; fromOn?: string; toOn?: string | null } = {},
): Promise<string> {
  const id = newId();
  const { name = "Mette Prøvegaard", custody = true, fromOn = LONG_AGO, toOn = null } = set;
  await transact((db) =>
    db.insert(tables.networkPerson).values({ id, youngPersonId, kind: "parent", name, custody, fromOn, toOn }),
  );
  return id;
}

/** A consent as it stands in the rows: said by these (null: the young person), to these, about these areas. */
export async function aConsent(
  youngPersonId: string,
  set: {
    takenById: string;
    said: (string | null)[];
    departmentIds?: string[];
    areas?: string[];
    kind?: ConsentKind;
    givenOn?: string;
    expiresOn?: string;
    endsAt?: string;
    withdrawnAt?: string | null;
  },
): Promise<string> {
  const id = newId();
  const { kind = "exchange", givenOn = "2026-06-01", expiresOn = "2027-06-01", withdrawnAt = null } = set;
  const { endsAt = `${expiresOn}T00:00:00.000Z`, takenById, departmentIds = [], areas = ["education"] } = set;
  await transact(async (db) => {
    const purpose = "Skolen og UU skal kunne lægge en plan sammen.";
    await db.insert(tables.consent).values({
      id,
      youngPersonId,
      kind,
      purpose,
      form: "written",
      givenOn,
      expiresOn,
      endsAt,
      takenById,
      withdrawnAt,
    });
    for (const networkPersonId of set.said)
      await db.insert(tables.consentGiver).values({ id: newId(), consentId: id, networkPersonId, saidOn: givenOn });
    for (const departmentId of departmentIds)
      await db.insert(tables.consentRecipient).values({ consentId: id, departmentId });
    for (const area of areas) await db.insert(tables.consentArea).values({ consentId: id, area });
  });
  return id;
}
