import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { rawDatabase, read, tables, transact } from "#db/index.server.ts";
import { approveMinutes, sendDraft } from "#domain/meetings/commands.server.ts";
import { writePlanText } from "#domain/plan/commands.server.ts";
import { differences } from "#domain/plan/differences.ts";
import { addGoal, changeGoal } from "#domain/plan/goal-commands.server.ts";
import { planVersions } from "#domain/plan/queries.server.ts";
import { changedVersion } from "#domain/plan/versions.server.ts";
import type { GoalRow, PlanTextRow } from "#domain/plan/views.server.ts";
import { aRoom, type Room } from "#tests/support/a-room.ts";
import { asks, does } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastKindsOf } from "#tests/support/log.ts";

aDatabase();

let room: Room;
beforeEach(async () => {
  room = await aRoom();
});

async function approved({ meeting, item, chair }: Room): Promise<void> {
  await transact(async (db) => {
    await db.update(tables.agendaItem).set({ state: "handled" }).where(eq(tables.agendaItem.id, item));
    await db.update(tables.meeting).set({ state: "closed", room: "over" }).where(eq(tables.meeting.id, meeting));
  });
  await does(sendDraft, { meetingId: meeting }, chair);
  await does(approveMinutes, { meetingId: meeting }, chair);
}

const wish = (text: string, version = 0) => ({ youngPersonId: room.youngPerson, part: "wish", version, text });
const asked = (set: { from?: number; to?: number; row?: string } = {}, who = room.guide) => {
  const { from = null, to = null, row = null } = set;
  return asks(planVersions, { id: room.youngPerson, from, to, row }, who);
};

describe("a version of a plan", () => {
  test("is made when the minutes of an item are approved, and leans on the one before it", async () => {
    await does(writePlanText, wish("Heste"), room.guide);
    await approved(room);
    expect(await lastKindsOf("approve-minutes")).toEqual(["minutes-approved", "plan-version-made"]);
    const first = await asked();
    expect(first).toMatchObject({ versions: [{ number: 1, byId: room.chair }], from: 1, to: null, changed: [] });

    await does(writePlanText, wish("Heste og hunde", 1), room.guide);
    const next = await aRoom({ youngPersonId: room.youngPerson });
    await approved(next);
    expect((await asked()).versions.map(({ number }) => number)).toEqual([2, 1]);
    const between = { before: "Heste", after: "Heste og hunde", field: "text", who: { byId: room.guide } };
    expect((await asked({ from: 1, to: 2 })).changed).toMatchObject([between]);
    expect(await read(changedVersion)).toBeNull();
  });

  test("stays as it was approved: nobody changes it, and whoever did past all rules is found out", async () => {
    await does(writePlanText, wish("Heste"), room.guide);
    await approved(room);
    const change = () => rawDatabase().exec(`update plan_version set content = '[]'`);
    expect(change).toThrow("an approved version is not changed");
    const [trigger] = rawDatabase()
      .prepare("select sql from sqlite_schema where name = 'plan_version_is_not_changed'")
      .pluck()
      .all() as string[];
    rawDatabase().exec("drop trigger plan_version_is_not_changed");
    change();
    expect(await read(changedVersion)).toMatchObject({ number: 1 });
    rawDatabase().exec(trigger ?? "");
  });

  test("is not made of what was said under § 115", async () => {
    await transact((db) =>
      db.update(tables.meeting).set({ typeCode: "section115" }).where(eq(tables.meeting.id, room.meeting)),
    );
    await approved(room);
    expect(await lastKindsOf("approve-minutes")).toEqual(["minutes-approved"]);
    expect((await asked()).versions).toEqual([]);
  });

  test("is for those who may open the plan, and one that was never made never existed", async () => {
    await expect(asked({}, room.outsider)).rejects.toMatchObject({ answer: { no: "missing" } });
    await expect(asked({ from: 7 })).rejects.toMatchObject({ answer: { no: "missing" } });
    await expect(asked({ row: room.item })).rejects.toMatchObject({ answer: { no: "missing" } });
  });
});

test("a text's history stands with who wrote what, the newest first", async () => {
  const { id } = (await does(writePlanText, wish("Heste"), room.guide, { now: "2026-11-21T09:00:00.000Z" })).answer;
  await does(writePlanText, wish("Heste og hunde", 1), room.chair, { now: "2026-11-21T09:05:00.000Z" });
  expect((await asked({ row: id })).history).toMatchObject([
    { row: { text: "Heste og hunde" }, byId: room.chair, at: "2026-11-21T09:05:00.000Z" },
    { row: { text: "Heste" }, byId: room.guide, at: "2026-11-21T09:00:00.000Z" },
  ]);
});

test("a goal's history begins with the goal as it was written", async () => {
  const goal = { youngPersonId: room.youngPerson, text: "Jeg vil passe heste", targetOn: "" };
  const { id } = (await does(addGoal, goal, room.guide)).answer;
  await does(changeGoal, { id, version: 1, text: "Jeg vil passe hunde", targetOn: "" }, room.chair);
  const { history, changed } = await asked({ row: id, from: 0 });
  expect(history?.map(({ row, byId }) => [(row as GoalRow).text, byId])).toEqual([
    ["Jeg vil passe hunde", room.chair],
    ["Jeg vil passe heste", room.guide],
  ]);
  // What nobody has changed since stands with who wrote it first, as the log has it.
  const other = (await does(addGoal, { ...goal, text: "Jeg vil have et job" }, room.guide)).answer.id;
  const { changed: now } = await asked({ from: 0 });
  const who = (rows: typeof changed, row: string) =>
    new Set(rows.filter((one) => one.row.id === row).map((one) => one.who?.byId));
  expect([who(now, id), who(now, other)]).toEqual([new Set([room.chair]), new Set([room.guide])]);
});

describe("two versions differ", () => {
  const text = (set: Partial<PlanTextRow>): PlanTextRow => ({
    ...{ kind: "plan-text", id: "a", version: 1, part: "wish", area: "", departmentId: null, text: "Heste" },
    ...{ heardById: null, heardOn: null, editedById: null, editedAt: "" },
    ...set,
  });

  test("in what people read, and not in who noted it or which number it has", () => {
    expect(differences([text({})], [text({ version: 9, editedAt: "2026-11-21T09:00:00.000Z" })])).toEqual([]);
    expect(differences([text({})], [text({ text: "Hunde" })])).toMatchObject([{ before: "Heste", after: "Hunde" }]);
  });

  test("in rows that came and rows that went", () => {
    expect(differences([], [text({})])).toMatchObject([{ before: "", after: "Heste" }]);
    expect(differences([text({})], [text({ id: "b", text: "Hunde" })])).toMatchObject([
      { before: "Heste", after: "" },
      { before: "", after: "Hunde" },
    ]);
  });
});
