import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { read, tables } from "#db/index.server.ts";
import { decide } from "#domain/access/decide.server.ts";
import { advise } from "#domain/actions/advise.server.ts";
import { agree } from "#domain/actions/agree.server.ts";
import { changeAction } from "#domain/actions/commands.server.ts";
import { agendaFor } from "#domain/agenda/agenda-for.server.ts";
import { addItem, changeItem } from "#domain/agenda/commands.server.ts";
import { linkItem } from "#domain/agenda/link-command.server.ts";
import { boardFor } from "#domain/board/queries.server.ts";
import { now as clock } from "#domain/clock.server.ts";
import { newId } from "#domain/ids.server.ts";
import { minutesFor } from "#domain/minutes/minutes-for.server.ts";
import { dayOf } from "#domain/moments.ts";
import { addToRoom } from "#domain/participants/commands.server.ts";
import { openItem, postponeItem } from "#domain/room/commands.server.ts";
import { itemTopic } from "#domain/topics.ts";
import { writeOwnWords } from "#domain/voice/commands.server.ts";
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
} from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aLineUp, aLiveServer, aSession, caughtUp, watch } from "#tests/support/live-server.ts";
import { lastLogged, sentBy } from "#tests/support/traces.ts";

aDatabase();

const ASKED = "Hvad gør vi, når en ung ikke vil have hjælp?";

let chair: string;
let asker: string;
let own: string;
let member: string;
let meeting: string;
let item: string;

beforeEach(async () => {
  chair = await aStaffMember("coordinator");
  asker = await aStaffMember("external", {
    name: "Pia Prøve",
    departmentId: await aDepartment({ sector: "authority" }),
  });
  own = await aStaffMember("forum_member", { departmentId: await aDepartment() });
  member = await aStaffMember("forum_member");
  meeting = await aMeeting({ chairId: chair, members: [member] });
  item = newId();
  await does(addItem, { ...unnamed(), id: item, invited: [own] }, chair);
});

const unnamed = (set: Record<string, unknown> = {}) => ({
  ...{ meetingId: meeting, kind: "unnamed", question: ASKED, minutes: 15, askerId: asker },
  ...set,
});
const rowOf = async (id = item) =>
  (await read((db) => db.select().from(tables.agendaItem).where(eq(tables.agendaItem.id, id))))[0];
const sees = (staffId: string, what: "item:see" | "item:write" = "item:see") =>
  read(
    async (db) => (await decide(db, { actor: as(staffId), now: clock(), today: dayOf(clock()) }, what, item)) !== null,
  );
const link = async (youngPersonId: string, by = chair) =>
  tryTo(linkItem, { itemId: item, version: (await rowOf())?.version, youngPersonId }, by);

