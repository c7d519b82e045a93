import { and, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { guideHandoverKinds } from "#db/vocabulary.ts";
import { beginClosing, closeCase, endCase, takeBackEnd } from "#domain/cases/commands.server.ts";
import { lastCaseOf } from "#domain/cases/find.server.ts";
import { guideChoice } from "#domain/guides/choice.server.ts";
import { removeContact, writeContact } from "#domain/guides/contact-commands.server.ts";
import { handoverPage } from "#domain/guides/handover.server.ts";
import { isTakeover } from "#domain/guides/handover.ts";
import { acceptGuideHandover, recordHandoverYes } from "#domain/guides/handover-accept.server.ts";
import {
  declineGuideHandover,
  noteGuideHandover,
  proposeGuideHandover,
  seeHandoverTaken,
  withdrawGuideHandover,
} from "#domain/guides/handover-commands.server.ts";
import { EVERYBODY } from "#domain/guides/list-filters.ts";
import { mine } from "#domain/guides/mine.server.ts";
import { moveToGuide } from "#domain/guides/move-commands.server.ts";
import { requestGuide, wantNoGuide } from "#domain/guides/request-commands.server.ts";
import { assign } from "#domain/people/assignment-commands.server.ts";
import { endStaff } from "#domain/staff/commands.server.ts";
import { startFor } from "#domain/start/queries.server.ts";
import {
  aCase,
  aDepartment,
  anAssignment,
  aStaffMember,
  asks,
  aYoungPerson,
  does,
  NOW,
  tryTo,
} from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf, tablesHolding } from "#tests/support/log.ts";
import { sentBy } from "#tests/support/traces.ts";
import { aConsent, aNetworkPerson } from "../sharing/a-consent.ts";
import {
  aPromise,
  contactsOf,
  handoverNow,
  noted,
  planWritten,
  proposed,
  saysYes,
  seenOf,
  standsAside,
} from "./a-handover.ts";

aDatabase();

const at = { now: NOW };
let coordinator = "";
let lead = "";
let giver = "";
let receiver = "";
let young = "";

beforeAll(async () => {
  coordinator = await aStaffMember("coordinator");
  lead = await aStaffMember("caseworker", { name: "Tove" });
});
beforeEach(async () => {
  giver = await aStaffMember("youth_guide", { name: "Mikkel" });
  receiver = await aStaffMember("youth_guide", { name: "Aya" });
  young = await aYoungPerson();
  await anAssignment(young, giver);
  await anAssignment(young, lead, "lead_worker");
  await planWritten(young);
});

const pageOf = (by: string, now = NOW) => asks(handoverPage, { youngPersonId: young }, by, now);
const toReceiver = () => proposed(young, { toStaffId: receiver }, giver);
async function ready() {
  const id = await toReceiver();
  await noted(id, giver);
  return id;
}
const placesOf = (staffId: string) =>
  read((db) =>
    db
      .select()
      .from(tables.assignment)
      .where(and(eq(tables.assignment.youngPersonId, young), eq(tables.assignment.staffId, staffId))),
  );

