import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { writeAddress } from "#domain/address/commands.server.ts";
import { addItem } from "#domain/agenda/commands.server.ts";
import { fillCodes } from "#domain/codes/fill.server.ts";
import { changeMeeting } from "#domain/meetings/commands.server.ts";
import { changeDepartment } from "#domain/staff/department-commands.server.ts";
import { meetingTopic, staffTopic } from "#domain/topics.ts";
import { aDepartment, aMeeting, anAssignment, anItem, aStaffMember, aYoungPerson, does } from "../support/builders.ts";
import { aDatabase } from "../support/database.ts";
import { aLineUp, aLiveServer, aSession, caughtUp, type Line, watch } from "../support/live-server.ts";

aDatabase();

let coordinator = "";
let guide = "";
let member = "";
let region = "";
let invited = "";
let young = "";
let meetingId = "";

beforeEach(async () => {
  await fillCodes();
  coordinator = await aStaffMember("coordinator");
  guide = await aStaffMember("youth_guide", { departmentId: await aDepartment() });
  region = await aDepartment({ sector: "authority" });
  member = await aStaffMember("external", { departmentId: region });
  invited = await aStaffMember("external", { departmentId: region });
  young = await aYoungPerson();
  await anAssignment(young, guide);
  meetingId = await aMeeting({ chairId: coordinator, members: [member] });
  const seat = { staffId: invited, departmentId: region };
  await anItem({ meetingId, youngPersonId: await aYoungPerson(), invited: [seat] });
});

const address = (highRisk: "yes" | "", version = 0) => ({
  ...{ id: young, version, address: "Prøvevej 1", protected: "yes", highRisk, source: "register" },
});
const marks = (highRisk: "yes" | "", version = 0) => does(writeAddress, address(highRisk, version), guide);
const adds = () =>
  does(
    addItem,
    {
      ...{ meetingId, kind: "person", youngPersonId: young, question: "?", minutes: 20, fixedAt: null },
      ...{ leadWorkerId: null, invited: [coordinator] },
    },
    coordinator,
  );

async function moves(place: string) {
  const [row] = await transact((db) => db.select().from(tables.meeting).where(eq(tables.meeting.id, meetingId)));
  const { version, typeCode, chairId, minuteTakerId } = row as typeof tables.meeting.$inferSelect;
  const when = { on: "21/11-2026", clock: "9.00", startsAt: "", minutes: 150 };
  const facts = { typeCode, chairId, minuteTakerId, place, videoLink: place, members: [member] };
  return does(changeMeeting, { meetingId, version, ...when, ...facts }, coordinator);
}

const heard = (line: Line, event: "left" | "reload") => new Promise((told) => line.once(event, told));
async function atTheScreen(port: number, staffId: string) {
  const opened = await aLineUp(port, (await aSession(staffId)).cookie);
  await watch(opened.line, staffTopic(staffId));
  return opened;
}

test("an open line from outside leaves the meeting the moment somebody on it may be looked for, and no place comes through", async () => {
  const { port } = await aLiveServer();
  await adds();
  const { line, frames } = await atTheScreen(port, member);
  const inside = await atTheScreen(port, coordinator);
  await watch(inside.line, meetingTopic(meetingId));
  expect(await watch(line, meetingTopic(meetingId))).toHaveProperty("seq");
  const left = heard(line, "left");
  await Promise.all([marks("yes").then(() => moves("HEMMELIGT STED")), left]);
  await Promise.all([caughtUp(line), caughtUp(inside.line)]);
  expect(await left).toBe(meetingTopic(meetingId));
  expect(await watch(line, meetingTopic(meetingId))).toEqual({ no: true });
  expect(inside.frames.join("")).toContain("HEMMELIGT STED");
  expect(frames.join("")).not.toContain("HEMMELIGT");
});

test("pages from outside are loaded anew when the mark is set, when it is taken off, and when the item is added", async () => {
  const { port } = await aLiveServer();
  const lines = [await atTheScreen(port, member), await atTheScreen(port, invited)];
  const own = await aStaffMember("caseworker", { departmentId: await aDepartment() });
  await transact((db) => db.insert(tables.meetingMember).values({ meetingId, staffId: own }));
  const inside = await atTheScreen(port, own);
  const reloaded = async (change: () => Promise<unknown>) => {
    const told = Promise.all(lines.map(({ line }) => heard(line, "reload")));
    await change();
    return told;
  };
  const topics = [staffTopic(member), staffTopic(invited)];
  await marks("yes");
  expect(await reloaded(adds)).toEqual(topics);
  expect(await reloaded(() => marks("", 1))).toEqual(topics);
  expect(await reloaded(() => marks("yes", 2))).toEqual(topics);
  await caughtUp(inside.line);
  expect(inside.frames.filter((frame) => frame.includes("reload"))).toEqual([]);
});

test("whoever's department is no longer the municipality's leaves with it", async () => {
  const { port } = await aLiveServer();
  const departmentId = await aDepartment({ name: "Det fælles hus", mark: "FH" });
  const colleague = await aStaffMember("forum_member", { departmentId });
  await transact((db) => db.insert(tables.meetingMember).values({ meetingId, staffId: colleague }));
  await adds();
  await marks("yes");
  const { line } = await atTheScreen(port, colleague);
  expect(await watch(line, meetingTopic(meetingId))).toHaveProperty("seq");
  const told = Promise.all([heard(line, "left"), heard(line, "reload")]);
  const set = { name: "Det fælles hus", mark: "FH", colour: "petrol", sector: "authority" };
  await does(changeDepartment, { id: departmentId, version: 1, ...set }, await aStaffMember("admin"));
  expect(await told).toEqual([meetingTopic(meetingId), staffTopic(colleague)]);
});

test("whoever leads the meeting loads it anew at the same moments: they must tell those from outside", async () => {
  const { port } = await aLiveServer();
  await adds();
  const { line } = await atTheScreen(port, coordinator);
  const told = heard(line, "reload");
  await marks("yes");
  expect(await told).toBe(staffTopic(coordinator));
  const again = heard(line, "reload");
  await marks("", 1);
  expect(await again).toBe(staffTopic(coordinator));
});
