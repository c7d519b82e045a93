import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { agree } from "#domain/actions/agree.server.ts";
import { cancelAction, changeAction } from "#domain/actions/commands.server.ts";
import { type ActionRow, actionsOf } from "#domain/actions/views.server.ts";
import { newId } from "#domain/ids.server.ts";
import { addOption } from "#domain/options/commands.server.ts";
import { optionsOf } from "#domain/options/views.server.ts";
import { aRoom, type Room, sits } from "#tests/support/a-room.ts";
import { aStaffMember, does, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastLogged, sentBy, wholeLog } from "#tests/support/traces.ts";

aDatabase();

let room: Room;
beforeAll(async () => {
  room = await aRoom();
});

const promise = (said: Record<string, unknown> = {}) => ({
  itemId: room.item,
  text: "Ringer til skolen",
  departmentId: room.adults,
  dueOn: "2026-12-05",
  ...said,
});
const standing = () => read((db) => actionsOf(db, room.item));
async function made(said: Record<string, unknown> = {}): Promise<ActionRow> {
  const { answer } = await does(agree, promise(said), room.chair);
  const row = (await standing()).find(({ id }) => id === answer.id);
  if (!row) throw new Error("no such agreement");
  return row;
}
const changed = (row: ActionRow, said: Record<string, unknown> = {}) => ({
  id: row.id,
  version: row.version,
  text: row.text,
  departmentId: row.departmentId,
  dueOn: row.dueOn,
  ...said,
});

