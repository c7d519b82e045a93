import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { accessCounted } from "#domain/access/counted.server.ts";
import { now } from "#domain/clock.server.ts";
import { referenceOf } from "#domain/log/references.ts";
import { dayOf } from "#domain/moments.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import { aMeeting, anAssignment, anItem, aStaffMember, asks, aYoungPerson } from "../../support/builders.ts";
import { aDatabase } from "../../support/database.ts";
import { logOf } from "../../support/log.ts";

aDatabase();

let admin = "";
let coordinator = "";
let guide = "";
let invited = "";
let young = "";
beforeAll(async () => {
  admin = await aStaffMember("admin");
  coordinator = await aStaffMember("coordinator");
  guide = await aStaffMember("youth_guide");
  invited = await aStaffMember("external");
  young = await aYoungPerson({ firstName: "Alma", lastName: "Prøvelund" });
  await anAssignment(young, guide, "guide");
  await anItem({
    meetingId: await aMeeting({ chairId: coordinator }),
    ...{ youngPersonId: young, question: "Kan Alma bo hjemme?", invited: [{ staffId: invited }] },
  });
});

const told = (reference: string) => asks(accessCounted, { reference }, admin);

test("the administrator reads who sees the one of a reference, and why, as the coordinator does, but no name of the one", async () => {
  expect((await told(" ")).who).toBeNull();
  const answer = await told(referenceOf(young));
  expect(answer.who).toEqual((await asks(peopleAround, { id: young }, coordinator)).who);
  expect(answer.who?.map(({ id, why }) => [id, why])).toEqual(
    expect.arrayContaining([
      [coordinator, ["coordinator"]],
      [guide, ["assigned"]],
      [invited, ["invited"]],
    ]),
  );
  expect(answer.who).toHaveLength(3);
  expect(JSON.stringify(answer)).not.toMatch(/Alma|Prøvelund|hjemme/);
  for (const other of [coordinator, guide, await aStaffMember("dpo")])
    await expect(asks(accessCounted, { reference: referenceOf(young) }, other)).rejects.toThrow("missing");
});

test("each such look stands in the log of the one it was about", async () => {
  const before = (await logOf("access-counted")).length;
  await told(referenceOf(young).toLowerCase());
  await told("0000-0000");
  expect((await logOf("access-counted")).slice(before)).toMatchObject([
    { kind: "searched", actorId: admin, youngPersonId: young, facts: { found: 3 } },
    { kind: "searched", actorId: admin, youngPersonId: null, facts: { found: 0 } },
  ]);
});

test("who no longer sees the one is gone from the list, and a reference of nobody gets the answer of one whom nobody sees", async () => {
  const toOn = dayOf(now());
  await transact((db) => db.update(tables.assignment).set({ toOn }));
  const who = (await told(referenceOf(young))).who ?? [];
  expect(who.map(({ id }) => id).sort()).toEqual([coordinator, invited].sort());
  await transact((db) => db.update(tables.roleGrant).set({ toOn }).where(eq(tables.roleGrant.staffId, coordinator)));
  await transact((db) => db.update(tables.meeting).set({ state: "draft" }));
  const answerTo = async (reference: string) => ({ ...(await told(reference)), reference: "" });
  const answer = await answerTo(referenceOf(young));
  expect(answer.who).toEqual([]);
  for (const typed of ["0000-0000", "Prøvelund", "%", young]) expect(await answerTo(typed)).toEqual(answer);
});
