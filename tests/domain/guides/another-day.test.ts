import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { addDays } from "#domain/calendar.ts";
import { changeContact, writeContact } from "#domain/guides/contact-commands.server.ts";
import { contacts } from "#domain/guides/contacts.server.ts";
import { EVERYBODY } from "#domain/guides/list-filters.ts";
import { mine } from "#domain/guides/mine.server.ts";
import { guideTeam } from "#domain/guides/team.server.ts";
import { newId } from "#domain/ids.server.ts";
import { clockOf, dayOf } from "#domain/moments.ts";
import { startFor } from "#domain/start/queries.server.ts";
import { anAssignment, aStaffMember, asks, aYoungPerson, NOW, TODAY, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";

aDatabase();

let coordinator: string;
let guide: string;
let young: string;

const wrote = {
  ...{ channel: "phone", result: "met", company: "only_us", kind: "case_note", text: "Vi talte sammen." },
  ...{ minutes: "", nextOn: "", nextTime: "", nextPlace: "", score: "" },
};
const daysAgo = (n: number) => addDays(TODAY, -n);
const momentsAgo = (n: number) => new Date(Date.parse(NOW) - n * 86_400_000).toISOString();

beforeAll(async () => {
  coordinator = await aStaffMember("coordinator");
});
beforeEach(async () => {
  guide = await aStaffMember("youth_guide");
  young = await aYoungPerson({ firstName: "Alma" });
  await begins("2026-09-01");
});

async function begins(fromOn: string, toOn: string | null = null) {
  const id = await anAssignment(young, guide);
  await transact((db) =>
    db.update(tables.assignment).set({ fromOn, toOn, intensity: "A" }).where(eq(tables.assignment.id, id)),
  );
}
const write = (set: object = {}, now = NOW) =>
  tryTo(writeContact, { ...wrote, youngPersonId: young, ...set }, guide, { now });
const page = () => asks(contacts, { youngPersonId: young, from: 0 }, guide, NOW);
const listed = async () => (await page()).contacts;
const own = async () =>
  (await asks(mine, { filters: EVERYBODY }, guide, NOW)).youngPeople.find(({ id }) => id === young);
const unmetDays = async () =>
  (await asks(startFor, {}, coordinator, NOW)).forum?.unmet.find(({ youngPerson }) => youngPerson.id === young)?.days;

test.each([
  ["i går", daysAgo(1)],
  ["fredag", daysAgo(1)],
  ["12/11", "2026-11-12"],
  ["3d", daysAgo(3)],
  ["21-11-2025", "2025-11-21"],
])("a contact of %s stands on that day, at noon", async (on, day) => {
  expect(await write({ on })).toMatchObject({ ok: true });
  const [row] = await listed();
  expect([dayOf(row?.happenedAt ?? ""), clockOf(row?.happenedAt ?? "")]).toEqual([day, "12.00"]);
});

test.each(["i dag", TODAY, ""])("of %j it has the hour at which it was written", async (on) => {
  await write({ on });
  expect(await listed()).toMatchObject([{ happenedAt: NOW }]);
});

test.each([
  ["i morgen", "not-yet"],
  ["20-11-2025", "too-long-ago"],
  ["31/2", "no-such-day"],
  ["forleden", "unreadable"],
])("%s is told at its field, and nothing is written", async (on, on_problem) => {
  expect(await write({ on })).toMatchObject({ no: "invalid", problems: { on: on_problem } });
  expect(await listed()).toEqual([]);
});

test("one for last week is not met today: they stay over the rhythm, counted from that day", async () => {
  await write({ on: daysAgo(9) });
  expect(await own()).toMatchObject({
    standing: { metOn: daysAgo(9) },
    reasons: [{ kind: "over", days: 9, target: 7 }],
  });
});

test("the last contact is the latest day, not what was written last; and what is agreed goes with it", async () => {
  await write({ nextOn: "3/12", nextTime: "13", channel: "home" });
  await write({ on: daysAgo(9), nextOn: "24/11", nextTime: "9" });
  await write({ on: daysAgo(2), result: "no_answer", text: "" });
  expect(await own()).toMatchObject({
    standing: { metOn: TODAY, tries: 0, lastChannel: "home", next: { on: "2026-12-03", time: "13.00" } },
    reasons: [],
  });
});

test("a try counts where it lies after the day they met", async () => {
  await write({ on: daysAgo(5) });
  for (const n of [4, 3, 2, 6]) await write({ on: daysAgo(n), result: "no_answer", text: "" });
  expect((await own())?.standing).toMatchObject({ metOn: daysAgo(5), tries: 3 });
});

test("they stand in the order of their days, and those of one day in that in which they were written", async () => {
  const days = ["10d", "", "20d", "10d"];
  for (const [n, text] of ["første", "anden", "tredje", "fjerde"].entries())
    await write({ text, on: days[n] }, `2026-11-21T08:0${n}:00.000Z`);
  expect((await listed()).map(({ text }) => text)).toEqual(["anden", "fjerde", "første", "tredje"]);
});

test("the next time is read from the day of writing, also of a contact of last year", async () => {
  await write({ on: "1/12-2025", nextOn: "30. nov." });
  await write({ on: daysAgo(10), nextOn: "14d" });
  expect((await listed()).map(({ nextOn }) => nextOn)).toEqual(["2026-12-05", "2026-11-30"]);
  // What was agreed for a day that has been is told as it was; before they met nothing was.
  expect(await write({ on: daysAgo(10), nextOn: `${daysAgo(3)}` })).toMatchObject({ ok: true });
  expect(await write({ on: daysAgo(10), nextOn: `${daysAgo(11)}` })).toMatchObject({ problems: { nextOn: "gone" } });
});

test("what waited for a net is of the day that was meant when it was written", async () => {
  const happenedAt = momentsAgo(3);
  await write({ happenedAt, on: "i går", nextOn: "1d" });
  expect(await listed()).toMatchObject([{ nextOn: daysAgo(2) }]);
  expect(dayOf((await listed())[0]?.happenedAt ?? "")).toBe(daysAgo(4));
  expect(await write({ happenedAt, on: daysAgo(2) })).toMatchObject({ problems: { on: "not-yet" } });
  // How long a contact can be written later has nothing to do with how long it may wait.
  expect(await write({ happenedAt: momentsAgo(7), on: daysAgo(8) })).toMatchObject({
    problems: { happenedAt: "gone" },
  });
});

test("an own reminder is of the day of writing, whatever day stands in the form, and is kept from then", async () => {
  for (const on of ["i går", "forleden"]) await write({ kind: "reminder", on, text: on });
  await write({ kind: "reminder", happenedAt: momentsAgo(3), text: "ventede" });
  expect((await listed()).map(({ happenedAt, deletesOn }) => [happenedAt, deletesOn])).toEqual([
    [NOW, "2027-05-21"],
    [NOW, "2027-05-21"],
    [momentsAgo(3), "2027-05-18"],
  ]);
});

test("how it goes is of that day, and takes the place of no other day's", async () => {
  await write({ score: "7" });
  await write({ on: daysAgo(8), score: "3" });
  expect((await page()).ratings.map(({ ratedOn, score }) => [ratedOn, score])).toEqual([
    [daysAgo(8), 3],
    [TODAY, 7],
  ]);
});

test("a way to their home counts among those of late, or not, by its own day", async () => {
  const trips = async () => {
    const { loads } = await asks(guideTeam, { from: null, to: null, chosen: [] }, coordinator, NOW);
    return loads.find(({ staffId }) => staffId === guide)?.trips;
  };
  await write({ channel: "home", on: daysAgo(5) });
  const once = await trips();
  await write({ channel: "home", on: daysAgo(300) });
  expect([once, await trips()]).toEqual([1, 1]);
});

test("whoever was given them lately writes of the time before; then it is counted from when they met", async () => {
  young = await aYoungPerson({ firstName: "Bo" });
  await begins(daysAgo(2));
  expect([await unmetDays(), (await own())?.reasons]).toEqual([undefined, []]);
  await write({ on: daysAgo(40) });
  expect([await unmetDays(), (await own())?.reasons]).toEqual([40, [{ kind: "over", days: 40, target: 7 }]]);
});

test("who no longer goes with them writes nothing of the days on which they did", async () => {
  young = await aYoungPerson({ firstName: "Carl" });
  await begins(daysAgo(60), daysAgo(1));
  expect(await write({ on: daysAgo(20) })).toMatchObject({ no: "missing" });
});

test("put right it stays on its day", async () => {
  const id = newId();
  await write({ id, on: daysAgo(9) });
  const { score: _, ...same } = wrote;
  const put = { ...same, id, version: 1, text: "Vi gik en tur." };
  expect(await tryTo(changeContact, put, guide, { now: NOW })).toMatchObject({ ok: true });
  expect((await listed()).map(({ text, happenedAt }) => [text, dayOf(happenedAt)])).toEqual([
    ["Vi gik en tur.", daysAgo(9)],
  ]);
});

const { score: _, ...again } = wrote;
const putRight = (id: string, set: object, version = 1) =>
  tryTo(changeContact, { ...again, id, version, ...set }, guide, { now: NOW });

test("put right it comes to another day: what is over, and what was agreed, is counted from there", async () => {
  const id = newId();
  await write({ id, nextOn: "3/12", nextTime: "13" });
  expect(await own()).toMatchObject({ standing: { metOn: TODAY, next: { on: "2026-12-03" } }, reasons: [] });
  expect(await putRight(id, { on: daysAgo(9), nextOn: "3/12" })).toMatchObject({ ok: true });
  expect(await own()).toMatchObject({
    standing: { metOn: daysAgo(9), next: { on: "2026-12-03" } },
    reasons: [{ kind: "over", days: 9, target: 7 }],
  });
  const [row] = await listed();
  expect([dayOf(row?.happenedAt ?? ""), clockOf(row?.happenedAt ?? "")]).toEqual([daysAgo(9), "12.00"]);
  // Back to today: no later than now, which is before noon.
  expect(await putRight(id, { on: "i dag", nextOn: "3/12" }, 2)).toMatchObject({ ok: true });
  expect(await listed()).toMatchObject([{ happenedAt: NOW, nextOn: "2026-12-03" }]);
});

test("put right on its own day it keeps its hour, also when it can be written down no more", async () => {
  const id = newId();
  await write({ id });
  const now = "2028-01-10T09:00:00.000Z";
  const input = { ...again, id, version: 1, on: "21-11-2026", text: "Vi gik." };
  expect(await tryTo(changeContact, input, guide, { now })).toMatchObject({ ok: true });
  expect(await listed()).toMatchObject([{ happenedAt: NOW, text: "Vi gik." }]);
});

test.each([
  ["i morgen", "on", "not-yet"],
  ["20-11-2025", "on", "too-long-ago"],
  ["31/2", "on", "no-such-day"],
])("put right to %s it is told at the field, and stands as it was", async (on, field, problem) => {
  const id = newId();
  await write({ id, on: daysAgo(9), nextOn: "16/11" });
  expect(await putRight(id, { on, nextOn: "16/11" })).toMatchObject({ no: "invalid", problems: { [field]: problem } });
  // No next time is before the day on which they met.
  const beyond = await putRight(id, { on: daysAgo(2), nextOn: "16-11-2026" });
  expect(beyond).toMatchObject({ no: "invalid", problems: { nextOn: "gone" } });
  expect((await listed()).map(({ happenedAt }) => dayOf(happenedAt))).toEqual([daysAgo(9)]);
});

test("an own reminder stays on the day on which it was written", async () => {
  const id = newId();
  await write({ id, kind: "reminder", text: "Husk." });
  expect(await putRight(id, { kind: "reminder", on: daysAgo(9), text: "Husk kortet." })).toMatchObject({ ok: true });
  expect(await listed()).toMatchObject([{ happenedAt: NOW, text: "Husk kortet." }]);
});
