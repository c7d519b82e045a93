import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { agree } from "#domain/actions/agree.server.ts";
import { setYouthAnswer } from "#domain/actions/answers.server.ts";
import { finishAction } from "#domain/actions/follow.server.ts";
import { boardFor } from "#domain/board/queries.server.ts";
import { EVERYBODY } from "#domain/guides/list-filters.ts";
import { mine } from "#domain/guides/mine.server.ts";
import { minutesFor } from "#domain/minutes/minutes-for.server.ts";
import { startFor } from "#domain/start/queries.server.ts";
import { tellYoungPerson } from "#domain/telling/commands.server.ts";
import { telling } from "#domain/telling/queries.server.ts";
import { isLateToTell, tellBy } from "#domain/telling/rules.ts";
import { writeOwnWords } from "#domain/voice/commands.server.ts";
import { hearBeforeMeeting, noteHearingPrint } from "#domain/voice/hear.server.ts";
import { hearing } from "#domain/voice/hearing.server.ts";
import { aRoom, type Room } from "#tests/support/a-room.ts";
import { aDepartment, aMeeting, anItem, aStaffMember, asks, does, NOW, TODAY, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { logOf } from "#tests/support/log.ts";
import { sentBy } from "#tests/support/traces.ts";

aDatabase();

let room: Room;
let coordinator: string;
beforeEach(async () => {
  room = await aRoom();
  coordinator = await aStaffMember("coordinator");
});

describe("own words before an item", () => {
  let item: string;
  const said = {
    ...{ words: "Jeg vil bo selv", helps: "Sms", company: "Ikke min lærer", notToDiscuss: "Min far" },
    ...{ attends: "video", follower: "Min moster" },
  };
  const hear = (set: object, by = room.guide) =>
    tryTo(hearBeforeMeeting, { itemId: item, version: 0, preparedVersion: 0, ...said, ...set }, by);
  const page = (by = room.guide) => asks(hearing, { itemId: item }, by);
  const versions = async () => {
    const { voice, prepared } = await page();
    return { version: voice?.version ?? 0, preparedVersion: prepared?.version ?? 0 };
  };
  beforeEach(async () => {
    const meeting = await aMeeting({ chairId: room.chair, startsAt: "2026-12-05T08:00:00.000Z" });
    item = await anItem({ meetingId: meeting, youngPersonId: room.youngPerson });
  });

  test("are written with all that is asked, in one; and so the young person is heard", async () => {
    const toHear = async () =>
      (await asks(mine, { filters: EVERYBODY }, room.guide)).toHear.map(({ itemId }) => itemId);
    expect(await toHear()).toContain(item);
    expect(await hear({})).toMatchObject({ ok: true });
    expect(await page()).toMatchObject({
      voice: { words: "Jeg vil bo selv", notToDiscuss: "Min far", how: "contact_person", heardById: room.guide },
      prepared: {
        helps: "Sms",
        company: "Ikke min lærer",
        attends: "video",
        follower: "Min moster",
        confirmedOn: null,
      },
    });
    expect(await toHear()).not.toContain(item);
  });

  test("are for those who go with the young person and who coordinate; for nobody else is there such a page", async () => {
    expect(await hear({}, room.outsider)).toMatchObject({ no: "missing" });
    await expect(page(room.outsider)).rejects.toMatchObject({ answer: { no: "missing" } });
    expect(await hear({}, room.colleague)).toMatchObject({ no: "missing" });
    expect(await hear({}, coordinator)).toMatchObject({ ok: true });
  });

  test.each([
    [{ words: "", helps: "", company: "", notToDiscuss: "" }, { words: "required" }],
    [{ helps: "Ring til 010203-1234" }, { helps: "has-cpr" }],
    [{ attends: "maybe" }, { attends: "choose" }],
  ])("%o is told at its field", async (set, problems) => {
    expect(await hear(set)).toMatchObject({ no: "invalid", problems });
  });

  test("are kept whichever question they answer; without own words the young person is not said to be heard", async () => {
    expect(await hear({ words: "", helps: "", company: "" })).toMatchObject({ ok: true });
    expect(await page()).toMatchObject({ voice: { words: "", notToDiscuss: "Min far", how: null } });
    expect(await hear({ ...(await versions()), words: "Jeg vil bo selv" })).toMatchObject({ ok: true });
    expect(await page()).toMatchObject({ voice: { words: "Jeg vil bo selv", how: "contact_person" } });
  });

  test("are right when the young person says so; whatever is changed later is not, from here or elsewhere", async () => {
    const confirmedOn = async () => (await page()).prepared?.confirmedOn;
    await hear({ confirmed: "yes" });
    expect(await confirmedOn()).toMatch(/^\d{4}-\d\d-\d\d$/);
    await hear(await versions());
    expect(await confirmedOn()).not.toBeNull();
    await hear({ ...(await versions()), company: "Alle" });
    expect(await confirmedOn()).toBeNull();
    await hear({ ...(await versions()), company: "Alle", confirmed: "yes" });
    const { voice } = await page();
    const own = { itemId: item, version: voice?.version, how: "contact_person", notToDiscuss: "Min far" };
    await does(writeOwnWords, { ...own, words: "Jeg vil bo selv" }, room.guide);
    expect(await confirmedOn()).not.toBeNull();
    await does(
      writeOwnWords,
      { ...own, version: (voice?.version ?? 0) + 1, words: "Jeg vil bo med en ven" },
      room.guide,
    );
    expect(await confirmedOn()).toBeNull();
  });

  test("of two who write at once the second is told what stands in both rows, and nothing is lost", async () => {
    const seen = await versions();
    await hear({ ...seen, words: "Først", helps: "Ro" });
    expect(await hear({ ...seen, words: "Sidst" }, coordinator)).toMatchObject({
      no: "conflict",
      now: { words: "Først", helps: "Ro", attends: "video" },
    });
    expect((await page()).voice?.words).toBe("Først");
    const after = await versions();
    await does(writeOwnWords, { itemId: item, version: after.version, words: "Imens", how: "written" }, coordinator);
    expect(await hear({ ...after, words: "Sidst" })).toMatchObject({ no: "conflict", now: { words: "Imens" } });
    await hear({ ...(await versions()), words: "Sidst" });
    expect((await page()).voice).toMatchObject({ words: "Sidst", how: "written", heardById: coordinator });
  });

  test("replace that nobody was reached: then they were heard by whoever writes", async () => {
    const tries = "Ringede to gange";
    await does(writeOwnWords, { itemId: item, version: 0, words: "", how: "not_reached", tries }, coordinator);
    await hear(await versions());
    expect((await page()).voice).toMatchObject({ how: "contact_person", heardById: room.guide });
  });

  test("stand on the board with what was said beside them", async () => {
    await hear({});
    const { meetingId } = await page();
    const { item: shown } = await asks(boardFor, { meetingId, itemId: item }, room.chair);
    expect(shown?.rows.find(({ kind }) => kind === "prepared")).toMatchObject({
      attends: "video",
      follower: "Min moster",
    });
  });

  test("are in the log without a word of them, and so is that they went onto paper", async () => {
    await hear({});
    await does(noteHearingPrint, { itemId: item }, room.guide);
    const rows = [...(await logOf("hear-before-meeting")), ...(await logOf("note-hearing-print"))];
    expect(rows.slice(-3).map(({ kind }) => kind)).toEqual(["own-words-written", "voice-prepared", "printed"]);
    expect(JSON.stringify(rows)).not.toMatch(/bo selv|moster|lærer/);
  });
});

describe("telling after a meeting", () => {
  let young: string;
  let item: string;
  let teller: string;
  let external: string;
  const HELD_AT = "2026-11-19T08:00:00.000Z";

  const setItem = (set: Partial<typeof tables.itemClosing.$inferInsert>, id = item) =>
    transact((db) => db.update(tables.itemClosing).set(set).where(eq(tables.itemClosing.id, id)));
  const promise = async (text: string, ownerId: string | null = null) => {
    const terms = { itemId: item, text, departmentId: room.adults, dueOn: "2026-12-05", ownerId };
    return (await does(agree, terms, room.chair)).answer.id;
  };
  const answer = (id: string, youthAnswer: string, version = 1, by = room.guide, youthWords?: string) =>
    tryTo(setYouthAnswer, { id, version, youthAnswer, ...(youthWords === undefined ? {} : { youthWords }) }, by);
  const tell = (set: object = {}, by = room.guide) =>
    tryTo(tellYoungPerson, { itemId: item, version: 0, how: "met", words: "", ...set }, by);
  const startOf = (by: string, now?: string) => asks(startFor, {}, by, now);
  const untoldOf = async (by: string, now?: string) =>
    (await startOf(by, now)).forum?.untold.filter(({ itemId }) => itemId === item);

  beforeEach(async () => {
    const own = await aDepartment({ name: "Familiehuset" });
    teller = await aStaffMember("caseworker", { departmentId: own });
    external = await aStaffMember("external", { departmentId: await aDepartment({ sector: "authority" }) });
    const meeting = await aMeeting({ chairId: room.chair, startsAt: HELD_AT, state: "running" });
    young = room.youngPerson;
    item = await anItem({ meetingId: meeting, youngPersonId: young, state: "open" });
    await promise("Ringer til skolen", room.adviser);
    await promise("Finder en plads");
    await transact(async (db) => {
      await db.update(tables.agendaItem).set({ state: "handled", version: 2 }).where(eq(tables.agendaItem.id, item));
      await db.update(tables.meeting).set({ state: "closed" }).where(eq(tables.meeting.id, meeting));
    });
    await setItem({ informStaffId: teller, informOn: tellBy(HELD_AT.slice(0, 10)) });
  });

  test("is for whoever was given to tell, who goes along and who coordinates; for nobody else", async () => {
    for (const one of [teller, room.guide, coordinator, room.chair])
      expect((await asks(telling, { itemId: item }, one)).agreements.map(({ text }) => text)).toEqual([
        "Ringer til skolen",
        "Finder en plads",
      ]);
    // Whoever has promised something sees that alone, and tells nobody.
    await expect(asks(telling, { itemId: item }, room.adviser)).rejects.toMatchObject({ answer: { no: "missing" } });
    await expect(asks(telling, { itemId: item }, room.outsider)).rejects.toMatchObject({ answer: { no: "missing" } });
    expect(await tell({}, room.outsider)).toMatchObject({ no: "missing" });
    expect(await tell({ how: "post" }, teller)).toMatchObject({ problems: { how: "choose" } });
  });

  test("stays with who works in the municipality when the minutes are approved, until the day after it is done", async () => {
    const sees = async (by: string, now?: string) =>
      asks(telling, { itemId: item }, by, now).then(
        () => true,
        () => false,
      );
    await transact((db) =>
      db.update(tables.meeting).set({ approvedAt: NOW }).where(eq(tables.meeting.startsAt, HELD_AT)),
    );
    expect(await sees(teller)).toBe(true);
    await setItem({ informStaffId: external });
    expect([await sees(external), await sees(teller)]).toEqual([false, false]);
    await setItem({ informStaffId: teller });
    await tell({}, teller);
    const [{ toldOn } = { toldOn: "" }] = await read((db) =>
      db.select().from(tables.itemTold).where(eq(tables.itemTold.id, item)),
    );
    expect([await sees(teller, `${toldOn}T12:00:00.000Z`), await sees(teller, "2027-01-04T12:00:00.000Z")]).toEqual([
      true,
      false,
    ]);
    expect(await sees(room.guide, "2027-01-04T12:00:00.000Z")).toBe(true);
  });

  test("waits until the item was taken", async () => {
    await transact((db) => db.update(tables.agendaItem).set({ state: "open" }).where(eq(tables.agendaItem.id, item)));
    expect(await tell({}, room.guide)).toMatchObject({ no: "refused" });
  });

  test("is a task until it is written how they were told; mending it is not telling anew", async () => {
    const tasks = async () => (await startOf(teller)).toTell.map(({ itemId, agreements }) => [itemId, agreements]);
    expect(await tasks()).toEqual([[item, 2]]);
    expect(await untoldOf(coordinator)).toMatchObject([{ youngPerson: { name: "Signe Holm Thomsen" } }]);
    await tell({}, teller);
    expect(await tasks()).toEqual([]);
    expect(await untoldOf(coordinator)).toEqual([]);
    expect(await tell({}, room.guide)).toMatchObject({ no: "conflict" });
    await tell({ version: 1, how: "phone", words: "Det er fint" }, room.guide);
    const { told } = await asks(telling, { itemId: item }, coordinator);
    expect(told).toMatchObject({ how: "phone", words: "Det er fint", by: expect.any(String), version: 2 });
    const [row] = await read((db) => db.select().from(tables.itemTold).where(eq(tables.itemTold.id, item)));
    expect(row?.toldById).toBe(teller);
    const rows = await logOf("tell-young-person");
    expect(rows.at(-1)).toMatchObject({ kind: "young-person-told", youngPersonId: young, facts: { how: "phone" } });
    expect(JSON.stringify(rows)).not.toContain("fint");
  });

  test("is written once however often it is sent", async () => {
    const once = { itemId: item, version: 0, how: "met", words: "" };
    const key = "one-and-the-same-key";
    for (let n = 0; n < 3; n++) expect(await tryTo(tellYoungPerson, once, teller, { key })).toMatchObject({ ok: true });
  });

  test("is late after two working days, over a weekend and over Easter", () => {
    expect(tellBy("2026-11-19")).toBe("2026-11-23");
    expect([isLateToTell("2026-11-19", "2026-11-23"), isLateToTell("2026-11-19", "2026-11-24")]).toEqual([false, true]);
    // Maundy Thursday, Good Friday and Easter Monday are no working days.
    expect(tellBy("2026-04-01")).toBe("2026-04-08");
    expect([isLateToTell("2026-04-01", "2026-04-08"), isLateToTell("2026-04-01", "2026-04-09")]).toEqual([false, true]);
  });

  test("is red at the coordinator the day after, by name; nobody else is told", async () => {
    expect(await untoldOf(coordinator, "2026-11-23T20:00:00.000Z")).toMatchObject([{ by: "2026-11-23", daysOver: 0 }]);
    expect(await untoldOf(coordinator, "2026-11-24T09:00:00.000Z")).toMatchObject([{ daysOver: 1 }]);
    expect((await startOf(room.adviser)).forum).toBeNull();
  });

  test("a no reaches the coordinator and the owner at once, with what was said on the whole; nobody else", async () => {
    const page = await asks(telling, { itemId: item }, room.guide);
    const [first] = page.agreements;
    const id = first?.id ?? "";
    const noOf = async (by: string) => (await startOf(by)).saidNo.map(({ id, onWhole }) => [id, onWhole]);
    const sent = await sentBy(() => answer(id, "no", first?.version));
    const reloads = sent.flatMap(({ reload }) => reload);
    expect(reloads).toEqual(expect.arrayContaining([`staff:${coordinator}`, `staff:${room.adviser}`]));
    expect(await noOf(coordinator)).toEqual([[id, ""]]);
    expect(await noOf(room.adviser)).toEqual([[id, ""]]);
    expect(await noOf(room.colleague)).toEqual([]);
    expect(await noOf(teller)).toEqual([]);
    await tell({ words: "Ikke den skole" }, teller);
    expect(await noOf(coordinator)).toEqual([[id, "Ikke den skole"]]);
    expect(await noOf(room.adviser)).toEqual([[id, "Ikke den skole"]]);
    // Whoever was given to tell may take the answer down too.
    expect(await answer(id, "partly", (first?.version ?? 0) + 1, teller)).toMatchObject({ ok: true });
    expect(await noOf(coordinator)).toEqual([]);
  });

  test("the own words stand with the agreement they were said to, wherever its answer stands; in no log", async () => {
    const [first, second] = (await asks(telling, { itemId: item }, room.guide)).agreements;
    await answer(first?.id ?? "", "no", first?.version, room.guide, "Ikke den skole");
    await answer(second?.id ?? "", "no", second?.version, room.guide);
    await tell({ words: "Tak for hjælpen" }, teller);
    const noOf = async (by: string) =>
      (await startOf(by)).saidNo.map(({ id, youthWords, onWhole }) => [id, youthWords, onWhole]);
    // What was said to none of its own does not stand where something was said.
    expect(await noOf(coordinator)).toEqual([
      [first?.id, "Ikke den skole", ""],
      [second?.id, "", "Tak for hjælpen"],
    ]);
    expect((await noOf(room.adviser))[0]).toEqual([first?.id, "Ikke den skole", ""]);
    const page = await asks(telling, { itemId: item }, room.guide);
    expect(page.agreements.map(({ youthWords }) => youthWords)).toEqual(["Ikke den skole", ""]);
    const { meetingId } = page;
    const minutes = await asks(minutesFor, { meetingId }, room.chair);
    expect(minutes.items.flatMap(({ agreements }) => agreements.map(({ youthWords }) => youthWords))).toEqual([
      "Ikke den skole",
      "",
    ]);
    expect(JSON.stringify(await logOf("set-youth-answer"))).not.toContain("skole");
    for (const one of page.agreements) await answer(one.id, "yes", one.version);
  });

  test("words stay where an answer comes without them, go when they are taken out", async () => {
    const [first] = (await asks(telling, { itemId: item }, room.guide)).agreements;
    const id = first?.id ?? "";
    const at = first?.version ?? 0;
    const wordsNow = async () => (await asks(telling, { itemId: item }, room.guide)).agreements[0]?.youthWords;
    await answer(id, "no", at, room.guide, "Ikke den skole");
    await answer(id, "partly", at + 1, room.chair);
    expect(await wordsNow()).toBe("Ikke den skole");
    expect(await answer(id, "partly", at, room.guide, "Andet")).toMatchObject({
      no: "conflict",
      now: { youthWords: "Ikke den skole" },
    });
    expect(await answer(id, "partly", at + 2, room.guide, "Ring til 010203-1234")).toMatchObject({
      problems: { youthWords: "has-cpr" },
    });
    expect(await answer(id, "partly", at + 2, room.guide, "a".repeat(2001))).toMatchObject({
      problems: { youthWords: "too-long" },
    });
    await answer(id, "partly", at + 2, room.guide, "");
    expect(await wordsNow()).toBe("");
  });

  test("a no to what is done is no task any more", async () => {
    const [first] = (await asks(telling, { itemId: item }, room.guide)).agreements;
    await answer(first?.id ?? "", "no", first?.version);
    const done = { id: first?.id, version: (first?.version ?? 0) + 1, resultNote: "Gjort" };
    await does(finishAction, done, room.adviser);
    expect((await startOf(coordinator)).saidNo).toEqual([]);
  });

  test("of what is met about under § 115 the coordinators hear nothing", async () => {
    const [first] = (await asks(telling, { itemId: item }, room.guide)).agreements;
    await transact((db) =>
      db.update(tables.meeting).set({ typeCode: "section115" }).where(eq(tables.meeting.startsAt, HELD_AT)),
    );
    const sent = await sentBy(() => answer(first?.id ?? "", "no", first?.version, room.chair));
    expect(sent.flatMap(({ reload }) => reload)).not.toContain(`staff:${coordinator}`);
    expect((await startOf(coordinator)).saidNo).toEqual([]);
    expect(await untoldOf(coordinator, `${TODAY}T12:00:00.000Z`)).toEqual([]);
    expect(await tell({}, coordinator)).toMatchObject({ no: "missing" });
  });
});
