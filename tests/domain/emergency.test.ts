import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { decide } from "#domain/access/decide.server.ts";
import { nextEnding } from "#domain/access/next-ending.server.ts";
import { agendaFor } from "#domain/agenda/agenda-for.server.ts";
import { asker } from "#domain/asker.server.ts";
import { now as clock } from "#domain/clock.server.ts";
import { type Command, carryOut } from "#domain/command.server.ts";
import { addWorkingDays } from "#domain/days.ts";
import { endEmergency, openEmergency, renewEmergency, reviewEmergency } from "#domain/emergency/commands.server.ts";

import { emergencyReviews } from "#domain/emergency/queries.server.ts";
import { newId } from "#domain/ids.server.ts";
import { minutesFor } from "#domain/minutes/minutes-for.server.ts";
import { dayOf } from "#domain/moments.ts";
import { addEffort } from "#domain/people/effort-commands.server.ts";
import { startFor } from "#domain/start/queries.server.ts";
import { blindIndexOf, seal } from "#domain/vault.server.ts";
import { writeOwnWords } from "#domain/voice/commands.server.ts";
import {
  aDepartment,
  aFreshSession,
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
import { logOf, tablesHolding } from "../support/log.ts";

aDatabase();

const minutes = (n: number) => new Date(Date.parse(clock()) + n * 60_000).toISOString();
const WORDS = "Den unge er væk hjemmefra, og ingen kan nås i aften.";
const BORN = "2009-04-21";

let department = "";
let elsewhere = "";
let coordinator = "";
let dpo = "";
let guide = "";
let lead = "";
let young = "";
let itemId = "";
let meetingId = "";
beforeAll(async () => {
  department = await aDepartment();
  elsewhere = await aDepartment({ sector: "authority" });
  coordinator = await aStaffMember("coordinator", { departmentId: department, name: "Koordinator 1" });
  dpo = await aStaffMember("dpo");
});
beforeEach(async () => {
  guide = await aStaffMember("youth_guide", { departmentId: department, name: "Ungeguide 7" });
  lead = await aStaffMember("caseworker", { departmentId: department });
  young = await aYoungPerson({ firstName: "Alma", lastName: `Nødhavn ${newId().slice(-6)}` });
  await anAssignment(young, lead, "lead_worker");
  meetingId = await aMeeting({ chairId: coordinator, state: "running" });
  itemId = await anItem({ meetingId, youngPersonId: young, state: "open" });
});

const nameOf = async (id: string) => {
  const [row] = await read((db) => db.select().from(tables.youngPerson).where(eq(tables.youngPerson.id, id)));
  return `${row?.firstName} ${row?.lastName}`;
};
async function freshly<I, A>(of: Command<I, A>, input: unknown, staffId: string, now = clock()) {
  return carryOut(of, input, asker(await aFreshSession(staffId, now), now, "page"), newId());
}
const given = async (set: object = {}) => ({
  name: await nameOf(young),
  bornOn: BORN,
  cpr: "",
  reason: "gone_missing",
  words: WORDS,
  ...set,
});
const opens = async (staffId = guide, set: object = {}, now = clock()) =>
  freshly(openEmergency, await given(set), staffId, now);
const rowOf = async (staffId = guide) => {
  const [row] = await read((db) => db.select().from(tables.breakGlass).where(eq(tables.breakGlass.staffId, staffId)));
  return row as typeof tables.breakGlass.$inferSelect;
};
const seen = async () => {
  const { id, version } = await rowOf();
  return { id, version };
};
const sees = (what: "person:see" | "item:see" | "meeting:see", id: string, now = clock(), staffId = guide) =>
  read((db) => decide(db, { actor: as(staffId), now, today: dayOf(now) }, what, id));

describe("an emergency access", () => {
  it("opens one young person and their items for reading, for an hour to the moment, and nobody else", async () => {
    const other = await aYoungPerson();
    expect(await sees("person:see", young)).toBeNull();
    expect(await opens()).toMatchObject({ ok: true, answer: { youngPersonId: young } });
    for (const [what, id] of [
      ["person:see", young],
      ["item:see", itemId],
      ["meeting:see", meetingId],
    ] as const)
      expect([what, await sees(what, id)]).toEqual([what, "break-glass"]);
    expect(await sees("person:see", other)).toBeNull();
    const { startedAt, endsAt } = await rowOf();
    expect(Date.parse(endsAt) - Date.parse(startedAt)).toBe(3_600_000);
    const before = new Date(Date.parse(endsAt) - 1).toISOString();
    expect(await sees("item:see", itemId, before)).toBe("break-glass");
    expect(await sees("item:see", itemId, endsAt)).toBeNull();
    expect(await sees("person:see", young, endsAt)).toBeNull();
    expect(await read((db) => nextEnding(db, clock()))).toBe(endsAt);
  });

  it("reads the item's agenda and minutes, and writes nothing", async () => {
    await opens();
    expect((await asks(agendaFor, { meetingId, add: null, words: null, removed: null } as never, guide)).whole).toBe(
      false,
    );
    expect((await asks(minutesFor, { meetingId }, guide)).items.map(({ id }) => id)).toEqual([itemId]);
    const words = { itemId, version: 0, words: "x", how: "in_room" };
    expect(await tryTo(writeOwnWords, words, guide)).toEqual({ ok: false, no: "refused" });
    const effort = { youngPersonId: young, departmentId: department, title: "x", fromOn: "1/11-2026" };
    expect(await tryTo(addEffort, effort, guide)).toEqual({ ok: false, no: "refused" });
  });

  it("opens nothing of the police's own meeting", async () => {
    await transact((db) =>
      db.update(tables.meeting).set({ typeCode: "section115" }).where(eq(tables.meeting.id, meetingId)),
    );
    await opens();
    expect(await sees("person:see", young)).toBe("break-glass");
    expect(await sees("item:see", itemId)).toBeNull();
    expect(await sees("meeting:see", meetingId)).toBeNull();
  });

  it("asks for a fresh proof, a reason and at least 20 characters of why", async () => {
    expect(await tryTo(openEmergency, await given(), guide)).toMatchObject({ ok: false, no: "refused" });
    expect(await opens(guide, { words: "For kort." })).toMatchObject({ problems: { words: "at-least-twenty" } });
    expect(await opens(guide, { reason: "" })).toMatchObject({ problems: { reason: "choose" } });
    expect(await sees("person:see", young)).toBeNull();
  });

  it("is for those who work with young people in the municipality, and for nobody else", async () => {
    for (const [roles, departmentId] of [
      [["external"], department],
      [["forum_member"], elsewhere],
      [["youth_guide"], undefined],
      [["admin"], department],
      [["dpo"], department],
    ] as const) {
      const who = await aStaffMember([...roles], departmentId ? { departmentId } : {});
      expect([roles, await opens(who)]).toEqual([roles, { ok: false, no: "missing" }]);
    }
  });

  it("finds by exact name and birth date, or by number; whoever fits not, or several, is answered like nobody, and that is logged", async () => {
    const nobody = { ok: true, answer: { youngPersonId: null } };
    for (const set of [{ name: "Alma" }, { bornOn: "22/4-2009" }, { name: "", cpr: "010100-1111" }])
      expect([set, await opens(guide, set)]).toMatchObject([set, nobody]);
    const twin = await nameOf(young);
    await aYoungPerson({ firstName: "Alma", lastName: twin.slice(5), bornOn: BORN });
    expect(await opens()).toMatchObject(nobody);
    expect((await logOf("open-emergency")).at(-1)).toMatchObject({
      kind: "emergency-found-nobody",
      youngPersonId: null,
    });
    const digits = "2104094321";
    await transact((db) =>
      db.insert(tables.identityNumber).values({
        ...{ id: newId(), youngPersonId: young, kind: "civil", fromOn: BORN },
        cipher: seal("identity_number", digits, "x"),
        blindIndex: blindIndexOf("identity_number", digits),
      }),
    );
    expect(await opens(guide, { name: "", bornOn: "", cpr: "210409-4321" })).toMatchObject({
      answer: { youngPersonId: young },
    });
  });

  it("a conflict of interest denies it: answered like nobody before, and ended while it lasts", async () => {
    const stepAside = (staffId: string) =>
      transact((db) =>
        db
          .insert(tables.conflictOfInterest)
          .values({ id: newId(), itemId, staffId, declaredAt: clock(), declaredBy: coordinator }),
      );
    await opens();
    await stepAside(guide);
    expect(await sees("person:see", young)).toBeNull();
    const other = await aStaffMember("youth_guide", { departmentId: department });
    await stepAside(other);
    expect(await opens(other)).toMatchObject({ answer: { youngPersonId: null } });
  });

  it("is renewed twice at the most, each time for an hour and with a fresh proof", async () => {
    await opens();
    expect(await tryTo(renewEmergency, await seen(), guide)).toMatchObject({ no: "refused" });
    expect(await freshly(renewEmergency, await seen(), guide, minutes(50))).toMatchObject({ ok: true });
    expect(await sees("person:see", young, minutes(100))).toBe("break-glass");
    expect(await freshly(renewEmergency, await seen(), guide, minutes(100))).toMatchObject({ ok: true });
    expect(await freshly(renewEmergency, await seen(), guide, minutes(150))).toMatchObject({
      problems: { id: "renewed-enough" },
    });
    expect(await sees("person:see", young, minutes(161))).toBeNull();
  });

  it("is one at a time, and not used again for the same young person before it was looked through", async () => {
    await opens();
    expect(await opens()).toMatchObject({ problems: { name: "emergency-runs" } });
    await does(endEmergency, await seen(), guide);
    expect(await sees("person:see", young)).toBeNull();
    expect(await opens()).toMatchObject({ problems: { name: "emergency-used" } });
    await does(reviewEmergency, { ...(await seen()), verdict: "in_order" }, coordinator);
    expect(await opens()).toMatchObject({ ok: true });
  });

  it("is told at once to the lead worker, the coordinators and the reviewer of the log, who reads no name of the young person", async () => {
    await opens();
    const name = await nameOf(young);
    for (const who of [lead, coordinator])
      expect((await asks(startFor, {}, who)).emergencies.filter(({ young }) => young === name)).toMatchObject([
        { staff: "Ungeguide 7", reviewedAt: null },
      ]);
    const told = await asks(startFor, {}, dpo);
    expect(told.emergenciesCounted?.lines[0]).toMatchObject({ staff: "Ungeguide 7", young: null });
    expect(JSON.stringify(told)).not.toContain(name);
    expect((await asks(startFor, {}, guide)).emergencies).toEqual([]);
    await does(endEmergency, await seen(), guide);
    await does(reviewEmergency, { ...(await seen()), verdict: "in_order" }, coordinator);
  });

  it("stands in the young person's log, with what was read by it, and what was written stands nowhere but in its row", async () => {
    const words = `${WORDS} ${newId()}`;
    await opens(guide, { words });
    await asks(minutesFor, { meetingId }, guide);
    const rows = await logOf("open-emergency");
    expect(rows.at(-1)).toMatchObject({
      kind: "emergency-opened",
      youngPersonId: young,
      facts: { reason: "gone_missing" },
    });
    expect((await logOf("minutes")).at(-1)).toMatchObject({ youngPersonId: young, reason: "break-glass" });
    expect(tablesHolding(words)).toEqual(["break_glass"]);
  });
});

describe("afterwards", () => {
  it("another coordinator looks it through, within five working days; a no says why, and it is said once", async () => {
    const own = await aStaffMember(["coordinator"], { departmentId: department });
    await opens(own);
    const { id, version, reviewBy, startedAt } = await rowOf(own);
    expect(reviewBy).toBe(addWorkingDays(dayOf(startedAt), 5));
    const verdict = { id, version, verdict: "not_in_order" };
    expect(await tryTo(reviewEmergency, { ...verdict, verdictNote: "x" }, coordinator)).toMatchObject({
      no: "refused",
    });
    await does(endEmergency, { id, version }, own);
    const over = { ...verdict, version: version + 1 };
    expect(await tryTo(reviewEmergency, { ...over, verdictNote: "x" }, own)).toMatchObject({ no: "refused" });
    expect(await tryTo(reviewEmergency, { ...over, verdictNote: "x" }, guide)).toMatchObject({ no: "missing" });
    expect(await tryTo(reviewEmergency, over, coordinator)).toMatchObject({ problems: { verdictNote: "required" } });
    await does(reviewEmergency, { ...over, verdictNote: "Kunne have ringet." }, coordinator);
    expect(
      await tryTo(reviewEmergency, { ...over, version: version + 2, verdictNote: "x" }, coordinator),
    ).toMatchObject({
      no: "conflict",
    });
    expect((await logOf("review-emergency")).at(-1)).toMatchObject({
      kind: "emergency-reviewed",
      facts: { verdict: "not_in_order" },
    });
    const { waiting, done } = await asks(emergencyReviews, {}, coordinator);
    expect(waiting.map((one) => one.id)).not.toContain(id);
    expect(done.map((one) => one.id)).toContain(id);
    await expect(asks(emergencyReviews, {}, lead)).rejects.toThrow("missing");
  });

  it("whoever uses it more than three times in a month is named to the reviewer of the log", async () => {
    for (const _ of [1, 2, 3, 4]) {
      young = await aYoungPerson({ firstName: "Alma", lastName: `Igen ${newId().slice(-6)}` });
      expect(await opens()).toMatchObject({ ok: true });
      await does(endEmergency, await seenLast(), guide);
    }
    const { emergenciesCounted } = await asks(startFor, {}, dpo);
    expect(emergenciesCounted?.often).toEqual([{ id: guide, name: "Ungeguide 7", times: 4 }]);
  });
});

const seenLast = async () => {
  const rows = await read((db) => db.select().from(tables.breakGlass).where(eq(tables.breakGlass.staffId, guide)));
  const { id, version } = rows.find(({ endedAt }) => endedAt === null) as (typeof rows)[number];
  return { id, version };
};
