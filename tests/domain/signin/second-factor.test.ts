import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { read, tables } from "#db/index.server.ts";
import { system } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { type Command, carryOut } from "#domain/command.server.ts";
import { hashOf, newId, newToken } from "#domain/ids.server.ts";
import { answer } from "#domain/query.server.ts";
import { startSession } from "#domain/signin/commands.server.ts";
import { addCode, removeCode, renewRecoveryCodes } from "#domain/signin/factor-commands.server.ts";
import { prove, unlock } from "#domain/signin/prove.server.ts";
import { accountFor, codeSetup, sessionOf } from "#domain/signin/queries.server.ts";
import { signIn, signInFirst, signInWithCode } from "#domain/signin/sign-in.server.ts";
import { beginStep } from "#domain/signin/steps.server.ts";
import { newSecret } from "#domain/signin/totp.server.ts";
import { makeSignInLink, resetSecondFactors } from "#domain/staff/link-commands.server.ts";
import { aFreshSession, aStaffMember, does } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastKindsOf, logOf, tablesHolding } from "#tests/support/log.ts";
import { PASSWORD, withCodeApp, withPassword } from "./a-code-app.ts";

aDatabase();

const from = () => ({ address: newId(), device: "Firefox, Linux" });
type Actor = Awaited<ReturnType<typeof aFreshSession>>;
const tries = <I, A>(actor: Actor, of: Command<I, A>, input: unknown, moment = now()) =>
  carryOut(of, input, asker(actor, moment, "page"), newId());
const later = (minutes: number) => new Date(Date.parse(now()) + minutes * 60_000).toISOString();

/** Past the password, at the code. */
async function atTheCode(username: string, where = from()): Promise<string> {
  const tried = await signIn(username, PASSWORD, where);
  if (!("step" in tried)) throw new Error(JSON.stringify(tried));
  return tried.step;
}