describe("from guide to guide", () => {
  test("the young person is with the giver until the receiver has said yes; then in one step with the receiver, as often met", async () => {
    await transact((db) =>
      db.update(tables.assignment).set({ intensity: "A" }).where(eq(tables.assignment.staffId, giver)),
    );
    const id = await toReceiver();
    expect(await contactsOf(young)).toEqual([giver]);
    expect(await saysYes(id, receiver)).toMatchObject({ no: "refused", because: "handover-not-met" });
    await noted(id, giver);
    expect(await contactsOf(young)).toEqual([giver]);
    const sent = await sentBy(async () => expect(await saysYes(id, receiver)).toMatchObject({ ok: true }));
    expect(await contactsOf(young)).toEqual([receiver]);
    expect((await placesOf(giver))[0]).toMatchObject({ toOn: "2026-11-21" });
    expect((await placesOf(receiver))[0]).toMatchObject({ kind: "guide", primary: true, intensity: "A" });
    expect(sent.flatMap(({ reload }) => reload)).toEqual(
      expect.arrayContaining([`person:${young}`, `staff:${giver}`, `staff:${receiver}`]),
    );
    expect((await logOf("accept-guide-handover")).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["guide-handover-accepted", "assignment-ended", "assigned"]),
    );
    expect((await pageOf(receiver)).former).toMatchObject([{ state: "accepted", from: "Mikkel", to: "Aya" }]);
  });

  test("the receiver alone says yes: not the giver, not the coordinator, not another guide", async () => {
    const id = await ready();
    const other = await aStaffMember("youth_guide");
    for (const by of [giver, coordinator, other, lead])
      expect(await saysYes(id, by)).toEqual({ ok: false, no: "missing" });
    expect(await contactsOf(young)).toEqual([giver]);
  });

  test("a no has its reason, which the giver reads; another can be asked then", async () => {
    const id = await ready();
    const no = { ...(await seenOf(id)), reason: "Jeg har ikke plads" };
    expect(await tryTo(declineGuideHandover, { ...no, reason: " " }, receiver, at)).toMatchObject({
      problems: { reason: "required" },
    });
    await does(declineGuideHandover, no, receiver, at);
    expect((await asks(mine, { filters: EVERYBODY }, giver, NOW)).given).toMatchObject([
      { saidNo: "Jeg har ikke plads" },
    ]);
    expect(await contactsOf(young)).toEqual([giver]);
    await expect(pageOf(receiver)).rejects.toMatchObject({ answer: { no: "missing" } });
    await proposed(young, { toStaffId: receiver }, giver, "2026-11-21T09:00:00.001Z");
    expect((await asks(mine, { filters: EVERYBODY }, giver, NOW)).given).toMatchObject([{ saidNo: null }]);
  });

  test("it is given to another guide, to nobody twice, and not while a guide is looked for", async () => {
    const propose = (over: object) =>
      tryTo(proposeGuideHandover, { youngPersonId: young, kind: "guide", ...over }, giver, at);
    for (const to of [giver, lead, ""])
      expect(await propose({ toStaffId: to })).toMatchObject({ problems: { toStaffId: "choose" } });
    await toReceiver();
    expect(await propose({ toStaffId: receiver })).toMatchObject({ because: "guide-handover-open" });
    const search = { youngPersonId: young, wish: "", district: "", competency: "", language: "" };
    expect(await tryTo(requestGuide, search, coordinator, at)).toMatchObject({ because: "guide-handover-open" });
    young = await aYoungPerson();
    expect(
      await tryTo(proposeGuideHandover, { youngPersonId: young, kind: "guide", toStaffId: receiver }, coordinator, at),
    ).toMatchObject({ because: "no-contact-person" });
  });

  test("whoever stood aside around the young person is not asked, and cannot answer", async () => {
    const id = await ready();
    await standsAside(young, receiver, coordinator);
    expect(await saysYes(id, receiver)).toEqual({ ok: false, no: "missing" });
    await does(withdrawGuideHandover, await seenOf(id), giver, at);
    expect((await pageOf(giver)).to.guides.map(({ id }) => id)).not.toContain(receiver);
  });
});

describe("from somebody who is no guide to a guide", () => {
  test("the guide is the contact person from then on, and the course is held together by who did so", async () => {
    for (const kind of ["lead_worker", "caseworker", "stu_team"] as const) {
      young = await aYoungPerson();
      const gives = await aStaffMember(kind === "stu_team" ? kind : "caseworker");
      await anAssignment(young, gives, kind, true);
      await planWritten(young);
      const id = await proposed(young, { toStaffId: receiver }, gives);
      await noted(id, gives);
      expect(await saysYes(id, receiver)).toMatchObject({ ok: true });
      expect(await contactsOf(young)).toEqual([receiver]);
      expect(await placesOf(gives)).toMatchObject([{ kind, primary: false, toOn: null }]);
    }
  });
});

