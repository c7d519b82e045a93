import { expect, test } from "vitest";
import { read, transact } from "#db/index.server.ts";
import { asker } from "#domain/asker.server.ts";
import { now } from "#domain/clock.server.ts";
import { Declined } from "#domain/errors.ts";
import type { LogKind } from "#domain/events.ts";
import { newId } from "#domain/ids.server.ts";
import { appendLog, rowOf } from "#domain/log/append.server.ts";
import { drawSample, reviewAlarm, setAlarmThreshold, unmask } from "#domain/log/commands.server.ts";
import { csvOf } from "#domain/log/csv.server.ts";
import { type LogInput, logFor } from "#domain/log/queries.server.ts";
import { referenceOf } from "#domain/log/references.ts";
import { endLeftWatches, watchesAt } from "#domain/log/watched-at.server.ts";
import { dayOf } from "#domain/moments.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import {
  aDepartment,
  aMeeting,
  anAssignment,
  anItem,
  aStaffMember,
  as,
  asks,
  aYoungPerson,
  does,
  tryTo,
} from "../support/builders.ts";
import { aDatabase } from "../support/database.ts";
import { logOf } from "../support/log.ts";

aDatabase();

const blank: LogInput = {
  ...{
    view: "rows",
    person: "",
    staffId: null,
    kind: "",
    from: "",
    to: "",
    clock: "",
    before: null,
    seed: "",
    upTo: 0,
  },
};
const looked = (staffId: string, youngPersonId: string, at: string, door = "people-around") =>
  transact((db) =>
    appendLog(db, [rowOf(asker(as(staffId), at, "page"), "read", door, { youngPersonId, reason: "assigned" })]),
  );
const today = () => dayOf(now());
/** Noon and late at night of today, by Danish clocks in the winter or the summer. */
const noon = () => `${today()}T10:30:00.000Z`;
const night = () => `${today()}T21:45:00.000Z`;

async function aWorld() {
  const departmentId = await aDepartment({ name: "Støttecentret" });
  const guide = await aStaffMember("youth_guide", { name: "Bodil Vestergaard", departmentId });
  const dpo = await aStaffMember("dpo");
  const young = await aYoungPerson({ firstName: "Alma", lastName: "Prøvelund" });
  return { guide, dpo, young, departmentId };
}
const refused = (asked: Promise<unknown>) => expect(asked).rejects.toBeInstanceOf(Declined);

test("the log is read by the data protection officer alone, and each time that stands in it", async () => {
  const { guide, dpo, young } = await aWorld();
  await looked(guide, young, noon());
  for (const role of ["coordinator", "youth_guide", "leader", "admin", "external"] as const)
    await refused(asks(logFor, blank, await aStaffMember(role)));
  expect((await asks(logFor, { ...blank, staffId: guide }, dpo)).lines).toHaveLength(1);
  expect((await logOf("log")).at(-1)).toMatchObject({ kind: "log-read", actorId: dpo });
});

test("an employee in the address whom nobody knows is said at the field, and nothing is shown as if nobody had been chosen", async () => {
  const { guide, dpo, young } = await aWorld();
  await looked(guide, young, noon());
  for (const staffId of ["bodil", "0190-half-an-id", newId()]) {
    const { lines, problems } = await asks(logFor, { ...blank, staffId }, dpo);
    expect({ lines, problems }).toEqual({ lines: [], problems: { staff: "choose" } });
  }
  expect((await logOf("log")).at(-1)?.facts).toMatchObject({ staff: null });
});

test("the log is asked about by days as people write them, and they are days that have been", async () => {
  const { guide, dpo, young } = await aWorld();
  const on = (days: number) => new Date(Date.parse(noon()) - days * 86_400_000).toISOString();
  for (const days of [20, 14, 3]) await looked(guide, young, on(days));
  const found = async (from: string, to = "") => {
    const { lines, problems } = await asks(logFor, { ...blank, staffId: guide, from, to }, dpo);
    return { days: lines.map(({ at }) => at.slice(0, 10)), problems };
  };
  const day = (days: number) => on(days).slice(0, 10);
  expect(await found("14d")).toEqual({ days: [day(3), day(14)], problems: {} });
  const [, month, date] = day(14).split("-");
  expect(await found("", `${Number(date)}/${Number(month)}`)).toEqual({ days: [day(14), day(20)], problems: {} });
});

