import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { agendaFor } from "#domain/agenda/agenda-for.server.ts";
import { addItem, removeItem, restoreItem } from "#domain/agenda/commands.server.ts";
import { boardFor } from "#domain/board/queries.server.ts";
import { newId } from "#domain/ids.server.ts";
import { answerAlert, takeAlert, writeAlert } from "#domain/outreach/alert-commands.server.ts";
import { leaveAlone, raiseLead, setLeadState, tryLead } from "#domain/outreach/contact-commands.server.ts";
import { outreachFigures } from "#domain/outreach/figure-queries.server.ts";
import { importLeads } from "#domain/outreach/import-commands.server.ts";
import { addLead, checkLead } from "#domain/outreach/lead-commands.server.ts";
import {
  addEncounter,
  addPlace,
  closePlace,
  joinEncounter,
  partEncounter,
  renamePlace,
  reopenPlace,
} from "#domain/outreach/place-commands.server.ts";
import { outreachFor, outreachLeadFor, outreachPlacesFor } from "#domain/outreach/queries.server.ts";
import type { LeadView } from "#domain/outreach/rules.ts";
import {
  takeBackAlert,
  takeBackAnswer,
  takeBackEncounter,
  takeBackNo,
  takeBackTry,
} from "#domain/outreach/take-back-commands.server.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import { aMeeting, anAssignment, aStaffMember, asks, aYoungPerson, does, NOW, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastKindsOf } from "#tests/support/log.ts";
import { sentBy } from "#tests/support/traces.ts";

aDatabase();

const at = { now: NOW };
const onDay = (day: string, clock = "09:00") => ({ now: `${day}T${clock}:00.000Z` });
const TOMORROW = onDay("2026-11-22");
let guide = "";
let other = "";
let coordinator = "";
let leader = "";
beforeAll(async () => {
  guide = await aStaffMember("youth_guide");
  other = await aStaffMember("youth_guide");
  coordinator = await aStaffMember("coordinator");
  leader = await aStaffMember("leader");
});

const { agendaItem, dropoutAlert, outreachEncounter, outreachLead, revision } = tables;
let n = 0;
async function aLead(source = "street", when = at): Promise<string> {
  n += 1;
  const lastName = `Tilbage${"abcdefghijklmnopqrstuvwxyz".charAt(n % 26)}${"abcdefghij".charAt(Math.floor(n / 26))}`;
  const facts = { bornOn: "03-05-2008", cpr: "", address: "", phone: "", status: "", placeId: "", receivedOn: "" };
  const { answer } = await does(addLead, { ...facts, firstName: "Sofie", lastName, source }, guide, when);
  return answer.id;
}
async function rowOf(id: string) {
  const [row] = await read((db) => db.select().from(outreachLead).where(eq(outreachLead.id, id)));
  if (!row) throw new Error("No such lead");
  return row;
}
const seen = async (id: string) => ({ id, version: (await rowOf(id)).version });
async function aCheckedLead(source = "street", when = onDay("2026-11-10")) {
  const id = await aLead(source, when);
  await does(checkLead, await seen(id), guide, when);
  return id;
}
/** Tries somebody, and answers the id of the try. */
async function tries(id: string, result: string, when = at, by = guide): Promise<string> {
  const attemptId = newId();
  const how = { channel: "through_network", result, on: "", clock: "" };
  await does(tryLead, { ...(await seen(id)), ...how, attemptId }, by, when);
  return attemptId;
}
const back = async (attemptId: string, leadId: string) => ({ id: attemptId, version: (await rowOf(leadId)).version });
async function isIn(id: string, view: LeadView, now = NOW): Promise<boolean> {
  const all = { view, source: null, mine: false, cases: true, page: 0 };
  return (await asks(outreachFor, all, guide, now)).leads.some((lead) => lead.id === id);
}
const page = (id: string, staffId = guide, now = NOW) => asks(outreachLeadFor, { id }, staffId, now);
/** All that stands of somebody, but for how often it was written. */
async function stands(id: string) {
  const { version: _, ...row } = await rowOf(id);
  const { lead } = await page(id);
  const { version: __, ...shown } = lead ?? { version: 0 };
  const views = [];
  for (const view of ["day", "new", "met", "meeting", "done"] as const) views.push([view, await isIn(id, view)]);
  return { row, shown, views, figures: await asks(outreachFigures, {}, leader, NOW) };
}

