import { beforeEach, describe, expect, test } from "vitest";
import { tables, transact } from "#db/index.server.ts";
import type { ActionState, TextClass } from "#db/vocabulary.ts";
import { newId } from "#domain/ids.server.ts";
import { writePlanText } from "#domain/plan/commands.server.ts";
import { noteOnePagePrint, onePage } from "#domain/plan/one-page.server.ts";
import { sheetOf } from "#domain/plan/sheet.ts";
import { aRoom } from "#tests/support/a-room.ts";
import { aStaffMember, asks, does, NOW, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastKindsOf, logOf } from "#tests/support/log.ts";

aDatabase();

let room: Awaited<ReturnType<typeof aRoom>>;
let contact = "";

type Agreed = {
  text: string;
  state?: ActionState;
  textClass?: TextClass;
  dueOn?: string | null;
  byYoungPerson?: boolean;
};
const anAgreement = ({ state = "agreed", ...set }: Agreed) =>
  transact((db) =>
    db.insert(tables.action).values({
      ...{ id: newId(), itemId: room.item, youngPersonId: room.youngPerson, number: 1, position: 1, createdAt: NOW },
      ...{ state, ownerId: room.guide, ...set },
    }),
  );
const sheet = (staffId: string) => asks(onePage, { id: room.youngPerson }, staffId, NOW);

beforeEach(async () => {
  room = await aRoom();
  contact = room.guide;
});

describe("the agreements on one page", () => {
  test("hold the contact person, own words, what was said yes to by its day, and the next meeting", async () => {
    const wish = {
      youngPersonId: room.youngPerson,
      part: "wish",
      area: "",
      text: "Jeg vil arbejde med heste",
      version: "0",
    };
    await does(writePlanText, wish, contact, { now: NOW });
    await anAgreement({ text: "Uden dag" });
    await anAgreement({ text: "Sidst", dueOn: "2026-12-20" });
    await anAgreement({ text: "Først", dueOn: "2026-12-04", state: "in_progress" });
    await anAgreement({ text: "Selv", dueOn: "2026-12-05", byYoungPerson: true });
    expect(await sheet(contact)).toMatchObject({
      contact: { name: expect.any(String) },
      words: "Jeg vil arbejde med heste",
      agreements: [{ text: "Først" }, { text: "Selv", byYoungPerson: true }, { text: "Sidst" }, { text: "Uden dag" }],
      waiting: 0,
    });
  });

  test("leave out what nobody has said yes to, what is over, and what is not for all", async () => {
    await anAgreement({ text: "Foreslået", state: "proposed" });
    await anAgreement({ text: "Gjort", state: "done" });
    await anAgreement({ text: "Helbred", textClass: "health" });
    expect(await sheet(contact)).toMatchObject({ agreements: [], waiting: 1 });
  });

  test("are for those who write in the plan; what is printed stands in the log", async () => {
    const stranger = await aStaffMember("youth_guide");
    expect(await tryTo(noteOnePagePrint, { id: room.youngPerson }, stranger)).toEqual({ ok: false, no: "missing" });
    await expect(sheet(stranger)).rejects.toThrow();
    await does(noteOnePagePrint, { id: room.youngPerson }, contact, { now: NOW });
    expect(await lastKindsOf("note-one-page-print")).toEqual(["printed"]);
    expect((await logOf("note-one-page-print")).at(-1)).toMatchObject({ youngPersonId: room.youngPerson });
  });
});

describe("what stands on one sheet", () => {
  const all = (count: number, text = "Vi ringer til boligforeningen") =>
    Array.from({ length: count }, () => ({ text }));

  test("is all of it as long as there is room, and says how many more there are", () => {
    expect(sheetOf("Kort", all(5))).toMatchObject({ words: "Kort", whole: true, more: 0 });
    const { agreements, more } = sheetOf("Kort", all(40));
    expect(agreements.length + more).toBe(40);
    expect(agreements.length).toBeGreaterThan(8);
  });

  test("keeps room for agreements when own words are long, and ends them at a word", () => {
    const long = sheetOf("Jeg vil gerne bo tæt på mine venner ".repeat(80), all(10));
    expect(long.whole).toBe(false);
    expect(long.words).toMatch(/(på|tæt|bo|gerne|vil|jeg|Jeg|mine|venner) …$/);
    expect(long.agreements.length).toBeGreaterThan(3);
    expect(sheetOf("a".repeat(5000), []).words.length).toBeLessThan(1000);
  });
});