test("a day or a time that cannot be is told at its field, and nothing is shown instead", async () => {
  const { guide, dpo, young } = await aWorld();
  await looked(guide, young, noon());
  const asked = async (typed: Partial<LogInput>) => {
    const { lines, moment, problems } = await asks(logFor, { ...blank, staffId: guide, ...typed }, dpo);
    expect({ lines, moment }).toEqual({ lines: [], moment: null });
    return problems;
  };
  expect(await asked({ from: "31/2", to: "snart" })).toEqual({ from: "no-such-day", to: "unreadable-day" });
  expect(await asked({ from: "om 14 dage" })).toEqual({ from: "not-yet" });
  expect(await asked({ from: "7d", to: "14d" })).toEqual({ to: "days-swapped" });
  expect(await asked({ view: "moment", from: "i dag", clock: "25.70" })).toEqual({ clock: "no-such-time" });
});

test("whoever signed in is named in the row of it, with their unit, and it is found among their rows", async () => {
  const { guide, dpo } = await aWorld();
  const facts = { staffId: guide, session: "s", provider: "local" };
  await transact((db) =>
    appendLog(db, [rowOf(asker({ kind: "nobody" }, noon(), "page"), "signed-in", "sign-in", { facts })]),
  );
  const { lines } = await asks(logFor, { ...blank, staffId: guide, kind: "signed-in" }, dpo);
  expect(lines).toMatchObject([{ kind: "signed-in", who: "Bodil Vestergaard", unit: "Støttecentret" }]);
  expect((await asks(logFor, { ...blank, staffId: dpo, kind: "signed-in" }, dpo)).lines).toEqual([]);
});

test("rows are found by person, employee, period and kind, a page at a time", async () => {
  const { guide, dpo, young } = await aWorld();
  for (let n = 0; n < 60; n++) await looked(guide, young, noon());
  const found = await asks(logFor, { ...blank, person: referenceOf(young), staffId: guide, kind: "read" }, dpo);
  expect(found.lines).toHaveLength(50);
  const older = await asks(logFor, { ...blank, staffId: guide, before: found.older }, dpo);
  expect(older.lines).toHaveLength(10);
  expect((await asks(logFor, { ...blank, staffId: guide, to: "2020-01-01" }, dpo)).lines).toEqual([]);
  expect((await asks(logFor, { ...blank, staffId: guide, from: today(), to: today() }, dpo)).lines).toHaveLength(50);
  expect((await asks(logFor, { ...blank, person: "0000-0000" }, dpo)).lines).toEqual([]);
});

test("a young person is a reference until a reason for the name is given, which stands in the log without its words", async () => {
  const { guide, dpo, young } = await aWorld();
  await looked(guide, young, noon());
  const before = JSON.stringify(await asks(logFor, { ...blank, staffId: guide }, dpo));
  expect(before).toContain(referenceOf(young));
  expect(before).not.toContain("Prøvelund");
  expect(await tryTo(unmask, { youngPersonId: young, reason: " " }, dpo)).toMatchObject({ no: "invalid" });
  expect(await tryTo(unmask, { youngPersonId: young, reason: "x" }, guide)).toMatchObject({ no: "missing" });
  await does(unmask, { youngPersonId: young, reason: "Klage fra familien" }, dpo);
  expect(JSON.stringify(await asks(logFor, { ...blank, staffId: guide }, dpo))).toContain("Alma Prøvelund");
  expect((await logOf("unmask")).at(-1)).toMatchObject({ kind: "name-unmasked", youngPersonId: young });
  expect(JSON.stringify(await logOf("unmask"))).not.toContain("Klage");
  const later = new Date(Date.parse(now()) + 61 * 60_000).toISOString();
  expect(JSON.stringify(await asks(logFor, { ...blank, staffId: guide }, dpo, later))).not.toContain("Alma");
});

test("a sample is drawn by a number that nobody chose, and is the same when it is asked for again", async () => {
  const { guide, dpo, young } = await aWorld();
  for (let n = 0; n < 30; n++) await looked(guide, young, noon());
  const { answer } = await does(drawSample, {}, dpo);
  expect((await logOf("draw-sample")).at(-1)?.facts).toEqual(answer);
  const drawn = async (seed: string) =>
    (await asks(logFor, { ...blank, view: "sample", seed, upTo: answer.upTo }, dpo)).lines.map(({ seq }) => seq);
  const first = await drawn(answer.seed);
  expect(first).toHaveLength(20);
  expect(await drawn(answer.seed)).toEqual(first);
  expect(await drawn(`${answer.seed}0`)).not.toEqual(first);
});