describe("the list is read from what stands", () => {
  test("the day of the meeting has been; a day to come, or one that never was, is told at its field", async () => {
    const id = await toReceiver();
    for (const [metOn, problem] of [
      ["22-11-2026", "not-yet"],
      ["31-02-2026", "no-such-day"],
      ["i overmorgen aften", "unreadable"],
    ])
      expect(await tryTo(noteGuideHandover, { ...(await seenOf(id)), metOn }, giver, at)).toMatchObject({
        problems: { metOn: problem },
      });
    await noted(id, giver, { writtenOn: "" });
    expect(await saysYes(id, receiver)).toMatchObject({ because: "handover-not-written" });
  });

  test("a plan in which nobody has written for half a year is none; one sentence makes it current", async () => {
    await transact((db) => db.delete(tables.planText).where(eq(tables.planText.youngPersonId, young)));
    await planWritten(young, "2026-05-20");
    const id = await ready();
    expect(await saysYes(id, receiver)).toMatchObject({ because: "handover-plan-old" });
    await transact((db) =>
      db
        .update(tables.planText)
        .set({ editedAt: "2026-05-22T10:00:00.000Z" })
        .where(eq(tables.planText.youngPersonId, young)),
    );
    expect(await saysYes(id, receiver)).toMatchObject({ ok: true });
  });

  test("at midnight of the 18th birthday what the parents said yes to holds no more: it is asked for before anybody takes over", async () => {
    young = await aYoungPerson({ bornOn: "2008-11-22" });
    await anAssignment(young, giver);
    await planWritten(young);
    const school = await aDepartment({ name: "Skole", sector: "school" });
    const midnight = "2026-11-21T23:00:00.000Z";
    const parents = { takenById: giver, departmentIds: [school], endsAt: midnight };
    await aConsent(young, { ...parents, said: [await aNetworkPerson(young)] });
    const id = await ready();
    const just = "2026-11-21T22:59:59.999Z";
    expect((await pageOf(giver, just)).open?.checks).toMatchObject({ consents: true });
    expect((await pageOf(giver, midnight)).open?.checks).toMatchObject({ consents: false });
    expect(await saysYes(id, receiver, {}, midnight)).toMatchObject({ because: "handover-consents" });
    await aConsent(young, {
      ...{ takenById: giver, departmentIds: [school], said: [null] },
      ...{ givenOn: "2026-11-22", expiresOn: "2027-11-22" },
    });
    expect(await saysYes(id, receiver, {}, "2026-11-22T09:00:00.000Z")).toMatchObject({ ok: true });
  });

  test("what the giver has promised goes along in the same step, or stands in the way; what others promised, and § 115, does neither", async () => {
    const promise = await aPromise(young, giver, { chairId: coordinator });
    const others = await aPromise(young, lead, { chairId: coordinator });
    const closed = await aPromise(young, giver, { chairId: coordinator, typeCode: "section115" });
    const done = await aPromise(young, giver, { chairId: coordinator, state: "done" });
    const id = await ready();
    expect((await pageOf(receiver)).open).toMatchObject({ openPromises: 1, checks: { promises: false } });
    expect(await saysYes(id, receiver)).toMatchObject({ because: "handover-promises" });
    expect(await contactsOf(young)).toEqual([giver]);
    expect(await saysYes(id, receiver, { promises: "yes" })).toMatchObject({ ok: true });
    const ownerOf = async (action: string) =>
      (await read((db) => db.select().from(tables.action).where(eq(tables.action.id, action))))[0];
    expect(await ownerOf(promise)).toMatchObject({ ownerId: receiver, state: "agreed", acceptedById: receiver });
    expect(await ownerOf(others)).toMatchObject({ ownerId: lead });
    for (const one of [closed, done]) expect(await ownerOf(one)).toMatchObject({ ownerId: giver });
  });
});

