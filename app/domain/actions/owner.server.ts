import type { Db } from "#db/index.server.ts";
import { invalid } from "../errors.ts";
import { departmentStands, membersFor, presentOf } from "./find.server.ts";
import type { Action } from "./views.server.ts";

export type Asked = { itemId: string; departmentId: string; ownerId: string | null; byYoungPerson: boolean };

/** Who owns an agreement, and who said yes to it in the room. */
export type Owned = { ownerId: string | null; present: string[] };

/**
 * The named owner, or the department's representative in the room (a stand-in counts), or its standing one. What the young
 * person does has an owner in the department only when one is named.
 * @throws Declined `invalid` when there is no such department, or the named owner is not in it.
 */
export async function ownerFor(
  db: Db,
  { itemId, departmentId, ownerId, byYoungPerson }: Asked,
  today: string,
): Promise<Owned> {
  const present = await presentOf(db, itemId, departmentId, today);
  if (ownerId === null && present.length > 0 && !byYoungPerson) return { ownerId: present[0] ?? null, present };
  if (!(await departmentStands(db, departmentId, today))) throw invalid("departmentId", "choose");
  const members = await membersFor(db, itemId, departmentId, today);
  if (ownerId !== null && !members.some(({ staffId }) => staffId === ownerId))
    throw invalid("ownerId", "not-in-department");
  if (ownerId !== null || byYoungPerson) return { ownerId, present };
  return { ownerId: members.find(({ representative }) => representative)?.staffId ?? null, present };
}

/** A department in the room says yes at once; for what the young person does, none is asked (issue, decided 4). */
export function yesAtOnce({ ownerId, present }: Owned, byYoungPerson: boolean, now: string) {
  if (byYoungPerson) return { state: "agreed" as const, acceptedById: null, acceptedAt: now };
  const saidBy = present.find((id) => id === ownerId) ?? present[0];
  if (saidBy === undefined) return { state: "proposed" as const, acceptedById: null, acceptedAt: null };
  return { state: "agreed" as const, acceptedById: saidBy, acceptedAt: now };
}

/** A changed promise is asked again; a department in the room says yes at once, and what is under way goes on. */
export function answerAgain(former: Action, owned: Owned, now: string) {
  const yes = yesAtOnce(owned, former.byYoungPerson, now);
  const goesOn = former.state === "in_progress" && yes.state === "agreed";
  return { ...yes, state: goesOn ? former.state : yes.state, declineReason: null };
}
