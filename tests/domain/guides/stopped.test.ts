import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { addAbsence } from "#domain/absence/commands.server.ts";
import { chosenToAdd } from "#domain/agenda/young-people.server.ts";
import { type Outcome, onOutcome } from "#domain/changes.server.ts";
import { guideChoice } from "#domain/guides/choice.server.ts";
import { handoverPage } from "#domain/guides/handover.server.ts";
import { proposeGuideHandover, withdrawGuideHandover } from "#domain/guides/handover-commands.server.ts";
import { EVERYBODY } from "#domain/guides/list-filters.ts";
import { mine } from "#domain/guides/mine.server.ts";
import { acceptGuide, proposeGuide, requestGuide, takeYoungPerson } from "#domain/guides/request-commands.server.ts";
import { guideTeam } from "#domain/guides/team.server.ts";
import { newId } from "#domain/ids.server.ts";
import { addLead, giveLead } from "#domain/outreach/lead-commands.server.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import { assign } from "#domain/people/assignment-commands.server.ts";
import { assignmentsOf } from "#domain/people/find.server.ts";
import { NO_THOUGHT } from "#domain/people/load.ts";
import { onePage } from "#domain/plan/one-page.server.ts";
import { changeStaff, endStaff } from "#domain/staff/commands.server.ts";
import { endRole, grantRole } from "#domain/staff/membership-commands.server.ts";
import { staffList } from "#domain/staff/queries.server.ts";
import { peopleInForum } from "#domain/staff/reference.server.ts";
import { hasStopped } from "#domain/staff/rules.ts";
import { startFor } from "#domain/start/queries.server.ts";
import { itemTopic, meetingTopic, personTopic, staffTopic } from "#domain/topics.ts";
import {
  aCase,
  aMeeting,
  anAssignment,
  anItem,
  aStaffMember,
  as,
  asks,
  aYoungPerson,
  does,
  NOW,
  TODAY,
} from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { wholeLog } from "#tests/support/traces.ts";

aDatabase();

let admin: string;
let coordinator: string;
let leader: string;
const at = { now: NOW };

beforeAll(async () => {
  admin = await aStaffMember("admin");
  coordinator = await aStaffMember("coordinator");
  leader = await aStaffMember("leader");
});

const aGuide = () => aStaffMember("youth_guide", { name: "Anne Holm" });
const stops = (id: string) => does(endStaff, { id, version: 1 }, admin, at);
const startOf = (who: string) => asks(startFor, {}, who, NOW);
const listed = async (young: string) =>
  (await startOf(coordinator)).forum?.withoutContact.find(({ youngPerson }) => youngPerson.id === young);
const known = (id: string) => read(async (db) => (await peopleInForum(db, TODAY)).staff.find((one) => one.id === id));

async function reloadedBy(press: () => Promise<unknown>): Promise<string[]> {
  const outcomes: Outcome[] = [];
  const stop = onOutcome((outcome) => outcomes.push(outcome));
  await press();
  stop();
  return outcomes.flatMap(({ reload }) => reload);
}

async function followed(guide: string) {
  const young = await aYoungPerson();
  await anAssignment(young, guide);
  return young;
}

