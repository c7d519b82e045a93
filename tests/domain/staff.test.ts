import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { rawDatabase, read, tables, transact } from "#db/index.server.ts";
import { type Outcome, onOutcome } from "#domain/changes.server.ts";
import { newId } from "#domain/ids.server.ts";
import { passwordOf } from "#domain/signin/queries.server.ts";
import { addStaff, changeStaff, endStaff } from "#domain/staff/commands.server.ts";
import { addDepartment, changeDepartment, endDepartment } from "#domain/staff/department-commands.server.ts";
import { makeSignInLink } from "#domain/staff/link-commands.server.ts";
import { endMembership, endRole, grantRole, setMembership } from "#domain/staff/membership-commands.server.ts";
import { staffList } from "#domain/staff/queries.server.ts";
import { peopleInForum } from "#domain/staff/reference.server.ts";
import { aDepartment, aStaffMember, asks, does, TODAY, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastKindsOf, logOf, tablesHolding } from "#tests/support/log.ts";

aDatabase();

const now = `${TODAY}T08:00:00.000Z`;
const one = <T>(rows: T[]): T => {
  if (rows.length !== 1) throw new Error(`${rows.length} rows`);
  return rows[0] as T;
};
const departmentRow = (id: string) =>
  read(async (db) => one(await db.select().from(tables.department).where(eq(tables.department.id, id))));
const staffRow = (id: string) =>
  read(async (db) => one(await db.select().from(tables.staff).where(eq(tables.staff.id, id))));
const seatsOf = (id: string) =>
  read((db) => db.select().from(tables.membership).where(eq(tables.membership.staffId, id)));
const rolesOf = (id: string) =>
  read((db) => db.select().from(tables.roleGrant).where(eq(tables.roleGrant.staffId, id)));
const forum = () => read((db) => peopleInForum(db, TODAY));

let admin = "";
beforeAll(async () => {
  admin = await aStaffMember("admin");
});

let n = 0;
const aNewDepartment = (set: object = {}) => {
  n += 1;
  return {
    name: `Ny afdeling ${n}`,
    mark: `Q${String.fromCharCode(65 + (n % 26))}`,
    colour: "rust",
    sector: "municipality",
    ...set,
  };
};
const somebody = (set: object = {}) => {
  n += 1;
  return { name: `Konsulent ${n}`, username: `konsulent${n}`, title: "", phone: "", ...set };
};

describe("departments", () => {
  it("an administrator makes one, with a mark of two letters, and the log says so", async () => {
    const { answer } = await does(addDepartment, aNewDepartment({ name: "Voksen", mark: "vo" }), admin, { now });
    expect(await departmentRow(answer.id)).toMatchObject({ name: "Voksen", mark: "VO", fromOn: TODAY, toOn: null });
    expect(await lastKindsOf("add-department")).toEqual(["department-made"]);
  });

  it("nobody else makes one, a coordinator neither, and the refusal stands in the log", async () => {
    const coordinator = await aStaffMember("coordinator");
    expect(await tryTo(addDepartment, aNewDepartment(), coordinator)).toEqual({ ok: false, no: "missing" });
    expect((await logOf("add-department")).at(-1)).toMatchObject({ kind: "refused", actorId: coordinator });
  });

  it("two departments do not share a name or a mark, and a mark of one or three letters is refused", async () => {
    await does(addDepartment, aNewDepartment({ name: "PPR", mark: "PP" }), admin, { now });
    const problem = async (set: object) => tryTo(addDepartment, aNewDepartment(set), admin, { now });
    expect(await problem({ name: "ppr" })).toMatchObject({ problems: { name: "taken" } });
    expect(await problem({ mark: "pp" })).toMatchObject({ problems: { mark: "taken" } });
    expect(await problem({ mark: "P" })).toMatchObject({ problems: { mark: "two-letters" } });
    expect(await problem({ mark: "PPR" })).toMatchObject({ problems: { mark: "two-letters" } });
  });

  it("a changed one keeps what it was before, and a stale form gets what stands", async () => {
    const { answer } = await does(addDepartment, aNewDepartment({ name: "Social" }), admin, { now });
    const set = aNewDepartment({ name: "Socialafdelingen" });
    await does(changeDepartment, { id: answer.id, version: 1, ...set }, admin, { now });
    const kept = await read((db) => db.select().from(tables.revision).where(eq(tables.revision.rowId, answer.id)));
    expect(kept.map(({ row }) => row.name)).toEqual(["Social"]);
    const stale = await tryTo(changeDepartment, { id: answer.id, version: 1, ...aNewDepartment() }, admin, { now });
    expect(stale).toMatchObject({ no: "conflict", now: { name: "Socialafdelingen", version: 2 } });
  });

  it("one in which people still work is not closed", async () => {
    const departmentId = await aDepartment({ name: "Lukkes", mark: "LU" });
    const member = await aStaffMember("forum_member", { departmentId });
    const close = { id: departmentId, version: 1 };
    expect(await tryTo(endDepartment, close, admin, { now })).toMatchObject({ problems: { id: "has-members" } });
    await does(endMembership, { id: one(await seatsOf(member)).id, version: 1 }, admin, { now });
    await does(endDepartment, close, admin, { now });
    expect((await forum()).departments.find(({ id }) => id === departmentId)).toMatchObject({
      name: "Lukkes",
      active: false,
    });
  });
});

