import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { newId } from "#domain/ids.server.ts";
import {
  changeParagraph,
  removeParagraph,
  writeDiscussion,
  writeDissent,
  writeRemark,
} from "#domain/minutes/commands.server.ts";
import { handIn, takeHandedIn } from "#domain/minutes/hand-in.server.ts";
import { handedInOf } from "#domain/minutes/queries.server.ts";
import { paragraphsOf } from "#domain/minutes/views.server.ts";
import { aRoom, type Room } from "#tests/support/a-room.ts";
import { does, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastLogged, sentBy, wholeLog } from "#tests/support/traces.ts";

aDatabase();

let room: Room;
beforeEach(async () => {
  room = await aRoom();
});

const paragraphs = () => read((db) => paragraphsOf(db, room.item));
const handedIn = () => read((db) => handedInOf(db, room.item));
const isHandled = () =>
  transact((db) => db.update(tables.agendaItem).set({ state: "handled" }).where(eq(tables.agendaItem.id, room.item)));

describe("`Kort om drøftelsen`", () => {
  test("is one text of the item, made at the first writing, and may be emptied", async () => {
    await does(
      writeDiscussion,
      { itemId: room.item, version: 0, text: "Skolen er svær om morgenen" },
      room.minuteTaker,
    );
    await does(writeDiscussion, { itemId: room.item, version: 1, text: "" }, room.chair);
    expect(await paragraphs()).toMatchObject([
      { paragraphKind: "discussion", text: "", version: 2, authorId: room.minuteTaker },
    ]);
    expect(await lastLogged()).toMatchObject({
      kind: "paragraph-written",
      youngPersonId: room.youngPerson,
      facts: { paragraphKind: "discussion" },
    });
  });

  test("is never overwritten: whoever did not see what stands is shown it", async () => {
    await does(writeDiscussion, { itemId: room.item, text: "Skolen er svær" }, room.minuteTaker);
    for (const version of [0, ""]) {
      const late = await tryTo(writeDiscussion, { itemId: room.item, version, text: "Noget andet" }, room.chair);
      expect(late).toMatchObject({ no: "conflict", now: { text: "Skolen er svær", version: 1 } });
    }
    await does(writeDiscussion, { itemId: room.item, version: 1, text: "Skolen er svær nu" }, room.minuteTaker);
    expect(
      await tryTo(writeDiscussion, { itemId: room.item, version: 1, text: "Noget andet" }, room.chair),
    ).toMatchObject({ no: "conflict", now: { text: "Skolen er svær nu" } });
  });

  test("is written by those who run the item, until the draft is sent", async () => {
    expect(await tryTo(writeDiscussion, { itemId: room.item, text: "Nej" }, room.adviser)).toMatchObject({
      no: "refused",
    });
    expect(await tryTo(writeDiscussion, { itemId: room.item, text: "Nej" }, room.outsider)).toMatchObject({
      no: "missing",
    });
    await isHandled();
    await does(writeDiscussion, { itemId: room.item, text: "Skrevet færdig" }, room.minuteTaker);
    await transact((db) =>
      db
        .update(tables.meeting)
        .set({ draftSentAt: "2026-11-21T12:00:00.000Z" })
        .where(eq(tables.meeting.id, room.meeting)),
    );
    expect(
      await tryTo(writeDiscussion, { itemId: room.item, version: 1, text: "For sent" }, room.minuteTaker),
    ).toMatchObject({ no: "refused" });
  });
});