describe("whoever has a code app", () => {
  test("comes in with the password and then the code, and never with the password alone", async () => {
    const { id, username, code } = await withCodeApp();
    const step = await atTheCode(username);
    const opened = await signInWithCode(step, code(), from());
    if (!opened || !("token" in opened)) throw new Error("not in");
    expect(await sessionOf(hashOf(opened.token), now())).toMatchObject({ staffId: id, locked: false });
    expect((await logOf("start-session")).at(-1)?.facts).toMatchObject({
      way: "password-code",
      assurance: "substantial",
    });
    const alone = { staffId: id, tokenHash: hashOf(newToken()), device: "" };
    expect(await carryOut(startSession, alone, asker(system, now(), "system"), newId())).toMatchObject({
      problems: { code: "required" },
    });
  });

  test("gets the answer of a wrong password until the password is right, as anybody else", async () => {
    const [one, other] = [await withCodeApp(), await withPassword()];
    for (const { username } of [one, other]) expect(await signIn(username, "forkert", from())).toEqual({ wrong: true });
  });

  test("cannot use a code twice, at another sign-in or at once", async () => {
    const { username, code } = await withCodeApp();
    const steps = await Promise.all(Array.from({ length: 4 }, () => atTheCode(username)));
    const moment = code();
    const opened = await Promise.all(steps.map((step) => signInWithCode(step, moment, from())));
    expect(opened.filter((each) => each && "token" in each)).toHaveLength(1);
    expect(await signInWithCode(await atTheCode(username), moment, from())).toEqual({ wrong: true });
  });

  test("waits after five wrong codes, also with the right one; the right password does not begin the count anew", async () => {
    const { username, code } = await withCodeApp();
    for (let n = 0; n < 5; n += 1)
      expect(await signInWithCode(await atTheCode(username), "000000", from())).toEqual({ wrong: true });
    expect(await signIn(username, PASSWORD, from())).toHaveProperty("waitSeconds");
    const step = beginStep({ kind: "code", staffId: newId(), account: username, version: 1 }, now());
    expect(await signInWithCode(step, code(), from())).toHaveProperty("waitSeconds");
  });

  test("has five minutes for the code; a step that is old, changed or from elsewhere opens nothing", async () => {
    const { id, username, code } = await withCodeApp();
    const [{ version } = { version: 0 }] = await read((db) =>
      db.select().from(tables.staff).where(eq(tables.staff.id, id)),
    );
    const begun = (at: string, seen = version) =>
      beginStep({ kind: "code", staffId: id, account: username, version: seen }, at);
    expect(await signInWithCode(begun(later(-6)), code(), from())).toBeNull();
    const step = begun(now());
    expect(await signInWithCode(`${step.slice(0, -2)}AA`, code(), from())).toBeNull();
    expect(await signInWithCode("", code(), from())).toBeNull();
    expect(
      await signInWithCode(beginStep({ kind: "passkey", challenge: "x", origin: "x" }, now()), code(), from()),
    ).toBeNull();
    expect(await signInWithCode(begun(now(), version - 1), code(), from())).toEqual({ wrong: true });
  });

  test("comes in with each code for paper once; of all ten only hashes are kept", async () => {
    const { username, papers } = await withCodeApp();
    expect(new Set(papers).size).toBe(10);
    const [first = "", second = ""] = papers;
    expect(
      await signInWithCode(await atTheCode(username), first.toLowerCase().replace("-", " "), from()),
    ).toHaveProperty("token");
    expect(await lastKindsOf("start-session")).toEqual(["recovery-code-used", "signed-in"]);
    expect(await signInWithCode(await atTheCode(username), first, from())).toEqual({ wrong: true });
    expect(await signInWithCode(await atTheCode((await withCodeApp()).username), second, from())).toEqual({
      wrong: true,
    });
    for (const paper of papers) expect(tablesHolding(paper.replace("-", ""))).toEqual([]);
  });

  test("unlocks a covered page with the password alone, which is no fresh proof; with the code it is one", async () => {
    const { id, code } = await withCodeApp();
    const actor = await aFreshSession(id, later(-10));
    const isFresh = async () => (await tries(actor, renewRecoveryCodes, {})).ok;
    expect(await unlock(actor.sessionId, { password: PASSWORD, code: "" }, from())).toHaveProperty("token");
    expect(await isFresh()).toBe(false);
    expect(await prove(actor.sessionId, { password: PASSWORD, code: "" }, from())).toEqual({ wrong: true });
    expect(await prove(actor.sessionId, { password: "forkert", code: code() }, from())).toEqual({ wrong: true });
    expect(await prove(actor.sessionId, { password: PASSWORD, code: code() }, from())).toHaveProperty("token");
    expect(await isFresh()).toBe(true);
    expect(await lastKindsOf("renew-proof")).toEqual(["proof-renewed"]);
  });

  test("is asked for the code after choosing a new password by a link", async () => {
    const { id, code } = await withCodeApp();
    const made = await does(makeSignInLink, { staffId: id }, await aStaffMember("admin"));
    const chosen = await signInFirst(
      made.answer.path.replace("/welcome/", ""),
      "en helt anden",
      "en helt anden",
      from(),
    );
    if (!("step" in chosen)) throw new Error(JSON.stringify(chosen));
    expect(await signInWithCode(chosen.step, code(), from())).toHaveProperty("token");
  });
});

