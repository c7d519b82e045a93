import { beforeAll, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import type { Role } from "#db/vocabulary.ts";
import { decide } from "#domain/access/decide.server.ts";
import { newId } from "#domain/ids.server.ts";
import { aDepartment, aStaffMember, aYoungPerson, NOW, TODAY } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

aDatabase();

let department: string;
let handover: string;

beforeAll(async () => {
  department = await aDepartment({ name: "Voksen" });
  handover = newId();
  const row = { id: handover, youngPersonId: await aYoungPerson(), fromStaffId: await aStaffMember("youth_guide") };
  await transact((db) =>
    db
      .insert(tables.guideHandover)
      .values({ ...row, kind: "adult_department", toDepartmentId: department, askedAt: NOW }),
  );
});

test.each<[Role | Role[], boolean]>([
  ["coordinator", true],
  ["youth_guide", true],
  ["stu_team", true],
  ["caseworker", true],
  ["forum_member", false],
  ["leader", false],
  [["caseworker", "external"], false],
])("in the department that is asked to take over, %s may say yes: %s", async (roles, may) => {
  const id = await aStaffMember(roles, { departmentId: department });
  const asking = { actor: { kind: "staff", id, sessionId: id } as const, now: NOW, today: TODAY };
  expect((await read((db) => decide(db, asking, "guide-handover:answer", handover))) !== null).toBe(may);
});

test("outside of it, nobody", async () => {
  const id = await aStaffMember("caseworker", { departmentId: await aDepartment({ name: "Beskæftigelse" }) });
  const asking = { actor: { kind: "staff", id, sessionId: id } as const, now: NOW, today: TODAY };
  expect(await read((db) => decide(db, asking, "guide-handover:answer", handover))).toBeNull();
});