describe("an agreement", () => {
  test("costs a sentence, a department and a day", async () => {
    expect(await tryTo(agree, promise({ text: " " }), room.chair)).toMatchObject({
      no: "invalid",
      problems: { text: "required" },
    });
    expect(await tryTo(agree, promise({ departmentId: "" }), room.chair)).toMatchObject({
      problems: { departmentId: "choose" },
    });
    expect(await tryTo(agree, promise({ dueOn: "" }), room.chair)).toMatchObject({ problems: { dueOn: "required" } });
    expect(await tryTo(agree, promise({ dueOn: "2026-02-31" }), room.chair)).toMatchObject({
      problems: { dueOn: "no-such-day" },
    });
  });

  test("always has one owner department that stands in the forum", async () => {
    expect(await tryTo(agree, promise({ departmentId: newId() }), room.chair)).toMatchObject({
      problems: { departmentId: "choose" },
    });
    expect((await standing()).every(({ departmentId, dueOn }) => departmentId !== null && dueOn !== null)).toBe(true);
  });

  test("may be due on a day that is past", async () => {
    expect(await made({ dueOn: "2020-01-01" })).toMatchObject({ dueOn: "2020-01-01" });
  });

  test("reads its day as people write it", async () => {
    expect((await made({ dueOn: "5. dec. 2026" })).dueOn).toBe("2026-12-05");
  });

  test("holds no civil registration number", async () => {
    expect(await tryTo(agree, promise({ text: "Ringer om 010107-4321" }), room.chair)).toMatchObject({
      problems: { text: "has-cpr" },
    });
  });

  test("by a department in the room is agreed at once, and who said yes is recorded", async () => {
    expect(await made()).toMatchObject({
      state: "agreed",
      ownerId: room.adviser,
      acceptedById: room.adviser,
      youthAnswer: "not_asked",
    });
  });

  test("by one that is absent waits for its yes, with its standing representative", async () => {
    expect(await made({ departmentId: room.psychiatry })).toMatchObject({
      state: "proposed",
      ownerId: room.psychiatrist,
      acceptedById: null,
    });
  });

  test("is told to the pages of whom it waits for, and to the young person's plan", async () => {
    const [sent] = await sentBy(() => made({ departmentId: room.psychiatry }));
    expect(sent?.reload).toEqual([
      `person:${room.youngPerson}`,
      `staff:${room.psychiatrist}`,
      `department:${room.psychiatry}`,
    ]);
    expect(sent).toMatchObject({ rights: true, changes: [{ topic: `item:${room.item}`, put: [{ kind: "action" }] }] });
  });

  test("is not told of at the plan of somebody with a conflict of interest in its item, and is to the others who read it", async () => {
    const own = await aRoom();
    await transact((db) =>
      db.insert(tables.conflictOfInterest).values({
        ...{ id: newId(), itemId: own.item, staffId: own.guide },
        ...{ declaredAt: "2026-11-21T08:00:00.000Z", declaredBy: own.chair },
      }),
    );
    const terms = { itemId: own.item, text: "Ringer op", departmentId: own.adults, dueOn: "14d" };
    const [sent] = await sentBy(() => does(agree, terms, own.chair));
    expect(sent?.reload).toContain(`staff:${own.chair}`);
    expect(sent?.reload).not.toContain(`person:${own.youngPerson}`);
    expect(sent?.reload).not.toContain(`staff:${own.guide}`);
  });

  test("goes to a stand-in when the representative is missing", async () => {
    const other = await aRoom();
    const standIn = await aStaffMember("forum_member", { departmentId: other.psychiatry });
    await sits(other.item, standIn, other.psychiatry, "video", other.psychiatrist);
    await does(agree, promise({ itemId: other.item, departmentId: other.psychiatry }), other.chair);
    const [row] = await read((db) => actionsOf(db, other.item));
    expect(row).toMatchObject({ state: "agreed", ownerId: standIn, acceptedById: standIn });
  });

  test("gets no yes and no owner from somebody with a conflict of interest", async () => {
    const other = await aRoom();
    await transact((db) =>
      db.insert(tables.conflictOfInterest).values({
        id: newId(),
        itemId: other.item,
        staffId: other.adviser,
        declaredAt: "2026-11-21T08:00:00.000Z",
        declaredBy: other.chair,
      }),
    );
    const terms = promise({ itemId: other.item, departmentId: other.adults });
    await does(agree, terms, other.chair);
    const [row] = await read((db) => actionsOf(db, other.item));
    expect(row).toMatchObject({ state: "proposed", ownerId: null });
    expect(await tryTo(agree, { ...terms, ownerId: other.adviser }, other.chair)).toMatchObject({ no: "invalid" });
  });

  test("has only an owner who is in the department", async () => {
    expect((await made({ ownerId: room.colleague })).ownerId).toBe(room.colleague);
    const wrong = await tryTo(agree, promise({ ownerId: room.psychiatrist }), room.chair);
    expect(wrong).toMatchObject({ no: "invalid", problems: { ownerId: "not-in-department" } });
  });

  test("of the young person asks no department and has no owner by default", async () => {
    const own = await made({ departmentId: room.psychiatry, byYoungPerson: "yes" });
    expect(own).toMatchObject({ state: "agreed", byYoungPerson: true, ownerId: null, acceptedById: null });
  });

  test("has a number that is never used again", async () => {
    const row = await made();
    await does(cancelAction, { id: row.id, version: row.version, reason: "Skrevet to gange" }, room.chair);
    expect((await made()).number).toBe(row.number + 1);
  });

  test("comes out of an option in one press, and only once", async () => {
    const { answer: option } = await does(addOption, { itemId: room.item, text: "Aftenskole" }, room.guide);
    const row = await made({ optionId: option.id, text: "Aftenskole" });
    const options = await read((db) => optionsOf(db, room.item));
    expect(options.find(({ id }) => id === option.id)?.actionId).toBe(row.id);
    const again = await tryTo(agree, promise({ optionId: option.id }), room.adviser);
    expect(again).toMatchObject({ no: "conflict", now: { actionId: row.id } });
    await does(cancelAction, { id: row.id, version: row.version, reason: "Den unge vil ikke" }, room.chair);
    expect((await made({ optionId: option.id })).number).toBe(row.number + 1);
  });

  test("comes out of no option of another item", async () => {
    const other = await aRoom();
    const { answer: option } = await does(addOption, { itemId: other.item, text: "Aftenskole" }, other.chair);
    expect(await tryTo(agree, promise({ optionId: option.id }), room.chair)).toMatchObject({ no: "missing" });
  });

  test("sent twice with the same key is one agreement with the same answer", async () => {
    const before = await standing();
    const key = newId();
    const id = newId();
    const [first, second] = await Promise.all([1, 2].map(() => does(agree, promise({ id }), room.chair, { key })));
    expect(second).toEqual(first);
    expect((await standing()).length).toBe(before.length + 1);
  });

  test("takes no id that stands already", async () => {
    const row = await made();
    expect(await tryTo(agree, promise({ id: row.id, text: "Noget andet" }), room.chair)).toMatchObject({
      no: "missing",
    });
    expect((await standing()).find(({ id }) => id === row.id)?.text).toBe(row.text);
  });
});