describe("a contact person who has stopped", () => {
  test("stays the one contact person until another is, and is named as one who has stopped and nobody rings", async () => {
    const guide = await aGuide();
    const young = await followed(guide);
    const before = await asks(guideChoice, { youngPersonId: young }, coordinator, NOW);
    expect(before.contact).toEqual({ name: "Anne Holm", kind: "guide", there: true });
    const rings = { name: "Anne Holm", username: "anne.holm", title: "", phone: "20 30 40 50", email: "" };
    await does(changeStaff, { id: guide, version: 1, ...rings }, admin, at);
    const heading = async () => (await asks(onePage, { id: young }, coordinator, NOW)).contact;
    expect(await heading()).toEqual({ name: "Anne Holm", phone: "20 30 40 50" });
    await does(
      proposeGuideHandover,
      { youngPersonId: young, kind: "guide", toStaffId: await aStaffMember("youth_guide") },
      coordinator,
      at,
    );
    expect(await asks(handoverPage, { youngPersonId: young }, coordinator, NOW)).toMatchObject({
      giverPhone: "20 30 40 50",
    });
    await does(endStaff, { id: guide, version: 2 }, admin, at);
    const places = await read((db) => assignmentsOf(db, young, TODAY));
    expect(places.filter(({ primary }) => primary).map(({ staffId }) => staffId)).toEqual([guide]);
    expect(hasStopped(await known(guide))).toBe(true);
    const { contact } = await asks(guideChoice, { youngPersonId: young }, coordinator, NOW);
    expect(contact).toEqual({ name: "Anne Holm", kind: "guide", there: false });
    const handover = await asks(handoverPage, { youngPersonId: young }, coordinator, NOW);
    expect(handover).toMatchObject({ contact: { there: false }, giverPhone: "" });
    // On the paper that the young person takes along nobody stands who does not answer.
    expect(await heading()).toBeNull();
  });

  test("is neither away nor covered", async () => {
    const guide = await aGuide();
    const young = await followed(guide);
    const coveredById = await aStaffMember("youth_guide");
    await does(addAbsence, { staffId: guide, fromOn: TODAY, toOn: "2026-12-01", coveredById }, coordinator, at);
    const away = async () => (await asks(peopleAround, { id: young }, coordinator, NOW)).away.length;
    expect(await away()).toBe(1);
    await stops(guide);
    expect(await away()).toBe(0);
  });

  test("has nobody who covers any more: what runs ends the day before, what comes is removed; told and in the log", async () => {
    const guide = await aGuide();
    const young = await followed(guide);
    const coveredById = await aStaffMember("youth_guide");
    const days = [
      ["2026-11-19", "2026-12-03"],
      ["2026-12-10", "2026-12-12"],
    ];
    for (const [fromOn, toOn] of days)
      await does(addAbsence, { staffId: guide, fromOn, toOn, coveredById }, coordinator, at);
    const covering = async () => (await startOf(coveredById)).own?.days.covering.length;
    const coveredToo = async () => (await asks(mine, { filters: EVERYBODY }, coveredById, NOW)).youngPeople.length;
    expect([await covering(), await coveredToo()]).toEqual([2, 1]);
    const told = await reloadedBy(() => stops(guide));
    expect([await covering(), await coveredToo()]).toEqual([0, 0]);
    expect(told).toEqual(expect.arrayContaining([staffTopic(coveredById), personTopic(young)]));
    const { staffAbsence } = tables;
    const kept = await read((db) => db.select().from(staffAbsence).where(eq(staffAbsence.staffId, guide)));
    expect(kept.map(({ toOn, removedAt }) => [toOn, removedAt]).sort()).toEqual([
      ["2026-11-20", null],
      ["2026-12-12", NOW],
    ]);
    const written = (await wholeLog()).filter(({ facts }) => (facts as { staffId?: string })?.staffId === guide);
    expect(written.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["absence-changed", "absence-removed"]));
  });

  test("is one too who has no role for it any more, and none again with the role", async () => {
    const guide = await aGuide();
    const young = await followed(guide);
    const [grant] = await read((db) => db.select().from(tables.roleGrant).where(eq(tables.roleGrant.staffId, guide)));
    const told = await reloadedBy(() => does(endRole, { id: grant?.id ?? "", version: 1 }, admin, at));
    expect(told).toEqual(expect.arrayContaining([personTopic(young), staffTopic(coordinator), staffTopic(leader)]));
    expect(hasStopped(await known(guide))).toBe(true);
    expect(await listed(young)).toMatchObject({ stopped: "Anne Holm" });
    const again = await reloadedBy(() => does(grantRole, { staffId: guide, role: "youth_guide" }, admin, at));
    expect(again).toEqual(expect.arrayContaining([personTopic(young), staffTopic(coordinator), staffTopic(leader)]));
    expect(hasStopped(await known(guide))).toBe(false);
    expect(await listed(young)).toBeUndefined();
  });

  test("is asked for nobody's own words before the next meeting", async () => {
    const guide = await aGuide();
    const young = await followed(guide);
    const next = { startsAt: "2026-11-21T10:00:00.000Z", endsAt: "2026-11-21T12:00:00.000Z" };
    const itemId = await anItem({ meetingId: await aMeeting({ chairId: coordinator, ...next }), youngPersonId: young });
    const ask = async () =>
      (await startOf(coordinator)).forum?.next?.notReady.find((one) => one.itemId === itemId)?.ask;
    expect(await ask()).toEqual({ name: "Anne Holm", there: true });
    await stops(guide);
    expect(await ask()).toEqual({ name: "Anne Holm", there: false });
  });

  test("is not asked to an item of the young person anew", async () => {
    const guide = await aGuide();
    const young = await followed(guide);
    await stops(guide);
    const meetingId = await aMeeting({ chairId: coordinator });
    const asking = { actor: as(coordinator), now: NOW, today: TODAY };
    const chosen = await read((db) => chosenToAdd(db, asking, meetingId, young));
    expect(chosen?.contactPersonId).toBe(guide);
    expect(chosen?.invited).toEqual([coordinator]);
  });
});

