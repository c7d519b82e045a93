import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { read, tables } from "#db/index.server.ts";
import { passwordOf } from "#domain/signin/queries.server.ts";
import { importStaff } from "#domain/staff/import-commands.server.ts";
import { aDepartment, aStaffMember, does, TODAY, tryTo } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastKindsOf } from "#tests/support/log.ts";

aDatabase();

const now = `${TODAY}T08:00:00.000Z`;
const one = <T>(rows: T[]): T => {
  if (rows.length !== 1) throw new Error(`${rows.length} rows`);
  return rows[0] as T;
};
const staffRow = (id: string) =>
  read(async (db) => one(await db.select().from(tables.staff).where(eq(tables.staff.id, id))));
const seatsOf = (id: string) =>
  read((db) => db.select().from(tables.membership).where(eq(tables.membership.staffId, id)));

let admin = "";
beforeAll(async () => {
  admin = await aStaffMember("admin");
});

describe("a file of staff", () => {
  const head = "navn;brugernavn;titel;telefon;afdeling;roller";
  const bytes = (text: string) => Buffer.from(text, "utf8").toString("latin1");
  beforeAll(async () => {
    await aDepartment({ name: "Børn og unge", mark: "BU" });
  });

  it("shows first what it would change, then changes it; the same file twice changes nothing", async () => {
    const file = bytes(
      `\uFEFF${head}\r\nSøren Åge;soeren;rådgiver;00 12 34 56;Børn og unge;rådgiver + forummedlem\r\nIda Mø;ida.mo;;;bu;\r\n`,
    );
    const preview = await does(importStaff, { file }, admin, { now });
    expect(preview.answer.lines.map(({ outcome }) => outcome)).toEqual(["new", "new"]);
    expect(await passwordOf("soeren")).toBeUndefined();
    const { answer } = await does(importStaff, { text: preview.answer.text, confirmed: "yes" }, admin, { now });
    expect(answer.done).toBe(true);
    const { id } = (await passwordOf("soeren")) ?? { id: "" };
    expect(await staffRow(id)).toMatchObject({ name: "Søren Åge", title: "rådgiver", phone: "00 12 34 56" });
    expect(await seatsOf(id)).toHaveLength(1);
    expect(await lastKindsOf("import-staff")).toContain("staff-file-read");
    const again = await does(importStaff, { file, confirmed: "yes" }, admin, { now });
    expect(again.answer.lines.map(({ outcome }) => outcome)).toEqual(["unchanged", "unchanged"]);
    expect(await staffRow(id)).toMatchObject({ version: 1 });
    expect(await seatsOf(id)).toHaveLength(1);
  });

  it("is read as Danish Windows writes it, too, and with commas", async () => {
    const text = 'navn,brugernavn,titel,telefon,afdeling,roller\n"Holm, Bjørn",bjoern,,,,"leder"\n';
    const cp1252 = Buffer.from(text, "latin1").toString("latin1");
    const { answer } = await does(importStaff, { file: cp1252 }, admin, { now });
    expect(answer.lines).toMatchObject([{ line: 2, name: "Holm, Bjørn", outcome: "new" }]);
  });

  it("may hold mail addresses; one that is not in the file stays, and one that is none is named", async () => {
    const withMail = "navn;brugernavn;titel;telefon;mail;afdeling;roller";
    const confirmed = (rows: string) => does(importStaff, { file: bytes(rows), confirmed: "yes" }, admin, { now });
    await confirmed(`${withMail}\nVera Prøve;vera;;;vera@kommune.test;;\n`);
    const { id } = (await passwordOf("vera")) ?? { id: "" };
    expect(await staffRow(id)).toMatchObject({ email: "vera@kommune.test" });
    for (const same of [`${head}\nVera Prøve;vera;;;;\n`, `${withMail}\nVera Prøve;vera;;;;;\n`])
      expect((await confirmed(same)).answer.lines).toMatchObject([{ outcome: "unchanged" }]);
    const { answer } = await confirmed(`${withMail}\nVera Prøve;vera;;;ny@kommune.test;;\n`);
    expect(answer.lines).toMatchObject([{ outcome: "changed", changes: ["mail"] }]);
    expect(await staffRow(id)).toMatchObject({ email: "ny@kommune.test", version: 2 });
    const wrong = await confirmed(`${withMail}\nVera Prøve;vera;;;ingen adresse;;\n`);
    expect(wrong.answer).toMatchObject({ done: false, lines: [{ column: "mail", problem: "email" }] });
  });

  it("with one wrong line changes nothing at all, and names the lines", async () => {
    const rows = [
      "God Person;god;;;;",
      "Uden Navn;;;;;",
      "Forkert;forkert;;;Månen;",
      "To Gange;god;;;;",
      "Begge;begge;;;;admin+leder",
      "Ukendt;ukendt;;;;konge",
    ];
    const { answer } = await does(importStaff, { file: bytes([head, ...rows].join("\n")), confirmed: "yes" }, admin, {
      now,
    });
    expect(answer.done).toBe(false);
    expect(answer.lines.map(({ line, problem }) => [line, problem])).toEqual([
      [2, null],
      [3, "required"],
      [4, "unknown-department"],
      [5, "twice"],
      [6, "roles-apart"],
      [7, "unknown-role"],
    ]);
    expect(await passwordOf("god")).toBeUndefined();
  });

  it("without the right head line is refused, as is anybody but an administrator", async () => {
    expect(await tryTo(importStaff, { file: "a;b\n1;2\n" }, admin)).toMatchObject({ problems: { file: "header" } });
    expect(await tryTo(importStaff, { file: "" }, admin)).toMatchObject({ problems: { file: "file-empty" } });
    expect(await tryTo(importStaff, { file: `${head}\n` }, admin)).toMatchObject({
      problems: { file: "file-no-lines" },
    });
    expect(await tryTo(importStaff, { file: `${head}\n` }, await aStaffMember("coordinator"))).toMatchObject({
      no: "missing",
    });
  });
});