test("own surname, many look-ups and nights raise an alarm, each with what triggered it; looked through, it says so", async () => {
  const { guide, dpo } = await aWorld();
  const relative = await aYoungPerson({ firstName: "Ib", lastName: "Vestergaard" });
  await looked(guide, relative, noon());
  await looked(guide, await aYoungPerson(), night());
  // One's own news are watched by every page, and are nobody's.
  const watched = (kind: LogKind) => rowOf(asker(as(guide), night(), "page"), kind, "watch", { reason: "oneself" });
  await transact((db) => appendLog(db, [watched("watch-began"), watched("watch-ended")]));
  await does(setAlarmThreshold, { most: 3 }, dpo);
  for (let n = 0; n < 3; n++) await looked(guide, await aYoungPerson(), noon());
  for (let n = 0; n < 9; n++) await looked(guide, await aYoungPerson(), noon(), "start");
  const later = new Date(Math.max(Date.parse(night()), Date.parse(now()))).toISOString();
  const alarms = async () =>
    (await asks(logFor, { ...blank, view: "alarms" }, dpo, later)).alarms.filter(({ staffId }) => staffId === guide);
  const raised = await alarms();
  expect(raised.map(({ rule, times }) => [rule, times]).sort()).toEqual([
    ["at-night", 1],
    ["many-people", 5],
    ["own-surname", 1],
  ]);
  expect(raised.find(({ rule }) => rule === "own-surname")?.about?.reference).toBe(referenceOf(relative));
  const alarm = raised[0]?.key ?? "";
  await does(reviewAlarm, { alarm, note: "Vagtplan set" }, dpo, { now: later });
  expect((await alarms()).find(({ key }) => key === alarm)?.review?.note).toBe("Vagtplan set");
  expect(await tryTo(reviewAlarm, { alarm, note: "Igen", version: 7 }, dpo)).toMatchObject({ no: "conflict" });
  expect(await tryTo(reviewAlarm, { alarm: "made up", note: "x" }, dpo)).toMatchObject({ no: "missing" });
});

test("what a young person is given names day, purpose and unit, never staff, and no cell is a formula", async () => {
  const { guide, dpo, young } = await aWorld();
  await looked(guide, young, noon());
  await looked(guide, young, noon());
  const { csv, looks } = await asks(logFor, { ...blank, view: "export", person: referenceOf(young) }, dpo);
  expect(looks).toEqual([{ on: today(), unit: "Støttecentret", purpose: "looked", times: 2 }]);
  expect(csv).toBe(
    `\uFEFF"Dato";"Formål";"Afdeling";"Antal"\r\n"${today()}";"Har set på sagen";"Støttecentret";"2"\r\n`,
  );
  expect((await logOf("log")).at(-1)).toMatchObject({ kind: "log-exported", youngPersonId: young });
  const odd = csvOf([{ on: today(), unit: '\u200B=HYPERLINK("x")', purpose: "looked", times: 1 }]);
  expect(odd).toContain(`"'=HYPERLINK(""x"")"`);
});

test("who has looked stands on the young person's page, for coordinator and lead worker, by unit", async () => {
  const { guide, young } = await aWorld();
  const lead = await aStaffMember("caseworker");
  await anAssignment(young, lead, "lead_worker");
  await anAssignment(young, guide, "guide");
  await looked(guide, young, noon());
  const asked = async (staffId: string) => (await asks(peopleAround, { id: young }, staffId)).looks;
  expect(await asked(lead)).toContainEqual({ on: today(), unit: "Støttecentret", purpose: "looked", times: 1 });
  expect(await asked(await aStaffMember("coordinator"))).not.toBeNull();
  expect(await asked(guide)).toBeNull();
});

test("what somebody watched at a moment is known, and a server that was killed ended it at its last sign of life", async () => {
  const { guide, dpo, young } = await aWorld();
  const meetingId = await aMeeting({ chairId: guide });
  const itemId = await anItem({ meetingId, youngPersonId: young });
  const minute = (n: number) => new Date(Date.parse(now()) + n * 60_000).toISOString();
  const topic = `item:${itemId}`;
  const watch = (kind: LogKind, at: string, seq: number) =>
    transact((db) =>
      appendLog(db, [
        rowOf(asker(as(guide), at, "live"), kind, "watch", { youngPersonId: young, itemId, facts: { topic, seq } }),
      ]),
    );
  const topicsAt = async (at: string) => (await read((db) => watchesAt(db, guide, at))).map((one) => one.topic);
  await watch("watch-began", minute(0), 3);
  await watch("watch-ended", minute(10), 7);
  const [before, during, after] = [minute(-5), minute(5), minute(11)];
  expect(await topicsAt(before)).toEqual([]);
  expect(await topicsAt(during)).toEqual([topic]);
  expect(await topicsAt(after)).toEqual([]);
  await watch("watch-began", minute(20), 8);
  await looked(guide, young, minute(25));
  expect(await endLeftWatches(minute(60))).toBe(1);
  expect(await endLeftWatches(minute(61))).toBe(0);
  const [alive, dead] = [minute(24), minute(30)];
  expect(await topicsAt(alive)).toEqual([topic]);
  expect(await topicsAt(dead)).toEqual([]);
  expect(await tryTo(unmask, { youngPersonId: young, reason: "Klage" }, dpo)).toMatchObject({ ok: true });
});
