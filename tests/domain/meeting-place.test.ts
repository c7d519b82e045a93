import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { mayWatch } from "#domain/access/watchable.server.ts";
import { confirmLapse, writeAddress } from "#domain/address/commands.server.ts";
import { agendaFor } from "#domain/agenda/agenda-for.server.ts";
import { removeItem, restoreItem } from "#domain/agenda/commands.server.ts";
import { asker } from "#domain/asker.server.ts";
import { boardFor } from "#domain/board/queries.server.ts";
import { now as clock } from "#domain/clock.server.ts";
import { fillCodes } from "#domain/codes/fill.server.ts";
import { carryOut } from "#domain/command.server.ts";
import { addDays } from "#domain/days.ts";
import { newId } from "#domain/ids.server.ts";
import { meetingsFor } from "#domain/meetings/queries.server.ts";
import { minutesFor } from "#domain/minutes/minutes-for.server.ts";
import { dayOf } from "#domain/moments.ts";
import { startFor } from "#domain/start/queries.server.ts";
import { meetingTopic } from "#domain/topics.ts";
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
} from "../support/builders.ts";
import { aDatabase } from "../support/database.ts";

aDatabase();

const PLACE = "Lokale 7, Prøvehuset";
const VIDEO = "https://moede.example/rum-7";
let coordinator = "";
let guide = "";
let member = "";
let outside: Record<"member" | "invited" | "nowhere", string>;
let young = "";
let meetingId = "";
let itemId = "";

beforeEach(async () => {
  await fillCodes();
  const own = await aDepartment();
  const region = await aDepartment({ sector: "authority" });
  coordinator = await aStaffMember("coordinator");
  guide = await aStaffMember("youth_guide", { departmentId: own });
  member = await aStaffMember("forum_member", { departmentId: own });
  outside = {
    member: await aStaffMember("forum_member", { departmentId: region }),
    invited: await aStaffMember("external", { departmentId: region }),
    nowhere: await aStaffMember("external"),
  };
  young = await aYoungPerson();
  await anAssignment(young, guide);
  meetingId = await aMeeting({ chairId: coordinator, members: [member, outside.member] });
  await transact((db) =>
    db.update(tables.meeting).set({ place: PLACE, videoLink: VIDEO }).where(eq(tables.meeting.id, meetingId)),
  );
  itemId = await anItem({ meetingId, youngPersonId: young, position: 2 });
  const invited = [outside.invited, outside.nowhere].map((staffId) => ({ staffId, departmentId: region }));
  await anItem({ meetingId, youngPersonId: await aYoungPerson(), invited });
  await transact((db) =>
    db.update(tables.participant).set({ departmentId: null }).where(eq(tables.participant.staffId, outside.nowhere)),
  );
});

const marks = (highRisk: "yes" | "", version = 0, set: object = {}) =>
  does(
    writeAddress,
    { id: young, version, address: "Prøvevej 1", protected: "yes", highRisk, source: "register", ...set },
    guide,
  );

/** All that somebody reads of the meeting. */
async function readBy(staffId: string): Promise<string> {
  const agenda = { meetingId, find: "", youngPersonId: null, wordsOf: null, removed: null };
  return JSON.stringify([
    await asks(agendaFor, agenda, staffId),
    await asks(boardFor, { meetingId, itemId: null }, staffId),
    await asks(minutesFor, { meetingId }, staffId),
    await asks(meetingsFor, { held: 20, make: null }, staffId),
    await asks(startFor, {}, staffId),
  ]);
}
const isTold = async (staffId: string) => {
  const read = await readBy(staffId);
  expect(read.includes("Lokale 7")).toBe(read.includes("rum-7"));
  return read.includes("Lokale 7");
};
const toldOutside = async () => Promise.all(Object.values(outside).map(isTold));