describe("own reminders", () => {
  const remind = async (text: string) =>
    (
      await does(
        writeContact,
        {
          ...{ youngPersonId: young, happenedAt: "", text, score: "" },
          ...{ channel: "phone", result: "met", company: "only_us", kind: "reminder" },
        },
        giver,
        at,
      )
    ).answer.id;
  const kept = () =>
    read((db) => db.select().from(tables.contactEntry).where(eq(tables.contactEntry.youngPersonId, young)));

  test("travel with the young person when the giver says so; what was removed does not", async () => {
    await remind("Spørg til søsteren");
    const wrong = await remind("Skrevet om en anden");
    await does(removeContact, { id: wrong, version: 1 }, giver, at);
    const id = await toReceiver();
    await noted(id, giver, { remindersGo: "yes" });
    await saysYes(id, receiver);
    expect(await kept()).toMatchObject([{ text: "Spørg til søsteren", keptById: receiver }]);
    expect(tablesHolding("Skrevet om en anden")).toEqual([]);
  });

  test("are deleted with all that stood before when the giver keeps them; only the giver says which", async () => {
    await remind("Husk nøglen til kælderen");
    const id = await toReceiver();
    await noted(id, coordinator, { remindersGo: "yes" });
    expect(await handoverNow(id)).toMatchObject({ remindersGo: false, metOn: "2026-11-18" });
    expect(await saysYes(id, receiver)).toMatchObject({ ok: true });
    expect(await kept()).toEqual([]);
    expect(tablesHolding("Husk nøglen til kælderen")).toEqual([]);
  });
});

describe("to a department", () => {
  test("whoever there goes with young people says yes, and of two in the same second one: the other is told so", async () => {
    const adults = await aDepartment({ name: "Voksen", takesOver: "adult_department" });
    const [first, second] = [
      await aStaffMember("caseworker", { departmentId: adults }),
      await aStaffMember("caseworker", { departmentId: adults }),
    ];
    const only = await aStaffMember("forum_member", { departmentId: adults });
    const elsewhere = await aStaffMember("caseworker");
    const id = await proposed(young, { kind: "adult_department", toDepartmentId: adults }, giver);
    await noted(id, giver);
    for (const by of [only, elsewhere]) expect(await saysYes(id, by)).toEqual({ ok: false, no: "missing" });
    const seen = await seenOf(id);
    const answers = await Promise.all([first, second].map((by) => tryTo(acceptGuideHandover, seen, by, at)));
    expect(answers).toMatchObject([{ ok: true }, { no: "refused", because: "guide-handover-taken" }]);
    expect(await contactsOf(young)).toEqual([first]);
    expect((await placesOf(first))[0]).toMatchObject({ kind: "caseworker", primary: true });
    expect(await pageOf(second)).toMatchObject({ gives: false, answers: false, open: null, former: [] });
    // A day after, they know of nothing.
    await expect(pageOf(second, "2026-11-22T09:00:00.001Z")).rejects.toMatchObject({ answer: { no: "missing" } });
  });

  test("a lead worker hands the whole course on; a department of others, or an empty one, is not there to choose", async () => {
    young = await aYoungPerson({ bornOn: "2008-04-21" });
    await anAssignment(young, lead, "lead_worker", true);
    await planWritten(young);
    const adults = await aDepartment({ name: "Voksne", takesOver: "adult_department" });
    const next = await aStaffMember("caseworker", { departmentId: adults });
    const empty = await aDepartment({ name: "Tom", takesOver: "employment" });
    const region = await aDepartment({ name: "Regionen", sector: "authority", takesOver: "employment" });
    await aStaffMember("caseworker", { departmentId: region });
    for (const toDepartmentId of [empty, region])
      expect(
        await tryTo(proposeGuideHandover, { youngPersonId: young, kind: "employment", toDepartmentId }, lead, at),
      ).toMatchObject({ problems: { toDepartmentId: "choose" } });
    const id = await proposed(young, { kind: "adult_department", toDepartmentId: adults }, lead);
    await noted(id, lead);
    expect(await saysYes(id, next)).toMatchObject({ ok: true });
    expect(await contactsOf(young)).toEqual([next]);
    expect((await placesOf(next))[0]).toMatchObject({ kind: "lead_worker" });
  });
});