describe("a try that was written by mistake", () => {
  test("counts nowhere once it is taken back: all stands as before it, and the log keeps both", async () => {
    for (const result of ["no_answer", "left_message", "reached"]) {
      const id = await aCheckedLead();
      const clean = await stands(id);
      const first = await tries(id, result);
      expect(await stands(id)).not.toEqual(clean);
      await does(takeBackTry, await back(first, id), guide, at);
      expect(await stands(id)).toEqual(clean);
      // Nor does it take away what others wrote.
      await tries(id, "no_answer", onDay("2026-11-19"));
      const tried = await stands(id);
      expect(tried.row).toMatchObject({ state: "contact_attempts", stateOn: "2026-11-19" });
      await does(takeBackTry, await back(await tries(id, result), id), guide, at);
      expect(await stands(id)).toEqual(tried);
    }
    expect(await lastKindsOf("take-back-try")).toContain("lead-try-taken-back");
    expect(await lastKindsOf("try-lead")).toContain("lead-tried");
  });
  test("is taken back by whoever wrote it or a coordinator, that day; others and later learn that it is over", async () => {
    const id = await aCheckedLead();
    const mine = await tries(id, "no_answer");
    const theirs = await tries(id, "no_answer", at, other);
    const may = async (staffId: string, now = NOW) =>
      (await page(id, staffId, now)).lead?.tries.filter(({ takesBack }) => takesBack).map((one) => one.id);
    expect([await may(guide), await may(other), await may(coordinator)]).toEqual([[mine], [theirs], [mine, theirs]]);
    expect(await may(coordinator, TOMORROW.now)).toEqual([]);
    const over = { no: "refused", because: "take-back-over" };
    expect(await tryTo(takeBackTry, await back(theirs, id), guide, at)).toMatchObject(over);
    for (const staffId of [guide, coordinator])
      expect(await tryTo(takeBackTry, await back(mine, id), staffId, TOMORROW)).toMatchObject(over);
    expect(await tryTo(takeBackTry, await back(mine, id), leader, at)).toMatchObject({ no: "missing" });
    expect((await page(id)).lead?.tries).toHaveLength(2);
    await does(takeBackTry, await back(theirs, id), coordinator, at);
    const stale = await back(mine, id);
    await tries(id, "no_answer");
    expect(await tryTo(takeBackTry, stale, guide, at)).toMatchObject({ no: "conflict" });
  });
  test("of a day before is taken back on the day it was written", async () => {
    const id = await aCheckedLead();
    const attemptId = newId();
    const how = { channel: "through_network", result: "no_answer", on: "18-11-2026", clock: "10.00" };
    await does(tryLead, { ...(await seen(id)), ...how, attemptId }, guide, at);
    await does(takeBackTry, await back(attemptId, id), guide, at);
    expect(await rowOf(id)).toMatchObject({ state: "verified", stateOn: "2026-11-10" });
  });
  test("is no talk: who was met by it is sought out again, though they were met and looked at before", async () => {
    const id = await aCheckedLead();
    await tries(id, "reached", onDay("2026-11-11"));
    await does(leaveAlone, { ...(await seen(id)), until: "16-11-2026" }, guide, onDay("2026-11-12"));
    await does(checkLead, await seen(id), guide, onDay("2026-11-17"));
    const wrong = await tries(id, "reached");
    await does(setLeadState, { ...(await seen(id)), state: "wants_help" }, guide, at);
    await does(takeBackTry, await back(wrong, id), guide, at);
    expect(await rowOf(id)).toMatchObject({ state: "verified", stateOn: "2026-11-17" });
    expect(await isIn(id, "day")).toBe(true);
    // What else was decided stays.
    const last = await tries(id, "no_answer");
    await does(setLeadState, { ...(await seen(id)), state: "unreachable" }, guide, at);
    await does(takeBackTry, await back(last, id), guide, at);
    expect(await rowOf(id)).toMatchObject({ state: "unreachable" });
  });
  test("at the ceiling lets them be tried again, and shows the same way to try as before", async () => {
    const id = await aCheckedLead();
    for (const _ of [1, 2, 3, 4]) await tries(id, "no_answer", onDay("2026-11-19"));
    const clean = await stands(id);
    const fifth = await tries(id, "no_answer");
    expect(await isIn(id, "meeting")).toBe(true);
    await does(takeBackTry, await back(fifth, id), guide, at);
    expect(await stands(id)).toEqual(clean);
    expect(await isIn(id, "day")).toBe(true);
  });
});

