import { inArray } from "drizzle-orm";
import { tables, transact } from "#db/index.server.ts";
import { chooseBasis } from "#domain/sharing/commands.server.ts";
import { BASIS_OF } from "#domain/sharing/consent-rules.ts";
import { basesOn } from "#domain/sharing/register.server.ts";
import type { Forum } from "./meetings.server.ts";
import { consentsFor, seatsOf } from "./standing.server.ts";
import { NECESSITY } from "./texts/necessity.ts";

/** Says why other authorities and schools come to an item, by consent where there is one; own departments have their basis from the beginning. */
export async function chooseBases({ clock }: Forum, itemId: string, youngPersonId: string, by: string): Promise<void> {
  const places = (await seatsOf(itemId)).flatMap(({ departmentId }) => departmentId ?? []);
  const outside = await transact(async (db) =>
    (await db.select().from(tables.department).where(inArray(tables.department.id, places))).filter(
      ({ sector }) => sector !== "municipality",
    ),
  );
  if (outside.length === 0) return;
  const bases = await transact((db) => basesOn(db, clock.today));
  const basisOf = (code: string) => bases.find((basis) => basis.code === code)?.id ?? "";
  const given = await consentsFor(youngPersonId, clock.now);
  for (const { id: departmentId, sector } of outside) {
    const necessity = sector === "school" ? NECESSITY.school : NECESSITY.authority;
    const consent = given.find(({ departmentIds }) => departmentIds.includes(departmentId));
    const legalBasisId = basisOf(consent ? BASIS_OF[consent.kind] : "fvl28_necessity");
    const chosen = { itemId, departmentId, legalBasisId, consentId: consent?.id ?? null };
    await clock.does(chooseBasis, { ...chosen, necessity, extraReason: "" }, by);
  }
}