describe("out of the house", () => {
  const yes = { saidYesBy: "Pia, Roskilde Kommune", saidYesOn: "20-11-2026" };

  test("the giver writes who said yes and when; the lead worker is the contact person here, and the giver knows no more", async () => {
    const id = await proposed(young, { kind: "municipality", toName: "Roskilde Kommune" }, giver);
    const record = async (over: object = {}, by = giver) =>
      tryTo(recordHandoverYes, { ...(await seenOf(id)), ...yes, ...over }, by, at);
    // What lacks is said before anything is asked.
    expect(await record({ saidYesOn: "22-11-2026" })).toMatchObject({ because: "handover-not-met" });
    await noted(id, giver);
    expect(await saysYes(id, receiver)).toEqual({ ok: false, no: "missing" });
    expect(await record({ saidYesOn: "22-11-2026" })).toMatchObject({ problems: { saidYesOn: "not-yet" } });
    expect(await record({ saidYesBy: "" })).toMatchObject({ problems: { saidYesBy: "required" } });
    expect(await record({}, receiver)).toEqual({ ok: false, no: "missing" });
    expect(await record()).toMatchObject({ ok: true, answer: { goesOn: false } });
    expect(await contactsOf(young)).toEqual([lead]);
    expect((await placesOf(giver))[0]).toMatchObject({ toOn: "2026-11-21", endedFor: "moved" });
    await expect(pageOf(giver)).rejects.toMatchObject({ answer: { no: "missing" } });
    expect((await pageOf(lead)).former).toMatchObject([{ ...yes, saidYesOn: "2026-11-20", to: "Roskilde Kommune" }]);
  });

  test("without a lead worker nobody would be left: it is refused; a promise of the giver stands in the way", async () => {
    const alone = await aYoungPerson({ bornOn: "2001-11-30" });
    await anAssignment(alone, giver);
    await planWritten(alone);
    const id = await proposed(alone, { kind: "adult_system", toName: "Jobcentret" }, giver);
    await noted(id, giver);
    expect(await tryTo(recordHandoverYes, { ...(await seenOf(id)), ...yes }, giver, at)).toMatchObject({
      because: "no-lead-worker",
    });
    await anAssignment(alone, lead, "lead_worker");
    await aPromise(alone, giver, { chairId: coordinator });
    expect(await tryTo(recordHandoverYes, { ...(await seenOf(id)), ...yes }, giver, at)).toMatchObject({
      because: "handover-promises",
    });
    expect(await contactsOf(alone)).toEqual([giver]);
  });

  test("a lead worker who has left, or stood aside, is no contact person: it is refused, and the page says so", async () => {
    const admin = await aStaffMember("admin");
    const left = async (staffId: string) => void (await does(endStaff, { id: staffId, version: 1 }, admin, at));
    const aside = (staffId: string) => standsAside(young, staffId, coordinator);
    for (const goes of [left, aside]) {
      young = await aYoungPerson();
      await anAssignment(young, giver);
      const gone = await aStaffMember("caseworker");
      await anAssignment(young, gone, "lead_worker");
      await planWritten(young);
      const id = await proposed(young, { kind: "municipality", toName: "Roskilde Kommune" }, giver);
      await noted(id, giver);
      expect(await pageOf(giver)).toMatchObject({ hasLeadWorker: true });
      await goes(gone);
      expect(await pageOf(giver)).toMatchObject({ hasLeadWorker: false });
      expect(await tryTo(recordHandoverYes, { ...(await seenOf(id)), ...yes }, giver, at)).toMatchObject({
        because: "no-lead-worker",
      });
      expect(await contactsOf(young)).toEqual([giver]);
      await does(withdrawGuideHandover, await seenOf(id), giver, at);
      const search = { youngPersonId: young, wish: "", district: "", competency: "", language: "" };
      const { answer } = await does(requestGuide, search, coordinator, at);
      expect(await asks(guideChoice, { youngPersonId: young }, coordinator, NOW)).toMatchObject({
        hasLeadWorker: false,
      });
      expect(await tryTo(wantNoGuide, { id: answer.id, version: 1 }, coordinator, at)).toMatchObject({
        because: "no-lead-worker",
      });
    }
  });
});