describe("the question that a meeting was asked because of it", () => {
  const soon = { startsAt: "2026-12-01T08:00:00.000Z", endsAt: "2026-12-01T10:00:00.000Z" };
  const question = "En ung at opsøge: fem forsøg uden svar. Hvad gør vi nu?";
  async function asked(state: "published" | "running" = "published") {
    const id = await aCheckedLead();
    for (const _ of [1, 2, 3, 4]) await tries(id, "no_answer", onDay("2026-11-19"));
    const fifth = await tries(id, "no_answer");
    const meetingId = await aMeeting({ chairId: coordinator, ...soon });
    await does(raiseLead, { ...(await seen(id)), meetingId, question }, coordinator, at);
    const itemId = (await rowOf(id)).raisedItemId ?? "";
    if (state === "running") await begins(meetingId);
    return { id, fifth, itemId };
  }
  const begins = (meetingId: string) =>
    transact((db) => db.update(tables.meeting).set({ state: "running" }).where(eq(tables.meeting.id, meetingId)));
  const itemOf = async (id: string) =>
    (await read((db) => db.select().from(agendaItem).where(eq(agendaItem.id, id))))[0];

  test("is taken off with the try that reached the ceiling, and can be put back", async () => {
    const { id, fifth, itemId } = await asked();
    await does(takeBackTry, await back(fifth, id), guide, at);
    expect((await itemOf(itemId))?.removedAt).toBe(NOW);
    expect(await rowOf(id)).toMatchObject({ raisedOn: null, raisedItemId: null, state: "contact_attempts" });
    expect(await isIn(id, "day")).toBe(true);
    expect((await lastKindsOf("take-back-try")).slice(-2)).toEqual(["item-removed", "lead-try-taken-back"]);
    await does(restoreItem, { itemId }, coordinator, at);
    expect((await itemOf(itemId))?.removedAt).toBe(null);
    // Reached once more, a meeting is asked once more.
    await tries(id, "no_answer");
    expect(await isIn(id, "meeting")).toBe(true);
  });
  test("stays where the meeting is running, and where five are left without that try", async () => {
    const running = await asked("running");
    await does(takeBackTry, await back(running.fifth, running.id), guide, at);
    expect((await itemOf(running.itemId))?.removedAt).toBe(null);
    expect(await rowOf(running.id)).toMatchObject({ raisedOn: "2026-11-21", raisedItemId: running.itemId });
    const { id, itemId } = await asked();
    const sixth = await tries(id, "no_answer");
    await does(takeBackTry, await back(sixth, id), guide, at);
    expect((await itemOf(itemId))?.removedAt).toBe(null);
    expect(await rowOf(id)).toMatchObject({ raisedItemId: itemId });
  });
  test("asks nobody once it is taken off the agenda, and asks again when it is put back", async () => {
    const { id, itemId } = await asked();
    expect(await isIn(id, "meeting")).toBe(false);
    // Whoever has the list before them sees it at once.
    const told = async (act: () => Promise<unknown>) => (await sentBy(act)).flatMap(({ reload }) => [...reload]);
    expect(await told(() => does(removeItem, { itemId }, coordinator, at))).toContain("outreach");
    expect(await isIn(id, "meeting")).toBe(true);
    expect((await page(id)).lead?.raisedOn).toBe(null);
    const attempt = { ...(await seen(id)), channel: "through_network", on: "", clock: "" };
    const sixth = await tryTo(tryLead, { ...attempt, result: "no_answer" }, guide, at);
    expect(sixth).toMatchObject({ because: "lead-to-meeting" });
    expect(await told(() => does(restoreItem, { itemId }, coordinator, at))).toContain("outreach");
    expect(await isIn(id, "meeting")).toBe(false);
    expect((await page(id)).lead?.raisedOn).toBe("2026-11-21");
    // Or another meeting is asked in its place.
    await does(removeItem, { itemId }, coordinator, at);
    const meetingId = await aMeeting({ chairId: coordinator, ...soon });
    await does(raiseLead, { ...(await seen(id)), meetingId, question }, coordinator, at);
    expect(await isIn(id, "meeting")).toBe(false);
    expect((await rowOf(id)).raisedItemId).not.toBe(itemId);
  });
  test("that was asked before is the one that stands again", async () => {
    const id = await aCheckedLead();
    for (const _ of [1, 2, 3, 4, 5]) await tries(id, "no_answer", onDay("2026-11-18"));
    const meetingId = await aMeeting({ chairId: coordinator, ...soon });
    await does(raiseLead, { ...(await seen(id)), meetingId, question }, coordinator, onDay("2026-11-18", "10:00"));
    const { raisedItemId } = await rowOf(id);
    for (const _ of [1, 2, 3, 4]) await tries(id, "no_answer", onDay("2026-11-19"));
    const last = await tries(id, "no_answer");
    await does(raiseLead, { ...(await seen(id)), meetingId, question }, coordinator, at);
    await does(takeBackTry, await back(last, id), guide, at);
    expect(await rowOf(id)).toMatchObject({ raisedOn: "2026-11-18", raisedItemId });
  });
});