describe("a changed agreement", () => {
  test("asks again when its day is another and its department is not in the room", async () => {
    const row = await made({ departmentId: room.psychiatry });
    await transact((db) =>
      db
        .update(tables.action)
        .set({ state: "agreed", acceptedById: room.psychiatrist })
        .where(eq(tables.action.id, row.id)),
    );
    const { answer } = await does(changeAction, changed(row, { dueOn: "2026-12-06" }), room.chair);
    expect(answer.state).toBe("proposed");
    expect((await standing()).find(({ id }) => id === row.id)).toMatchObject({
      acceptedById: null,
      dueOn: "2026-12-06",
      version: row.version + 1,
    });
  });

  test("keeps its yes when only the sentence is another", async () => {
    const row = await made();
    const { answer } = await does(changeAction, changed(row, { text: "Ringer til FGU" }), room.chair);
    expect(answer.state).toBe("agreed");
    expect((await standing()).find(({ id }) => id === row.id)).toMatchObject({
      text: "Ringer til FGU",
      ownerId: room.adviser,
    });
  });

  test("names whoever changed it last", async () => {
    const row = await made();
    expect((await standing()).find(({ id }) => id === row.id)).toMatchObject({ editedById: null });
    await does(changeAction, changed(row, { text: "Ringer til FGU" }), room.minuteTaker);
    expect((await standing()).find(({ id }) => id === row.id)).toMatchObject({ editedById: room.minuteTaker });
  });

  test("is said yes to at once by a department in the room", async () => {
    const { answer } = await does(changeAction, changed(await made(), { dueOn: "2026-12-06" }), room.chair);
    expect(answer.state).toBe("agreed");
  });

  test("goes to the new department's representative, who is asked", async () => {
    const row = await made();
    await does(changeAction, changed(row, { departmentId: room.psychiatry }), room.chair);
    expect((await standing()).find(({ id }) => id === row.id)).toMatchObject({
      state: "proposed",
      ownerId: room.psychiatrist,
    });
    expect(await lastLogged()).toMatchObject({
      kind: "action-changed",
      facts: { askedAgain: true, departmentId: room.psychiatry },
    });
  });

  test("asks again after the meeting, whoever sat there", async () => {
    const other = await aRoom();
    await does(agree, promise({ itemId: other.item, departmentId: other.adults }), other.chair);
    const [row] = await read((db) => actionsOf(db, other.item));
    await transact((db) =>
      db.update(tables.meeting).set({ state: "closed" }).where(eq(tables.meeting.id, other.meeting)),
    );
    const { answer } = await does(changeAction, changed(row!, { dueOn: "2026-12-06" }), other.minuteTaker);
    expect(answer.state).toBe("proposed");
  });

  test("can be changed by chair and minute-taker until the draft is sent, and by nobody after", async () => {
    const other = await aRoom();
    await does(agree, promise({ itemId: other.item, departmentId: other.adults }), other.chair);
    const [row] = await read((db) => actionsOf(db, other.item));
    await transact((db) =>
      db.update(tables.agendaItem).set({ state: "handled" }).where(eq(tables.agendaItem.id, other.item)),
    );
    expect(await tryTo(changeAction, changed(row!, { text: "Ringer" }), other.adviser)).toMatchObject({
      no: "refused",
    });
    await does(changeAction, changed(row!, { text: "Ringer" }), other.minuteTaker);
    await transact((db) =>
      db
        .update(tables.meeting)
        .set({ draftSentAt: "2026-11-21T12:00:00.000Z" })
        .where(eq(tables.meeting.id, other.meeting)),
    );
    expect(await tryTo(changeAction, changed({ ...row!, version: 2 }), other.chair)).toMatchObject({ no: "refused" });
  });

  test("by ten people at once is won by one, and nine are shown what stands", async () => {
    const row = await made();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        tryTo(changeAction, changed(row, { text: `Ringer ${n}` }), n % 2 ? room.chair : room.adviser),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const stands = (await standing()).find(({ id }) => id === row.id);
    for (const answer of answers)
      if (!answer.ok)
        expect(answer).toMatchObject({ no: "conflict", now: { text: stands?.text, version: row.version + 1 } });
  });
});

