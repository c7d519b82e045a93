import { expect, test } from "vitest";
import { type Actor, nobody, system } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { carryOut, command } from "#domain/command.server.ts";
import { newId } from "#domain/ids.server.ts";
import { input } from "#domain/input.server.ts";
import { answer, query } from "#domain/query.server.ts";
import { aFreshSession, aStaffMember, as } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";

aDatabase();

const yes = async () => ({ by: "test" });
let ran = 0;
const opens = command("open-what-is-sealed", {
  input: input({}),
  fresh: true,
  allow: yes,
  run: async () => {
    ran += 1;
    return ran;
  },
});
const hidden = command("open-what-is-hidden", {
  input: input({}),
  fresh: true,
  allow: async () => ({ no: "missing" as const }),
  run: async () => null,
});
const reads = query("read-what-is-sealed", { fresh: true, allow: yes, run: async () => "read" });

const at = (actor: Actor, moment = now()) => asker(actor, moment, "page");
const opened = (actor: Actor, moment?: string, key = newId()) => carryOut(opens, {}, at(actor, moment), key);
const stale = { ok: false, no: "refused", proof: "stale" };
const minutesAfter = (moment: string, minutes: number) => new Date(Date.parse(moment) + minutes * 60_000).toISOString();

test("what opens most is open for five minutes after a proof, and then asks for another", async () => {
  const proved = now();
  const actor = await aFreshSession(await aStaffMember("coordinator"), proved);
  expect(await opened(actor, minutesAfter(proved, 5))).toMatchObject({ ok: true });
  expect(await opened(actor, minutesAfter(proved, 5.01))).toEqual(stale);
  expect(await answer(reads, {}, at(actor, minutesAfter(proved, 5)))).toBe("read");
  await expect(answer(reads, {}, at(actor, minutesAfter(proved, 6)))).rejects.toMatchObject({
    answer: { proof: "stale" },
  });
});

test("a session that never gave the whole proof, and one that is none, are asked for it", async () => {
  const id = await aStaffMember("coordinator");
  expect(await opened(await aFreshSession(id, null))).toEqual(stale);
  expect(await opened(as(id))).toEqual(stale);
  expect(await opened(nobody)).toEqual(stale);
  expect(await opened(system)).toMatchObject({ ok: true });
});

test("whoever may not is told what never existed would tell, not to prove who they are", async () => {
  const actor = await aFreshSession(await aStaffMember("coordinator"), null);
  expect(await carryOut(hidden, {}, at(actor), newId())).toEqual({ ok: false, no: "missing" });
});

test("the same form sent again after the proof has one effect; its key was not used up by the question", async () => {
  const id = await aStaffMember("coordinator");
  const key = newId();
  const before = ran;
  expect(await opened(await aFreshSession(id, null), undefined, key)).toEqual(stale);
  const actor = await aFreshSession(id);
  const [first, again] = [await opened(actor, undefined, key), await opened(actor, undefined, key)];
  expect(again).toEqual(first);
  expect(ran).toBe(before + 1);
});

test("a proof that was asked for stands in the log as that, not as a refusal", async () => {
  const actor = await aFreshSession(await aStaffMember("coordinator"), null);
  await opened(actor);
  await answer(reads, {}, at(actor)).catch(() => undefined);
  for (const door of [opens.name, reads.name])
    expect((await logOf(door)).at(-1)).toMatchObject({ kind: "proof-asked", actorId: actor.id });
});
