import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { read, tables } from "#db/index.server.ts";
import { system } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { type Outcome, onOutcome } from "#domain/changes.server.ts";
import { type Command, carryOut } from "#domain/command.server.ts";
import { hashOf, newId, newToken } from "#domain/ids.server.ts";
import { answer } from "#domain/query.server.ts";
import {
  choosePassword,
  endSession,
  setPreferences,
  signOut,
  startSession,
  stillHere,
  unlockSession,
} from "#domain/signin/commands.server.ts";
import { hashPassword } from "#domain/signin/password.server.ts";
import { unlock } from "#domain/signin/prove.server.ts";
import { accountFor, linkStands, sessionOf, standingSessions } from "#domain/signin/queries.server.ts";
import { signIn, signInFirst } from "#domain/signin/sign-in.server.ts";
import { endStaff } from "#domain/staff/commands.server.ts";
import { makeSignInLink } from "#domain/staff/link-commands.server.ts";
import { aStaffMember, does, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf, tablesHolding } from "#tests/support/log.ts";

aDatabase();

const PASSWORD = "tre gule heste";
const NOON = "2026-11-21T12:00:00.000Z";
const minutesLater = (minutes: number) => new Date(Date.parse(NOON) + minutes * 60_000).toISOString();
let passwordHash = "";
let admin = "";
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
  admin = await aStaffMember("admin");
});

const asSystem = <I, A>(of: Command<I, A>, input: unknown, now = NOON) =>
  carryOut(of, input, asker(system, now, "system"), newId());
const rowOf = async (id: string) => {
  const [row] = await read((db) => db.select().from(tables.staff).where(eq(tables.staff.id, id)));
  if (!row) throw new Error("nobody");
  return row;
};
/** The token of a new one-time link; `now` is the moment it was made. */
async function aLink(staffId: string, now?: string) {
  const { answer } = await does(makeSignInLink, { staffId }, admin, { now });
  return answer.path.replace("/welcome/", "");
}
/** Somebody who has chosen the password, by user name. */
async function somebody(): Promise<{ id: string; username: string }> {
  const id = await aStaffMember("caseworker");
  const token = await aLink(id, NOON);
  const chosen = await asSystem(choosePassword, { token, passwordHash });
  expect(chosen.ok).toBe(true);
  return { id, username: (await rowOf(id)).username };
}
/** A session that began at noon, or at the moment said. */
async function aSession(staffId: string, startedAt = NOON) {
  const token = newToken();
  const done = await asSystem(startSession, { staffId, tokenHash: hashOf(token), device: "Firefox, Linux" }, startedAt);
  if (!done.ok) throw new Error("no session");
  return { id: done.answer.id, token, actor: { kind: "staff", id: staffId, sessionId: done.answer.id } as const };
}
const asTheir = <I, A>(
  { actor }: Awaited<ReturnType<typeof aSession>>,
  of: Command<I, A>,
  input: unknown,
  now = NOON,
) => carryOut(of, input, asker(actor, now, "page"), newId());
const from = () => ({ address: `10.0.0.${Math.floor(Math.random() * 1e9)}`, device: "Firefox, Linux" });

describe("signing in", () => {
  it("takes the right password, whatever the case of the user name, and keeps no more than the token's hash", async () => {
    const { username } = await somebody();
    const tried = await signIn(` ${username.toUpperCase()} `, PASSWORD, from());
    if (!("token" in tried)) throw new Error("not in");
    expect(await sessionOf(hashOf(tried.token), new Date().toISOString())).toMatchObject({ username, locked: false });
    expect(tablesHolding(tried.token)).toEqual([]);
    expect(tablesHolding(PASSWORD)).toEqual([]);
    expect((await logOf("start-session")).at(-1)).toMatchObject({ kind: "signed-in" });
  });

  it("answers unknown and wrong alike, and somebody without a password never gets in", async () => {
    const { username } = await somebody();
    const without = (await rowOf(await aStaffMember("caseworker"))).username;
    expect(await signIn("findes.ikke", PASSWORD, from())).toEqual({ wrong: true });
    expect(await signIn(username, "forkert adgangskode", from())).toEqual({ wrong: true });
    expect(await signIn(without, "", from())).toEqual({ wrong: true });
  });

  it("after five failures an account waits, also with the right password; another account does not", async () => {
    const [one, other] = [await somebody(), await somebody()];
    for (let n = 0; n < 5; n += 1) expect(await signIn(one.username, "forkert", from())).toEqual({ wrong: true });
    const waits = await signIn(one.username, PASSWORD, from());
    expect(waits).toEqual({ waitSeconds: expect.any(Number) });
    expect((waits as { waitSeconds: number }).waitSeconds).toBeGreaterThan(800);
    expect(await signIn(other.username, PASSWORD, from())).toHaveProperty("token");
  });

  it("only failures count: four of them and a success, and the count begins anew", async () => {
    const { username } = await somebody();
    for (let round = 0; round < 2; round += 1) {
      for (let n = 0; n < 4; n += 1) await signIn(username, "forkert", from());
      expect(await signIn(username, PASSWORD, from())).toHaveProperty("token");
    }
  });

  it("is over for whoever has left", async () => {
    const { id, username } = await somebody();
    const session = await aSession(id);
    await does(endStaff, { id, version: (await rowOf(id)).version }, admin, { now: NOON });
    expect(await signIn(username, PASSWORD, from())).toEqual({ wrong: true });
    expect(await sessionOf(hashOf(session.token), NOON)).toBeNull();
  });
});

