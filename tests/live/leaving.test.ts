import { and, eq, isNull } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { read, tables } from "#db/index.server.ts";
import { decide } from "#domain/access/decide.server.ts";
import { now } from "#domain/clock.server.ts";
import { dayOf } from "#domain/moments.ts";
import { invite } from "#domain/participants/commands.server.ts";
import { assign } from "#domain/people/assignment-commands.server.ts";
import { endStaff } from "#domain/staff/commands.server.ts";
import { endMembership, setMembership } from "#domain/staff/membership-commands.server.ts";
import { itemTopic } from "#domain/topics.ts";
import { writeOwnWords } from "#domain/voice/commands.server.ts";
import { aDepartment, aMeeting, anItem, aStaffMember, as, aYoungPerson, does } from "../support/builders.ts";
import { aDatabase } from "../support/database.ts";
import { aLineUp, aLiveServer, aSession, caughtUp, watch } from "../support/live-server.ts";

aDatabase();

let admin = "";
let coordinator = "";
let left = "";
let other = "";
beforeAll(async () => {
  admin = await aStaffMember("admin");
  coordinator = await aStaffMember("coordinator");
  left = await aDepartment();
  other = await aDepartment();
});

const seatIn = async (departmentId: string, staffId: string) => {
  const own = and(
    eq(tables.membership.departmentId, departmentId),
    eq(tables.membership.staffId, staffId),
    isNull(tables.membership.toOn),
  );
  const [row] = await read((db) => db.select().from(tables.membership).where(own));
  return { id: row?.id, version: row?.version };
};
const leaves = async (staffId: string, departmentId = left) =>
  does(endMembership, await seatIn(departmentId, staffId), admin);
const sees = (staffId: string, what: "item:see" | "person:see", id: string) =>
  read(async (db) => decide(db, { actor: as(staffId), now: now(), today: dayOf(now()) }, what, id));

async function anItemOf(staffId: string, how: "assigned" | "invited") {
  const youngPersonId = await aYoungPerson();
  const meetingId = await aMeeting({ chairId: coordinator, state: "running" });
  const itemId = await anItem({ meetingId, youngPersonId, state: "open" });
  if (how === "assigned") await does(assign, { youngPersonId, staffId, kind: "guide" }, coordinator);
  else await does(invite, { itemId, staffId }, coordinator);
  return { youngPersonId, itemId };
}

describe("leaving a department", () => {
  it.each(["assigned", "invited"] as const)("ends the same second what came through it: who was %s", async (how) => {
    const guide = await aStaffMember("youth_guide", { departmentId: left });
    const { itemId, youngPersonId } = await anItemOf(guide, how);
    expect(await sees(guide, "item:see", itemId)).toBe(how);
    expect(await sees(guide, "person:see", youngPersonId)).toBe(how);
    await leaves(guide);
    expect(await sees(guide, "item:see", itemId)).toBeNull();
    expect(await sees(guide, "person:see", youngPersonId)).toBeNull();
  });

  it("takes nothing that came through another department, nor what came through none", async () => {
    const stays = await aStaffMember("youth_guide", { departmentId: other, representative: true });
    await does(setMembership, { staffId: stays, departmentId: left }, admin);
    const nowhere = await aStaffMember("youth_guide");
    for (const guide of [stays, nowhere]) {
      const { itemId } = await anItemOf(guide, "assigned");
      if (guide === stays) await leaves(guide);
      expect(await sees(guide, "item:see", itemId)).toBe("assigned");
    }
  });

  it.each(["assigned", "invited"] as const)(
    "it does not come back with the work; given again it does: who was %s",
    async (how) => {
      const guide = await aStaffMember("youth_guide", { departmentId: left });
      const { itemId, youngPersonId } = await anItemOf(guide, how);
      await leaves(guide);
      await does(setMembership, { staffId: guide, departmentId: other }, admin);
      expect(await sees(guide, "item:see", itemId)).toBeNull();
      if (how === "assigned") await does(assign, { youngPersonId, staffId: guide, kind: "guide" }, coordinator);
      else await does(invite, { itemId, staffId: guide }, coordinator);
      expect(await sees(guide, "item:see", itemId)).toBe(how);
    },
  );

  type Go = (staffId: string, seat: Awaited<ReturnType<typeof seatIn>>) => Promise<unknown>;
  const goes: [string, Go][] = [
    ["a department", (_staffId, seat) => does(endMembership, seat, admin)],
    ["the municipality", (staffId) => does(endStaff, { id: staffId, version: 1 }, admin)],
  ];
  it.each(goes)(
    "whoever leaves %s is off the item's screen at once, and gets not one frame more",
    async (_what, go) => {
      const { port } = await aLiveServer();
      const guide = await aStaffMember("youth_guide", { departmentId: left });
      const { itemId } = await anItemOf(guide, "assigned");
      const { line, frames } = await aLineUp(port, (await aSession(guide)).cookie);
      const staying = await aLineUp(port, (await aSession(coordinator)).cookie);
      expect(await watch(line, itemTopic(itemId))).toHaveProperty("seq");
      await watch(staying.line, itemTopic(itemId));
      const gone = new Promise((told) => line.once("left", told).once("disconnect", told));
      const words = { itemId, version: 0, words: "EFTER AT RETTEN ER VÆK", how: "in_room" };
      const seat = await seatIn(left, guide);
      await Promise.all([go(guide, seat), does(writeOwnWords, words, coordinator)]);
      await gone;
      await caughtUp(staying.line);
      if (line.connected) expect(await watch(line, itemTopic(itemId))).toEqual({ no: true });
      expect(staying.frames.join()).toContain("EFTER AT RETTEN");
      expect(frames.join()).not.toContain("EFTER AT");
    },
  );
});
