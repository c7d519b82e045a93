import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { type CourseEnding, tryChannels } from "#db/vocabulary.ts";
import {
  answerFollowUp,
  askLeave,
  endFollowUps,
  giveHelp,
  leaveUnknown,
  reopenFollowUp,
  tryFollowUp,
} from "#domain/graduates/commands.server.ts";
import { endedCourses, graduateFigures, graduatesFollowed } from "#domain/graduates/queries.server.ts";
import { channelsFor, followUpDue, nextChannel, outcomeGroup } from "#domain/graduates/rules.ts";
import { newId } from "#domain/ids.server.ts";
import { endStaff } from "#domain/staff/commands.server.ts";
import { startFor } from "#domain/start/queries.server.ts";
import {
  decideCourse,
  endCourse,
  planCourse,
  referCourse,
  takeBackCourseEnd,
} from "#domain/stu/course-commands.server.ts";
import { deadlineRules } from "#domain/stu/find.server.ts";
import { addProvider, choosePlace, offerPlace } from "#domain/stu/place-commands.server.ts";
import { anAssignment, aStaffMember, asks, aYoungPerson, does, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";

aDatabase();

const on = (day: string) => ({ now: `${day}T10:00:00.000Z` });
const ENDED = "2026-06-30";

let team = "";
let person = "";
let course = "";
beforeEach(async () => {
  team = await aStaffMember("stu_team");
  person = await aYoungPerson({ bornOn: "2006-05-01" });
  await anAssignment(person, team, "stu_team");
  course = newId();
});

const courseNow = () =>
  read(async (db) => {
    const [row] = await db.select().from(tables.stuCourse).where(eq(tables.stuCourse.id, course));
    if (!row) throw new Error("No course");
    return row;
  });
const seen = async () => ({ id: course, version: (await courseNow()).version });
const followUps = () => read((db) => db.select().from(tables.followUp).where(eq(tables.followUp.courseId, course)));
async function followUp(code: string) {
  const found = (await followUps()).find((one) => one.code === code);
  if (!found) throw new Error(`No ${code}`);
  return { id: found.id, version: found.version };
}

/** From the proposal to the last day. */
async function aCourseThatEnds(ending: CourseEnding = "completed", endedOn = ENDED) {
  const [one, other] = [newId(), newId()];
  for (const id of [one, other]) await does(addProvider, { id, name: `Sted ${id}` }, team, on("2023-03-01"));
  await does(referCourse, { id: course, youngPersonId: person }, team, on("2023-03-01"));
  await does(decideCourse, { ...(await seen()), decision: "granted" }, team, on("2023-04-10"));
  for (const providerId of [one, other])
    await does(offerPlace, { courseId: course, providerId }, team, on("2023-04-20"));
  await does(choosePlace, { ...(await seen()), providerId: one }, team, on("2023-05-02"));
  const days = { startOn: "10-08-2023", baseEndOn: "30-06-2026", yearHours: "840" };
  await does(planCourse, { ...(await seen()), ...days }, team, on("2023-05-02"));
  await does(askLeave, { ...(await seen()), leaveToCall: "yes" }, team, on(endedOn));
  await does(endCourse, { ...(await seen()), ending, toMunicipality: "Nabo" }, team, on(endedOn));
}

const answer = { outcome: "education_ordinary", hours: "37", wishMet: "yes", source: "young_person", help: "none" };

describe("who has ended a course is asked after by itself", () => {
  test.each(["completed", "dropped_out_positive", "dropped_out_negative"] as const)(
    "%s: four times",
    async (ending) => {
      await aCourseThatEnds(ending);
      const rules = await read(deadlineRules);
      const due = (await followUps()).map(({ code }) => followUpDue(code, ENDED, rules, ENDED));
      expect(due.sort()).toEqual(["2026-09-30", "2026-12-30", "2027-06-30", "2028-06-30"]);
    },
  );
  test("whoever goes on in another municipality is not, and the course closes", async () => {
    await aCourseThatEnds("transferred_municipality");
    expect(await followUps()).toEqual([]);
    expect((await courseNow()).closedOn).toBe("2026-07-01");
  });
  test("nobody is, when the end is taken back; ended again they are asked after once", async () => {
    await aCourseThatEnds();
    await does(tryFollowUp, { id: (await followUp("follow_up_1")).id, channel: "call" }, team, on(ENDED));
    await does(takeBackCourseEnd, await seen(), team, on(ENDED));
    expect(await followUps()).toEqual([]);
    await does(endCourse, { ...(await seen()), ending: "completed" }, team, on(ENDED));
    expect(await followUps()).toHaveLength(4);
  });
  test("they stand in the call list of the team, and of nobody else's", async () => {
    await aCourseThatEnds();
    const guide = await aStaffMember("youth_guide");
    expect((await asks(graduatesFollowed, {}, team, on(ENDED).now)).courses.map(({ id }) => id)).toContain(course);
    expect((await asks(graduatesFollowed, {}, guide, on(ENDED).now)).courses).toEqual([]);
  });
});

describe("an answer", () => {
  beforeEach(() => aCourseThatEnds());
  test("from a granted course to what became of it after twelve months", async () => {
    for (const [code, day] of [
      ["follow_up_1", "2026-10-01"],
      ["follow_up_2", "2027-01-04"],
      ["follow_up_3", "2027-07-01"],
    ] as const)
      await does(answerFollowUp, { ...(await followUp(code)), ...answer }, team, on(day));
    const after = (await followUps()).filter(({ result }) => result !== null);
    expect(after.map(({ code, outcome, weekMinutes, wishMet }) => [code, outcome, weekMinutes, wishMet])).toEqual(
      ["follow_up_1", "follow_up_2", "follow_up_3"].map((code) => [code, "education_ordinary", 2220, "yes"]),
    );
    expect((await courseNow()).closedOn).toBeNull();
    await does(answerFollowUp, { ...(await followUp("follow_up_4")), ...answer }, team, on("2028-07-03"));
    // All is asked: a month later nobody follows the course any more.
    expect((await courseNow()).closedOn).toBe("2028-08-02");
    const colleague = await aStaffMember("stu_team");
    const list = (now: string) => asks(graduatesFollowed, {}, colleague, now);
    expect((await list("2028-08-01T10:00:00.000Z")).courses.map(({ id }) => id)).toContain(course);
    expect((await list("2028-08-02T10:00:00.000Z")).courses.map(({ id }) => id)).not.toContain(course);
    const facts = (await logOf("answer-follow-up")).map((row) => row.facts);
    expect(facts.at(-1)).toMatchObject({ course, code: "follow_up_4", outcome: "education_ordinary" });
  });
  test("from the young person says whether it is what they wanted", async () => {
    const no = await tryTo(answerFollowUp, { ...(await followUp("follow_up_1")), ...answer, wishMet: "" }, team);
    expect(no).toMatchObject({ ok: false, problems: { wishMet: "choose" } });
    const told = { ...answer, wishMet: "", source: "department" };
    await does(answerFollowUp, { ...(await followUp("follow_up_1")), ...told }, team, on("2026-10-01"));
  });
  test("is a code that can be chosen that day", async () => {
    const ended = { ...answer, outcome: "resource_course" };
    const at = await followUp("follow_up_1");
    expect(await tryTo(answerFollowUp, { ...at, ...ended }, team, on("2026-10-01"))).toMatchObject({
      problems: { outcome: "choose" },
    });
    await does(answerFollowUp, { ...at, ...ended }, team, on("2026-06-30"));
  });
  test("that was written by mistake is asked again, and the course is followed again", async () => {
    for (const { id, version } of await followUps())
      await does(answerFollowUp, { id, version, ...answer }, team, on("2026-10-01"));
    expect((await courseNow()).closedOn).toBe("2026-10-31");
    await does(reopenFollowUp, await followUp("follow_up_2"), team, on("2026-10-02"));
    expect((await courseNow()).closedOn).toBeNull();
    expect((await followUps()).find(({ code }) => code === "follow_up_2")).toMatchObject({ result: null, outcome: "" });
  });
  test("asks for help that stands until somebody saw to it", async () => {
    await does(
      answerFollowUp,
      { ...(await followUp("follow_up_1")), ...answer, help: "contact" },
      team,
      on("2026-10-01"),
    );
    await does(giveHelp, await followUp("follow_up_1"), team, on("2026-10-05"));
    expect((await followUps()).find(({ code }) => code === "follow_up_1")?.helpedOn).toBe("2026-10-05");
  });
});

describe("nobody knows", () => {
  beforeEach(() => aCourseThatEnds());
  test("is an answer after three tries, and counted as unknown", async () => {
    const { id } = await followUp("follow_up_1");
    for (const channel of ["call", "call", "text_message"]) {
      const no = await tryTo(leaveUnknown, await followUp("follow_up_1"), team, on("2026-10-01"));
      expect(no).toMatchObject({ ok: false, no: "refused", because: "too-few-tries" });
      await does(tryFollowUp, { id, channel }, team, on("2026-10-01"));
    }
    await does(leaveUnknown, await followUp("follow_up_1"), team, on("2026-10-01"));
    const { providerId } = await courseNow();
    const ended = (await read((db) => endedCourses(db, "2026-10-02"))).find((one) => one.providerId === providerId);
    expect(ended?.found).toEqual({ follow_up_1: "unknown" });
  });
  test("the way that nobody has tried yet is proposed first", () => {
    const tried = (channel: "call" | "text_message" | "through_network" | "letter" | "visit", triedAt: string) => ({
      channel,
      triedAt,
    });
    expect(nextChannel([], tryChannels)).toBe("call");
    expect(nextChannel([tried("call", "1")], tryChannels)).toBe("text_message");
    const all = [
      tried("call", "5"),
      tried("text_message", "2"),
      tried("through_network", "3"),
      tried("letter", "4"),
      tried("visit", "6"),
    ];
    expect(nextChannel(all, tryChannels)).toBe("text_message");
  });
});

describe("nobody is asked any more", () => {
  beforeEach(() => aCourseThatEnds());
  test.each(["not_wanted", "moved", "deceased"])("%s ends all that is open, and the course closes", async (result) => {
    await does(answerFollowUp, { ...(await followUp("follow_up_1")), ...answer }, team, on("2026-10-01"));
    await does(endFollowUps, { id: course, result }, team, on("2026-10-02"));
    expect((await followUps()).map((one) => one.result).sort()).toEqual(["answered", result, result, result].sort());
    expect((await courseNow()).closedOn).toBe("2026-11-01");
    expect(await tryTo(endFollowUps, { id: course, result }, team, on("2026-10-02"))).toMatchObject({ no: "refused" });
  });
});

describe("whether they may be called is asked while the course is on its way out", () => {
  test.each([
    ["yes", ["call", "text_message", "through_network", "letter", "visit"]],
    ["no", ["through_network"]],
    [null, ["through_network", "letter", "visit"]],
  ] as const)("said %s, they are tried in no other way", async (leaveToCall, ways) => {
    await aCourseThatEnds();
    if (leaveToCall) await does(askLeave, { ...(await seen()), leaveToCall }, team, on(ENDED));
    else
      await transact((db) =>
        db.update(tables.stuCourse).set({ leaveToCall: "not_asked" }).where(eq(tables.stuCourse.id, course)),
      );
    const { id } = await followUp("follow_up_1");
    for (const channel of tryChannels) {
      const said = await tryTo(tryFollowUp, { id, channel }, team, on("2026-10-01"));
      if ((ways as readonly string[]).includes(channel)) expect(said).toMatchObject({ ok: true });
      else expect(said).toMatchObject({ problems: { channel: "no-leave-to-call" } });
    }
    expect(nextChannel([], channelsFor(leaveToCall ?? "not_asked"))).toBe(ways[0]);
  });

  test("the answer can be another later, and both stand in the log", async () => {
    await aCourseThatEnds();
    await does(askLeave, { ...(await seen()), leaveToCall: "no" }, team, on("2026-07-02"));
    expect(await courseNow()).toMatchObject({ leaveToCall: "no", leaveAskedOn: "2026-07-02" });
    const rows = (await logOf("ask-leave-to-call")).filter(({ youngPersonId }) => youngPersonId === person);
    expect(rows.map(({ facts }) => facts)).toMatchObject([{ leaveToCall: "yes" }, { leaveToCall: "no" }]);
  });
});

test("what is written about a graduate is the team's to write; to others it is not there", async () => {
  await aCourseThatEnds();
  const guide = await aStaffMember("youth_guide");
  const own = await aStaffMember("youth_guide");
  await anAssignment(person, own);
  const one = await followUp("follow_up_1");
  for (const [who, no] of [
    [guide, "missing"],
    [own, "refused"],
  ] as const) {
    expect(await tryTo(answerFollowUp, { ...one, ...answer }, who, on("2026-10-01"))).toMatchObject({ no });
    expect(await tryTo(tryFollowUp, { id: one.id, channel: "call" }, who, on("2026-10-01"))).toMatchObject({ no });
    expect(await tryTo(endFollowUps, { id: course, result: "moved" }, who, on("2026-10-01"))).toMatchObject({ no });
  }
});

test("figures are for the team and the leader, not for who goes with one of them", async () => {
  const leader = await aStaffMember("leader");
  for (const who of [team, leader]) expect((await asks(graduateFigures, {}, who)).flows).toHaveLength(4);
  await expect(asks(graduateFigures, {}, await aStaffMember("youth_guide"))).rejects.toMatchObject({
    message: "missing",
  });
});

test("every outcome that ships counts as something", () => {
  expect(outcomeGroup({ result: "answered", outcome: "fleksjob" })).toBe("job");
  expect(outcomeGroup({ result: "answered", outcome: "cash_passive" })).toBe("passive");
  expect(outcomeGroup({ result: "not_wanted", outcome: "" })).toBe("unknown");
  expect(outcomeGroup({ result: "moved", outcome: "" })).toBe("away");
});

describe("help that was asked for", () => {
  beforeEach(() => aCourseThatEnds());
  const asksFor = async (help: string) =>
    does(answerFollowUp, { ...(await followUp("follow_up_1")), ...answer, help }, team, on("2026-10-01"));
  const helpOn = async (staffId: string) =>
    (await asks(startFor, {}, staffId, on("2026-10-01").now)).helpAsked.map(({ youngPerson }) => youngPerson.id);

  test("of the contact person stands on their start page, and they alone of all who go along say that it is taken", async () => {
    const [contact, guide] = [await aStaffMember("youth_guide"), await aStaffMember("youth_guide")];
    await anAssignment(person, contact);
    await anAssignment(person, guide, "caseworker");
    await asksFor("contact");
    expect(await helpOn(contact)).toEqual([person]);
    expect(await helpOn(guide)).toEqual([]);
    const coordinator = await aStaffMember("coordinator");
    expect(await helpOn(coordinator)).toEqual([]);
    for (const who of [guide, coordinator])
      expect(await tryTo(giveHelp, await followUp("follow_up_1"), who, on("2026-10-01"))).toMatchObject({ ok: false });
    await does(giveHelp, await followUp("follow_up_1"), contact, on("2026-10-01"));
    expect(await helpOn(contact)).toEqual([]);
  });

  test("of a contact person who has stopped is that of whoever coordinates", async () => {
    const [contact, coordinator] = [await aStaffMember("youth_guide"), await aStaffMember("coordinator")];
    await anAssignment(person, contact);
    await asksFor("contact");
    expect(await helpOn(coordinator)).not.toContain(person);
    await does(endStaff, { id: contact, version: 1 }, await aStaffMember("admin"), on("2026-10-01"));
    expect(await helpOn(coordinator)).toContain(person);
    await does(giveHelp, await followUp("follow_up_1"), coordinator, on("2026-10-01"));
    expect(await helpOn(coordinator)).not.toContain(person);
  });

  test("of the forum stands on the start page of who coordinates it, and of nobody who goes along", async () => {
    const [contact, coordinator] = [await aStaffMember("youth_guide"), await aStaffMember("coordinator")];
    await anAssignment(person, contact);
    await asksFor("forum");
    expect(await helpOn(coordinator)).toContain(person);
    expect(await helpOn(contact)).toEqual([]);
    expect(await tryTo(giveHelp, await followUp("follow_up_1"), contact, on("2026-10-01"))).toMatchObject({
      ok: false,
    });
    await does(giveHelp, await followUp("follow_up_1"), coordinator, on("2026-10-01"));
    expect(await helpOn(coordinator)).not.toContain(person);
  });
});