describe("who has nobody to ring", () => {
  test("stands with whoever coordinates by name, with the leader as a number, until another is the contact person", async () => {
    const guide = await aGuide();
    const young = await followed(guide);
    const other = await followed(await aStaffMember("youth_guide"));
    const counted = async () => (await startOf(leader)).withoutContact;
    const before = await counted();
    expect(await listed(young)).toBeUndefined();
    const itemId = await anItem({ meetingId: await aMeeting({ chairId: coordinator }), youngPersonId: young });
    const told = await reloadedBy(() => stops(guide));
    expect(told).toEqual(
      expect.arrayContaining([staffTopic(coordinator), staffTopic(leader), personTopic(young), itemTopic(itemId)]),
    );
    expect(told.some((topic) => topic.startsWith(meetingTopic("")))).toBe(true);
    expect(told).not.toContain(personTopic(other));
    expect(await listed(young)).toMatchObject({ stopped: "Anne Holm", searched: false });
    expect(await listed(other)).toBeUndefined();
    expect(await counted()).toBe(before + 1);
    const shown = await startOf(leader);
    expect(shown.forum).toBeNull();
    expect(JSON.stringify(shown)).not.toContain(young);
    const { loads } = await asks(guideTeam, NO_THOUGHT, coordinator, NOW);
    expect(loads.find(({ staffId }) => staffId === null)?.youngPeople).toBeGreaterThan(0);

    const next = await aStaffMember("youth_guide");
    const found = await reloadedBy(() =>
      does(assign, { youngPersonId: young, staffId: next, kind: "guide", primary: "yes" }, coordinator, at),
    );
    expect(found).toEqual(expect.arrayContaining([staffTopic(coordinator), staffTopic(leader)]));
    expect(await listed(young)).toBeUndefined();
    expect(await counted()).toBe(before);
    const places = await read((db) => assignmentsOf(db, young, TODAY));
    expect(places.filter(({ primary }) => primary).map(({ staffId }) => staffId)).toEqual([next]);
  });

  test("is read by nobody who may not know of them, and it stands in the log who was shown", async () => {
    const guide = await aGuide();
    const young = await followed(guide);
    await stops(guide);
    for (const role of ["youth_guide", "caseworker", "forum_member", "admin", "dpo"] as const) {
      const start = await startOf(await aStaffMember(role));
      expect(start.withoutContact).toBe(0);
      expect(JSON.stringify(start)).not.toContain(young);
    }
    await startOf(coordinator);
    const rows = (await wholeLog()).filter((row) => row.youngPersonId === young && row.actorId === coordinator);
    expect(rows.length).toBeGreaterThan(0);
  });

  test("is one too whose case is active and who never had anybody, and nobody whose case has ended", async () => {
    const never = await aYoungPerson();
    await aCase(never);
    expect(await listed(never)).toMatchObject({ stopped: null });
    const guide = await aGuide();
    const ended = await followed(guide);
    const id = await aCase(ended);
    await transact((db) =>
      db
        .update(tables.coordinationCase)
        .set({ state: "closed", endedAt: NOW })
        .where(eq(tables.coordinationCase.id, id)),
    );
    await stops(guide);
    expect(await listed(ended)).toBeUndefined();
  });
});