describe("the item of a meeting that was asked", () => {
  test("leads back to the young person for who looks for them, carried on too; to everybody else it is a question", async () => {
    const id = await aCheckedLead();
    for (const _ of [1, 2, 3, 4, 5]) await tries(id, "no_answer", onDay("2026-11-19"));
    const when = { startsAt: "2026-12-01T08:00:00.000Z", endsAt: "2026-12-01T10:00:00.000Z" };
    const team = await aStaffMember("stu_team");
    const meetingId = await aMeeting({ chairId: coordinator, minuteTakerId: leader, members: [team], ...when });
    const question = "En ung at opsøge: hvad gør vi nu?";
    await does(raiseLead, { ...(await seen(id)), meetingId, question }, coordinator, at);
    const itemId = (await rowOf(id)).raisedItemId ?? "";
    const another = await aMeeting({ chairId: coordinator, minuteTakerId: leader, members: [team], ...when });
    const plain = { meetingId: another, kind: "unnamed", question: "Et andet spørgsmål", minutes: 5 };
    const carried = (await does(addItem, plain, coordinator, at)).answer.id;
    await transact((db) => db.update(agendaItem).set({ carriedFromId: itemId }).where(eq(agendaItem.id, carried)));
    const none = { youngPersonId: null, wordsOf: null, removed: null };
    const onAgenda = async (meeting: string, staffId: string) =>
      asks(agendaFor, { ...none, meetingId: meeting }, staffId, NOW);
    const onBoard = async (meeting: string, item: string, staffId: string) =>
      asks(boardFor, { meetingId: meeting, itemId: item }, staffId, NOW);
    for (const [meeting, item] of [
      [meetingId, itemId],
      [another, carried],
    ] as const) {
      expect((await onAgenda(meeting, coordinator)).sought).toEqual({ [item]: id });
      expect((await onBoard(meeting, item, coordinator)).sought).toBe(id);
      // Whoever sees the question and does not look for young people.
      const seenBy = await onAgenda(meeting, leader);
      expect(Object.keys(seenBy.cards)).toContain(item);
      for (const staffId of [leader, team]) {
        const all = [await onAgenda(meeting, staffId), await onBoard(meeting, item, staffId)];
        expect(JSON.stringify(all)).not.toContain(id);
      }
    }
    await does(leaveAlone, { ...(await seen(id)), until: "01-03-2027" }, guide, at);
    expect((await onAgenda(meetingId, coordinator)).sought).toEqual({});
    expect((await onBoard(meetingId, itemId, coordinator)).sought).toBe(null);
  });
});

describe("a no", () => {
  test("is taken back by the same rule: by whoever wrote it or a coordinator, that day", async () => {
    const id = await aCheckedLead();
    await does(leaveAlone, { ...(await seen(id)), until: "01-03-2027" }, guide, at);
    expect([(await page(id)).takesBackNo, (await page(id, other)).takesBackNo]).toEqual([true, false]);
    expect(await tryTo(takeBackNo, await seen(id), other, at)).toMatchObject({ because: "take-back-over" });
    expect(await tryTo(takeBackNo, await seen(id), guide, TOMORROW)).toMatchObject({ because: "take-back-over" });
    await does(takeBackNo, await seen(id), coordinator, at);
    expect(await rowOf(id)).toMatchObject({ state: "verified", stateOn: "2026-11-10" });
  });
});

