import { and, eq, isNull, ne } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { command } from "../command.server.ts";
import { invalid } from "../errors.ts";
import { anyText, input, optionalId, rowId, seenVersion, someText, yesNo } from "../input.server.ts";
import { holdersOf } from "../people/find.server.ts";
import { revise } from "../revise.server.ts";
import { touchRooms } from "../screen/touch.server.ts";
import { danishSortKey } from "../text.ts";
import { staffTopic } from "../topics.ts";
import { goesWith, mayManage, staffWith, standingGrants, standingMemberships } from "./find.server.ts";
import { email, phone, roleList, username } from "./input.server.ts";
import { grant, join } from "./join.server.ts";
import { letGo, tellWhoIsThere } from "./let-go.server.ts";

const { membership, roleGrant, session, signInLink, staff } = tables;

const shape = { name: someText(100), username, title: anyText(100), phone, email };

/** A user name is never given to another person, not even when its owner has left. */
async function mustBeFree(db: Db, username: string, own: string) {
  const [other] = await db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.username, username), ne(staff.id, own)));
  if (other) throw invalid("username", "taken");
}

export const addStaff = command("add-staff", {
  input: input({ id: optionalId, ...shape, departmentId: optionalId, roles: roleList, representative: yesNo }),
  allow: mayManage,
  async run(work) {
    const { db, input, newId, record } = work;
    const { id: given, departmentId, roles, representative, ...set } = input;
    const id = given ?? newId();
    await mustBeFree(db, set.username, id);
    const [known] = await db.select({ id: staff.id }).from(staff).where(eq(staff.id, id));
    if (known) throw invalid("id", "taken");
    await db.insert(staff).values({ id, ...set, sortKey: danishSortKey(set.name) });
    record({ kind: "staff-added", facts: { staffId: id } });
    await grant(work, id, roles, "roles");
    if (departmentId) await join(work, { staffId: id, departmentId, representative });
    return { id };
  },
});

export const changeStaff = command("change-staff", {
  input: input({ id: rowId, version: seenVersion, ...shape }),
  allow: mayManage,
  async run({ db, input: { id, version, ...set }, by, record, reload }) {
    await staffWith(db, id);
    await mustBeFree(db, set.username, id);
    await revise(db, staff, { id, version }, { ...set, sortKey: danishSortKey(set.name) }, by);
    record({ kind: "staff-changed", facts: { staffId: id } });
    reload(staffTopic(id));
    return { id };
  },
});

/** Somebody has left: departments, roles, sessions and links end in the same second. Nobody ends themselves. */
export const endStaff = command("end-staff", {
  input: input({ id: rowId, version: seenVersion }),
  allow: mayManage,
  async run(work) {
    const { db, input: seen, actor, now, today, by, record, reload, rights } = work;
    if (actor.kind === "staff" && actor.id === seen.id) throw invalid("id", "oneself");
    await staffWith(db, seen.id);
    await revise(db, staff, seen, { endedAt: now, password: null }, by);
    for (const row of await standingMemberships(db, seen.id, today))
      await revise(db, membership, row, { toOn: today }, by);
    for (const row of await standingGrants(db, seen.id, today)) await revise(db, roleGrant, row, { toOn: today }, by);
    await db
      .update(session)
      .set({ endedAt: now })
      .where(and(eq(session.staffId, seen.id), isNull(session.endedAt)));
    await db
      .update(signInLink)
      .set({ usedAt: now })
      .where(and(eq(signInLink.staffId, seen.id), isNull(signInLink.usedAt)));
    await letGo(work, seen.id);
    const left = await goesWith(db, seen.id, today);
    record({ kind: "staff-ended", facts: { staffId: seen.id, youngPeople: left } });
    // Whom they went with stands without anybody from now on, in the lists of those who go on.
    const team = left > 0 ? await holdersOf(db, "stu_team", today) : [];
    reload(...new Set([seen.id, ...team].map(staffTopic)));
    await tellWhoIsThere(work, seen.id);
    rights();
    await touchRooms(work, { staffId: seen.id });
  },
});