describe("what a colleague who stops held for others is found by those who are there", () => {
  test("a guide who was proposed is proposed no more, and the search waits with whoever coordinates", async () => {
    const [guide, contact] = [await aGuide(), await aStaffMember("youth_guide")];
    const young = await followed(contact);
    const { answer } = await does(
      requestGuide,
      { youngPersonId: young, wish: "", district: "", competency: "", language: "" },
      coordinator,
      at,
    );
    await does(proposeGuide, { id: answer.id, version: 1, staffId: guide }, coordinator, at);
    await does(acceptGuide, { id: answer.id, version: 2 }, coordinator, at);
    const waits = async () =>
      (await startOf(coordinator)).forum?.toPropose.some(({ youngPerson }) => youngPerson.id === young);
    expect(await waits()).toBe(false);
    expect(await reloadedBy(() => stops(guide))).toContain(staffTopic(coordinator));
    expect(await waits()).toBe(true);
    const { request } = await asks(guideChoice, { youngPersonId: young }, coordinator, NOW);
    expect(request).toMatchObject({ state: "requested", proposedId: null });
    const next = await aStaffMember("youth_guide");
    const { version } = request ?? { version: 0 };
    await does(proposeGuide, { id: answer.id, version, staffId: next }, coordinator, at);
    expect(await waits()).toBe(false);
    await does(acceptGuide, { id: answer.id, version: version + 1 }, coordinator, at);
    await does(takeYoungPerson, { id: answer.id, version: version + 2 }, next, at);
  });

  test("whom they covered stands without a cover; what is over stays as it was", async () => {
    const [guide, away] = [await aGuide(), await aStaffMember("youth_guide")];
    const { answer } = await does(
      addAbsence,
      { staffId: away, fromOn: TODAY, toOn: "2026-12-01", coveredById: guide },
      coordinator,
      at,
    );
    const past = newId();
    const was = { id: past, staffId: away, fromOn: "2026-10-01", toOn: "2026-10-09", coveredById: guide };
    await transact((db) => db.insert(tables.staffAbsence).values(was));
    expect(await reloadedBy(() => stops(guide))).toContain(staffTopic(away));
    const { absences } = await asks(guideTeam, NO_THOUGHT, coordinator, NOW);
    expect(absences.find(({ id }) => id === answer.id)?.coveredById).toBeNull();
    const [kept] = await read((db) => db.select().from(tables.staffAbsence).where(eq(tables.staffAbsence.id, past)));
    expect(kept?.coveredById).toBe(guide);
  });

  test("whoever gives a young person on to them reads that they have stopped, and can take it back", async () => {
    const [giver, guide] = [await aStaffMember("youth_guide"), await aGuide()];
    const young = await followed(giver);
    await does(proposeGuideHandover, { youngPersonId: young, kind: "guide", toStaffId: guide }, giver, at);
    const given = async () => (await asks(mine, { filters: EVERYBODY }, giver, NOW)).given;
    expect(await given()).toMatchObject([{ to: "Anne Holm", toThere: true }]);
    expect(await reloadedBy(() => stops(guide))).toEqual(
      expect.arrayContaining([staffTopic(giver), personTopic(young)]),
    );
    expect(await given()).toMatchObject([{ to: "Anne Holm", toThere: false }]);
    const { open } = await asks(handoverPage, { youngPersonId: young }, giver, NOW);
    await does(withdrawGuideHandover, { id: open?.id, version: open?.version }, giver, at);
    expect(await given()).toEqual([]);
  });

  test("what they promised stands with whoever coordinates, and who was to be told something by nobody", async () => {
    const guide = await aGuide();
    const young = await followed(await aStaffMember("youth_guide"));
    const meetingId = await aMeeting({ chairId: coordinator, state: "closed" });
    const itemId = await anItem({ meetingId, youngPersonId: young, state: "handled" });
    const id = newId();
    await transact(async (db) => {
      await db.insert(tables.action).values({
        ...{ id, itemId, youngPersonId: young, number: 1, position: 1, text: "Ringer", ownerId: guide },
        ...{ state: "agreed", createdAt: NOW, dueOn: "2026-12-01" },
      });
      await db.update(tables.itemClosing).set({ informStaffId: guide }).where(eq(tables.itemClosing.id, itemId));
    });
    const stands = async () => {
      const { forum } = await startOf(coordinator);
      return [
        forum?.ofWhoLeft.some((one) => one.id === id),
        forum?.untold.find((one) => one.itemId === itemId)?.teller,
      ];
    };
    expect(await stands()).toEqual([false, "Anne Holm"]);
    expect(await reloadedBy(() => stops(guide))).toContain(staffTopic(coordinator));
    expect(await stands()).toEqual([true, ""]);
  });

  test("whom they looked for is free for another", async () => {
    const guide = await aGuide();
    const id = newId();
    const unknown = { address: "", phone: "", status: "", placeId: "", receivedOn: "", cpr: "" };
    const lead = { id, firstName: "Sia", lastName: "Prøve", bornOn: "1-2-2008", source: "youth_database" };
    await does(addLead, { ...unknown, ...lead }, coordinator, at);
    const [row] = await read((db) => db.select().from(tables.outreachLead).where(eq(tables.outreachLead.id, id)));
    await does(giveLead, { id, version: row?.version, staffId: guide }, coordinator, at);
    expect(await reloadedBy(() => stops(guide))).toContain("outreach");
    const [free] = await read((db) => db.select().from(tables.outreachLead).where(eq(tables.outreachLead.id, id)));
    expect(free?.assignedToId).toBeNull();
  });
});