describe("what happens beside it", () => {
  test("a guide who leaves: those who are moved are given on by nobody any more, and the receiver knows of nothing", async () => {
    const id = await ready();
    const third = await aStaffMember("youth_guide");
    await does(moveToGuide, { from: giver, to: third, youngPeople: [young] }, coordinator, at);
    expect(await handoverNow(id)).toMatchObject({ withdrawnAt: NOW });
    expect(await saysYes(id, receiver)).toEqual({ ok: false, no: "missing" });
    expect(await contactsOf(young)).toEqual([third]);
    expect((await asks(mine, { filters: EVERYBODY }, receiver, NOW)).toTake).toEqual([]);
  });

  test("another contact person, by whatever way, ends the ask; a second one beside the contact person does not", async () => {
    const id = await ready();
    const place = (staffId: string, kind: string, primary: string) =>
      does(assign, { youngPersonId: young, staffId, kind, primary, fromOn: "" }, coordinator, at);
    await place(await aStaffMember("youth_guide"), "guide", "");
    expect(await handoverNow(id)).toMatchObject({ withdrawnAt: null });
    await place(lead, "lead_worker", "yes");
    expect(await handoverNow(id)).toMatchObject({ withdrawnAt: NOW });
  });

  test("a case is not closed, nor moved away, while somebody is asked; the young person's own end takes the ask with it, and back", async () => {
    await aCase(young, "active");
    const caseNow = async () => {
      const row = await read((db) => lastCaseOf(db, young));
      return { id: row?.id ?? "", version: row?.version ?? 0 };
    };
    const id = await ready();
    expect(await tryTo(endCase, { ...(await caseNow()), because: "moved" }, coordinator, at)).toMatchObject({
      because: "case-open-handover",
    });
    await does(endCase, { ...(await caseNow()), because: "withdrawn" }, coordinator, at);
    expect(await handoverNow(id)).toMatchObject({ withdrawnAt: NOW });
    await does(takeBackEnd, await caseNow(), coordinator, at);
    expect(await handoverNow(id)).toMatchObject({ withdrawnAt: null });
    await does(beginClosing, { ...(await caseNow()), exit: "stable_job" }, coordinator, at);
    expect(await tryTo(closeCase, await caseNow(), coordinator, at)).toMatchObject({ because: "case-open-handover" });
    await does(withdrawGuideHandover, await seenOf(id), giver, at);
    expect(await tryTo(closeCase, await caseNow(), coordinator, at)).toMatchObject({ ok: true });
  });

  test("with the case taken back the ask does not come again when they are with another since, or a guide is looked for", async () => {
    const another = async () =>
      does(
        assign,
        { youngPersonId: young, staffId: receiver, kind: "guide", primary: "yes", fromOn: "" },
        coordinator,
        at,
      );
    const looked = async () =>
      does(
        requestGuide,
        { youngPersonId: young, wish: "", district: "", competency: "", language: "" },
        coordinator,
        at,
      );
    for (const meanwhile of [another, looked]) {
      young = await aYoungPerson();
      await anAssignment(young, giver);
      await planWritten(young);
      await aCase(young, "active");
      const caseNow = async () => {
        const row = await read((db) => lastCaseOf(db, young));
        return { id: row?.id ?? "", version: row?.version ?? 0 };
      };
      const id = await toReceiver();
      await does(endCase, { ...(await caseNow()), because: "withdrawn" }, coordinator, at);
      await meanwhile();
      await does(takeBackEnd, await caseNow(), coordinator, at);
      expect(await handoverNow(id)).toMatchObject({ withdrawnAt: NOW });
    }
  });

  test("it waits on the receiver's pages and stands on the giver's; for everybody else it never existed", async () => {
    const id = await ready();
    expect((await asks(startFor, {}, receiver, NOW)).handoversToTake).toMatchObject([
      { id, from: "Mikkel", lacking: 0 },
    ]);
    expect((await asks(mine, { filters: EVERYBODY }, receiver, NOW)).toTake).toHaveLength(1);
    expect((await asks(mine, { filters: EVERYBODY }, giver, NOW)).given).toMatchObject([
      { id, to: "Aya", saidNo: null },
    ]);
    expect(await pageOf(receiver)).toMatchObject({ gives: false, answers: true, former: [], to: { guides: [] } });
    const stranger = await aStaffMember("youth_guide");
    const officer = await aStaffMember("dpo");
    for (const by of [stranger, officer]) {
      expect((await asks(startFor, {}, by, NOW)).handoversToTake).toEqual([]);
      await expect(pageOf(by)).rejects.toMatchObject({ answer: { no: "missing" } });
      const seen = await seenOf(id);
      for (const [command, input] of [
        [proposeGuideHandover, { youngPersonId: young, kind: "guide", toStaffId: receiver }],
        [noteGuideHandover, { ...seen, metOn: "", writtenOn: "" }],
        [recordHandoverYes, { ...seen, ...{ saidYesBy: "Pia", saidYesOn: "20-11-2026" } }],
        [declineGuideHandover, { ...seen, reason: "Nej" }],
        [withdrawGuideHandover, seen],
      ] as const)
        expect(await tryTo(command as never, input, by, at)).toEqual({ ok: false, no: "missing" });
    }
    // Who is only asked says nothing of the young person but the answer.
    expect(await tryTo(withdrawGuideHandover, await seenOf(id), receiver, at)).toEqual({ ok: false, no: "missing" });
  });
});