describe("the big screen", () => {
  test("is told of an agreement while it is paired with the meeting, and only then", async () => {
    const other = await aRoom();
    const terms = promise({ itemId: other.item, departmentId: other.adults });
    const topicsOf = async () =>
      (await sentBy(() => does(agree, terms, other.chair))).flatMap(({ changes }) => changes.map(({ topic }) => topic));
    expect(await topicsOf()).toEqual([`item:${other.item}`]);
    const screen = {
      id: newId(),
      tokenHash: newId(),
      code: "482913",
      offeredAt: "2026-11-21T08:00:00.000Z",
      meetingId: other.meeting,
    };
    await transact((db) => db.insert(tables.bigScreen).values(screen));
    expect(await topicsOf()).toEqual([`item:${other.item}`, `screen:${other.meeting}`]);
    await transact((db) =>
      db
        .update(tables.bigScreen)
        .set({ endedAt: "2026-11-21T09:00:00.000Z" })
        .where(eq(tables.bigScreen.id, screen.id)),
    );
    expect(await topicsOf()).toEqual([`item:${other.item}`]);
  });
});

describe("around an agreement", () => {
  test("an outsider learns nothing, and whoever was invited writes no more once the item is handled", async () => {
    const other = await aRoom();
    const terms = promise({ itemId: other.item, departmentId: other.adults });
    expect(await tryTo(agree, terms, other.outsider)).toEqual({ ok: false, no: "missing" });
    expect(await tryTo(agree, { ...terms, itemId: newId() }, other.outsider)).toEqual({ ok: false, no: "missing" });
    await does(agree, terms, other.adviser);
    await transact((db) =>
      db.update(tables.agendaItem).set({ state: "handled" }).where(eq(tables.agendaItem.id, other.item)),
    );
    expect(await tryTo(agree, terms, other.adviser)).toEqual({ ok: false, no: "refused" });
    expect(await lastLogged()).toMatchObject({ kind: "refused", door: "agree", actorId: other.adviser });
    expect(await read((db) => actionsOf(db, other.item))).toHaveLength(1);
  });

  test("a withdrawn one drops from everybody's list", async () => {
    const row = await made();
    const [sent] = await sentBy(() =>
      does(cancelAction, { id: row.id, version: row.version, reason: "Skrevet to gange" }, room.adviser),
    );
    expect(sent?.changes[0]).toMatchObject({ topic: `item:${room.item}`, put: [], drop: [`action ${row.id}`] });
    expect(await lastLogged()).toMatchObject({
      kind: "action-cancelled",
      facts: { number: row.number, from: "agreed" },
    });
    expect(await tryTo(changeAction, { ...changed(row), version: row.version + 1 }, room.chair)).toMatchObject({
      no: "refused",
    });
  });

  test("what is made, changed and withdrawn stands in the log, and nothing that was typed", async () => {
    const row = await made({ text: "Xylofonundervisning hos Ottilie", howSeen: "Ottilie ringer" });
    expect(await lastLogged()).toMatchObject({
      kind: "action-made",
      door: "agree",
      reason: "coordinator",
      youngPersonId: room.youngPerson,
      meetingId: room.meeting,
      itemId: room.item,
      facts: { actionId: row.id, number: row.number, state: "agreed" },
    });
    await does(changeAction, changed(row, { text: "Xylofonundervisning hos Ottilie og Finn" }), room.chair);
    await does(cancelAction, { id: row.id, version: row.version + 1, reason: "Ottilie vil ikke" }, room.chair);
    expect(JSON.stringify(await wholeLog())).not.toMatch(/Ottilie|Xylofon/);
  });
});
