import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { agree } from "#domain/actions/agree.server.ts";
import { Declined } from "#domain/errors.ts";
import { approveMinutes, sendDraft } from "#domain/meetings/commands.server.ts";
import { writeDiscussion, writeDissent, writeRemark } from "#domain/minutes/commands.server.ts";
import { handIn } from "#domain/minutes/hand-in.server.ts";
import { minutesFor } from "#domain/minutes/minutes-for.server.ts";
import { addOption } from "#domain/options/commands.server.ts";
import { declareConflict } from "#domain/participants/commands.server.ts";
import { writeOwnWords } from "#domain/voice/commands.server.ts";
import { aRoom, type Room, sits } from "#tests/support/a-room.ts";
import { anItem, aStaffMember, asks, aYoungPerson, does } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { wholeLog } from "#tests/support/traces.ts";

aDatabase();

let room: Room;
beforeEach(async () => {
  room = await aRoom();
});

const minutesOf = (staffId: string) => asks(minutesFor, { meetingId: room.meeting }, staffId);
const only = async (staffId: string) => {
  const { items } = await minutesOf(staffId);
  expect(items).toHaveLength(1);
  return items[0]!;
};
const close = (set: Partial<typeof tables.meeting.$inferInsert> = {}) =>
  transact(async (db) => {
    await db.update(tables.agendaItem).set({ state: "handled" }).where(eq(tables.agendaItem.id, room.item));
    await db
      .update(tables.meeting)
      .set({ state: "closed", ...set })
      .where(eq(tables.meeting.id, room.meeting));
  });

async function talk() {
  const { item, chair, adults } = room;
  const words = { words: "Jeg vil bo selv", how: "contact_person", notToDiscuss: "kanarie-min-mor" };
  await does(writeOwnWords, { itemId: item, version: 0, ...words }, chair);
  await does(writeDiscussion, { itemId: item, text: "Morgenen er svær" }, room.minuteTaker);
  await does(writeDissent, { itemId: item, departmentId: adults, text: "Voksen mener noget andet" }, room.adviser);
  await does(writeRemark, { itemId: item, text: "Skolen er orienteret" }, chair);
  await does(addOption, { itemId: item, text: "En bolig" }, chair);
  await does(agree, { itemId: item, text: "Finder en bolig", departmentId: adults, dueOn: "2026-12-05" }, chair);
}

describe("the draft of the minutes", () => {
  test("holds what was said and agreed, by name, and nothing of what was not to be discussed", async () => {
    await talk();
    await close();
    const item = await only(room.adviser);
    expect(item).toMatchObject({
      youngPerson: { name: "Signe Holm Thomsen", initials: "S.T." },
      voice: { words: "Jeg vil bo selv", how: "contact_person" },
      discussion: { text: "Morgenen er svær" },
      dissents: [{ text: "Voksen mener noget andet" }],
      remarks: [{ text: "Skolen er orienteret" }],
      options: [{ text: "En bolig" }],
      agreements: [{ number: 1, text: "Finder en bolig", department: "Voksen", state: "agreed" }],
    });
    expect(item.here).toHaveLength(4);
    expect(item.away).toMatchObject([{ organisation: "Psykiatri" }]);
    for (const staffId of [room.chair, room.adviser])
      expect(JSON.stringify(await minutesOf(staffId))).not.toContain("kanarie-min-mor");
  });

  test("puts the items as the room took them, and those never opened last whatever their place on the agenda", async () => {
    const other = (position: number, set: { state: "handled" | "not_reached"; openedAt?: string }) =>
      anItem({ meetingId: room.meeting, position, ...set });
    const never = await other(0, { state: "not_reached" });
    const early = await other(3, { state: "handled", openedAt: "2026-11-21T08:02:00.000Z" });
    const late = await other(2, { state: "handled", openedAt: "2026-11-21T09:40:00.000Z" });
    for (const id of [never, early, late]) await sits(id, room.chair, null, "room");
    await close();
    const { items } = await minutesOf(room.chair);
    const found = items.map(({ id }) => id).filter((id) => id !== room.item);
    expect(found).toEqual([early, late, never]);
  });

  test("shows nobody an item that they may not see, not even that it is there", async () => {
    const other = await aYoungPerson({ firstName: "Anden", lastName: "Ung" });
    const hidden = await anItem({ meetingId: room.meeting, youngPersonId: other, state: "handled", position: 2 });
    await sits(hidden, room.chair, null, "room");
    await close();
    const minutes = await minutesOf(room.adviser);
    expect(minutes.items.map(({ id }) => id)).toEqual([room.item]);
    expect(JSON.stringify(minutes)).not.toMatch(/Anden Ung/);
    expect(JSON.stringify(minutes)).not.toContain(hidden);
    expect((await minutesOf(room.chair)).items.map(({ id }) => id).sort()).toEqual([room.item, hidden].sort());
    await expect(minutesOf(room.outsider)).rejects.toEqual(new Declined({ no: "missing" }));
  });

  test("closes an item to whoever left it for a conflict of interest, and names them in it to the others", async () => {
    const name = "Rådgiver Inhabil";
    const worker = await aStaffMember(["caseworker", "forum_member"], { departmentId: room.adults, name });
    await sits(room.item, worker, room.adults, "room");
    await does(declareConflict, { itemId: room.item }, worker);
    await close();
    expect((await only(room.adviser)).out).toEqual([name]);
    await expect(minutesOf(worker)).rejects.toEqual(new Declined({ no: "missing" }));
  });

  test("tells those who lead the meeting what it lacks and what was handed in, and nobody else", async () => {
    await does(handIn, { itemId: room.item, text: "Nåede ikke at sige" }, room.adviser);
    await close();
    expect(await only(room.minuteTaker)).toMatchObject({
      edits: true,
      lacks: ["heard", "agreement", "informs", "next"],
      handedIn: [{ text: "Nåede ikke at sige" }],
    });
    expect(await only(room.adviser)).toMatchObject({ edits: false, lacks: [], handedIn: [] });
  });

  test("can be edited until it is sent; then the chair approves it, and the invited no longer read it", async () => {
    await close();
    const mayOf = async (staffId: string) => (await minutesOf(staffId)).may;
    expect(await mayOf(room.minuteTaker)).toEqual({ send: true, approve: false });
    expect(await mayOf(room.adviser)).toEqual({ send: false, approve: false });
    await does(sendDraft, { meetingId: room.meeting }, room.minuteTaker);
    expect(await only(room.minuteTaker)).toMatchObject({ edits: false, lacks: [] });
    expect(await mayOf(room.minuteTaker)).toEqual({ send: false, approve: false });
    expect(await mayOf(room.chair)).toEqual({ send: false, approve: true });
    await does(approveMinutes, { meetingId: room.meeting }, room.chair);
    expect((await minutesOf(room.adviser)).items).toEqual([]);
    expect((await minutesOf(room.guide)).items).toHaveLength(1);
  });

  test("leaves a row in the log for each young person whose item was read, with the reason", async () => {
    await close();
    await minutesOf(room.adviser);
    const rows = (await wholeLog()).filter(({ actorId, kind }) => actorId === room.adviser && kind === "read");
    expect(rows).toMatchObject([
      { door: "minutes", youngPersonId: room.youngPerson, itemId: room.item, reason: "invited" },
    ]);
  });

  test("offers to copy the part of the reader's own department", async () => {
    await close();
    expect((await minutesOf(room.adviser)).departments).toEqual([{ id: room.adults, name: "Voksen" }]);
    expect((await minutesOf(room.chair)).departments.map(({ name }) => name)).toEqual(["Kommunen"]);
  });
});
