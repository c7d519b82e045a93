import { inArray } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import { agree } from "#domain/actions/agree.server.ts";
import { declineAction } from "#domain/actions/answers.server.ts";
import {
  type ActionFilters,
  ALL_ACTIONS,
  AT_ONCE,
  actionFiltersIn,
  actionSearchOf,
  MOST_SHOWN,
  shownIn,
} from "#domain/actions/filters.ts";
import { blockAction } from "#domain/actions/follow.server.ts";
import type { ListName } from "#domain/actions/lists.server.ts";
import { myActions } from "#domain/actions/queries.server.ts";
import { searchActions } from "#domain/actions/search.server.ts";
import { newId } from "#domain/ids.server.ts";
import { endAssignment } from "#domain/people/assignment-commands.server.ts";
import { removeView, saveView } from "#domain/saved/commands.server.ts";
import { aRoom, type Room } from "#tests/support/a-room.ts";
import { anAssignment, aStaffMember, asks, does, NOW, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { wholeLog } from "#tests/support/traces.ts";

aDatabase();

let room: Room;
beforeAll(async () => {
  room = await aRoom();
});

async function made(departmentId: string, said: Record<string, unknown> = {}): Promise<string> {
  const terms = { itemId: room.item, text: "Ringer til skolen", departmentId, dueOn: "2026-12-05", ...said };
  return (await does(agree, terms, room.chair, { now: NOW })).answer.id;
}
const listsOf = (staffId: string, filters: Partial<ActionFilters> = {}, shown = AT_ONCE) =>
  asks(myActions, { filters: { ...ALL_ACTIONS, ...filters }, shown }, staffId, NOW);
async function idsIn(staffId: string, list: ListName, filters: Partial<ActionFilters> = {}) {
  return (await listsOf(staffId, filters))[list].rows.map(({ id }) => id);
}

describe("those I wait for", () => {
  test("are what others owe about the young people whose guide, lead worker or contact person I am; each stands in one list", async () => {
    const [asked, promised] = [await made(room.psychiatry), await made(room.adults)];
    const own = await made(room.adults, { byYoungPerson: true });
    const lead = await aStaffMember("caseworker");
    const worker = await aStaffMember("caseworker");
    await anAssignment(room.youngPerson, lead, "lead_worker");
    await anAssignment(room.youngPerson, worker, "caseworker");
    for (const one of [room.guide, lead]) {
      const rows = await idsIn(one, "waiting");
      expect(rows).toEqual(expect.arrayContaining([asked, promised]));
      expect(rows).not.toContain(own);
    }
    // Whoever goes along without holding the course together waits for nobody, though they may see it.
    expect(await idsIn(worker, "waiting")).toEqual([]);
    expect(await idsIn(room.outsider, "waiting")).toEqual([]);
    await anAssignment(room.youngPerson, room.adviser, "lead_worker");
    const { mine, waiting } = await listsOf(room.adviser);
    expect(mine.rows.map(({ id }) => id)).toContain(promised);
    expect(waiting.rows.map(({ id }) => id)).not.toContain(promised);
    expect(waiting.rows.map(({ id }) => id)).toContain(asked);
  });

  test("go from the list in the moment the right ends", async () => {
    const guide = await aStaffMember("youth_guide");
    const id = await anAssignment(room.youngPerson, guide, "guide", false);
    await made(room.psychiatry);
    expect((await idsIn(guide, "waiting")).length).toBeGreaterThan(0);
    await does(endAssignment, { id, version: 1 }, room.chair, { now: NOW });
    expect(await idsIn(guide, "waiting")).toEqual([]);
  });
});

describe("the filters of an address", () => {
  test("hold what can be asked for, in one spelling; anything else is left out", () => {
    const department = newId();
    const typed = `due=week&state=late&x=1&department=${department}&whose=mine&name=Alma`;
    const filters = actionFiltersIn(new URLSearchParams(typed));
    expect(filters).toEqual({ whose: "mine", state: "late", departmentId: department, due: "week" });
    expect(actionSearchOf(filters)).toBe(`whose=mine&state=late&department=${department}&due=week`);
    expect(actionFiltersIn(new URLSearchParams("whose=all&state=done&department=1&due=never"))).toEqual(ALL_ACTIONS);
    expect(actionSearchOf(ALL_ACTIONS)).toBe("");
    for (const [shown, n] of [
      ["100", 100],
      ["9999", MOST_SHOWN],
      ["1", AT_ONCE],
      ["x", AT_ONCE],
    ] as const)
      expect(shownIn(new URLSearchParams({ shown }))).toBe(n);
  });

  test("narrow by state, by who owes it and by day", async () => {
    const worker = await aStaffMember(["caseworker", "forum_member"], { departmentId: room.adults });
    const mine = (dueOn: string) => made(room.adults, { ownerId: worker, dueOn });
    const [over, week, later] = [await mine("2026-11-10"), await mine("2026-11-22"), await mine("2026-11-23")];
    const noDay = await mine("2026-12-24");
    await transact((db) =>
      db
        .update(tables.action)
        .set({ dueOn: null })
        .where(inArray(tables.action.id, [noDay])),
    );
    await does(blockAction, { id: later, version: 1, blockedReason: "waiting_list" }, worker, { now: NOW });
    const of = (filters: Partial<ActionFilters>) => idsIn(worker, "mine", filters);
    expect(await of({})).toEqual([over, week, later, noDay]);
    // 2026-11-21 is a Saturday: the week ends tomorrow.
    expect(await of({ due: "week" })).toEqual([week]);
    expect(await of({ due: "over" })).toEqual([over]);
    expect(await of({ state: "late" })).toEqual([over]);
    expect(await of({ due: "later" })).toEqual([later]);
    expect(await of({ due: "none" })).toEqual([noDay]);
    expect(await of({ state: "stuck" })).toEqual([later]);
    expect(await of({ departmentId: room.psychiatry })).toEqual([]);
    expect(await of({ departmentId: room.adults, state: "stuck" })).toEqual([later]);
    expect(await of({ whose: "waiting" })).toEqual([]);
  });

  test("tell those who wait for a yes what nobody has answered; a no is an answer", async () => {
    const [asked, declined] = [await made(room.psychiatry), await made(room.psychiatry)];
    await does(declineAction, { id: declined, version: 1, reason: "Ingen plads" }, room.psychiatrist, { now: NOW });
    const rows = await idsIn(room.guide, "waiting", { state: "asked" });
    expect(rows).toContain(asked);
    expect(rows).not.toContain(declined);
  });

  test("are kept as a view of one's own, without what the address cannot hold", async () => {
    const view = { page: "actions", name: "Sene", search: "name=Signe&state=late&shown=200" };
    const { id } = (await does(saveView, view, room.adviser)).answer;
    expect((await listsOf(room.adviser)).views).toEqual([{ id, version: 1, name: "Sene", search: "state=late" }]);
    expect((await listsOf(room.colleague)).views).toEqual([]);
    await does(removeView, { id, version: 1 }, room.adviser);
    expect((await listsOf(room.adviser)).views).toEqual([]);
    expect(await tryTo(saveView, { ...view, page: "log" }, room.adviser)).toMatchObject({ no: "invalid" });
  });
});

describe("a search by the young person's name", () => {
  test("finds what stands in one's own lists, and is written nowhere", async () => {
    const id = await made(room.adults);
    const found = await asks(searchActions, { typed: "signe h" }, room.adviser, NOW);
    expect(found.rows.map((row) => row.id)).toContain(id);
    expect(JSON.stringify(await wholeLog())).not.toMatch(/signe h/i);
    expect((await asks(searchActions, { typed: "Alma" }, room.adviser, NOW)).rows).toEqual([]);
    expect((await asks(searchActions, { typed: "signe" }, room.outsider, NOW)).rows).toEqual([]);
  });

  test("does not tell a colleague whose initials the list shows", async () => {
    const member = await aStaffMember("forum_member", { departmentId: room.psychiatry });
    await made(room.psychiatry);
    expect((await listsOf(member)).toAnswer.rows[0]?.youngPerson).toMatchObject({ name: null });
    expect((await asks(searchActions, { typed: "Signe" }, member, NOW)).rows).toEqual([]);
  });
});

test("of five hundred agreements on one plan the first fifty stand, then fifty more, and nobody else's page is longer for it", async () => {
  const crowded = await aRoom();
  const [first] = [
    await does(
      agree,
      { itemId: crowded.item, text: "Nr. 0", departmentId: crowded.adults, dueOn: "14d" },
      crowded.chair,
    ),
  ];
  await transact(async (db) => {
    const [like] = await db
      .select()
      .from(tables.action)
      .where(inArray(tables.action.id, [first.answer.id]));
    if (!like) throw new Error("no such agreement");
    for (let n = 2; n <= 500; n += 1)
      await db.insert(tables.action).values({ ...like, id: newId(), number: n, position: n, text: `Nr. ${n}` });
  });
  const mine = async (shown: number) => (await listsOf(crowded.adviser, {}, shown)).mine;
  expect((await mine(AT_ONCE)).rows).toHaveLength(50);
  const more = await mine(100);
  expect(more.rows.map(({ number }) => number)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
  expect(more.count).toBeNull();
  const { waiting } = await listsOf(crowded.guide);
  expect(waiting).toMatchObject({ count: null });
  expect(waiting.rows).toHaveLength(50);
});
