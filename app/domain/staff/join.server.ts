import { tables } from "#db/index.server.ts";
import type { Role } from "#db/vocabulary.ts";
import type { Work } from "../command.server.ts";
import { invalid } from "../errors.ts";
import { revise } from "../revise.server.ts";
import { touchRooms } from "../screen/touch.server.ts";
import { staffTopic } from "../topics.ts";
import { departmentWith, membersOf, rolesOn, standingGrants } from "./find.server.ts";
import { letGo, tellWhoIsThere } from "./let-go.server.ts";
import { rolesFit } from "./rules.ts";

const { membership, roleGrant } = tables;

type Step = Pick<Work<unknown>, "db" | "today" | "by" | "newId" | "record" | "touch" | "reload" | "rights">;

/** Makes somebody a member of a department, or changes who stands for it: one representative at a time. */
export async function join(
  work: Step,
  {
    id,
    staffId,
    departmentId,
    representative,
  }: { id?: string | null; staffId: string; departmentId: string; representative: boolean },
): Promise<string> {
  const { db, today, by, newId, record, reload, rights } = work;
  await departmentWith(db, departmentId, today);
  const members = await membersOf(db, departmentId, today);
  const own = members.find((member) => member.staffId === staffId);
  const former = representative ? members.filter((member) => member.representative && member.staffId !== staffId) : [];
  for (const each of former) {
    await revise(db, membership, each, { representative: false }, by);
    record({
      kind: "membership-set",
      facts: { staffId: each.staffId, department: departmentId, representative: false },
    });
    reload(staffTopic(each.staffId));
  }
  const made = own?.id ?? id ?? newId();
  if (own && own.representative === representative) return made;
  if (own) await revise(db, membership, own, { representative }, by);
  else await db.insert(membership).values({ id: made, staffId, departmentId, representative, fromOn: today });
  record({ kind: "membership-set", facts: { staffId, department: departmentId, representative } });
  reload(staffTopic(staffId));
  rights();
  await touchRooms(work, { staffId });
  return made;
}

/** Ends a role from today on. */
export async function endGrant(work: Step, seen: { id: string; version: number }): Promise<void> {
  const { db, today, by, record, reload, rights } = work;
  const { staffId, role } = await revise(db, roleGrant, seen, { toOn: today }, by);
  record({ kind: "role-ended", facts: { staffId, role } });
  reload(staffTopic(staffId));
  await letGo(work, staffId);
  await tellWhoIsThere(work, staffId);
  rights();
  await touchRooms(work, { staffId });
}

/** Ends a place in a department from today on. */
export async function leave(work: Step, seen: { id: string; version: number }): Promise<void> {
  const { db, today, by, record, reload, rights } = work;
  const { staffId, departmentId } = await revise(db, membership, seen, { toOn: today }, by);
  record({ kind: "membership-set", facts: { staffId, department: departmentId, ended: true } });
  reload(staffTopic(staffId));
  rights();
  await touchRooms(work, { staffId });
}

/** Gives roles that are not held yet. @throws Declined `invalid` when they cannot be held together. */
export async function grant(
  work: Step,
  staffId: string,
  roles: readonly Role[],
  field: string,
  id?: string | null,
): Promise<void> {
  const { db, today, newId, record, reload, rights } = work;
  const held = await rolesOn(db, staffId, today);
  const added = [...new Set(roles)].filter((role) => !held.includes(role));
  const standing = (await standingGrants(db, staffId, today)).map(({ role }) => role);
  if (!rolesFit([...standing, ...added])) throw invalid(field, "roles-apart");
  for (const role of added) {
    await db.insert(roleGrant).values({ id: id ?? newId(), staffId, role, fromOn: today });
    record({ kind: "role-granted", facts: { staffId, role } });
  }
  if (added.length === 0) return;
  reload(staffTopic(staffId));
  await tellWhoIsThere(work, staffId);
  rights();
  await touchRooms(work, { staffId });
}
