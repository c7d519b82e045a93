import { expect, test } from "vitest";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { type Command, carryOut } from "#domain/command.server.ts";
import { hashOf, newId } from "#domain/ids.server.ts";
import { addPasskey, removePasskey } from "#domain/signin/factor-commands.server.ts";
import { askForNewPasskey, askForPasskey } from "#domain/signin/passkeys.server.ts";
import { prove, unlock } from "#domain/signin/prove.server.ts";
import { sessionOf } from "#domain/signin/queries.server.ts";
import { signInWithPasskey } from "#domain/signin/sign-in.server.ts";
import { endStaff } from "#domain/staff/commands.server.ts";
import { aFreshSession, aStaffMember, does } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";
import { type Slips, SoftPasskey } from "#tests/support/soft-passkey.ts";

aDatabase();

const ORIGIN = "https://samspor.kommune.dk";
const from = () => ({ address: newId(), device: "Safari, iPhone/iPad" });
type Actor = Awaited<ReturnType<typeof aFreshSession>>;
const tries = <I, A>(actor: Actor, of: Command<I, A>, input: unknown) =>
  carryOut(of, input, asker(actor, now(), "page"), newId());

async function asked() {
  const found = await askForPasskey(ORIGIN);
  if (!found) throw new Error("no passkeys here");
  return found;
}
async function askedForNew(staffId: string) {
  const found = await askForNewPasskey(ORIGIN, staffId);
  if (!found) throw new Error("no passkeys here");
  return found;
}

/** Somebody with a passkey; no two share one. */
async function withPasskey() {
  const id = await aStaffMember("youth_guide");
  const actor = await aFreshSession(id);
  const key = new SoftPasskey(ORIGIN);
  const begun = await askedForNew(id);
  const done = await tries(actor, addPasskey, { name: "Min telefon", passkey: key.made(begun), step: begun.step });
  if (!done.ok) throw new Error(JSON.stringify(done));
  const given = async (slips: Slips = {}, owner = id) => {
    const one = await asked();
    return { passkey: key.signed(one, owner, slips), step: one.step };
  };
  return { id, actor, key, given, passkeyId: done.answer.id };
}
const signsIn = async ({ passkey, step }: { passkey: string; step: string }) =>
  signInWithPasskey(passkey, step, from());

test("a passkey that a person's own browser made signs that person in, as both factors, and is logged by its id alone", async () => {
  const { id, given, passkeyId } = await withPasskey();
  const opened = await signsIn(await given());
  if (!("token" in opened)) throw new Error(JSON.stringify(opened));
  expect(await sessionOf(hashOf(opened.token), now())).toMatchObject({ staffId: id });
  expect((await logOf("add-passkey")).at(-1)).toMatchObject({
    kind: "passkey-added",
    facts: { staffId: id, passkey: passkeyId },
  });
  expect((await logOf("start-session")).at(-1)?.facts).toMatchObject({ way: "passkey", assurance: "substantial" });
});

test.each<[string, Slips]>([
  ["for another site", { origin: "https://samspor.kommune.dk.evil.example" }],
  ["under another site's name", { site: "evil.example" }],
  ["to another challenge", { challenge: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }],
  ["without a finger, a face or a PIN", { verified: false }],
  ["as if it were being made", { type: "webauthn.create" }],
])("a signature %s opens nothing", async (_, slips) => {
  const { given } = await withPasskey();
  expect(await signsIn(await given(slips))).toEqual({ wrong: true });
});

test("a signature opens once: not again, not at once, and not with a challenge older than the last use", async () => {
  const { given } = await withPasskey();
  const [first, second] = [await given(), await given()];
  const both = await Promise.all([signsIn(first), signsIn(first)]);
  expect(both.filter((each) => "token" in each)).toHaveLength(1);
  expect(await signsIn(first)).toEqual({ wrong: true });
  expect(await signsIn(second)).toEqual({ wrong: true });
});