describe("an encounter that was written by mistake", () => {
  async function met(people = "2", when = at) {
    n += 1;
    const { answer: place } = await does(addPlace, { name: `Torvet ${n}`, kind: "street" }, guide, at);
    const id = newId();
    const what = { id, placeId: place.id, on: "", dayPart: "evening", people, mark: people === "1" ? "QX" : "" };
    await does(addEncounter, what, guide, when);
    return id;
  }
  const rows = (id: string) => read((db) => db.select().from(outreachEncounter).where(eq(outreachEncounter.id, id)));
  test("is gone with its mark, for whoever wrote it and a coordinator, that day", async () => {
    const id = await met();
    const mayBack = async (staffId: string, now = NOW) =>
      (await asks(outreachPlacesFor, {}, staffId, now)).met.find((one) => one.id === id)?.takesBack;
    expect([await mayBack(guide), await mayBack(other), await mayBack(coordinator)]).toEqual([true, false, true]);
    expect(await mayBack(guide, TOMORROW.now)).toBe(false);
    const over = { because: "take-back-over" };
    expect(await tryTo(takeBackEncounter, { id, version: 1 }, other, at)).toMatchObject(over);
    expect(await tryTo(takeBackEncounter, { id, version: 1 }, guide, TOMORROW)).toMatchObject(over);
    expect(await tryTo(takeBackEncounter, { id, version: 1 }, leader, at)).toMatchObject({ no: "missing" });
    await does(takeBackEncounter, { id, version: 1 }, guide, at);
    expect(await rows(id)).toEqual([]);
    expect(await lastKindsOf("take-back-encounter")).toContain("encounter-taken-back");
  });
  test("that has a name is parted from it first; then nothing of its mark stays", async () => {
    const id = await met("1");
    const leadId = await aCheckedLead();
    await does(joinEncounter, { id, version: 1, leadId }, guide, at);
    expect(await tryTo(takeBackEncounter, { id, version: 2 }, guide, at)).toMatchObject({ because: "encounter-named" });
    // Its try is the encounter's own.
    expect((await page(leadId)).lead?.tries).toMatchObject([{ id, takesBack: false }]);
    expect(await tryTo(takeBackTry, await back(id, leadId), guide, at)).toMatchObject({ no: "missing" });
    await does(partEncounter, { id, version: 2 }, guide, at);
    await does(takeBackEncounter, { id, version: 3 }, guide, at);
    const left = await read((db) =>
      db
        .select()
        .from(revision)
        .where(and(eq(revision.tableName, "outreach_encounter"), eq(revision.rowId, id))),
    );
    expect(left).toEqual([]);
  });
  test("parted from somebody who was met and looked at before, they are sought out again", async () => {
    const leadId = await aCheckedLead();
    await tries(leadId, "reached", onDay("2026-11-11"));
    await does(leaveAlone, { ...(await seen(leadId)), until: "16-11-2026" }, guide, onDay("2026-11-12"));
    await does(checkLead, await seen(leadId), guide, onDay("2026-11-17"));
    const id = await met("1");
    await does(joinEncounter, { id, version: 1, leadId }, guide, at);
    await does(partEncounter, { id, version: 2 }, guide, at);
    expect(await rowOf(leadId)).toMatchObject({ state: "verified", stateOn: "2026-11-17" });
  });
});

