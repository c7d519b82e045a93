import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { agree } from "#domain/actions/agree.server.ts";
import { acceptAction, acceptInMeeting, declineAction, setYouthAnswer } from "#domain/actions/answers.server.ts";
import { cancelAction, changeAction, moveActionUp } from "#domain/actions/commands.server.ts";
import { earlierOf } from "#domain/actions/earlier.server.ts";
import {
  blockAction,
  finishAction,
  moveDay,
  notDoneAction,
  startAction,
  unblockAction,
} from "#domain/actions/follow.server.ts";
import { isOverdue } from "#domain/actions/rules.ts";
import { type Action, actionsOf } from "#domain/actions/views.server.ts";
import { boardFor } from "#domain/board/queries.server.ts";
import { newId } from "#domain/ids.server.ts";
import { askConflicts } from "#domain/participants/commands.server.ts";
import { aRoom, type Room, sits } from "#tests/support/a-room.ts";
import { aStaffMember, as, asks, does, NOW, TODAY, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastLogged, sentBy, wholeLog } from "#tests/support/traces.ts";

aDatabase();

let room: Room;
beforeEach(async () => {
  room = await aRoom();
});

async function made(
  departmentId: string,
  said: Record<string, unknown> = {},
): Promise<{ id: string; version: number }> {
  const terms = { itemId: room.item, text: "Ringer til skolen", departmentId, dueOn: "2026-12-05", ...said };
  const { answer } = await does(agree, terms, room.chair);
  return { id: answer.id, version: 1 };
}
const asChair = { actor: as("01900000-0000-7000-8000-000000000000"), now: NOW, today: TODAY };
async function now(id: string): Promise<Action> {
  const [row] = await read((db) => db.select().from(tables.action).where(eq(tables.action.id, id)));
  if (!row) throw new Error("no such agreement");
  return row;
}

describe("the yes and the no of a department", () => {
  test("come from its owner or one who sits in the forum for it, and from nobody else", async () => {
    const asked = await made(room.psychiatry);
    expect(await tryTo(acceptAction, asked, room.outsider)).toEqual({ ok: false, no: "missing" });
    expect(await tryTo(acceptAction, asked, room.chair)).toEqual({ ok: false, no: "refused" });
    expect(await tryTo(acceptAction, asked, room.adviser)).toEqual({ ok: false, no: "refused" });
    await does(acceptAction, asked, room.psychiatrist);
    expect(await now(asked.id)).toMatchObject({
      state: "agreed",
      acceptedById: room.psychiatrist,
      acceptedAt: expect.any(String),
    });
    expect(await lastLogged()).toMatchObject({ kind: "action-accepted", actorId: room.psychiatrist, reason: "owner" });
  });

  test("said in the meeting are written by those who run the item, and the log says who wrote and who said it", async () => {
    const asked = await made(room.psychiatry);
    expect(await tryTo(acceptInMeeting, asked, room.adviser)).toMatchObject({ no: "refused" });
    expect(await tryTo(acceptInMeeting, { ...asked, saidById: room.adviser }, room.chair)).toMatchObject({
      no: "invalid",
    });
    await does(acceptInMeeting, asked, room.minuteTaker);
    expect(await now(asked.id)).toMatchObject({ state: "agreed", acceptedById: room.psychiatrist });
    expect((await lastLogged()).facts).toMatchObject({
      inMeeting: true,
      writtenById: room.minuteTaker,
      saidById: room.psychiatrist,
    });
  });

  test("a no with its reason brings the agreement back to its item and those who lead it", async () => {
    const asked = await made(room.psychiatry);
    expect(await tryTo(declineAction, { ...asked, reason: "" }, room.psychiatrist)).toMatchObject({
      problems: { reason: "required" },
    });
    const [sent] = await sentBy(() =>
      does(declineAction, { ...asked, reason: "Ventelisten er et år" }, room.psychiatrist),
    );
    expect(sent?.reload).toEqual(expect.arrayContaining([`staff:${room.chair}`, `staff:${room.minuteTaker}`]));
    expect(sent?.changes[0]).toMatchObject({
      topic: `item:${room.item}`,
      put: [{ state: "proposed", declineReason: "Ventelisten er et år" }],
    });
    expect((await lastLogged()).kind).toBe("action-declined");
  });

  test("an agreement that was declined and is written anew is asked again", async () => {
    const asked = await made(room.psychiatry);
    await does(declineAction, { ...asked, reason: "Ventelisten er et år" }, room.psychiatrist);
    const terms = { departmentId: room.psychiatry, dueOn: "2026-12-05", text: "Skriver den unge op" };
    await does(changeAction, { ...terms, id: asked.id, version: 2 }, room.chair);
    expect(await now(asked.id)).toMatchObject({ state: "proposed", declineReason: null });
  });

  test("a yes to what somebody changed meanwhile is shown what stands", async () => {
    const asked = await made(room.psychiatry);
    const terms = { departmentId: room.psychiatry, dueOn: "2026-12-19", text: "Ringer til skolen" };
    await does(changeAction, { ...asked, ...terms }, room.chair);
    expect(await tryTo(acceptAction, asked, room.psychiatrist)).toMatchObject({
      no: "conflict",
      now: { dueOn: "2026-12-19", version: 2 },
    });
    expect((await now(asked.id)).state).toBe("proposed");
  });

  test("what is agreed already is not said yes to again", async () => {
    expect(await tryTo(acceptAction, await made(room.adults), room.adviser)).toMatchObject({ no: "refused" });
  });
});