describe("what is offered", () => {
  test.each([
    ["2011-11-22", ["guide", "municipality"]],
    ["2010-11-21", ["guide", "adult_department", "municipality"]],
    ["2008-11-22", ["guide", "adult_department", "municipality"]],
    ["2008-11-21", ["guide", "adult_department", "employment", "municipality"]],
    ["2002-11-22", ["guide", "adult_department", "employment", "municipality"]],
    ["2002-11-21", ["guide", "employment", "municipality", "adult_system"]],
    ["1997-01-01", ["guide", "employment", "municipality", "adult_system"]],
  ])("to somebody born on %s fits the age on the day, and nothing else is taken", async (bornOn, kinds) => {
    young = await aYoungPerson({ bornOn });
    await anAssignment(young, giver);
    const [adults, work] = [
      await aDepartment({ name: "Voksen", takesOver: "adult_department" }),
      await aDepartment({ name: "Job", takesOver: "employment" }),
    ];
    for (const departmentId of [adults, work]) await aStaffMember("caseworker", { departmentId });
    expect((await pageOf(giver)).kinds).toEqual(kinds);
    const toDepartmentId = { adult_department: adults, employment: work };
    for (const kind of guideHandoverKinds) {
      const to = {
        toStaffId: receiver,
        toName: "Roskilde",
        toDepartmentId: isTakeover(kind) ? toDepartmentId[kind] : "",
      };
      const said = await tryTo(proposeGuideHandover, { youngPersonId: young, kind, ...to }, giver, at);
      if (!kinds.includes(kind)) expect(said).toMatchObject({ because: "handover-not-of-age" });
      else
        await does(
          withdrawGuideHandover,
          { id: (said as { answer: { id: string } }).answer.id, version: 1 },
          giver,
          at,
        );
    }
  });

  test("goes to a department that takes people over so, and in which the giver does not work", async () => {
    young = await aYoungPerson({ bornOn: "2008-04-21" });
    const [children, adults, work] = [
      await aDepartment({ name: "Børn og unge" }),
      await aDepartment({ name: "Voksen", takesOver: "adult_department" }),
      await aDepartment({ name: "Job", takesOver: "employment" }),
    ];
    const [, inAdults] = [
      await aStaffMember("caseworker", { departmentId: children }),
      await aStaffMember("caseworker", { departmentId: adults }),
      await aStaffMember("caseworker", { departmentId: work }),
    ];
    await anAssignment(young, inAdults, "lead_worker", true);
    const { departments } = (await pageOf(inAdults)).to;
    expect(departments.map(({ id }) => id)).toEqual(expect.arrayContaining([work]));
    expect(departments.map(({ id }) => id)).not.toEqual(expect.arrayContaining([children]));
    expect(departments.map(({ id }) => id)).not.toEqual(expect.arrayContaining([adults]));
    for (const [kind, toDepartmentId] of [
      ["adult_department", children],
      ["adult_department", adults],
      ["adult_department", work],
      ["employment", children],
    ] as const)
      expect(
        await tryTo(proposeGuideHandover, { youngPersonId: young, kind, toDepartmentId }, inAdults, at),
      ).toMatchObject({ problems: { toDepartmentId: "choose" } });
  });
});