describe("what a school told", () => {
  const told = { kind: "risk", placeId: "", receivedOn: "", leadId: "", youngPersonId: "" };
  const alertOf = async (leadId: string) =>
    (await read((db) => db.select().from(dropoutAlert).where(eq(dropoutAlert.leadId, leadId))))[0];
  const shownTo = async (id: string, staffId: string, now = NOW) =>
    (await page(id, staffId, now)).alerts.map(({ takesBack }) => takesBack);

  test("by mistake waits for nobody, counts nowhere, and can be told anew", async () => {
    const leadId = await aLead();
    const figures = async () => (await asks(outreachFigures, {}, leader, NOW)).alerts;
    const before = await figures();
    await does(writeAlert, { ...told, leadId }, guide, at);
    const { id = "" } = (await alertOf(leadId)) ?? {};
    expect([await shownTo(leadId, guide), await shownTo(leadId, other), await shownTo(leadId, coordinator)]).toEqual([
      ["alert"],
      [null],
      ["alert"],
    ]);
    expect(await shownTo(leadId, guide, TOMORROW.now)).toEqual([null]);
    const over = { because: "take-back-over" };
    expect(await tryTo(takeBackAlert, { id, version: 1 }, other, at)).toMatchObject(over);
    expect(await tryTo(takeBackAlert, { id, version: 1 }, guide, TOMORROW)).toMatchObject(over);
    expect(await tryTo(takeBackAlert, { id, version: 1 }, leader, at)).toMatchObject({ no: "missing" });
    // Whoever took it is told that it is gone by its not being there.
    await does(takeAlert, { id, version: 1 }, other, at);
    expect(await tryTo(takeBackAlert, { id, version: 1 }, guide, at)).toMatchObject({ no: "conflict" });
    await does(takeBackAlert, { id, version: 2 }, guide, at);
    expect(await alertOf(leadId)).toBe(undefined);
    expect(await figures()).toEqual(before);
    expect(await lastKindsOf("take-back-dropout-alert")).toContain("dropout-alert-taken-back");
    await does(writeAlert, { ...told, leadId }, guide, at);
    expect(await alertOf(leadId)).toMatchObject({ takenOn: null, writtenById: guide });
  });
  test("and was answered waits again, as it did, once the answer is taken back; only then it can be", async () => {
    const leadId = await aLead();
    await does(writeAlert, { ...told, leadId }, guide, at);
    const { id = "" } = (await alertOf(leadId)) ?? {};
    await does(takeAlert, { id, version: 1 }, other, at);
    const { version: _, ...waiting } = (await alertOf(leadId)) ?? { version: 0 };
    await does(answerAlert, { id, version: 2, reaction: "talked" }, other, at);
    expect([await shownTo(leadId, guide), await shownTo(leadId, other)]).toEqual([[null], ["answer"]]);
    expect(await tryTo(takeBackAlert, { id, version: 3 }, guide, at)).toMatchObject({ no: "missing" });
    const over = { because: "take-back-over" };
    expect(await tryTo(takeBackAnswer, { id, version: 3 }, guide, at)).toMatchObject(over);
    expect(await tryTo(takeBackAnswer, { id, version: 3 }, other, TOMORROW)).toMatchObject(over);
    await does(takeBackAnswer, { id, version: 3 }, coordinator, at);
    expect(await alertOf(leadId)).toMatchObject(waiting);
    expect(await tryTo(takeBackAnswer, { id, version: 4 }, other, at)).toMatchObject({ no: "missing" });
    expect(await lastKindsOf("take-back-dropout-answer")).toContain("dropout-answer-taken-back");
    expect(await shownTo(leadId, guide)).toEqual(["alert"]);
  });
  test("in a file is whoever's who read it", async () => {
    const file = "fornavn;efternavn;født;kilde;skole;besked\nIda;Filfejl;03-06-2008;Gaden;Borgerskolen;Meget væk";
    await does(importLeads, { file: Buffer.from(file).toString("latin1"), confirmed: "yes" }, other, at);
    const [lead] = await read((db) => db.select().from(outreachLead).where(eq(outreachLead.lastName, "Filfejl")));
    expect([await shownTo(lead?.id ?? "", guide), await shownTo(lead?.id ?? "", other)]).toEqual([[null], ["alert"]]);
  });
  test("of somebody with a case is taken back by those who go with them alone; others know of none", async () => {
    const youngPersonId = await aYoungPerson({ firstName: "Karla", lastName: "Sagfejl" });
    await anAssignment(youngPersonId, other);
    await does(writeAlert, { ...told, youngPersonId }, other, at);
    const around = async () => (await asks(peopleAround, { id: youngPersonId }, other, NOW)).schoolAlerts?.alerts;
    const [alert] = (await around()) ?? [];
    expect(alert?.takesBack).toBe("alert");
    const { id = "" } = alert ?? {};
    // A stranger is answered as of an alert that there is none of.
    expect(await tryTo(takeBackAlert, { id, version: 1 }, guide, at)).toEqual(
      await tryTo(takeBackAlert, { id: newId(), version: 1 }, guide, at),
    );
    await does(takeBackAlert, { id, version: 1 }, other, at);
    expect(await around()).toEqual([]);
  });
});