describe("the young person", () => {
  test("is never an owner who can be late", async () => {
    const own = await made(room.adults, { byYoungPerson: true, dueOn: "2020-01-01" });
    expect(isOverdue(await now(own.id), "2026-11-21")).toBe(false);
    expect(isOverdue(await now((await made(room.adults, { dueOn: "2020-01-01" })).id), "2026-11-21")).toBe(true);
  });

  test("answers through the chair or their own guide", async () => {
    const one = await made(room.adults);
    expect(await tryTo(setYouthAnswer, { ...one, youthAnswer: "yes" }, room.adviser)).toMatchObject({ no: "refused" });
    expect(await tryTo(setYouthAnswer, { ...one, youthAnswer: "yes" }, room.outsider)).toMatchObject({ no: "missing" });
    await does(setYouthAnswer, { ...one, youthAnswer: "partly" }, room.guide);
    expect(await lastLogged()).toMatchObject({
      kind: "action-youth-answered",
      reason: "assigned",
      facts: { youthAnswer: "partly" },
    });
    await does(setYouthAnswer, { id: one.id, version: 2, youthAnswer: "no" }, room.minuteTaker);
    expect((await now(one.id)).youthAnswer).toBe("no");
  });
});

describe("what becomes of an agreement", () => {
  test("is told by the owner, the owner's forum member or the coordinator, each step in the log", async () => {
    const one = await made(room.adults);
    expect(await tryTo(startAction, one, room.guide)).toMatchObject({ no: "refused" });
    await does(startAction, one, room.adviser);
    expect((await lastLogged()).kind).toBe("action-started");
    await does(
      blockAction,
      { id: one.id, version: 2, blockedReason: "waiting_list", blockedNote: "Fem måneder" },
      room.colleague,
    );
    expect(await lastLogged()).toMatchObject({ kind: "action-blocked", facts: { blockedReason: "waiting_list" } });
    await does(unblockAction, { id: one.id, version: 3 }, room.colleague);
    expect((await lastLogged()).kind).toBe("action-unblocked");
    await does(finishAction, { id: one.id, version: 4, resultNote: "Skolen ringer selv" }, room.chair);
    expect(await lastLogged()).toMatchObject({ kind: "action-done", facts: { from: "in_progress" } });
    expect(await now(one.id)).toMatchObject({ state: "done", endedAt: expect.any(String), blockedReason: null });
    await does(startAction, { id: one.id, version: 5 }, room.adviser);
    expect(await now(one.id)).toMatchObject({ state: "in_progress", endedAt: null });
    expect(JSON.stringify(await wholeLog())).not.toMatch(/Fem måneder|Skolen ringer/);
  });

  test("not done says what then", async () => {
    const one = await made(room.adults);
    expect(await tryTo(notDoneAction, { ...one, resultNote: "" }, room.adviser)).toMatchObject({
      problems: { resultNote: "required" },
    });
    await does(notDoneAction, { ...one, resultNote: "Prøver igen i januar" }, room.adviser);
    expect(await now(one.id)).toMatchObject({ state: "not_done", resultNote: "Prøver igen i januar" });
    expect((await lastLogged()).kind).toBe("action-not-done");
  });

  test("a withdrawn one is neither done nor started", async () => {
    const one = await made(room.adults);
    await does(cancelAction, { ...one, reason: "Skrevet to gange" }, room.chair);
    const seen = { id: one.id, version: 2 };
    expect(await tryTo(finishAction, seen, room.adviser)).toMatchObject({ no: "refused" });
    expect(await tryTo(startAction, seen, room.adviser)).toMatchObject({ no: "refused" });
    expect(await tryTo(unblockAction, seen, room.adviser)).toMatchObject({ no: "refused" });
  });

  test("withdrawing sent twice with one key has one effect and one answer", async () => {
    const one = await made(room.adults);
    const key = newId();
    const first = await does(cancelAction, { ...one, reason: "Skrevet to gange" }, room.chair, { key });
    expect(await does(cancelAction, { ...one, reason: "Skrevet to gange" }, room.chair, { key })).toEqual(first);
    expect((await now(one.id)).version).toBe(2);
  });
});