describe("an item without a name", () => {
  it("is about nobody, and the one who brings it is invited without any basis", async () => {
    expect(await rowOf()).toMatchObject({ kind: "unnamed", youngPersonId: null, askerId: asker });
    for (const one of [chair, asker, own]) expect(await sees(one)).toBe(true);
    expect(
      await read((db) => db.select().from(tables.sharingBasis).where(eq(tables.sharingBasis.itemId, item))),
    ).toEqual([]);
  });

  it("is brought by whoever adds it, when nobody else is named", async () => {
    const { answer } = await does(addItem, unnamed({ askerId: null }), chair);
    expect(await rowOf(answer.id)).toMatchObject({ askerId: chair });
  });

  it("is a place without its question to a member who is not invited", async () => {
    expect(await sees(member)).toBe(false);
    const agenda = await asks(
      agendaFor,
      { meetingId: meeting, youngPersonId: null, wordsOf: null, removed: null },
      member,
    );
    expect(agenda.agenda.rows).toMatchObject([{ kind: "meeting" }, { kind: "slot", id: item, title: null }]);
    expect(JSON.stringify(agenda)).not.toContain(ASKED);
  });

  it("cannot name a young person, nor hold a number", async () => {
    const youngPersonId = await aYoungPerson();
    expect(await tryTo(addItem, unnamed({ youngPersonId }), chair)).toMatchObject({
      problems: { youngPersonId: "choose" },
    });
    expect(await tryTo(addItem, unnamed({ question: "Hvad gør vi for 210409-1234?" }), chair)).toMatchObject({
      problems: { question: "has-cpr" },
    });
  });

  it.each([
    "Hvad gør vi for Signe Holm Thomsen?",
    "signe thomsen: hvem tager over?",
    "Hvem hjælper (Signe  HOLM Thomsen)?",
  ])("is not written with the name of a young person: %s", async (question) => {
    await aYoungPerson({ firstName: "Signe", lastName: "Holm Thomsen" });
    expect(await tryTo(addItem, unnamed({ question }), chair)).toMatchObject({
      problems: { question: "without-name" },
    });
    const changed = { itemId: item, version: 1, question, minutes: 15 };
    expect(await tryTo(changeItem, changed, chair)).toMatchObject({ problems: { question: "without-name" } });
  });

  it("tells nobody that a young person whom they may not see stands here", async () => {
    await aYoungPerson({ firstName: "Ukendt", lastName: "Person" });
    const leader = await aStaffMember("forum_member");
    const led = await aMeeting({ chairId: leader });
    expect(
      await tryTo(addItem, unnamed({ meetingId: led, question: "Hvad gør vi for Ukendt Person?" }), leader),
    ).toMatchObject({ ok: true });
  });

  it("is written with words that only look like a part of a name", async () => {
    await aYoungPerson({ firstName: "Bo", lastName: "Lund" });
    expect(await tryTo(addItem, unnamed({ question: "Kan en ung bo i Lund?" }), chair)).toMatchObject({ ok: true });
  });

  it("has no words of a young person, and nobody of their side in the room", async () => {
    await does(openItem, { itemId: item }, chair);
    expect(await tryTo(writeOwnWords, { itemId: item, version: 0, words: "Ja", how: "in_room" }, chair)).toMatchObject({
      no: "missing",
    });
    expect(await tryTo(addToRoom, { itemId: item, kind: "parent" }, chair)).toMatchObject({
      problems: { kind: "choose" },
    });
  });

  it("takes advice to whoever asks: theirs, without a department's yes, and no agreement", async () => {
    await does(openItem, { itemId: item }, chair);
    const { answer } = await does(advise, { itemId: item, text: "Ring til egen læge" }, own);
    expect(answer).toMatchObject({ number: 1, state: "agreed" });
    expect(await lastLogged()).toMatchObject({ kind: "action-made", youngPersonId: null, itemId: item });
    const [row] = await read((db) => db.select().from(tables.action).where(eq(tables.action.id, answer.id)));
    expect(row).toMatchObject({
      ownerId: asker,
      departmentId: null,
      acceptedById: null,
      youngPersonId: null,
      dueOn: null,
    });
    const departmentId = await aDepartment();
    const terms = { text: "Lover noget", departmentId, dueOn: "1/12", ownerId: null, howSeen: "" };
    expect(await tryTo(agree, { itemId: item, ...terms }, chair)).toMatchObject({ no: "missing" });
    expect(await tryTo(changeAction, { id: answer.id, version: 1, ...terms }, chair)).toMatchObject({ no: "refused" });
  });

  it("is advised by nobody who does not write in it", async () => {
    await does(openItem, { itemId: item }, chair);
    expect(await tryTo(advise, { itemId: item, text: "Nej" }, member)).toMatchObject({ no: "missing" });
    const named = await anItem({ meetingId: meeting, youngPersonId: await aYoungPerson(), position: 2 });
    expect(await tryTo(advise, { itemId: named, text: "Nej" }, chair)).toMatchObject({ no: "missing" });
  });

  it("goes on with who brought it when it is put off", async () => {
    const next = await aMeeting({
      chairId: chair,
      startsAt: "2026-12-05T08:00:00.000Z",
      endsAt: "2026-12-05T10:00:00.000Z",
    });
    await does(postponeItem, { itemId: item, reason: "time" }, chair);
    const [carried] = await read((db) =>
      db.select().from(tables.agendaItem).where(eq(tables.agendaItem.meetingId, next)),
    );
    expect(carried).toMatchObject({ kind: "unnamed", askerId: asker, youngPersonId: null });
  });

  it("stands in the minutes as what it was", async () => {
    await does(openItem, { itemId: item }, chair);
    const { items } = await asks(minutesFor, { meetingId: meeting }, chair);
    expect(items.find(({ id }) => id === item)).toMatchObject({ about: "unnamed", youngPerson: null });
  });
});