describe("staff", () => {
  it("somebody new gets roles and a department, and a user name in small letters", async () => {
    const departmentId = await aDepartment();
    const id = newId();
    const input = somebody({
      id,
      name: "Åse Ørum",
      username: "Aase.Oerum",
      departmentId,
      roles: ["caseworker", "forum_member"],
      representative: "yes",
    });
    await does(addStaff, input, admin, { now });
    expect(await staffRow(id)).toMatchObject({ username: "aase.oerum", password: null });
    expect((await rolesOf(id)).map(({ role }) => role).sort()).toEqual(["caseworker", "forum_member"]);
    expect(await lastKindsOf("add-staff")).toEqual(["staff-added", "role-granted", "role-granted", "membership-set"]);
    const { staff, departments } = await forum();
    expect(staff.find((each) => each.id === id)).toMatchObject({ departmentId, active: true });
    expect(departments.find((each) => each.id === departmentId)?.representativeId).toBe(id);
  });

  it("a user name is never given twice, and one with spaces is refused", async () => {
    await does(addStaff, somebody({ username: "optaget" }), admin, { now });
    expect(await tryTo(addStaff, somebody({ username: "OPTAGET" }), admin)).toMatchObject({
      problems: { username: "taken" },
    });
    expect(await tryTo(addStaff, somebody({ username: "to ord" }), admin)).toMatchObject({
      problems: { username: "username" },
    });
    expect(await tryTo(addStaff, somebody({ name: "\u200b\u200b" }), admin)).toMatchObject({
      problems: { name: "required" },
    });
  });

  it("the same form sent twice makes one person", async () => {
    const key = newId();
    const input = somebody();
    const first = await does(addStaff, input, admin, { key, now });
    const second = await does(addStaff, input, admin, { key, now });
    expect(second.answer).toEqual(first.answer);
  });

  it("a changed name is sorted anew, and others than an administrator change nobody", async () => {
    const id = await aStaffMember("caseworker");
    const { username } = await staffRow(id);
    await does(changeStaff, { id, version: 1, ...somebody({ name: "Øjvind Aa", username }) }, admin, { now });
    expect(await staffRow(id)).toMatchObject({ name: "Øjvind Aa", sortKey: "|jvind }" });
    expect(await tryTo(changeStaff, { id, version: 2, ...somebody() }, id)).toMatchObject({ no: "missing" });
  });

  it("whoever leaves loses departments, roles, sessions and links in the same second", async () => {
    const departmentId = await aDepartment();
    const id = await aStaffMember(["caseworker", "forum_member"], { departmentId, representative: true });
    const session = {
      id: newId(),
      staffId: id,
      tokenHash: newId(),
      device: "",
      startedAt: now,
      seenAt: now,
      endsAt: "2026-11-22T08:00:00.000Z",
    };
    await transact((db) => db.insert(tables.session).values(session));
    await does(makeSignInLink, { staffId: id }, admin, { now });
    const outcomes: Outcome[] = [];
    const stop = onOutcome((outcome) => outcomes.push(outcome));
    await does(endStaff, { id, version: 1 }, admin, { now });
    stop();
    expect(outcomes.at(-1)?.rights).toBe(true);
    expect((await seatsOf(id)).every(({ toOn }) => toOn === TODAY)).toBe(true);
    expect((await rolesOf(id)).every(({ toOn }) => toOn === TODAY)).toBe(true);
    expect(await read((db) => db.select().from(tables.session).where(eq(tables.session.staffId, id)))).toMatchObject([
      { endedAt: now },
    ]);
    expect(
      await read((db) => db.select().from(tables.signInLink).where(eq(tables.signInLink.staffId, id))),
    ).toMatchObject([{ usedAt: now }]);
    expect(await passwordOf((await staffRow(id)).username)).toBeUndefined();
    expect((await forum()).departments.find((each) => each.id === departmentId)?.representativeId).toBeNull();
    expect(await lastKindsOf("end-staff")).toEqual(["staff-ended"]);
  });

  it("nobody ends themselves", async () => {
    expect(await tryTo(endStaff, { id: admin, version: 1 }, admin)).toMatchObject({ problems: { id: "oneself" } });
    expect(await tryTo(endRole, { id: one(await rolesOf(admin)).id, version: 1 }, admin)).toMatchObject({
      problems: { id: "oneself" },
    });
  });
});

