import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { accessCounted } from "#domain/access/counted.server.ts";
import { itemAccess } from "#domain/access/item-access.server.ts";
import { now } from "#domain/clock.server.ts";
import { newId } from "#domain/ids.server.ts";
import { referenceOf } from "#domain/log/references.ts";
import { dayOf } from "#domain/moments.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import {
  aDepartment,
  aMeeting,
  anAssignment,
  anItem,
  aStaffMember,
  asks,
  aYoungPerson,
} from "../../support/builders.ts";
import { aDatabase } from "../../support/database.ts";
import { logOf } from "../../support/log.ts";

aDatabase();

let admin = "";
let coordinator = "";
let guide = "";
let invited = "";
let young = "";
let itemId = "";
let meetingId = "";
let departmentId = "";
beforeAll(async () => {
  admin = await aStaffMember("admin");
  coordinator = await aStaffMember("coordinator");
  departmentId = await aDepartment();
  guide = await aStaffMember(["youth_guide", "stu_team"], { departmentId });
  invited = await aStaffMember("external");
  young = await aYoungPerson({ firstName: "Alma", lastName: "Prøvelund" });
  await anAssignment(young, guide, "guide");
  await aYoungPerson();
  meetingId = await aMeeting({ chairId: coordinator });
  itemId = await anItem({ meetingId, youngPersonId: young, invited: [{ staffId: invited }] });
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
  expect(JSON.stringify(answer)).not.toMatch(/Alma|Prøvelund|støtten/);
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

test("of every employee the roles and departments of that day are listed, and how many young people they see and go with", async () => {
  const { people } = await told("");
  const working = await read((db) => db.select().from(tables.staff));
  expect(people.map(({ id }) => id).sort()).toEqual(working.map(({ id }) => id).sort());
  const none = { departments: [], sees: 0, goesWith: 0 };
  const named = working.find(({ id }) => id === guide);
  const [department] = await read((db) =>
    db.select().from(tables.department).where(eq(tables.department.id, departmentId)),
  );
  const counted = Object.fromEntries(people.map(({ id, ...one }) => [id, { ...one, roles: one.roles.sort() }]));
  expect(counted[guide]).toEqual({
    ...{ name: named?.name, title: named?.title, departments: [department?.name] },
    ...{ roles: ["stu_team", "youth_guide"], sees: 1, goesWith: 1 },
  });
  expect(counted[admin]).toMatchObject({ ...none, roles: ["admin"] });
  expect(counted[coordinator]).toMatchObject({ ...none, roles: ["coordinator"], sees: 2, goesWith: 2 });
  expect(counted[invited]).toMatchObject({ roles: ["external"], sees: 1, goesWith: 0 });
});

describe("why somebody sees an item", () => {
  const why = (who: string) => asks(itemAccess, { itemId }, who);

  test("is said to each who does; who else does only to whoever runs it or goes ahead for the young person", async () => {
    const who = [
      [coordinator, ["coordinator", "leads the meeting"]],
      [guide, ["assigned"]],
      [invited, ["invited"]],
    ];
    const item = { id: itemId, meetingId, question: expect.stringContaining("støtten") };
    const byName = (answer: Awaited<ReturnType<typeof why>>) => answer.who?.map(({ id, why }) => [id, why]).sort();
    const told = await why(coordinator);
    expect(told).toMatchObject({ ...item, why: ["coordinator", "leads the meeting"] });
    expect(byName(told)).toEqual(who.slice().sort());
    expect(await why(guide)).toEqual({ ...item, why: ["assigned"], who: null });
    expect(await why(invited)).toEqual({ ...item, why: ["invited"], who: null });
    const lead = await aStaffMember("caseworker");
    await anAssignment(young, lead, "lead_worker");
    expect(byName(await why(lead))).toEqual([...who, [lead, ["assigned"]]].sort());
    await expect(why(admin)).rejects.toThrow("missing");
    await expect(asks(itemAccess, { itemId: newId() }, coordinator)).rejects.toThrow("missing");
  });

  test("is said of a common item only to those at it, and who else does to whoever runs it", async () => {
    const common = await anItem({ meetingId, kind: "common", invited: [{ staffId: invited }] });
    expect((await asks(itemAccess, { itemId: common }, invited)).who).toBeNull();
    expect((await asks(itemAccess, { itemId: common }, coordinator)).who).toHaveLength(2);
  });

  test("stands in the log with the item and the young person it was about", async () => {
    await why(guide);
    const read = { kind: "read", actorId: guide, youngPersonId: young, meetingId, itemId };
    expect(await logOf("item-access")).toContainEqual(expect.objectContaining(read));
  });

  test("is nothing for whoever stood aside from it, whatever else they are", async () => {
    const { conflictOfInterest } = tables;
    const declared = { itemId, staffId: guide, declaredAt: now(), declaredBy: guide };
    await transact((db) => db.insert(conflictOfInterest).values({ id: newId(), ...declared }));
    await expect(why(guide)).rejects.toThrow("missing");
    expect((await why(coordinator)).who?.map(({ id }) => id)).not.toContain(guide);
    await transact((db) => db.delete(conflictOfInterest));
  });
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