describe("a session", () => {
  it("lasts eight hours, and is covered after 20 minutes without anybody at the screen", async () => {
    const session = await aSession((await somebody()).id);
    const at = (minutes: number) => sessionOf(hashOf(session.token), minutesLater(minutes));
    expect(await at(20)).toMatchObject({ locked: false });
    expect(await at(21)).toMatchObject({ locked: true });
    await asTheir(session, stillHere, {}, minutesLater(19));
    expect(await at(38)).toMatchObject({ locked: false });
    expect(await asTheir(session, stillHere, {}, minutesLater(40))).toMatchObject({ answer: "locked" });
    expect(await at(40)).toMatchObject({ locked: true });
    expect(await asTheir(session, stillHere, {}, minutesLater(8 * 60))).toMatchObject({ answer: "over" });
    expect(await at(8 * 60)).toBeNull();
    const standing = (minutes: number) => read((db) => standingSessions(db, minutesLater(minutes)));
    expect((await standing(60)).get(session.id)).toEqual({ locked: true });
    expect((await standing(8 * 60)).has(session.id)).toBe(false);
  });

  it("unlocked with the password goes on under a new token; the old one opens nothing", async () => {
    const session = await aSession((await somebody()).id, new Date().toISOString());
    expect(await unlock(session.id, { password: "forkert", code: "" }, from())).toEqual({ wrong: true });
    const tried = await unlock(session.id, { password: PASSWORD, code: "" }, from());
    if (!("token" in tried)) throw new Error("not unlocked");
    const moment = new Date().toISOString();
    expect(await sessionOf(hashOf(session.token), moment)).toBeNull();
    const row = await read((db) =>
      db
        .select()
        .from(tables.session)
        .where(eq(tables.session.tokenHash, hashOf(tried.token))),
    );
    expect(row).toMatchObject([{ id: session.id }]);
    expect((await logOf("unlock-session")).at(-1)).toMatchObject({ facts: { session: session.id, unlocked: true } });
  });

  it("that was ended is not unlocked by the password that was on its way", async () => {
    const session = await aSession((await somebody()).id);
    await asTheir(session, signOut, {});
    expect(await asSystem(unlockSession, { sessionId: session.id, tokenHash: hashOf(newToken()) })).toEqual({
      ok: false,
      no: "missing",
    });
  });

  it("signed out once is signed out everywhere, and everybody's sockets are asked again", async () => {
    const { id } = await somebody();
    const [here, there] = [await aSession(id), await aSession(id)];
    const outcomes: Outcome[] = [];
    const stop = onOutcome((outcome) => outcomes.push(outcome));
    await asTheir(here, signOut, {});
    stop();
    expect(outcomes).toMatchObject([{ rights: true }]);
    for (const { token } of [here, there]) expect(await sessionOf(hashOf(token), NOON)).toBeNull();
    expect((await logOf("sign-out")).at(-1)).toMatchObject({ kind: "signed-out", actorId: id });
  });

  it("is ended one by one by its owner, never by another", async () => {
    const { id } = await somebody();
    const [here, there, others] = [await aSession(id), await aSession(id), await aSession((await somebody()).id)];
    expect(await asTheir(others, endSession, { sessionId: there.id })).toEqual({ ok: false, no: "missing" });
    expect((await asTheir(here, endSession, { sessionId: there.id })).ok).toBe(true);
    expect(await sessionOf(hashOf(there.token), NOON)).toBeNull();
    expect(await sessionOf(hashOf(here.token), NOON)).not.toBeNull();
    expect((await logOf("end-session")).map(({ kind }) => kind)).toEqual(["refused", "session-ended"]);
  });

  it("is begun and unlocked by the system alone", async () => {
    const { id } = await somebody();
    const session = await aSession(id);
    const missing = { ok: false, no: "missing" };
    const tokenHash = hashOf(newToken());
    expect(await tryTo(startSession, { staffId: id, tokenHash, device: "" }, id)).toEqual(missing);
    expect(await tryTo(unlockSession, { sessionId: session.id, tokenHash }, id)).toEqual(missing);
    expect(await tryTo(choosePassword, { token: "x", passwordHash }, id)).toEqual(missing);
    expect(await asSystem(stillHere, {})).toEqual(missing);
  });
});

