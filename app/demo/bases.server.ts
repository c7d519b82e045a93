import { inArray } from "drizzle-orm";
import { tables, transact } from "#db/index.server.ts";
import { chooseBasis } from "#domain/sharing/commands.server.ts";
import { basesOn } from "#domain/sharing/register.server.ts";
import type { Forum } from "./meetings.server.ts";
import { seatsOf } from "./standing.server.ts";
import { NECESSITY } from "./texts/necessity.ts";

/** Says why other authorities and schools come to an item; own departments have their basis from the beginning. */
export async function chooseBases({ clock }: Forum, itemId: string, by: string): Promise<void> {
  const places = (await seatsOf(itemId)).flatMap(({ departmentId }) => departmentId ?? []);
  const outside = await transact(async (db) =>
    (await db.select().from(tables.department).where(inArray(tables.department.id, places))).filter(
      ({ sector }) => sector !== "municipality",
    ),
  );
  if (outside.length === 0) return;
  const bases = await transact((db) => basesOn(db, clock.today));
  const legalBasisId = bases.find(({ code }) => code === "fvl28_necessity")?.id ?? "";
  for (const { id: departmentId, sector } of outside) {
    const necessity = sector === "school" ? NECESSITY.school : NECESSITY.authority;
    await clock.does(chooseBasis, { itemId, departmentId, legalBasisId, necessity, extraReason: "" }, by);
  }
}