describe("roles and departments of a person", () => {
  it("a department has one standing representative: the new one takes the place of the former", async () => {
    const departmentId = await aDepartment();
    const former = await aStaffMember("forum_member", { departmentId, representative: true });
    const next = await aStaffMember("forum_member");
    await does(setMembership, { staffId: next, departmentId, representative: "yes" }, admin, { now });
    expect(one(await seatsOf(former))).toMatchObject({ representative: false, toOn: null });
    expect(one(await seatsOf(next))).toMatchObject({ representative: true });
    await does(setMembership, { staffId: next, departmentId, representative: "" }, admin, { now });
    expect(one(await seatsOf(next))).toMatchObject({ representative: false, version: 2 });
  });

  it("an administrator holds no other role, and nobody with another becomes one", async () => {
    const guide = await aStaffMember("youth_guide");
    const dpo = await aStaffMember("dpo");
    const apart = { no: "invalid", problems: { role: "roles-apart" } };
    expect(await tryTo(grantRole, { staffId: guide, role: "admin" }, admin, { now })).toMatchObject(apart);
    expect(await tryTo(grantRole, { staffId: dpo, role: "coordinator" }, admin, { now })).toMatchObject(apart);
    expect(await tryTo(addStaff, somebody({ roles: ["admin", "dpo"] }), admin)).toMatchObject({
      problems: { roles: "roles-apart" },
    });
    const direct = () =>
      rawDatabase()
        .prepare("insert into role_grant (id, staffId, role, fromOn) values (?, ?, 'admin', ?)")
        .run(newId(), guide, TODAY);
    expect(direct).toThrow("admin and dpo hold no other role");
  });

  it("a role given and ended stands in the log, and ended it counts no more", async () => {
    const id = await aStaffMember([]);
    await does(grantRole, { staffId: id, role: "coordinator" }, admin, { now });
    expect(await tryTo(grantRole, { staffId: id, role: "leader" }, id, { now })).toMatchObject({ no: "missing" });
    await does(endRole, { id: one(await rolesOf(id)).id, version: 1 }, admin, { now });
    expect((await logOf("end-role")).at(-1)).toMatchObject({
      kind: "role-ended",
      facts: { staffId: id, role: "coordinator" },
    });
    await does(grantRole, { staffId: id, role: "admin" }, admin, { now });
  });
});

describe("a one-time link", () => {
  it("is answered once; the token stands nowhere on the disk, and an earlier link stops opening", async () => {
    const id = await aStaffMember("caseworker");
    const key = newId();
    const first = await does(makeSignInLink, { staffId: id }, admin, { now, key });
    const second = await does(makeSignInLink, { staffId: id }, admin, { now, key });
    expect(second.answer.path).not.toBe(first.answer.path);
    expect(tablesHolding(second.answer.path.replace("/welcome/", ""))).toEqual([]);
    const links = await read((db) => db.select().from(tables.signInLink).where(eq(tables.signInLink.staffId, id)));
    expect(links.map(({ usedAt }) => usedAt).sort()).toEqual([now, null].sort());
    expect(second.answer.expiresAt).toBe("2026-11-28T08:00:00.000Z");
    expect(await lastKindsOf("make-sign-in-link")).toContain("sign-in-link-made");
  });

  it("is made by an administrator alone, and not for somebody who has left", async () => {
    const id = await aStaffMember("caseworker");
    expect(await tryTo(makeSignInLink, { staffId: id }, id)).toMatchObject({ no: "missing" });
    await does(endStaff, { id, version: 1 }, admin, { now });
    expect(await tryTo(makeSignInLink, { staffId: id }, admin)).toMatchObject({ no: "missing" });
  });
});

describe("the staff list", () => {
  it("is an administrator's", async () => {
    const list = await asks(staffList, {}, admin, now);
    expect(list.people.some(({ id }) => id === admin)).toBe(true);
    await expect(asks(staffList, {}, await aStaffMember("coordinator"), now)).rejects.toMatchObject({
      answer: { no: "missing" },
    });
  });
});