describe("the first password", () => {
  it("is chosen with a link, once, and signs in", async () => {
    const id = await aStaffMember("caseworker");
    const link = await aLink(id);
    const first = await signInFirst(link, PASSWORD, PASSWORD, from());
    if (!("token" in first)) throw new Error("not in");
    expect(await sessionOf(hashOf(first.token), new Date().toISOString())).toMatchObject({ staffId: id });
    expect(await signInFirst(link, PASSWORD, PASSWORD, from())).toEqual({ gone: true });
    expect((await logOf("choose-password")).at(-1)).toMatchObject({ kind: "password-chosen", facts: { staffId: id } });
  });

  it("has at least 12 characters and is written the same twice; until then the link stands", async () => {
    const link = await aLink(await aStaffMember("caseworker"));
    expect(await signInFirst(link, "for kort", "for kort", from())).toEqual({ problems: { password: "too-short" } });
    expect(await signInFirst(link, PASSWORD, `${PASSWORD}!`, from())).toEqual({ problems: { again: "not-same" } });
    expect(await signInFirst(link, "x".repeat(201), "x".repeat(201), from())).toEqual({
      problems: { password: "too-long" },
    });
    expect(await linkStands(hashOf(link), new Date().toISOString())).toBe(true);
  });

  it("is not chosen with an unknown, an expired or a replaced link, or by somebody who has left", async () => {
    const id = await aStaffMember("caseworker");
    const gone = { gone: true };
    const replaced = await aLink(id);
    const link = await aLink(id);
    expect(await signInFirst(newToken(), PASSWORD, PASSWORD, from())).toEqual(gone);
    expect(await signInFirst(replaced, PASSWORD, PASSWORD, from())).toEqual(gone);
    expect(
      await signInFirst(await aLink(await aStaffMember("dpo"), "2020-01-01T00:00:00.000Z"), PASSWORD, PASSWORD, from()),
    ).toEqual(gone);
    await does(endStaff, { id, version: 1 }, admin);
    expect(await signInFirst(link, PASSWORD, PASSWORD, from())).toEqual(gone);
  });

  it("chosen anew ends the sessions that were open, and the former one is kept nowhere", async () => {
    const { id } = await somebody();
    const former = (await rowOf(id)).password ?? "";
    const session = await aSession(id);
    const token = await aLink(id, NOON);
    await asSystem(choosePassword, { token, passwordHash: await hashPassword("en helt anden kode") });
    expect(await sessionOf(hashOf(session.token), NOON)).toBeNull();
    expect(tablesHolding(former).filter((table) => table === "revision")).toEqual([]);
  });
});

describe("one's own account", () => {
  it("shows the sessions that stand, and takes the language and the keys one wants", async () => {
    const { id } = await somebody();
    const session = await aSession(id);
    const { person, sessions, own } = await answer(accountFor, {}, asker(session.actor, NOON, "page"));
    expect({ own, sessions: sessions.map((each) => each.id) }).toEqual({ own: session.id, sessions: [session.id] });
    const set = { version: person?.version, language: "en", singleKeys: "" };
    expect((await asTheir(session, setPreferences, set)).ok).toBe(true);
    expect(await rowOf(id)).toMatchObject({ language: "en", singleKeys: false });
    expect(await asTheir(session, setPreferences, set)).toMatchObject({ no: "conflict" });
    expect(await asTheir(session, setPreferences, { ...set, language: "tlh" })).toMatchObject({
      problems: { language: "choose" },
    });
    expect(await asSystem(setPreferences, set)).toEqual({ ok: false, no: "missing" });
    expect((await logOf("set-preferences")).at(0)).toMatchObject({ kind: "settings-changed", actorId: id });
  });
});
