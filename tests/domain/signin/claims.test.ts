import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { system } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { carryOut } from "#domain/command.server.ts";
import { hashOf, newId, newToken } from "#domain/ids.server.ts";
import { linkIdentity, signInByClaims } from "#domain/signin/claims-commands.server.ts";
import { setIssuer } from "#domain/signin/issuer.server.ts";
import { sessionOf } from "#domain/signin/queries.server.ts";
import { endStaff } from "#domain/staff/commands.server.ts";
import { aFreshSession, aStaffMember, does, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastKindsOf } from "#tests/support/log.ts";

aDatabase();

const ISSUER = "https://login.kommune.dk";
let admin: Awaited<ReturnType<typeof aFreshSession>>;
beforeAll(async () => {
  admin = await aFreshSession(await aStaffMember("admin"));
  setIssuer(ISSUER);
});
afterAll(() => setIssuer(null));

const claims = (subject: string, set: object = {}) => ({
  subject,
  name: "Anna Holm",
  username: "anna.holm",
  roles: ["caseworker"],
  departments: [],
  assurance: "substantial",
  provenAt: now(),
  ...set,
});
async function comes(
  subject: string,
  { mayAdd = "", mustBe = "", ...set }: { mayAdd?: string; mustBe?: string; roles?: string[] } = {},
) {
  const token = newToken();
  const given = { issuer: ISSUER, claims: claims(subject, set), tokenHash: hashOf(token), device: "", mayAdd, mustBe };
  const done = await carryOut(signInByClaims, given, asker(system, now(), "system"), newId());
  return { done, session: await sessionOf(hashOf(token), now()) };
}
const links = (staffId: string, subject: string, actor = admin) =>
  carryOut(linkIdentity, { staffId, subject }, asker(actor, now(), "page"), newId());

test("whoever is not known is added only where the installation says so, without a password, under a name of their own", async () => {
  expect((await comes("ny-1")).done).toEqual({ ok: false, no: "missing" });
  const first = await comes("ny-1", { mayAdd: "yes" });
  const [person] = await read((db) =>
    db
      .select()
      .from(tables.staff)
      .where(eq(tables.staff.id, first.session?.staffId ?? "")),
  );
  expect(person).toMatchObject({ username: "anna.holm", password: null });
  expect(await lastKindsOf("sign-in-by-claims")).toEqual([
    "staff-added",
    "identity-linked",
    "role-granted",
    "signed-in",
  ]);
  expect((await comes("ny-1")).session?.staffId).toBe(first.session?.staffId);
  const second = await comes("ny-2", { mayAdd: "yes" });
  expect(second.session?.staffId).not.toBe(first.session?.staffId);
  expect(second.session?.username).toBe(`p-${second.session?.staffId}`);
});

test("claims are taken from our own code alone", async () => {
  const given = { issuer: ISSUER, claims: claims("x"), tokenHash: hashOf("x"), device: "", mayAdd: "yes", mustBe: "" };
  expect(await tryTo(signInByClaims, given, admin.id)).toEqual({ ok: false, no: "missing" });
});

describe("an administrator says who a subject is", () => {
  test("and from then on that person comes in by it, until it is taken away or they have left", async () => {
    const id = await aStaffMember("caseworker");
    const subject = newId();
    expect((await links(id, subject)).ok).toBe(true);
    expect(await lastKindsOf("link-identity")).toEqual(["identity-linked"]);
    expect((await comes(subject)).session?.staffId).toBe(id);
    expect((await links(id, "")).ok).toBe(true);
    expect((await comes(subject)).session).toBeNull();
    await links(id, subject);
    await does(endStaff, { id, version: 1 }, admin.id);
    expect((await comes(subject, { mayAdd: "yes" })).session).toBeNull();
  });

  test("once for each subject, never of themselves, after a fresh proof; nobody else does, nor where there is no such sign-in", async () => {
    const [one, other] = [await aStaffMember("caseworker"), await aStaffMember("caseworker")];
    const subject = newId();
    await links(one, subject);
    expect(await links(other, subject)).toMatchObject({ problems: { subject: "taken" } });
    expect(await links(admin.id, newId())).toMatchObject({ problems: { subject: "oneself" } });
    expect(await links(one, subject, await aFreshSession(admin.id, null))).toMatchObject({ proof: "stale" });
    expect(await links(one, subject, await aFreshSession(await aStaffMember("dpo")))).toEqual({
      ok: false,
      no: "missing",
    });
    setIssuer(null);
    expect(await links(one, subject)).toEqual({ ok: false, no: "missing" });
    setIssuer(ISSUER);
  });
});

test("whoever proves anew who they are is the one at the screen, or nobody", async () => {
  const [one, other] = [await aStaffMember("caseworker"), await aStaffMember("caseworker")];
  const subject = newId();
  await links(one, subject);
  expect((await comes(subject, { mustBe: other })).session).toBeNull();
  expect((await comes(subject, { mustBe: one })).session?.staffId).toBe(one);
});

test("a role that is to begin later ends too when it is not claimed", async () => {
  const id = await aStaffMember("caseworker");
  const subject = newId();
  await links(id, subject);
  await transact((db) =>
    db.insert(tables.roleGrant).values({ id: newId(), staffId: id, role: "leader", fromOn: "2099-01-01" }),
  );
  await comes(subject);
  const grants = await read((db) => db.select().from(tables.roleGrant).where(eq(tables.roleGrant.staffId, id)));
  expect(grants.filter(({ toOn }) => toOn === null).map(({ role }) => role)).toEqual(["caseworker"]);
});