describe("before somebody is ended", () => {
  test("whoever does it reads in numbers what others must take over, and who reads of it; and nobody's name", async () => {
    const guide = await aGuide();
    const young = await followed(guide);
    await followed(guide);
    const meeting = await aMeeting({
      ...{ chairId: guide, state: "draft" },
      ...{ startsAt: "2026-12-01T08:00:00.000Z", endsAt: "2026-12-01T10:00:00.000Z" },
    });
    await aMeeting({ chairId: guide, state: "closed", startsAt: "2026-10-01T08:00:00.000Z" });
    const itemId = await anItem({ meetingId: meeting, youngPersonId: young });
    expect((await asks(staffList, {}, admin, NOW)).held).toBeNull();
    const list = await asks(staffList, { edit: guide }, admin, NOW);
    expect(list.held).toMatchObject({ contact: 2, goes: 0, promises: 0, covers: 0, leads: 0, meetings: 1 });
    expect(list.held?.coordinators.length).toBeGreaterThan(0);
    expect(JSON.stringify(list)).not.toContain(young);
    expect(JSON.stringify(list)).not.toContain(itemId);
  });

  test("what is promised in a meeting under § 115 is not counted", async () => {
    const guide = await aGuide();
    const young = await followed(guide);
    const held = async () => (await asks(staffList, { edit: guide }, admin, NOW)).held?.promises;
    for (const [typeCode, n] of [
      ["section115", 0],
      ["coordination", 1],
    ] as const) {
      const meetingId = await aMeeting({ chairId: coordinator, typeCode });
      const itemId = await anItem({ meetingId, youngPersonId: young });
      await transact((db) =>
        db.insert(tables.action).values({
          ...{ id: newId(), itemId, youngPersonId: young, number: 1, position: 1, text: "Ringer", ownerId: guide },
          ...{ state: "agreed", createdAt: NOW },
        }),
      );
      expect([typeCode, await held()]).toEqual([typeCode, n]);
    }
  });
});
