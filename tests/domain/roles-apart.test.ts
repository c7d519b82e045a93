import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { rawDatabase, read, tables, transact } from "#db/index.server.ts";
import { contentRoles, type Role, roles } from "#db/vocabulary.ts";
import { newId } from "#domain/ids.server.ts";
import { endStaff } from "#domain/staff/commands.server.ts";
import { importStaff } from "#domain/staff/import-commands.server.ts";
import { grantRole } from "#domain/staff/membership-commands.server.ts";
import { aStaffMember, does, TODAY, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

aDatabase();

const NOW = `${TODAY}T09:00:00.000Z`;
const LATER = "2027-02-01";
const apart = /admin and dpo hold no other role/;

let admin = "";
beforeAll(async () => {
  admin = await aStaffMember("admin");
});

/** A grant past every command, as a fault or a hand at the database would make it. */
const insert = (staffId: string, role: Role, fromOn: string, toOn: string | null = null) =>
  rawDatabase()
    .prepare("insert into role_grant (id, staffId, role, fromOn, toOn) values (?, ?, ?, ?, ?)")
    .run(newId(), staffId, role, fromOn, toOn);
const update = (staffId: string, set: string) =>
  rawDatabase().prepare(`update role_grant set ${set}, version = version + 1 where staffId = ?`).run(staffId);
const gives = (staffId: string, role: Role) => tryTo(grantRole, { staffId, role }, admin, { now: NOW });

const kept = ["admin", "dpo"] as const;
const pairs = kept.flatMap((one) => roles.filter((other) => other !== one).map((other) => [one, other] as const));

test.each(pairs)("%s holds no %s beside it, by command or by hand, whichever came first", async (one, other) => {
  for (const [first, second] of [
    [one, other],
    [other, one],
  ] as const) {
    const id = await aStaffMember(first);
    expect(await gives(id, second)).toMatchObject({ no: "invalid", problems: { role: "roles-apart" } });
    expect(() => insert(id, second, TODAY)).toThrow(apart);
  }
});

test("content roles stand beside each other", async () => {
  const id = await aStaffMember("coordinator");
  for (const role of contentRoles) expect((await gives(id, role)).ok, role).toBe(true);
});

describe("a role that begins later", () => {
  test("keeps apart from today on: nobody is given both, one for now and one for then", async () => {
    for (const [first, second] of [
      ["dpo", "admin"],
      ["coordinator", "dpo"],
    ] as const) {
      const id = await aStaffMember([]);
      await transact((db) =>
        db.insert(tables.roleGrant).values({ id: newId(), staffId: id, role: first, fromOn: LATER }),
      );
      expect(await gives(id, second)).toMatchObject({ problems: { role: "roles-apart" } });
      expect(() => insert(id, second, TODAY)).toThrow(apart);
      expect(() => insert(id, second, "2028-01-01")).toThrow(apart);
    }
  });

  test("may begin when the other has ended, and not a day before", async () => {
    const id = await aStaffMember([]);
    insert(id, "coordinator", "2020-01-01", LATER);
    expect(() => insert(id, "admin", "2027-01-31")).toThrow(apart);
    expect(() => insert(id, "admin", LATER)).not.toThrow();
  });

  test("ends with everything else on the day that somebody leaves", async () => {
    const id = await aStaffMember("caseworker");
    insert(id, "coordinator", LATER);
    await does(endStaff, { id, version: 1 }, admin, { now: NOW });
    const rows = await read((db) => db.select().from(tables.roleGrant).where(eq(tables.roleGrant.staffId, id)));
    expect(rows.map(({ toOn }) => toOn)).toEqual([TODAY, TODAY]);
  });
});

test("a grant that is changed stays apart too: not by another role, an earlier day or an end taken away", async () => {
  const id = await aStaffMember([]);
  insert(id, "dpo", "2020-01-01", "2026-01-01");
  insert(id, "admin", "2026-01-01");
  const of = (role: Role) => and(eq(tables.roleGrant.staffId, id), eq(tables.roleGrant.role, role));
  const [former] = await read((db) => db.select().from(tables.roleGrant).where(of("dpo")));
  for (const set of [
    "toOn = null",
    "toOn = '2026-06-01'",
    "role = 'coordinator', toOn = null",
    "fromOn = '2026-02-01', toOn = null",
  ])
    expect(() =>
      rawDatabase().prepare(`update role_grant set ${set}, version = version + 1 where id = ?`).run(former?.id),
    ).toThrow(apart);
  const other = await aStaffMember("coordinator");
  expect(() => update(other, `staffId = '${id}'`)).toThrow(apart);
});

test("a file of staff gives nobody both, not beside a role that begins later either", async () => {
  const id = await aStaffMember([]);
  const [person] = await read((db) => db.select().from(tables.staff).where(eq(tables.staff.id, id)));
  insert(id, "dpo", LATER);
  const file = (username: string, roles: string) =>
    does(
      importStaff,
      {
        text: `navn;brugernavn;titel;telefon;afdeling;roller\nNavn Navnesen;${username};;;;${roles}`,
        confirmed: "yes",
      },
      admin,
      { now: NOW },
    );
  for (const [username, roles] of [
    [person?.username ?? "", "koordinator"],
    [person?.username ?? "", "administrator"],
    ["helt.ny", "administrator + databeskyttelse"],
    ["helt.ny", "rådgiver + administrator"],
  ] as const)
    expect((await file(username, roles)).answer).toMatchObject({
      done: false,
      lines: [{ outcome: "wrong", column: "roller", problem: "roles-apart" }],
    });
});
