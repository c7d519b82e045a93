import { desc, eq } from "drizzle-orm";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { beforeEach, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { once } from "#db/once.server.ts";
import { now } from "#domain/clock.server.ts";
import { hashOf, newId } from "#domain/ids.server.ts";
import { hashPassword, isPassword } from "#domain/signin/password.server.ts";
import { unlock } from "#domain/signin/prove.server.ts";
import { sessionOf } from "#domain/signin/queries.server.ts";
import { signIn } from "#domain/signin/sign-in.server.ts";
import { aStaffMember } from "../support/builders.ts";
import { aDatabase } from "../support/database.ts";

aDatabase();

const PASSWORD = "en lang adgangskode";
let hash = "";
let username = "";
let address = "";
beforeEach(async () => {
  hash ||= await hashPassword(PASSWORD);
  username = `bruger-${newId()}`;
  address = newId();
  const id = await aStaffMember("coordinator");
  await transact((db) =>
    db.update(tables.staff).set({ username, password: hash, version: 2 }).where(eq(tables.staff.id, id)),
  );
});

const tryWith = (password: string, name = username) => signIn(name, password, { address, device: "test" });
const tokenOf = (tried: Awaited<ReturnType<typeof signIn>>) => ("token" in tried ? tried.token : "");

test("a password is kept as its scrypt hash with its own salt; the same one typed in another way of writing fits", async () => {
  expect(hash).toMatch(/^scrypt\$32768\$8\$3\$/);
  expect(hash).not.toContain(PASSWORD);
  expect(await hashPassword(PASSWORD)).not.toBe(hash);
  const composed = await hashPassword("blåbær på én gang");
  expect(await isPassword("blåbær på én gang".normalize("NFD"), composed)).toBe(true);
  expect(await isPassword("blåbær på to gange", composed)).toBe(false);
  expect(await isPassword("", null)).toBe(false);
});

test("the right password opens a session, of which only the token's hash is kept", async () => {
  const token = tokenOf(await tryWith(PASSWORD, ` ${username.toUpperCase()} `));
  expect(token).toHaveLength(43);
  expect(await sessionOf(hashOf(token), now())).toMatchObject({ username, locked: false });
  expect(await read((db) => db.select().from(tables.session).where(eq(tables.session.tokenHash, token)))).toEqual([]);
});

test("an unknown name and a wrong password get the same answer, and a row of the log without a name", async () => {
  const last = async () => (await read((db) => db.select().from(tables.log).orderBy(desc(tables.log.seq)).limit(1)))[0];
  const shown = async () => {
    const { seq: _s, at: _a, hash: _h, previousHash: _p, ...row } = (await last()) ?? ({} as never);
    return row;
  };
  expect(await tryWith("forkert")).toEqual({ wrong: true });
  const wrong = await shown();
  expect(await tryWith("forkert", `ukendt-${newId()}`)).toEqual({ wrong: true });
  expect(await shown()).toEqual(wrong);
  expect(wrong).toMatchObject({ kind: "sign-in-refused", door: "sign-in", actorId: "nobody", facts: {} });
});

test("an unknown name takes as long as a wrong password", async () => {
  const timed = async (kept: string | undefined) => {
    const from = performance.now();
    await isPassword("forkert", kept);
    return performance.now() - from;
  };
  const [known, unknown] = [
    Math.min(await timed(hash), await timed(hash), await timed(hash)),
    Math.min(await timed(undefined), await timed(undefined), await timed(undefined)),
  ];
  expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(3);
});

test("after five failures the account waits, also for the right password, and is told how long", async () => {
  for (let n = 0; n < 5; n++) expect(await tryWith("forkert")).toEqual({ wrong: true });
  const waits = await tryWith(PASSWORD);
  expect(waits).toEqual({ waitSeconds: expect.any(Number) });
  expect("waitSeconds" in waits && waits.waitSeconds > 890 && waits.waitSeconds <= 900).toBe(true);
});

test("many tries at once learn no more than five in a row", async () => {
  const tries = await Promise.all([...Array.from({ length: 9 }, () => tryWith("forkert")), tryWith(PASSWORD)]);
  expect(tries.filter((tried) => "wrong" in tried).length).toBeLessThan(9);
  expect(tries.at(-1)).toHaveProperty("waitSeconds");
});

test("only failures count: whoever signs in begins anew, and others of the same address are not held up", async () => {
  for (let round = 0; round < 2; round++) {
    for (let n = 0; n < 3; n++) await tryWith("forkert");
    expect(tokenOf(await tryWith(PASSWORD))).not.toBe("");
  }
  const other = `bruger-${newId()}`;
  expect(await tryWith("forkert", other)).toEqual({ wrong: true });
});

test("fifty failures from one address close it for every account, and no other address", async () => {
  const throttle = once("sign-in-throttle", () => ({ address: new RateLimiterMemory({ points: 50, duration: 900 }) }));
  await throttle.address.consume(address, 49);
  expect(await tryWith("forkert", `ukendt-${newId()}`)).toEqual({ wrong: true });
  expect(await tryWith(PASSWORD)).toHaveProperty("waitSeconds");
  expect(tokenOf(await signIn(username, PASSWORD, { address: newId(), device: "" }))).not.toBe("");
});

test("an idle page opens again with the password: the same session under a new token; the former token opens nothing", async () => {
  const token = tokenOf(await tryWith(PASSWORD));
  const session = await sessionOf(hashOf(token), now());
  const later = new Date(Date.parse(now()) + 21 * 60_000).toISOString();
  expect(await sessionOf(hashOf(token), later)).toMatchObject({ locked: true });
  expect(await unlock(session?.sessionId ?? "", { password: "forkert", code: "" }, { address })).toEqual({
    wrong: true,
  });
  const fresh = tokenOf(await unlock(session?.sessionId ?? "", { password: PASSWORD, code: "" }, { address }));
  expect(await sessionOf(hashOf(fresh), now())).toMatchObject({ sessionId: session?.sessionId, locked: false });
  expect(await sessionOf(hashOf(token), now())).toBeNull();
});

test("a session is over after eight hours, and when the person has left", async () => {
  const token = tokenOf(await tryWith(PASSWORD));
  expect(await sessionOf(hashOf(token), new Date(Date.parse(now()) + 8 * 3_600_000).toISOString())).toBeNull();
  await transact((db) =>
    db.update(tables.staff).set({ endedAt: now(), version: 3 }).where(eq(tables.staff.username, username)),
  );
  expect(await sessionOf(hashOf(token), now())).toBeNull();
  expect(await tryWith(PASSWORD)).toEqual({ wrong: true });
});
