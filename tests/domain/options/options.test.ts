import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { newId } from "#domain/ids.server.ts";
import { addOption, changeOption, removeOption } from "#domain/options/commands.server.ts";
import { optionsOf } from "#domain/options/views.server.ts";
import { aRoom, type Room } from "#tests/support/a-room.ts";
import { does, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastLogged, sentBy, wholeLog } from "#tests/support/traces.ts";

aDatabase();

let room: Room;
beforeEach(async () => {
  room = await aRoom();
});

const options = () => read((db) => optionsOf(db, room.item));
const added = async (text: string) => (await does(addOption, { itemId: room.item, text }, room.guide)).answer.id;

describe("an option", () => {
  test("is added by anybody in the open item, stands in the order it was said, with a department or none", async () => {
    const first = await added("Aftenskole");
    await does(addOption, { itemId: room.item, text: "Småjob", departmentId: room.adults }, room.adviser);
    expect(await options()).toMatchObject([
      { id: first, departmentId: null },
      { text: "Småjob", departmentId: room.adults, actionId: null },
    ]);
    expect(await lastLogged()).toMatchObject({
      kind: "option-added",
      itemId: room.item,
      youngPersonId: room.youngPerson,
    });
    expect(await tryTo(addOption, { itemId: room.item, text: "", departmentId: "" }, room.guide)).toMatchObject({
      problems: { text: "required" },
    });
    expect(
      await tryTo(addOption, { itemId: room.item, text: "Småjob", departmentId: newId() }, room.guide),
    ).toMatchObject({ problems: { departmentId: "choose" } });
  });

  test("is changed by one at a time", async () => {
    const id = await added("Aftenskole");
    await does(changeOption, { id, version: 1, text: "Aftenskole i Taastrup" }, room.chair);
    expect((await lastLogged()).kind).toBe("option-changed");
    expect(await tryTo(changeOption, { id, version: 1, text: "FGU" }, room.adviser)).toMatchObject({
      no: "conflict",
      now: { text: "Aftenskole i Taastrup" },
    });
  });

  test("that is removed leaves every screen, is changed no more, and its removal may be sent again", async () => {
    const id = await added("Aftenskole");
    const key = newId();
    const [sent] = await sentBy(() => does(removeOption, { id, version: 1 }, room.chair, { key }));
    expect(sent?.changes).toMatchObject([{ topic: `item:${room.item}`, put: [], drop: [`option ${id}`] }]);
    expect((await lastLogged()).kind).toBe("option-removed");
    await does(removeOption, { id, version: 1 }, room.chair, { key });
    expect(await tryTo(changeOption, { id, version: 2, text: "FGU" }, room.chair)).toMatchObject({ no: "missing" });
    expect(await options()).toEqual([]);
  });

  test("is nothing to an outsider, and no more to be written once the item is handled", async () => {
    const id = await added("Aftenskole hos Ottilie");
    expect(await tryTo(changeOption, { id, version: 1, text: "FGU" }, room.outsider)).toEqual({
      ok: false,
      no: "missing",
    });
    expect(await tryTo(removeOption, { id: newId(), version: 1 }, room.outsider)).toEqual({ ok: false, no: "missing" });
    await transact((db) =>
      db.update(tables.agendaItem).set({ state: "handled" }).where(eq(tables.agendaItem.id, room.item)),
    );
    expect(await tryTo(addOption, { itemId: room.item, text: "FGU" }, room.guide)).toEqual({
      ok: false,
      no: "refused",
    });
    expect(JSON.stringify(await wholeLog())).not.toContain("Ottilie");
  });
});