describe("a moved day", () => {
  test("stands when the owner's side moves it, and is asked about when others do", async () => {
    const one = await made(room.adults);
    await transact((db) =>
      db.update(tables.agendaItem).set({ state: "handled" }).where(eq(tables.agendaItem.id, room.item)),
    );
    await does(moveDay, { ...one, dueOn: "2026-12-12", resultNote: "Skolen har lukket" }, room.colleague);
    expect(await now(one.id)).toMatchObject({ state: "agreed", dueOn: "2026-12-12" });
    await does(moveDay, { id: one.id, version: 2, dueOn: "2026-12-19" }, room.chair);
    expect(await now(one.id)).toMatchObject({ state: "proposed", dueOn: "2026-12-19", acceptedById: null });
    expect(await lastLogged()).toMatchObject({
      kind: "action-day-moved",
      facts: { dueOn: "2026-12-19", askedAgain: true },
    });
  });

  test("is said yes to at once by a department that sits in the young person's open item", async () => {
    const one = await made(room.adults);
    await does(startAction, one, room.adviser);
    await does(moveDay, { id: one.id, version: 2, dueOn: "2026-12-12" }, room.chair);
    expect(await now(one.id)).toMatchObject({ state: "in_progress", acceptedById: room.adviser });
  });
});

describe("the list of an item", () => {
  test("changes its order by one place at a time, and no number", async () => {
    const [first, second] = [await made(room.adults), await made(room.adults)];
    await does(moveActionUp, { id: second.id }, room.guide);
    const rows = await read((db) => actionsOf(db, room.item));
    expect(rows.map(({ id, number }) => [id, number])).toEqual([
      [second.id, 2],
      [first.id, 1],
    ]);
    expect(await lastLogged()).toMatchObject({ kind: "action-moved", facts: { number: 2, position: 1 } });
    const { length } = await wholeLog();
    await does(moveActionUp, { id: second.id }, room.guide);
    expect(await wholeLog()).toHaveLength(length);
  });

  test("changes its order under the hands of those who edit: two agreements are changed as they were seen before a third person moved one", async () => {
    const [first, second] = [await made(room.adults), await made(room.adults)];
    const [sent] = await sentBy(() => does(moveActionUp, { id: second.id }, room.guide));
    expect(sent?.changes[0]?.put).toMatchObject([
      { id: second.id, position: 1, version: 1 },
      { id: first.id, position: 2, version: 1 },
    ]);
    const terms = { text: "Ringer til UU", departmentId: room.adults, dueOn: "2026-12-05" };
    await does(changeAction, { ...first, ...terms }, room.chair);
    await does(changeAction, { ...second, ...terms }, room.minuteTaker);
    expect((await now(second.id)).position).toBe(1);
  });

  test("has no place for an agreement that was withdrawn", async () => {
    await made(room.adults);
    const second = await made(room.adults);
    await does(cancelAction, { ...second, reason: "Skrevet to gange" }, room.chair);
    expect(await tryTo(moveActionUp, { id: second.id }, room.chair)).toEqual({ ok: false, no: "refused" });
    expect(await tryTo(moveActionUp, { id: second.id }, room.outsider)).toEqual({ ok: false, no: "missing" });
  });
});