describe("where a meeting is held", () => {
  test("is told to everybody who sees the meeting, as long as nobody is looking for a young person on its agenda", async () => {
    await marks("");
    for (const who of [coordinator, member, ...Object.values(outside)]) expect(await isTold(who)).toBe(true);
  });

  test("is told to nobody from outside while somebody may be looking for one, and to the municipality's own as before", async () => {
    const before = await readBy(member);
    await marks("yes");
    expect(await toldOutside()).toEqual([false, false, false]);
    expect([await isTold(coordinator), await isTold(member)]).toEqual([true, true]);
    const timeless = (text: string) => text.replace(/"now":"[^"]*"/g, "");
    expect(timeless(await readBy(member))).toBe(timeless(before));
  });

  test("is left out for them, not masked: what they read is that of a meeting without a written place", async () => {
    await marks("yes");
    const kept = await asks(meetingsFor, { held: 20, make: null }, outside.member);
    await transact((db) => db.update(tables.meeting).set({ place: "", videoLink: "" }));
    expect(await asks(meetingsFor, { held: 20, make: null }, outside.member)).toEqual(kept);
    expect([...kept.coming, ...kept.held].find(({ id }) => id === meetingId)).toMatchObject({
      place: "",
      videoLink: "",
    });
  });

  test("is told again when the item is taken off the agenda, and kept when it is put back", async () => {
    await marks("yes");
    await does(removeItem, { itemId }, coordinator);
    expect(await toldOutside()).toEqual([true, true, true]);
    await does(restoreItem, { itemId }, coordinator);
    expect(await toldOutside()).toEqual([false, false, false]);
  });

  test("is told again when the mark is taken off, and when the protection has lapsed", async () => {
    await marks("yes");
    await marks("", 1, { protectedUntil: addDays(dayOf(clock()), 1) });
    expect(await toldOutside()).toEqual([true, true, true]);
    await marks("yes", 2, { protectedUntil: addDays(dayOf(clock()), 1) });
    expect(await toldOutside()).toEqual([false, false, false]);
    const later = `${addDays(dayOf(clock()), 3)}T09:00:00.000Z`;
    const lapse = { id: young, version: 3, source: "register" };
    const session = await aFreshSession(guide, later);
    expect(await carryOut(confirmLapse, lapse, asker(session, later, "page"), newId())).toMatchObject({ ok: true });
    expect(await toldOutside()).toEqual([true, true, true]);
  });

  test("is told to a member from outside who works in the municipality as well, and not to one who has left it", async () => {
    const own = await aDepartment();
    await marks("yes");
    const membership = { id: newId(), staffId: outside.member, departmentId: own, fromOn: "2020-01-01" };
    await transact((db) => db.insert(tables.membership).values(membership));
    expect(await isTold(outside.member)).toBe(true);
    await transact((db) =>
      db
        .update(tables.membership)
        .set({ toOn: dayOf(clock()), version: 2 })
        .where(eq(tables.membership.id, membership.id)),
    );
    expect(await isTold(outside.member)).toBe(false);
  });

  test("is in no change that somebody from outside may watch, and every item is still a place on their agenda", async () => {
    const watched = (staffId: string) =>
      transact((db) =>
        mayWatch(db, { actor: as(staffId), now: clock(), today: dayOf(clock()) }, meetingTopic(meetingId)),
      );
    const slots = async () =>
      (await asks(boardFor, { meetingId, itemId: null }, outside.member)).agenda.rows.flatMap((row) =>
        row.kind === "slot" ? [row.id] : [],
      );
    const before = await slots();
    expect(await watched(outside.member)).toBe("member");
    await marks("yes");
    expect([await watched(outside.member), await watched(member)]).toEqual([null, "member"]);
    expect(await slots()).toEqual(before);
  });

  test("is said to be kept to whoever runs the meeting, who must tell those from outside another way, and to nobody else", async () => {
    const agenda = { meetingId, youngPersonId: null, wordsOf: null, removed: null };
    const kept = async (staffId: string) => (await asks(agendaFor, agenda, staffId)).placeKept;
    const other = await aStaffMember("coordinator");
    expect([await kept(coordinator), await kept(other)]).toEqual([false, false]);
    await marks("yes");
    expect([await kept(coordinator), await kept(other)]).toEqual([true, true]);
    for (const who of [member, ...Object.values(outside)]) expect(await kept(who)).toBe(false);
    await does(removeItem, { itemId }, coordinator);
    expect(await kept(coordinator)).toBe(false);
  });
});