describe("an item that gets a name", () => {
  it("is about the young person from then on, with a basis for own people", async () => {
    const youngPersonId = await aYoungPerson();
    await does(openItem, { itemId: item }, chair);
    await does(advise, { itemId: item, text: "Ring til egen læge" }, chair);
    expect(await link(youngPersonId)).toMatchObject({ ok: true });
    expect(await rowOf()).toMatchObject({ kind: "person", youngPersonId });
    expect((await lastLogged()).kind).toBe("item-linked");
    for (const one of [chair, own]) expect(await sees(one)).toBe(true);
    expect(await sees(asker)).toBe(false);
    const board = await asks(boardFor, { meetingId: meeting, itemId: item }, asker);
    expect(board.item).toBeNull();
  });

  it("empties the screens of those without a basis at once, and the others read who it is", async () => {
    const youngPersonId = await aYoungPerson({ firstName: "Kanarie" });
    await does(openItem, { itemId: item }, chair);
    const { port } = await aLiveServer();
    const lines = await Promise.all([asker, own].map(async (one) => aLineUp(port, (await aSession(one)).cookie)));
    for (const { line } of lines) expect(await watch(line, itemTopic(item))).toHaveProperty("seq");
    const [outcome] = await sentBy(() => link(youngPersonId));
    expect(outcome).toMatchObject({ rights: true });
    for (const { line } of lines) await caughtUp(line);
    const [out, still] = lines.map(({ frames }) => frames.join("\n"));
    expect(out).not.toContain("Kanarie");
    expect(out).toContain(`["left","${itemTopic(item)}"]`);
    await expect.poll(() => lines[1]?.frames.join("\n"), { timeout: 10_000 }).toContain("Kanarie");
    expect(still).not.toContain('"left"');
  });

  it("leaves advice where it was, if whoever has it may not know of the young person", async () => {
    const youngPersonId = await aYoungPerson();
    await does(openItem, { itemId: item }, chair);
    await does(advise, { itemId: item, text: "Ring til egen læge" }, chair);
    await link(youngPersonId);
    const [advice] = await read((db) => db.select().from(tables.action).where(eq(tables.action.itemId, item)));
    expect(advice).toMatchObject({ youngPersonId: null, ownerId: asker });
  });

  it("is linked by those who run the item and may know of the young person, and by nobody else", async () => {
    const youngPersonId = await aYoungPerson();
    await does(openItem, { itemId: item }, chair);
    expect(await link(youngPersonId, own)).toMatchObject({ no: "refused" });
    expect(await link(youngPersonId, member)).toMatchObject({ no: "missing" });
    const leader = await aStaffMember("forum_member");
    const led = await aMeeting({ chairId: leader });
    const { answer } = await does(addItem, unnamed({ meetingId: led }), leader);
    const theirs = { itemId: answer.id, version: 1, youngPersonId };
    expect(await tryTo(linkItem, theirs, leader)).toMatchObject({ no: "missing" });
    await anAssignment(youngPersonId, leader);
    expect(await tryTo(linkItem, theirs, leader)).toMatchObject({ ok: true });
    expect(await tryTo(linkItem, { ...theirs, version: 2 }, leader)).toMatchObject({ no: "refused" });
  });

  it("does not stand twice in one meeting", async () => {
    const youngPersonId = await aYoungPerson();
    await anItem({ meetingId: meeting, youngPersonId, position: 2 });
    expect(await link(youngPersonId)).toMatchObject({ problems: { youngPersonId: "already-on-agenda" } });
  });
});
