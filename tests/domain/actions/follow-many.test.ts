import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { read, tables } from "#db/index.server.ts";
import { agree } from "#domain/actions/agree.server.ts";
import { cancelAction, changeAction } from "#domain/actions/commands.server.ts";
import { MOST_SHOWN } from "#domain/actions/filters.ts";
import { finishAction, startAction } from "#domain/actions/follow.server.ts";
import { followActions } from "#domain/actions/follow-many.server.ts";
import type { Action } from "#domain/actions/views.server.ts";
import { newId } from "#domain/ids.server.ts";
import { declareConflict } from "#domain/participants/commands.server.ts";
import { aRoom, type Room } from "#tests/support/a-room.ts";
import { does, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { sentBy, wholeLog } from "#tests/support/traces.ts";

aDatabase();

let room: Room;
beforeEach(async () => {
  room = await aRoom();
});

async function made(departmentId = room.adults, text = "Ringer til skolen"): Promise<string> {
  return (await does(agree, { itemId: room.item, text, departmentId, dueOn: "2026-12-05" }, room.chair)).answer.id;
}
const seen = (id: string, version = 1) => `${id} ${version}`;
async function now(id: string): Promise<Action> {
  const [row] = await read((db) => db.select().from(tables.action).where(eq(tables.action.id, id)));
  if (!row) throw new Error("no such agreement");
  return row;
}
const loggedSince = async (length: number) =>
  (await wholeLog()).slice(length).map(({ kind, reason, itemId }) => ({ kind, reason, itemId }));

describe("several agreements at once", () => {
  test("are done in one press, each with its row of the log and by its own right", async () => {
    const ids = [await made(), await made(), await made()];
    const { length } = await wholeLog();
    const { answer } = await does(followActions, { what: "done", rows: ids.map((id) => seen(id)) }, room.adviser);
    expect(answer).toEqual({ what: "done", done: ids.map((id) => ({ id, version: 2 })), left: [] });
    for (const id of ids) expect(await now(id)).toMatchObject({ state: "done", endedAt: expect.any(String) });
    const row = { kind: "action-done", reason: "owner", itemId: room.item };
    expect(await loggedSince(length)).toEqual([row, row, row]);
  });

  test("are taken back as one is: under way again", async () => {
    const ids = [await made(), await made()];
    const { answer } = await does(followActions, { what: "done", rows: ids.map((id) => seen(id)) }, room.adviser);
    const back = { what: "take-back", rows: answer.done.map(({ id, version }) => seen(id, version)) };
    await does(followActions, back, room.adviser);
    for (const id of ids) expect(await now(id)).toMatchObject({ state: "in_progress", endedAt: null, version: 3 });
  });

  test("get a new day with a reason, and without one nothing is moved", async () => {
    const rows = [seen(await made()), seen(await made())];
    const day = { what: "day", rows, dueOn: "12/12" };
    for (const reason of ["", "   "])
      expect(await tryTo(followActions, { ...day, reason }, room.adviser)).toMatchObject({
        problems: { reason: "required" },
      });
    expect(await tryTo(followActions, { ...day, dueOn: "", reason: "Lukket" }, room.adviser)).toMatchObject({
      problems: { dueOn: "required" },
    });
    await does(followActions, { ...day, reason: "Skolen har lukket" }, room.adviser);
    for (const one of rows)
      expect(await now(one.split(" ")[0] ?? "")).toMatchObject({
        ...{ dueOn: "2026-12-12", resultNote: "Skolen har lukket", state: "agreed" },
      });
    expect(JSON.stringify(await wholeLog())).not.toContain("Skolen har lukket");
  });

  test("that are moved by others than the owner's side are asked about again, as one is", async () => {
    const [asked, sitting] = [await made(room.psychiatry), await made()];
    const day = { what: "day", rows: [seen(asked), seen(sitting)], dueOn: "12/12", reason: "Lukket" };
    await does(followActions, day, room.chair);
    expect(await now(asked)).toMatchObject({ state: "proposed" });
    expect(await now(sitting)).toMatchObject({ state: "agreed", acceptedById: room.adviser });
  });

  test("are told one by one what could not be changed, and the others stand", async () => {
    const [good, changed, ended] = [await made(), await made(), await made()];
    const [notOwner, hidden] = [await made(room.psychiatry, "Skriver op"), (await otherItem()).id];
    const terms = { text: "Ringer til UU", departmentId: room.adults, dueOn: "2026-12-05" };
    await does(changeAction, { id: changed, version: 1, ...terms }, room.minuteTaker);
    await does(finishAction, { id: ended, version: 1 }, room.adviser);
    const { length } = await wholeLog();
    const rows = [seen(good), seen(changed), seen(ended, 2), seen(notOwner), seen(hidden), seen(newId())];
    const { answer } = await does(followActions, { what: "done", rows }, room.adviser);
    expect(answer.done).toEqual([{ id: good, version: 2 }]);
    expect(answer.left).toMatchObject([
      { id: changed, no: "conflict", text: "Ringer til UU" },
      { id: ended, no: "refused", text: "Ringer til skolen" },
      { id: notOwner, no: "refused", text: "Skriver op" },
      // What one may not know of tells nothing of itself: the same as what never was.
      { id: hidden, no: "missing", text: null },
      { no: "missing", text: null },
    ]);
    expect(await now(good)).toMatchObject({ state: "done" });
    expect(await now(changed)).toMatchObject({ state: "agreed", version: 2 });
    expect((await loggedSince(length)).map(({ kind }) => kind).sort()).toEqual([
      ...["action-done", "refused", "refused", "refused"],
    ]);
  });

  test("change nothing of what the right ended to between the page and the press", async () => {
    const [first, second] = [await made(), await made()];
    await does(declareConflict, { itemId: room.item }, room.adviser);
    const { answer } = await does(followActions, { what: "done", rows: [seen(first), seen(second)] }, room.adviser);
    expect(answer.done).toEqual([]);
    expect(answer.left.map(({ no, text }) => [no, text])).toEqual([
      ["missing", null],
      ["missing", null],
    ]);
    expect(await now(first)).toMatchObject({ state: "agreed" });
  });

  test("chosen twice count once, and one of them alone is a list too", async () => {
    const id = await made();
    await does(followActions, { what: "done", rows: [seen(id), seen(id)] }, room.adviser);
    expect(await now(id)).toMatchObject({ state: "done", version: 2 });
    await does(followActions, { what: "take-back", rows: seen(id, 2) }, room.adviser);
    expect(await now(id)).toMatchObject({ state: "in_progress" });
  });

  test("are at least one and at most two hundred, and each says what was seen", async () => {
    const many = Array.from({ length: MOST_SHOWN + 1 }, () => seen(newId()));
    const tries = (rows: unknown) => tryTo(followActions, { what: "done", rows }, room.adviser);
    expect(await tries("")).toMatchObject({ problems: { rows: "choose-some" } });
    expect(await tries(many)).toMatchObject({ problems: { rows: "too-many-rows" } });
    expect(await tries(["x 1"])).toMatchObject({ no: "missing" });
    expect(await tries([newId()])).toMatchObject({ no: "invalid" });
  });

  test("sent twice with one key have one effect", async () => {
    const id = await made();
    const key = newId();
    const send = () => does(followActions, { what: "done", rows: [seen(id)] }, room.adviser, { key });
    expect((await send()).answer).toEqual((await send()).answer);
    expect((await now(id)).version).toBe(2);
  });

  test("two hundred of one item are one change on everybody's board", async () => {
    const ids: string[] = [];
    for (let n = 0; n < MOST_SHOWN; n += 1) ids.push(await made());
    const rows = ids.map((id) => seen(id));
    const [sent] = await sentBy(() => does(followActions, { what: "done", rows }, room.adviser));
    const own = sent?.changes.filter(({ topic }) => topic === `item:${room.item}`);
    expect(own).toHaveLength(1);
    expect(own?.[0]?.put).toHaveLength(MOST_SHOWN);
  });

  test("are left as they stand when one was withdrawn: it is named", async () => {
    const [withdrawn, other] = [await made(), await made()];
    await does(startAction, { id: other, version: 1 }, room.adviser);
    await does(cancelAction, { id: withdrawn, version: 1, reason: "Skrevet to gange" }, room.chair);
    const { answer } = await does(
      followActions,
      { what: "done", rows: [seen(withdrawn, 2), seen(other, 2)] },
      room.adviser,
    );
    expect(answer.left).toMatchObject([{ id: withdrawn, no: "refused" }]);
    expect(answer.done).toMatchObject([{ id: other }]);
  });
});

/** An agreement about somebody the adviser has nothing to do with. */
async function otherItem() {
  const other = await aRoom();
  const terms = { itemId: other.item, text: "Hemmeligt", departmentId: other.adults, dueOn: "2026-12-05" };
  return (await does(agree, terms, other.chair)).answer;
}