describe("`Fra sidst`", () => {
  async function later() {
    await transact((db) =>
      db
        .update(tables.agendaItem)
        .set({ state: "handled", handledAt: "2026-11-21T08:30:00.000Z" })
        .where(eq(tables.agendaItem.id, room.item)),
    );
    const next = await aRoom({ startsAt: "2026-12-05T08:00:00.000Z", youngPersonId: room.youngPerson });
    return next;
  }

  test("holds what the young person's former items left open or what ended since, and nothing withdrawn", async () => {
    const [open, done, ended, withdrawn] = [
      await made(room.adults),
      await made(room.adults),
      await made(room.adults),
      await made(room.adults),
    ];
    await transact((db) =>
      db
        .update(tables.action)
        .set({ state: "done", endedAt: "2026-11-20T08:00:00.000Z" })
        .where(eq(tables.action.id, ended.id)),
    );
    await does(cancelAction, { ...withdrawn, reason: "Skrevet to gange" }, room.chair);
    const next = await later();
    await does(finishAction, { ...done, resultNote: "" }, room.adviser, { now: "2026-11-28T08:00:00.000Z" });
    const rows = await read((db) => earlierOf(db, next.item, asChair));
    expect(rows.map(({ kind, id, state }) => [kind, id, state])).toEqual([
      ["earlier", open.id, "agreed"],
      ["earlier", done.id, "done"],
    ]);
    expect(await read((db) => earlierOf(db, room.item, asChair))).toEqual([]);
  });

  test("changes on everybody's screen when it is set, also by the minute-taker of the later meeting", async () => {
    const one = await made(room.adults);
    const next = await later();
    const [sent] = await sentBy(() => does(finishAction, { ...one, resultNote: "" }, next.minuteTaker));
    expect(sent?.changes).toMatchObject([
      { topic: `item:${room.item}`, put: [{ kind: "action", id: one.id, state: "done" }] },
      { topic: `item:${next.item}`, put: [{ kind: "earlier", id: one.id, state: "done" }] },
    ]);
    expect((await lastLogged()).reason).toBe("leads a later item");
  });

  test("tells nothing of an earlier item to somebody with a conflict of interest there, by page or live; all others read it", async () => {
    const hidden = await made(room.adults);
    const next = await later();
    await sits(next.item, room.adviser, room.adults, "room");
    const earlierFor = async (staffId: string) => {
      const board = await asks(boardFor, { meetingId: next.meeting, itemId: next.item }, staffId);
      return board.item?.rows.flatMap((row) => (row.kind === "earlier" ? [row.id] : []));
    };
    expect(await earlierFor(room.adviser)).toEqual([hidden.id]);
    await does(askConflicts, { itemId: room.item, staffIds: [room.adviser] }, room.chair);
    expect(await earlierFor(room.adviser)).toEqual([]);
    expect(await earlierFor(next.chair)).toEqual([hidden.id]);
    const [sent] = await sentBy(() => does(startAction, hidden, next.chair));
    expect(sent?.changes.map(({ topic }) => topic)).toEqual([`item:${room.item}`]);
    expect(sent?.reload).toContain(`item:${next.item}`);
  });

  test("is no word of another young person's", async () => {
    await made(room.adults);
    const other = await aRoom({ startsAt: "2026-12-05T08:00:00.000Z" });
    expect(await read((db) => earlierOf(db, other.item, asChair))).toEqual([]);
  });
});

test("a conflict of interest ends the right to the agreement, the owner's too", async () => {
  const one = await made(room.adults);
  await transact((db) =>
    db.insert(tables.conflictOfInterest).values({
      id: newId(),
      itemId: room.item,
      staffId: room.adviser,
      declaredAt: "2026-11-21T08:10:00.000Z",
      declaredBy: room.chair,
    }),
  );
  expect(await tryTo(startAction, one, room.adviser)).toEqual({ ok: false, no: "missing" });
});

test("a caseworker of the department who does not sit in the forum answers only for their own agreements", async () => {
  const worker = await aStaffMember("caseworker", { departmentId: room.psychiatry });
  const asked = await made(room.psychiatry);
  expect(await tryTo(acceptAction, asked, worker)).toEqual({ ok: false, no: "missing" });
  const own = await made(room.psychiatry, { ownerId: worker });
  await does(acceptAction, own, worker);
  expect((await now(own.id)).acceptedById).toBe(worker);
});