describe("setting the code up", () => {
  test("takes the app's first code, keeps the secret sealed, and is logged without it", async () => {
    const { id, secret } = await withCodeApp();
    expect(tablesHolding(secret)).toEqual([]);
    const [row] = await read((db) => db.select().from(tables.totp).where(eq(tables.totp.staffId, id)));
    expect(Buffer.from(row?.cipher ?? []).includes(Buffer.from(secret))).toBe(false);
    const rows = (await logOf("add-code")).filter(({ actorId }) => actorId === id);
    expect(rows.map(({ kind, facts }) => ({ kind, facts }))).toEqual([
      { kind: "second-factor-added", facts: { staffId: id } },
      { kind: "recovery-codes-made", facts: { staffId: id } },
    ]);
  });

  test("with a wrong code, or over one that is set up, does nothing", async () => {
    const actor = await aFreshSession((await withPassword()).id);
    expect(await tries(actor, addCode, { secret: newSecret(), code: "000000" })).toMatchObject({
      problems: { code: "wrong-second-code" },
    });
    expect(await tries(actor, addCode, { secret: "kort", code: "000000" })).toMatchObject({ no: "invalid" });
    const has = await withCodeApp();
    expect(await tries(has.actor, addCode, { secret: has.secret, code: has.code() })).toEqual({
      ok: false,
      no: "missing",
    });
  });

  test("shows a new secret each time, and only after a fresh proof", async () => {
    const { id } = await withPassword();
    const fresh = await aFreshSession(id);
    const asked = (actor: Actor) => answer(codeSetup, {}, asker(actor, now(), "page"));
    expect((await asked(fresh)).secret).not.toBe((await asked(fresh)).secret);
    await expect(asked(await aFreshSession(id, later(-6)))).rejects.toMatchObject({
      answer: { no: "refused", proof: "stale" },
    });
  });
});

test("a code is turned off, and codes for paper are made anew, after a fresh proof; the former ones open nothing", async () => {
  const { id, username, papers, actor } = await withCodeApp();
  const stale = await aFreshSession(id, later(-6));
  for (const of of [removeCode, renewRecoveryCodes])
    expect(await tries(stale, of as Command<unknown, unknown>, {})).toEqual({
      ok: false,
      no: "refused",
      proof: "stale",
    });
  expect(await tries(actor, renewRecoveryCodes, {})).toMatchObject({ answer: { codes: { length: 10 } } });
  expect(await signInWithCode(await atTheCode(username), papers[0] ?? "", from())).toEqual({ wrong: true });
  expect((await tries(actor, removeCode, {})).ok).toBe(true);
  expect(await lastKindsOf("remove-code")).toEqual(["second-factor-removed"]);
  expect(await signIn(username, PASSWORD, from())).toHaveProperty("token");
  for (const of of [removeCode, renewRecoveryCodes])
    expect(await tries(actor, of as Command<unknown, unknown>, {})).toEqual({ ok: false, no: "missing" });
  const { factors } = await answer(accountFor, {}, asker(actor, now(), "page"));
  expect(factors).toMatchObject({ code: null, recoveryCodes: 0, passkeys: [] });
});

describe("an administrator", () => {
  test("resets what somebody lost: nothing but the new link opens the account, and every session is over", async () => {
    const { id, username } = await withCodeApp();
    const actor = await aFreshSession(id);
    const admin = await aFreshSession(await aStaffMember("admin"));
    const done = await tries(admin, resetSecondFactors, { staffId: id });
    if (!done.ok) throw new Error(JSON.stringify(done));
    expect(await lastKindsOf("reset-second-factors")).toEqual(["second-factors-reset", "sign-in-link-made"]);
    expect(await signIn(username, PASSWORD, from())).toEqual({ wrong: true });
    expect(await prove(actor.sessionId, { password: PASSWORD, code: "" }, from())).toEqual({ wrong: true });
    const link = done.answer.path.replace("/welcome/", "");
    expect(await signInFirst(link, "en helt anden", "en helt anden", from())).toHaveProperty("token");
  });

  test("does so after a fresh proof, never for themselves; nobody else does it", async () => {
    const admin = await aStaffMember("admin");
    const { id } = await withCodeApp();
    expect(await tries(await aFreshSession(admin, later(-6)), resetSecondFactors, { staffId: id })).toMatchObject({
      proof: "stale",
    });
    const fresh = await aFreshSession(admin);
    expect(await tries(fresh, resetSecondFactors, { staffId: admin })).toMatchObject({
      problems: { staffId: "oneself" },
    });
    for (const role of ["coordinator", "dpo", "leader"] as const)
      expect(await tries(await aFreshSession(await aStaffMember(role)), resetSecondFactors, { staffId: id })).toEqual({
        ok: false,
        no: "missing",
      });
  });
});