describe("when somebody has taken over", () => {
  const MINUTES = 60_000;
  const later = (minutes: number) => new Date(Date.parse(NOW) + minutes * MINUTES).toISOString();
  const newsOf = async (by: string, now = later(1)) => [
    (await asks(startFor, {}, by, now)).handoversTaken,
    (await asks(mine, { filters: EVERYBODY }, by, now)).taken,
  ];

  test("the giver is told on their own pages, at once and until they have seen it; nobody else is", async () => {
    const id = await ready();
    expect(await newsOf(giver, NOW)).toEqual([[], []]);
    const { version } = await handoverNow(id);
    const sent = await sentBy(() => does(acceptGuideHandover, { id, version }, receiver, at));
    expect(JSON.stringify(sent)).toContain(`staff:${giver}`);
    const [news] = (await newsOf(giver))[0] ?? [];
    expect(news).toMatchObject({ id, by: "Aya", youngPersonId: young });
    expect(await newsOf(giver, later(60 * 24 * 13))).toMatchObject([[{ id }], [{ id }]]);
    // Two weeks at most: then they are named there no more, seen or not.
    expect(await newsOf(giver, later(60 * 24 * 15))).toEqual([[], []]);
    const stranger = await aStaffMember("youth_guide");
    for (const by of [receiver, stranger, coordinator]) {
      expect((await asks(startFor, {}, by, later(1))).handoversTaken).toEqual([]);
      expect(await tryTo(seeHandoverTaken, { id }, by, at)).toEqual({ ok: false, no: "missing" });
    }
    await does(seeHandoverTaken, { id }, giver, at);
    expect(await newsOf(giver)).toEqual([[], []]);
    expect((await logOf("see-handover-taken")).at(-1)).toMatchObject({
      kind: "guide-handover-seen",
      facts: { handover: id },
    });
    expect(await tryTo(seeHandoverTaken, { id }, giver, at)).toEqual({ ok: false, no: "missing" });
  });

  test("the giver's open page says so and no more; after ten minutes, or once it is seen, it is as to anybody", async () => {
    const id = await ready();
    expect(await saysYes(id, receiver)).toMatchObject({ ok: true });
    const told = await pageOf(giver, later(1));
    expect(told).toMatchObject({
      taken: { by: "Aya" },
      gives: false,
      contact: null,
      open: null,
      former: [],
      giverPhone: "",
    });
    expect(told.topics).toEqual([`staff:${giver}`]);
    // Whoever goes with them afterwards is nothing to the giver.
    const next = await aStaffMember("youth_guide", { name: "Næste Guide" });
    await proposed(young, { toStaffId: next }, receiver, later(2)).then((again) =>
      noted(again, receiver, {}, later(2)),
    );
    expect(JSON.stringify(await pageOf(giver, later(3)))).not.toContain("Næste Guide");
    expect((await pageOf(giver, later(9))).taken).not.toBe(null);
    await expect(pageOf(giver, later(10))).rejects.toMatchObject({ answer: { no: "missing" } });
    await does(seeHandoverTaken, { id }, giver, { now: later(4) });
    await expect(pageOf(giver, later(5))).rejects.toMatchObject({ answer: { no: "missing" } });
    const stranger = await aStaffMember("youth_guide");
    await expect(pageOf(stranger, later(1))).rejects.toMatchObject({ answer: { no: "missing" } });
  });

  test("whoever stood aside around the young person since is told nothing", async () => {
    const id = await ready();
    expect(await saysYes(id, receiver)).toMatchObject({ ok: true });
    await standsAside(young, giver, coordinator);
    expect(await newsOf(giver)).toEqual([[], []]);
    await expect(pageOf(giver, later(1))).rejects.toMatchObject({ answer: { no: "missing" } });
  });
});