describe("dissent and remarks", () => {
  test("a department's disagreement is written by anybody in the open item, and changed by those who run it", async () => {
    const dissent = { itemId: room.item, departmentId: room.adults, text: "Uenighed: Voksen mener, at det haster" };
    const { answer } = await does(writeDissent, dissent, room.adviser);
    expect(await tryTo(writeDissent, { ...dissent, departmentId: newId() }, room.adviser)).toMatchObject({
      problems: { departmentId: "choose" },
    });
    expect(await tryTo(changeParagraph, { id: answer.id, version: 1, text: "Andet" }, room.adviser)).toMatchObject({
      no: "refused",
    });
    await does(
      changeParagraph,
      { id: answer.id, version: 1, text: "Uenighed: Voksen mener, at det haster meget" },
      room.chair,
    );
    expect(await paragraphs()).toMatchObject([{ paragraphKind: "dissent", departmentId: room.adults, version: 2 }]);
    expect(JSON.stringify(await wholeLog())).not.toContain("haster");
  });

  test("a remark that is removed leaves every screen and is written no more", async () => {
    const { answer } = await does(writeRemark, { itemId: room.item, text: "Systemfejl: ventelisten" }, room.chair);
    const key = newId();
    const [sent] = await sentBy(() => does(removeParagraph, { id: answer.id, version: 1 }, room.chair, { key }));
    expect(sent?.changes).toMatchObject([{ put: [], drop: [`paragraph ${answer.id}`] }]);
    expect((await lastLogged()).kind).toBe("paragraph-removed");
    await does(removeParagraph, { id: answer.id, version: 1 }, room.chair, { key });
    expect(await tryTo(changeParagraph, { id: answer.id, version: 2, text: "Igen" }, room.chair)).toMatchObject({
      no: "missing",
    });
    expect(await tryTo(writeRemark, { itemId: room.item, text: "Nej" }, room.guide)).toMatchObject({ no: "refused" });
  });
});

describe("text that was not sent before the item moved on", () => {
  const typed = "Halv sætning om Ottilie";

  test("is handed in to those who lead the meeting, and to no screen of the item", async () => {
    await isHandled();
    const [sent] = await sentBy(() => does(handIn, { itemId: room.item, text: typed }, room.adviser));
    expect(sent).toMatchObject({ changes: [], reload: [`staff:${room.chair}`, `staff:${room.minuteTaker}`] });
    expect(await handedIn()).toMatchObject([{ authorId: room.adviser, text: typed }]);
    expect(await paragraphs()).toEqual([]);
    expect(await lastLogged()).toMatchObject({ kind: "text-handed-in", reason: "was invited" });
    expect(JSON.stringify(await wholeLog())).not.toContain("Ottilie");
  });

  test("is taken from nobody who never was in the item", async () => {
    expect(await tryTo(handIn, { itemId: room.item, text: typed }, room.outsider)).toEqual({
      ok: false,
      no: "missing",
    });
    expect(await handedIn()).toEqual([]);
  });

  test("becomes a remark or is removed, once, by those who run the item", async () => {
    await does(handIn, { itemId: room.item, text: typed }, room.adviser);
    await does(handIn, { itemId: room.item, text: "Rod" }, room.guide);
    const of = async (authorId: string) => (await handedIn()).find((text) => text.authorId === authorId);
    const [first, second] = [await of(room.adviser), await of(room.guide)];
    expect(await tryTo(takeHandedIn, { id: first!.id, version: 1, as: "remark" }, room.adviser)).toMatchObject({
      no: "refused",
    });
    await does(takeHandedIn, { id: first!.id, version: 1, as: "remark" }, room.minuteTaker);
    await does(takeHandedIn, { id: second!.id, version: 1, as: "removed" }, room.chair);
    expect(await handedIn()).toEqual([]);
    expect(await paragraphs()).toMatchObject([{ paragraphKind: "remark", text: typed, authorId: room.adviser }]);
    expect(await lastLogged()).toMatchObject({ kind: "handed-in-taken", facts: { as: "removed" } });
    expect(await tryTo(takeHandedIn, { id: first!.id, version: 2, as: "removed" }, room.chair)).toMatchObject({
      no: "missing",
    });
  });

  test("is not changed as if it were a paragraph", async () => {
    await does(handIn, { itemId: room.item, text: typed }, room.adviser);
    const [row] = await handedIn();
    expect(await tryTo(changeParagraph, { id: row!.id, version: 1, text: "Andet" }, room.chair)).toMatchObject({
      no: "missing",
    });
  });
});