describe("a place", () => {
  const places = async (staffId = guide) => (await asks(outreachPlacesFor, {}, staffId, NOW)).places;
  const placeOf = async (id: string) => (await places()).find((one) => one.id === id);
  const versioned = async (id: string) => ({ id, version: (await placeOf(id))?.version ?? 0 });
  test("is called otherwise, and what was met there goes along; no two are called the same", async () => {
    const { answer: place } = await does(addPlace, { name: "Stationspladsn", kind: "street" }, guide, at);
    const { answer: taken } = await does(addPlace, { name: "Skatepark", kind: "street" }, guide, at);
    const met = { id: newId(), placeId: place.id, on: "", dayPart: "evening", people: "3", mark: "" };
    await does(addEncounter, met, guide, at);
    const named = async (name: string) => tryTo(renamePlace, { ...(await versioned(place.id)), name }, other, at);
    expect(await named("skatepark")).toMatchObject({ problems: { name: "place-stands" } });
    await does(closePlace, await versioned(taken.id), guide, at);
    expect(await named("Skatepark")).toMatchObject({ problems: { name: "place-away" } });
    expect(await named(" ")).toMatchObject({ ok: false, no: "invalid" });
    expect(await named("Ida 010208-4321")).toMatchObject({ ok: false, no: "invalid" });
    expect(await named("Stationspladsen")).toMatchObject({ ok: true });
    // How it is written may change alone.
    expect(await named("STATIONSPLADSEN")).toMatchObject({ ok: true });
    expect(await placeOf(place.id)).toMatchObject({ name: "STATIONSPLADSEN", kind: "street" });
    expect((await asks(outreachPlacesFor, {}, guide, NOW)).met).toContainEqual(
      expect.objectContaining({ id: met.id, placeId: place.id }),
    );
    expect(await lastKindsOf("rename-outreach-place")).toContain("outreach-place-renamed");
    expect(await tryTo(renamePlace, { ...(await versioned(place.id)), name: "Mit" }, leader, at)).toMatchObject({
      no: "missing",
    });
  });
  test("that is put away is offered nowhere and heads no list, and keeps what was met; brought back all is as it was", async () => {
    const { answer: place } = await does(addPlace, { name: "Havnen", kind: "street" }, guide, at);
    const met = { placeId: place.id, on: "", dayPart: "evening", people: "3", mark: "" };
    await does(addEncounter, { ...met, id: newId() }, guide, at);
    n += 1;
    const facts = { firstName: "Sofie", lastName: "Havnebo", bornOn: "03-05-2008", cpr: "", phone: "", status: "" };
    const where = { address: "Nygade 3, 2630 Taastrup", placeId: place.id, receivedOn: "", source: "street" };
    const { answer: lead } = await does(addLead, { ...facts, ...where }, guide, at);
    await does(checkLead, await seen(lead.id), guide, at);
    const placed = async () => (await page(lead.id)).lead?.placeId;
    /** Where they stand among those of the day: before the towns, or with them. */
    const inDay = async () => {
      const all = { view: "day" as const, source: "street", mine: false, cases: true, page: 0 };
      return (await asks(outreachFor, all, guide, NOW)).leads.findIndex((one) => one.id === lead.id);
    };
    const { answer: town } = await does(
      addLead,
      { ...facts, ...where, lastName: "Andenby", address: "Nygade 3, 2610 Rødovre", placeId: "" },
      guide,
      at,
    );
    await does(checkLead, await seen(town.id), guide, at);
    const before = [await placed(), await inDay()];
    expect(before[0]).toBe(place.id);
    await does(closePlace, await versioned(place.id), guide, at);
    expect(await placeOf(place.id)).toMatchObject({ open: false });
    expect(await tryTo(addEncounter, { ...met, id: newId() }, guide, at)).toMatchObject({
      problems: { placeId: "choose" },
    });
    expect([await placed(), (await inDay()) > (before[1] as number)]).toEqual([null, true]);
    const kept = (await asks(outreachPlacesFor, {}, guide, NOW)).met.filter(({ placeId }) => placeId === place.id);
    expect(kept).toHaveLength(1);
    await does(reopenPlace, await versioned(place.id), other, at);
    expect([await placed(), await inDay()]).toEqual(before);
    expect(await tryTo(addEncounter, { ...met, id: newId() }, guide, at)).toMatchObject({ ok: true });
    expect(await lastKindsOf("reopen-outreach-place")).toContain("outreach-place-reopened");
  });
});