test("a passkey whose count runs backwards is a copy, and opens nothing", async () => {
  const { key, given } = await withPasskey();
  key.counter = 5;
  expect(await signsIn(await given())).toHaveProperty("token");
  key.counter = 4;
  expect(await signsIn(await given())).toEqual({ wrong: true });
});

test("an unknown passkey, another's name on it, an old step and nonsense get one answer", async () => {
  const { given, key, id } = await withPasskey();
  const { step } = await asked();
  const stranger = new SoftPasskey(ORIGIN);
  const one = await asked();
  for (const tried of [
    { passkey: stranger.signed(one, id), step: one.step },
    await given({}, newId()),
    { passkey: key.signed(one, id), step },
    { passkey: key.signed(one, id), step: "" },
    { passkey: "{", step },
    { passkey: "null", step },
  ])
    expect(await signsIn(tried)).toEqual({ wrong: true });
});

test("it unlocks and proves its own owner's session alone", async () => {
  const [own, other] = [await withPasskey(), await withPasskey()];
  expect(await unlock(own.actor.sessionId, await other.given(), from())).toEqual({ wrong: true });
  expect(await prove(own.actor.sessionId, await other.given(), from())).toEqual({ wrong: true });
  const unlocked = await unlock(own.actor.sessionId, await own.given(), from());
  expect(unlocked).toHaveProperty("token");
  const proved = await prove(own.actor.sessionId, await own.given(), from());
  expect(proved).toHaveProperty("token");
  expect("token" in proved && "token" in unlocked && proved.token !== unlocked.token).toBe(true);
  expect("token" in unlocked && (await sessionOf(hashOf(unlocked.token), now()))).toBeNull();
});

test("one is added to one's own account alone, by what was asked there, and once", async () => {
  const { id, actor, key } = await withPasskey();
  const another = await aFreshSession(await aStaffMember("caseworker"));
  const fresh = () => new SoftPasskey(ORIGIN);
  const begun = await askedForNew(id);
  const made = (passkey: string, step = begun.step) => ({ name: "Ny", passkey, step });
  expect(await tries(another, addPasskey, made(fresh().made(begun)))).toEqual({ ok: false, no: "missing" });
  const wrong = { ok: false, no: "invalid", problems: { passkey: "wrong-passkey" } };
  expect(await tries(actor, addPasskey, made(key.made(begun)))).toEqual(wrong);
  expect(await tries(actor, addPasskey, made(fresh().made(begun, { origin: "https://evil.example" })))).toEqual(wrong);
  expect(await tries(actor, addPasskey, made(fresh().made(begun, { verified: false })))).toEqual(wrong);
  expect(await tries(actor, addPasskey, made(fresh().made(begun), (await asked()).step))).toEqual(wrong);
  const stale = await aFreshSession(id, null);
  expect(await tries(stale, addPasskey, made(fresh().made(begun)))).toMatchObject({ no: "refused", proof: "stale" });
});

test("one that is removed opens nothing; another's cannot be removed; whoever has left has none", async () => {
  const [own, other] = [await withPasskey(), await withPasskey()];
  expect(await tries(other.actor, removePasskey, { id: own.passkeyId })).toEqual({ ok: false, no: "missing" });
  expect((await tries(own.actor, removePasskey, { id: own.passkeyId })).ok).toBe(true);
  expect((await logOf("remove-passkey")).at(-1)?.kind).toBe("passkey-removed");
  expect(await signsIn(await own.given())).toEqual({ wrong: true });
  await does(endStaff, { id: other.id, version: 1 }, await aStaffMember("admin"));
  expect(await signsIn(await other.given())).toEqual({ wrong: true });
});

test("a bare address has no passkeys", async () => {
  for (const origin of ["http://127.0.0.1:3000", "http://[::1]:3000"]) expect(await askForPasskey(origin)).toBeNull();
  expect(await askForPasskey("http://localhost:3000")).not.toBeNull();
});
