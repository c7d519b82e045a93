import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { read, tables, transact } from "#db/index.server.ts";
import { system } from "#domain/actor.ts";
import { asker } from "#domain/asker.server.ts";
import { carryOut } from "#domain/command.server.ts";
import { removeOldRows } from "#domain/housekeeping/commands.server.ts";
import { newId } from "#domain/ids.server.ts";
import { answerAlert, takeAlert, writeAlert } from "#domain/outreach/alert-commands.server.ts";
import { leadToCase } from "#domain/outreach/case-commands.server.ts";
import { leaveAlone, setLeadState, tryLead } from "#domain/outreach/contact-commands.server.ts";
import { importLeads, type LeadFileRead } from "#domain/outreach/import-commands.server.ts";
import { checkLead } from "#domain/outreach/lead-commands.server.ts";
import { addEncounter, addPlace, joinEncounter, partEncounter } from "#domain/outreach/place-commands.server.ts";
import { outreachFile, outreachFor } from "#domain/outreach/queries.server.ts";
import { peopleAround } from "#domain/people/around.server.ts";
import { addYoungPerson } from "#domain/people/commands.server.ts";
import { seal, unseal } from "#domain/vault.server.ts";
import {
  aMeeting,
  anAssignment,
  anItem,
  aStaffMember,
  asks,
  aYoungPerson,
  does,
  NOW,
  tryTo,
} from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { lastKindsOf, tablesHolding } from "#tests/support/log.ts";
import { files as da } from "#words/da/files.ts";
import { files as en } from "#words/en/files.ts";

aDatabase();

const at = { now: NOW };
const HEAD = "cpr;fornavn;efternavn;adresse;beskyttet;telefon;kilde;status;modtaget;skole;besked";
const latin = (text: string, encoding: "utf8" | "latin1" = "utf8") => Buffer.from(text, encoding).toString("latin1");
const file = (...lines: string[]) => latin([HEAD, ...lines].join("\r\n"));

const inLetters = (i: number) => String(i).replace(/\d/g, (figure) => "abcdefghij"[Number(figure)] ?? "");
let n = 0;
const pad = (value: number, width = 2) => String(value).padStart(width, "0");
/** A replacement number that nobody has, of somebody born from 2000 to 2008. */
function aNumber(): string {
  n += 1;
  const [day, month, year, last] = [n % 28, Math.floor(n / 28) % 12, Math.floor(n / 336) % 8, Math.floor(n / 2688)];
  return `${61 + day}${pad(1 + month)}${pad(year)}-5${pad(last, 3)}`;
}
const aLine = (
  cpr = aNumber(),
  name = "Søren;Åge",
  rest = "Nygade 1, 2630 Taastrup;;12 34 56 78;Ungedatabasen;Arbejder få timer;;;",
) => `${cpr};${name};${rest}`;

let guide = "";
let other = "";
let coordinator = "";
beforeAll(async () => {
  guide = await aStaffMember("youth_guide");
  other = await aStaffMember("youth_guide");
  coordinator = await aStaffMember("coordinator");
});
const leads = () => read((db) => db.select().from(tables.outreachLead));
const leadNamed = async (lastName: string) => {
  const found = (await leads()).filter((one) => one.lastName === lastName);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} of the name ${lastName}`);
  return found[0];
};
const seen = async (lastName: string) => {
  const { id, version } = await leadNamed(lastName);
  return { id, version };
};
const reads = async (text: string, staffId = guide, confirmed = "") =>
  (await does(importLeads, { file: text, confirmed }, staffId, at)).answer;

describe("a file of young people to look for", () => {
  test("names the columns that are not read before anything is, and keeps nothing of what stands in them", async () => {
    const head = ["Diagnose", ...HEAD.split(";"), "CPR-mor", "fornavn", ""].join(";");
    const line = (name: string) => `"ADHD\r\ni svær grad";${aLine(aNumber(), name)};Hemmelig mor;Andet navn;`;
    const text = latin([head, line("Ida;Ukendt"), "", line("Bo;Ukendtes")].join("\r\n"));
    const preview = await reads(text);
    expect(preview.ignored).toEqual(["Diagnose", "CPR-mor", "fornavn"]);
    expect(preview).toMatchObject({ done: false, counts: { new: 2, wrong: 0 } });
    for (const value of ["ADHD", "Hemmelig", "Andet navn"]) expect(JSON.stringify(preview)).not.toContain(value);
    const { answer } = await does(importLeads, { text: preview.text, confirmed: "yes" }, guide, at);
    expect(answer).toMatchObject({ done: true, ignored: [], counts: { new: 2 } });
    // A line is called by the number that it has in the file that was chosen.
    expect(answer.lines.map(({ line }) => line)).toEqual(preview.lines.map(({ line }) => line));
    expect(await leadNamed("Ukendt")).toMatchObject({ firstName: "Ida" });
    for (const value of ["ADHD", "Hemmelig", "Andet navn"]) expect(await tablesHolding(value)).toEqual([]);
    expect((await reads(file(aLine()))).ignored).toEqual([]);
  });
  test.each([
    ["under a head that is empty", `${HEAD};`, ""],
    ["beyond the head", HEAD, ""],
    ["under a number", `${HEAD};070308-1234`, ""],
    ["under a number with spaces", `${HEAD};07 03 08 12 34`, ""],
    ["under an empty head of a file that says what separates", `sep=;\r\n${HEAD};`, ""],
    ["before the others", `;${HEAD}`, "Hemmelig mor;"],
  ])("sends nothing back and forth that stands %s, and says that it is not read", async (_, head, first) => {
    const line = (name: string) =>
      `${first}${aLine(aNumber(), name, '"Nygade 1; ""st"", tv";;;Gaden;;;;')}${first ? "" : ";Hemmelig mor"}`;
    const preview = await reads(latin([head, line("Åse;Uden"), "", line("Bo;Uden")].join("\r\n")));
    expect(preview.ignored).toEqual([""]);
    expect(da.ignored(preview.ignored)).toBe("Denne kolonne læses ikke: en kolonne uden navn.");
    expect(en.ignored(preview.ignored)).toBe("This column is not read: a column without a name.");
    expect(preview.text).toContain('"Nygade 1; ""st"", tv"');
    for (const value of ["Hemmelig", "070308", "07 03 08"]) expect(JSON.stringify(preview)).not.toContain(value);
    const again = await does(importLeads, { text: preview.text }, guide, at);
    expect(again.answer).toEqual({ ...preview, ignored: [] });
    expect(preview.lines.map((one) => one.line)).toEqual(head.startsWith("sep") ? [3, 5] : [2, 4]);
  });
  test("counts the columns without a name after those with one, and calls an empty one none", async () => {
    const head = `${HEAD};;Diagnose;`;
    const { ignored } = await reads(latin([head, `${aLine()};a;ADHD;b;c`].join("\n")));
    expect(da.ignored(ignored)).toBe("Disse kolonner læses ikke: Diagnose, 3 kolonner uden navn.");
    expect(en.ignored(ignored)).toBe("These columns are not read: Diagnose, 3 columns without a name.");
    const text = [`${HEAD};;`, `${aLine()};;`].join("\n");
    expect(await reads(latin(text))).toMatchObject({ ignored: [], text });
  });
  test("shows first what it would change, then changes it; the same file twice changes nothing", async () => {
    const text = file(aLine(), aLine(aNumber(), "Ida;Æbelø"));
    const before = (await leads()).length;
    const preview = await reads(text);
    expect(preview.counts).toEqual({ new: 2, changed: 0, unchanged: 0, wrong: 0 });
    expect((await leads()).length).toBe(before);
    const done = await does(importLeads, { text: preview.text, confirmed: "yes" }, guide, at);
    expect([done.answer.done, (await leads()).length]).toEqual([true, before + 2]);
    expect(await lastKindsOf("import-leads")).toContain("lead-file-read");
    expect((await reads(text, other, "yes")).counts).toEqual({ new: 0, changed: 0, unchanged: 2, wrong: 0 });
    expect(await leadNamed("Æbelø")).toMatchObject({ status: "few_hours", source: "youth_database", state: "new" });
  });
  test("is read as Danish Windows writes it, with commas, and with its columns in another order", async () => {
    const text = latin(`efternavn,fornavn,født,kilde\r\nØstergård,Åse,03-04-2008,Skolens fravær\r\n`, "latin1");
    expect((await reads(text, guide, "yes")).counts).toMatchObject({ new: 1 });
    expect(await leadNamed("Østergård")).toMatchObject({ bornOn: "2008-04-03", source: "school_absence" });
  });
  test("with a line that is wrong changes nothing, and says which and where", async () => {
    const before = (await leads()).length;
    const twice = aNumber();
    const read = await reads(
      file(
        aLine(),
        aLine("310508-5123"),
        aLine("010180-1234"),
        aLine(aNumber(), "Ida;Ord", ";;;Rygter;;;;"),
        aLine(aNumber(), "Ida;Tekst", ";;ring ikke;Gaden;;;;"),
        aLine(aNumber(), "Ida;Gammel", ";;;Gaden;;01-11-2025;;"),
        aLine(aNumber(), "Ida;Skole", ";;;Gaden;;;Borgerskolen;"),
        aLine(twice),
        aLine(twice),
      ),
      guide,
      "yes",
    );
    expect(read.done).toBe(false);
    expect(read.lines.flatMap((one) => (one.outcome === "wrong" ? [[one.line, one.column, one.problem]] : []))).toEqual(
      [
        ...[
          [4, "cpr", "not-sought-age"],
          [5, "kilde", "not-listed"],
          [6, "telefon", "phone"],
        ],
        ...[
          [7, "modtaget", "too-old-fact"],
          [8, "besked", "no-word"],
          [10, "cpr", "twice-cpr"],
        ],
      ],
    );
    expect((await leads()).length).toBe(before);
    expect(await tryTo(importLeads, { file: latin("navn;alder\r\nIda;17") }, guide, at)).toMatchObject({
      problems: { file: "lead-header" },
    });
  });
  test("says what stands otherwise and who has left the list; it takes nobody away, and an empty cell says nothing", async () => {
    const [one, two] = [aNumber(), aNumber()];
    await reads(
      file(
        aLine(one, "Ida;Rettes", "Nygade 2, 2630 Taastrup;;11 11 11 11;Boligforening;;;;"),
        aLine(two, "Ida;Forlader", ";;;Boligforening;;;;"),
      ),
      guide,
      "yes",
    );
    const read = await reads(file(aLine(one, "Ida;Rettes", ";;22 22 22 22;Boligforening;;;;")), guide, "yes");
    expect(read.lines).toMatchObject([{ outcome: "changed", changes: ["telefon"] }]);
    expect(read.gone.map(({ name }) => name)).toEqual(["Ida Forlader"]);
    expect(await leadNamed("Rettes")).toMatchObject({ phone: "22 22 22 22", address: "Nygade 2, 2630 Taastrup" });
    const hidden = await reads(file(aLine(one, "Ida;Rettes", "Nygade 9;ja;;Boligforening;;;;")), guide, "yes");
    expect(hidden.lines[0]?.changes).toEqual(["beskyttet"]);
    expect(await leadNamed("Rettes")).toMatchObject({ address: "", protected: true });
  });
  test("says of each change what stood and what will stand, and no number of anybody", async () => {
    const cpr = aNumber();
    const line = (rest: string, name = "Ida;Skifter") => file(aLine(cpr, name, rest));
    await reads(line("Nygade 2;;11 11 11 11;Boligforening;Arbejder få timer;;;"), guide, "yes");
    const told = "Boligforening;Holder fri;;Borgerskolen;Meget væk";
    const statuses = (await asks(outreachFile, {}, guide, NOW)).status.map(({ label }) => label);
    const [from, to] = [
      statuses.find(({ da }) => da === "Arbejder få timer"),
      statuses.find(({ da }) => da !== "Arbejder få timer"),
    ];
    const rest = `Nygade 4;;22 22 22 22;${told.replace("Holder fri", to?.da ?? "")}`;
    expect((await reads(line(rest, "Åse;Skifter"))).lines).toMatchObject([
      {
        shifts: {
          fornavn: { from: "Ida", to: "Åse" },
          adresse: { from: "Nygade 2", to: "Nygade 4" },
          telefon: { from: "11 11 11 11", to: "22 22 22 22" },
          status: { from, to },
          besked: { from: null, to: { da: "Meget væk" } },
        },
      },
    ]);
    expect((await reads(line(";ja;;Boligforening;;;;"))).lines[0]?.shifts).toEqual({
      beskyttet: { from: "nej", to: "ja" },
    });
    const born = `${pad(Number(cpr.slice(0, 2)) - 60)}-${cpr.slice(2, 4)}-20${cpr.slice(4, 6)}`;
    await reads(latin(`født;fornavn;efternavn;kilde\r\n${born};Ida;Udennummer;Gaden`), guide, "yes");
    const numbered = await reads(file(aLine(`${cpr.slice(0, -1)}8`, "Ida;Udennummer", ";;;Gaden;;;;")));
    expect(numbered.lines).toMatchObject([{ changes: ["cpr"], shifts: {} }]);
  });
  test("says nothing of where somebody lives whose address is protected in a case", async () => {
    const head = "født;fornavn;efternavn;adresse;kilde";
    const text = (address: string) => latin(`${head}\r\n03-06-2007;Sara;Skjultvej;${address};Gaden`);
    await reads(text("Hemmelig Vej 1"), guide, "yes");
    const shift = async () => (await reads(text("Nyvej 2"))).lines[0]?.shifts;
    expect(await shift()).toEqual({ adresse: { from: "Hemmelig Vej 1", to: "Nyvej 2" } });
    const id = await aYoungPerson({ firstName: "Sara", lastName: "Skjultvej", bornOn: "2007-06-03" });
    const where = { id, cipher: seal("address", "Et sted", id), protected: true };
    await transact((db) =>
      db.insert(tables.youngPersonAddress).values({ ...where, source: "register", checkedOn: "2026-11-21" }),
    );
    expect(await shift()).toEqual({ adresse: { from: null, to: "Nyvej 2" } });
  });
  test("names the schools that are new before they are made, each once", async () => {
    const line = (school: string) => aLine(undefined, "Ida;Skolesøger", `;;;Gaden;;;${school};Meget væk`);
    const schools = async () => (await read((db) => db.select().from(tables.outreachPlace))).map(({ name }) => name);
    const text = file(line("Nyskolen (10. kl.)"), line("nyskolen (10. kl.)"), aLine());
    const preview = await reads(text);
    expect([preview.newPlaceCount, preview.newPlaces.length]).toEqual([1, 1]);
    expect(await schools()).not.toContain(preview.newPlaces[0]);
    await reads(text, guide, "yes");
    expect(await schools()).toContain(preview.newPlaces[0]);
    expect(await reads(file(line("NYSKOLEN (10. kl.)")))).toMatchObject({ newPlaces: [], newPlaceCount: 0 });
  });
  test.each([
    ["a school that is a formula", "Ida;Navn", ";;;Gaden;;;=HYPERLINK(1);Meget væk", "skole", "place-name"],
    ["a school that is a tag", "Ida;Navn", ";;;Gaden;;;<b>Skole</b>;Meget væk", "skole", "place-name"],
    ["a school that is a number of somebody", "Ida;Navn", ";;;Gaden;;;61 03 08-4999;Meget væk", "skole", "has-cpr"],
    ["a name with figures", "Ida 2;Navn", ";;;Gaden;;;;", "fornavn", "person-name"],
    ["a name that is no letter", "Ida;--", ";;;Gaden;;;;", "efternavn", "person-name"],
    ["a telephone that is a number of somebody", "Ida;Navn", ";;610308 4999;Gaden;;;;", "telefon", "has-cpr"],
    ["the same with spaces", "Ida;Navn", ";;61 03 08 49 99;Gaden;;;;", "telefon", "has-cpr"],
    ["neither yes nor no", "Ida;Navn", ";måske;;Gaden;;;;", "beskyttet", "yes-or-no"],
  ])("refuses %s, by its line", async (_, name, rest, column, problem) => {
    const { lines, done } = await reads(file(aLine(), aLine(undefined, name, rest)), guide, "yes");
    expect([done, lines[0]]).toMatchObject([false, { line: 3, outcome: "wrong", column, problem }]);
  });
  test("takes the names that people and schools have", async () => {
    const line = aLine(
      undefined,
      "Zoë-Ann d’Arc;O'Neill Sr.",
      ";;+45 12 34 56 78;Gaden;;;St. Åby Skole, 10. kl. (A/B) & Co;Meget væk",
    );
    expect((await reads(file(line))).counts).toMatchObject({ new: 1, wrong: 0 });
  });
  test("names the words of a column where another one stands, and the page names them all", async () => {
    const words = await asks(outreachFile, {}, guide, NOW);
    const [wrong] = (await reads(file(aLine(undefined, "Ida;Ord", ";;;Rygter;;;;")))).lines;
    expect(wrong?.words).toEqual(words.kilde.map(({ label }) => label));
    expect(words.kilde).toContainEqual({ code: "street", label: { da: "Gaden", en: "The street" } });
    expect([words.status.length, words.besked.length].every((count) => count > 0)).toBe(true);
  });
  test("is read with tabs, as Excel's Unicode text, and with the separator in its first line", async () => {
    const text = "efternavn\tfornavn\tfødt\ttelefon\tkilde\r\nØhlenschlæger\tÅse\t03-04-2008\t\tGaden\r\n";
    const le = Buffer.from(`\uFEFF${text}`, "utf16le");
    const files = {
      tabs: Buffer.from(text),
      "UTF-16 LE": le,
      "UTF-16 BE": Buffer.from(le).swap16(),
      "sep=;": Buffer.from(`sep=;\r\n${text.replaceAll("\t", ";")}`),
      "sep=|": Buffer.from(`\uFEFF"sep=|"\r\n${text.replaceAll("\t", "|")}`),
    };
    for (const [how, bytes] of Object.entries(files)) {
      const { lines } = await reads(bytes.toString("latin1"));
      const line = how.startsWith("sep") ? 3 : 2;
      expect([how, lines]).toMatchObject([how, [{ line, name: "Åse Øhlenschlæger", outcome: "new" }]]);
    }
  });
  test.each([
    ["nothing", "", "file-empty"],
    ["a head alone", file(), "file-no-lines"],
    ["an open quotation mark", file(aLine(), aLine(undefined, 'Ida;"Åben'), aLine(), aLine()), "open-quote 3"],
    [
      "one that a later one closes",
      file(aLine(undefined, 'Ida;"Åben'), aLine(), aLine(undefined, 'Ida;"Lukket"')),
      "open-quote 2",
    ],
    ["one after empty lines", latin(`sep=;\r\n${HEAD}\r\n\r\n\r\n${aLine(undefined, 'Ida;"Åben')}`), "open-quote 5"],
    ["one in the middle of a cell", file(aLine(), aLine(undefined, 'Ida "Ib;Åben')), "open-quote 3"],
  ])("that is none is told: %s", async (_, bytes, problem) => {
    expect(await tryTo(importLeads, { file: bytes }, guide, at)).toMatchObject({ problems: { file: problem } });
  });
  test("changes nothing of who wants to be left alone, and shows nothing of it", async () => {
    const cpr = aNumber();
    const line = aLine(cpr, "Ida;Ladifred", ";;;Gaden;;;;");
    await reads(file(line), guide, "yes");
    await does(checkLead, await seen("Ladifred"), guide, at);
    const tried = { ...(await seen("Ladifred")), channel: "through_network", result: "reached", on: "", clock: "" };
    await does(tryLead, tried, guide, at);
    await does(leaveAlone, { ...(await seen("Ladifred")), until: "01-03-2027" }, guide, at);
    const before = await leadNamed("Ladifred");
    const read = await reads(
      file(aLine(cpr, "Ida;Ladifred", "Nyvej 1;;;Gaden;;;Borgerskolen;Meget væk")),
      guide,
      "yes",
    );
    expect(read.counts).toEqual({ new: 0, changed: 0, unchanged: 1, wrong: 0 });
    expect(JSON.stringify([read.lines, read.gone])).not.toContain("Ladifred");
    expect(await leadNamed("Ladifred")).toEqual(before);
  });
  test("names nobody as gone while a line is wrong: it may be theirs", async () => {
    const cpr = aNumber();
    await reads(file(aLine(cpr, "Ida;Forkert", ";;;Boligforening;;;;")), guide, "yes");
    const wrong = await reads(
      file(aLine(cpr, "Ida;Forkert", ";;ring;Boligforening;;;;"), aLine(aNumber(), "Ida;Ny", ";;;Boligforening;;;;")),
    );
    expect([wrong.counts.wrong, wrong.gone, wrong.goneCount]).toEqual([1, [], 0]);
  });
  test("with two lines about one young person says so, however they are known again", async () => {
    const [one, two] = [aNumber(), aNumber()];
    const born = (cpr: string) => `${pad(Number(cpr.slice(0, 2)) - 60)}-${cpr.slice(2, 4)}-20${cpr.slice(4, 6)}`;
    const head = "cpr;født;fornavn;efternavn;kilde;telefon";
    const rows = (...lines: string[]) => latin([head, ...lines].join("\r\n"));
    const numbered = `${one};;Ida;Dobbelt;Gaden;11 11 11 11`;
    const named = `;${born(one)};Ida;Dobbelt;Gaden;22 22 22 22`;
    const wrongIn = (read: LeadFileRead) =>
      read.lines.flatMap((line) => (line.outcome === "wrong" ? [[line.line, line.problem]] : []));
    for (const lines of [
      [numbered, named],
      [named, numbered],
    ]) {
      expect(wrongIn(await reads(rows(...lines)))).toEqual([[3, "twice-lead"]]);
    }
    await reads(rows(numbered), guide, "yes");
    for (const lines of [
      [`${one};;Ida;Dobbelt;Gaden;33 33 33 33`, named],
      [named, `${one};;Ida;Dobbelt;Gaden;33 33 33 33`],
      // Under another name, and the former one beside it.
      [`${one};;Ida;Nytnavn;Gaden;33 33 33 33`, named],
    ])
      expect(wrongIn(await reads(rows(...lines), guide, "yes"))).toEqual([[3, "twice-lead"]]);
    // Two numbers are two people, whatever they are called.
    const twins = [`${two};;Ida;Navnefælle;Gaden;`, `${two.slice(0, -1)}9;;Ida;Navnefælle;Gaden;`];
    expect((await reads(rows(...twins))).counts).toMatchObject({ new: 2, wrong: 0 });
    await reads(rows(`;${born(two)};Ida;Navnefælle;Gaden;`), guide, "yes");
    expect((await reads(rows(...twins), guide, "yes")).counts).toMatchObject({ new: 1, changed: 1, wrong: 0 });
  });
  test("gives the number to whoever stands without one, and the name that they have now to whoever is found by it", async () => {
    const cpr = aNumber();
    const born = `${pad(Number(cpr.slice(0, 2)) - 60)}-${cpr.slice(2, 4)}-20${cpr.slice(4, 6)}`;
    await reads(latin(`født;fornavn;efternavn;kilde\r\n${born};Ida;Unummereret;Gaden`), guide, "yes");
    const found = await reads(file(aLine(cpr, "Ida;Unummereret", ";;;Gaden;;;;")), guide, "yes");
    expect(found.lines).toMatchObject([{ outcome: "changed", changes: ["cpr"] }]);
    const { id, blindIndex, cipher } = await leadNamed("Unummereret");
    expect(blindIndex).not.toBe(null);
    expect(unseal("identity_number", cipher ?? new Uint8Array(), id)).toBe(cpr.replace("-", ""));
    const named = await reads(file(aLine(cpr, "Ida;Giftnavn", ";;;Gaden;;;;")), guide, "yes");
    expect(named.lines).toMatchObject([{ outcome: "changed", changes: ["efternavn"] }]);
    expect(await leadNamed("Giftnavn")).toMatchObject({ id, blindIndex });
    // By the new name they are known again, and by the number under it.
    const again = latin(`født;fornavn;efternavn;kilde\r\n${born};Ida;Giftnavn;Gaden`);
    expect((await reads(again)).counts).toMatchObject({ unchanged: 1, new: 0 });
  });
  test("keeps no address of whoever is protected now, not of what stood before either", async () => {
    const cpr = aNumber();
    await reads(file(aLine(cpr, "Ida;Gemmes", "Gemmested 3, 2630 Taastrup;;;Klub;;;;")), guide, "yes");
    await reads(file(aLine(cpr, "Ida;Gemmes", "Gemmested 3, 2630 Taastrup;ja;;Klub;;;;")), guide, "yes");
    expect(await tablesHolding("Gemmested")).toEqual([]);
  });
  test("answers the same whoever has a case, to the guide who may not see it and to the coordinator who may", async () => {
    const cpr = aNumber();
    const born = `20${cpr.slice(4, 6)}-${cpr.slice(2, 4)}-${pad(Number(cpr.slice(0, 2)) - 60)}`;
    const who = {
      firstName: "Ida",
      lastName: "Harsag",
      bornOn: born,
      cpr,
      departments: [],
      guideId: "",
      leadWorkerId: "",
    };
    await does(addYoungPerson, who, coordinator, at);
    const unknown = aNumber();
    const lines = (text: string) => file(aLine(text, "Ida;Harsag", ";;;Klub;;;;"));
    const plain = async (text: string, staffId: string) => {
      const { text: _, ...read } = await reads(lines(text), staffId);
      return read;
    };
    for (const staffId of [guide, coordinator])
      expect(await plain(cpr, staffId)).toEqual(await plain(unknown, staffId));
    // Read in by the one who knows of the case it still tells the next one nothing.
    await reads(lines(cpr), coordinator, "yes");
    const { counts } = await reads(lines(cpr), guide);
    expect(counts).toMatchObject({ unchanged: 1, new: 0 });
    const { id } = await leadNamed("Harsag");
    const shown = async (staffId: string) => {
      const list = await asks(
        outreachFor,
        { view: "new", source: "club", mine: false, cases: true, page: 0 },
        staffId,
        NOW,
      );
      return list.leads.find((one) => one.id === id);
    };
    // At first a list leaves out whose case one may see; whose case one may not see is in it like any other.
    const first = async (staffId: string) => {
      const list = await asks(
        outreachFor,
        { view: "new", source: "club", mine: false, cases: false, page: 0 },
        staffId,
        NOW,
      );
      return [list.leads.some((one) => one.id === id), list.leftOut];
    };
    expect([await first(guide), await first(coordinator)]).toEqual([
      [true, 0],
      [false, 1],
    ]);
    expect((await shown(guide))?.caseOf).toBe(null);
    expect((await shown(coordinator))?.caseOf).not.toBe(null);
    expect({ ...(await shown(coordinator)), caseOf: null }).toEqual(await shown(guide));
  });
  test("may hold 20 000, half of them known, and is read in within the time that somebody waits", {
    timeout: 120_000,
  }, async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) =>
      aLine(aNumber(), `Mange;Navn${inLetters(i)}`, ";;;Vejledningssystemet;;;;"),
    );
    await reads(file(...lines.slice(0, 10_000)), guide, "yes");
    // Of half of the known something stands otherwise: where they live is protected now, or they have a telephone.
    const many = lines.map((line, i) => {
      if (i >= 5_000) return line;
      return line.replace(";;;Vejl", i < 2_500 ? ";ja;;Vejl" : ";;12 34 56 78;Vejl");
    });
    const began = performance.now();
    const read = await reads(file(...many), guide, "yes");
    const took = performance.now() - began;
    expect(read.counts).toEqual({ new: 10_000, changed: 5_000, unchanged: 5_000, wrong: 0 });
    expect(took).toBeLessThan(30_000);
    // Of so many what changes is named before what is new, and who left as far as they are counted.
    const back = many.map((line, i) => (i >= 2_500 && i < 5_000 ? line.replace("12 34 56 78", "87 65 43 21") : line));
    const cut = await reads(
      file(
        ...back.slice(0, 19_000),
        ...Array.from({ length: 600 }, () => aLine(undefined, "Ny;Ung", ";;;Vejledningssystemet;;;;")),
      ),
    );
    expect([cut.counts.new, cut.counts.changed, cut.lines.length]).toEqual([600, 2_500, 500]);
    expect(cut.lines.every(({ outcome }) => outcome === "changed")).toBe(true);
    expect(cut.lines[0]?.shifts).toEqual({ telefon: { from: "12 34 56 78", to: "87 65 43 21" } });
    expect([cut.gone.length, cut.goneCount]).toEqual([200, 1_000]);
    expect((await reads(file(...many, aLine()), guide, "yes")).tooMany).toBe(true);
    const list = await asks(
      outreachFor,
      { view: "new", source: "guidance_system", mine: false, cases: true, page: 0 },
      guide,
      NOW,
    );
    expect([list.leads.length, list.counts.new]).toEqual([100, 20_000]);
  });
});

describe("what a school tells", () => {
  test("comes with the file once, is taken by somebody, and shows who reacted and when", async () => {
    const cpr = aNumber();
    const line = aLine(cpr, "Ida;Fraværende", ";;;Skolens fravær;;15-11-2026;Borgerskolen;Meget væk");
    await reads(file(line), guide, "yes");
    expect((await reads(file(line), guide, "yes")).counts).toMatchObject({ unchanged: 1 });
    const alerts = async (staffId = guide) =>
      (await asks(outreachFor, { view: "new", source: null, mine: false, cases: true, page: 0 }, staffId, NOW)).alerts;
    const [alert] = (await alerts()).filter(({ name }) => name === "Ida Fraværende");
    expect(alert).toMatchObject({ kind: "absence", receivedOn: "2026-11-15", takenById: null });
    const { id } = alert ?? { id: "" };
    await does(takeAlert, { id, version: 1 }, guide, at);
    expect(await tryTo(takeAlert, { id, version: 1 }, other, at)).toMatchObject({ no: "conflict" });
    await does(answerAlert, { id, version: 2, reaction: "talked" }, guide, at);
    const [row] = await read((db) => db.select().from(tables.dropoutAlert).where(eq(tables.dropoutAlert.id, id)));
    expect(row).toMatchObject({ takenById: guide, handledById: guide, handledOn: "2026-11-21", reaction: "talked" });
    expect((await alerts()).some((one) => one.id === id)).toBe(false);
    expect(await tryTo(answerAlert, { id, version: 3, reaction: "talked" }, other, at)).toMatchObject({
      no: "refused",
      because: "alert-handled",
    });
  });
  test("is told of whoever was not looked for any more, of who may be asked again, and not of who is left alone", async () => {
    const line = (cpr: string, name: string, told = "") => aLine(cpr, `Ida;${name}`, `;;;Skolens fravær;;${told}`);
    const told = "18-11-2026;Borgerskolen;Meget væk";
    const [done, never, no] = [aNumber(), aNumber(), aNumber()];
    const all = (how = ";;") =>
      file(line(done, "Klarersig", how), line(never, "Ikketruffet", how), line(no, "Nejsagt", how));
    await reads(all(), guide, "yes");
    for (const name of ["Klarersig", "Ikketruffet", "Nejsagt"]) await does(checkLead, await seen(name), guide, at);
    await does(setLeadState, { ...(await seen("Klarersig")), state: "not_needed" }, guide, at);
    const tried = { channel: "through_network", result: "no_answer", on: "", clock: "" };
    await does(tryLead, { ...(await seen("Ikketruffet")), ...tried }, guide, at);
    await does(setLeadState, { ...(await seen("Ikketruffet")), state: "unreachable" }, guide, at);
    await does(leaveAlone, { ...(await seen("Nejsagt")), until: "01-12-2026" }, guide, at);
    expect((await reads(all(told), guide, "yes")).counts).toMatchObject({ changed: 2, unchanged: 1 });
    const write = { kind: "risk", placeId: "", receivedOn: "", youngPersonId: "" };
    const no_ = (await leadNamed("Nejsagt")).id;
    expect(await tryTo(writeAlert, { ...write, leadId: no_ }, guide, at)).toMatchObject({ no: "missing" });
    await does(writeAlert, { ...write, leadId: (await leadNamed("Klarersig")).id }, guide, at);
    const later = "2026-12-01T09:00:00.000Z";
    const day = file(line(no, "Nejsagt", "01-12-2026;Borgerskolen;Meget væk"));
    expect(
      (await does(importLeads, { file: day, confirmed: "yes" }, guide, { now: later })).answer.counts,
    ).toMatchObject({
      changed: 1,
    });
    const names = async (now: string) =>
      (await asks(outreachFor, { view: "new", source: null, mine: false, cases: true, page: 0 }, guide, now)).alerts
        .map(({ name }) => name)
        .filter((name) => /Klarersig|Ikketruffet|Nejsagt/.test(name))
        .sort();
    const both = ["Ida Ikketruffet", "Ida Klarersig", "Ida Klarersig"];
    expect([await names(NOW), await names(later)]).toEqual([both, [...both, "Ida Nejsagt"]]);
  });
  test("of somebody who has a case is for those who may see it", async () => {
    const person = await aYoungPerson({ firstName: "Karla", lastName: "Isager" });
    await anAssignment(person, other);
    const told = { kind: "risk", placeId: "", receivedOn: "", leadId: "", youngPersonId: person };
    expect(await tryTo(writeAlert, told, guide, at)).toMatchObject({ no: "missing" });
    await does(writeAlert, told, other, at);
    const names = async (staffId: string) =>
      (
        await asks(outreachFor, { view: "new", source: null, mine: false, cases: true, page: 0 }, staffId, NOW)
      ).alerts.map(({ name }) => name);
    expect(
      [await names(guide), await names(other), await names(coordinator)].map((all) => all.includes("Karla Isager")),
    ).toEqual([...[false, true, true]]);
    const [row] = await read((db) =>
      db.select().from(tables.dropoutAlert).where(eq(tables.dropoutAlert.youngPersonId, person)),
    );
    const { id } = row ?? { id: "" };
    expect(await tryTo(takeAlert, { id, version: 1 }, guide, at)).toMatchObject({ no: "missing" });
    // Whoever is only asked to an item about them knows of them, and not of this.
    const meetingId = await aMeeting({ chairId: coordinator });
    await anItem({ meetingId, youngPersonId: person, invited: [{ staffId: guide }] });
    expect(await names(guide)).not.toContain("Karla Isager");
    expect(await tryTo(writeAlert, { ...told, kind: "absence" }, guide, at)).toMatchObject({ no: "refused" });
    expect(await tryTo(takeAlert, { id, version: 1 }, guide, at)).toMatchObject({ no: "missing" });
    // Once told of one day it is told; on their page stands who reacted, and when.
    await does(writeAlert, told, coordinator, at);
    await does(takeAlert, { id, version: 1 }, other, at);
    await does(answerAlert, { id, version: 2, reaction: "talked" }, other, at);
    expect(await names(other)).not.toContain("Karla Isager");
    const caseworker = await aStaffMember("caseworker");
    await anAssignment(person, caseworker, "caseworker");
    const page = async (staffId: string) => (await asks(peopleAround, { id: person }, staffId, NOW)).schoolAlerts;
    for (const staffId of [other, coordinator, caseworker])
      expect(await page(staffId)).toMatchObject({
        alerts: [{ reaction: "talked", handledById: other, handledOn: "2026-11-21", takenById: other }],
        workers: [{ id: other }],
        mayReact: staffId !== caseworker,
      });
  });
  test("goes along to the case, and stays to be read there", async () => {
    const line = aLine(aNumber(), "Ida;Faarsag", ";;;Skolens fravær;;15-11-2026;Borgerskolen;Meget væk");
    await reads(file(line), guide, "yes");
    await does(checkLead, await seen("Faarsag"), guide, at);
    const tried = { channel: "through_network", result: "reached", on: "", clock: "" };
    await does(tryLead, { ...(await seen("Faarsag")), ...tried }, guide, at);
    const { id: leadId } = await seen("Faarsag");
    const [alert] = await read((db) =>
      db.select().from(tables.dropoutAlert).where(eq(tables.dropoutAlert.leadId, leadId)),
    );
    await does(takeAlert, { id: alert?.id, version: 1 }, guide, at);
    await does(answerAlert, { id: alert?.id, version: 2, reaction: "talked" }, guide, at);
    const yes = { ...(await seen("Faarsag")), yesHow: "met", yesOn: "", legalBasisId: "" };
    const { answer } = await does(leadToCase, yes, guide, at);
    const { schoolAlerts } = await asks(peopleAround, { id: answer.youngPersonId }, guide, NOW);
    expect(schoolAlerts?.alerts).toMatchObject([{ id: alert?.id, reaction: "talked", handledById: guide }]);
  });
});

describe("young people met at a place", () => {
  test("are counted without a name; the same encounter sent three times is one", async () => {
    const { answer: place } = await does(addPlace, { name: "Stationspladsen", kind: "street" }, guide, at);
    expect(await tryTo(addPlace, { name: "stationspladsen", kind: "street" }, guide, at)).toMatchObject({
      problems: { name: "place-stands" },
    });
    const met = { id: newId(), placeId: place.id, on: "", dayPart: "evening", people: "3", mark: "" };
    for (const _ of [1, 2, 3]) await does(addEncounter, met, guide, at);
    expect(await tryTo(addEncounter, met, other, at)).toMatchObject({ no: "missing" });
    expect(await read((db) => db.select().from(tables.outreachEncounter))).toMatchObject([
      { people: 3, metOn: "2026-11-21" },
    ]);
    expect(await tryTo(addEncounter, { ...met, id: newId(), mark: "Ali fra 4." }, guide, at)).toMatchObject({
      problems: { mark: "mark" },
    });
  });
  test("who is known later: one encounter joins one of them, counts as a talk, and parts again", async () => {
    const { answer: place } = await does(addPlace, { name: "Klubben", kind: "club" }, guide, at);
    const met = { placeId: place.id, on: "20-11-2026", dayPart: "evening", mark: "ab" };
    const [one, many] = [newId(), newId()];
    await does(addEncounter, { ...met, id: one, people: "1" }, guide, at);
    await does(addEncounter, { ...met, id: many, people: "2" }, guide, at);
    await reads(
      file(aLine(aNumber(), "Ida;Mødtes", ";;;Klub;;;;"), aLine(aNumber(), "Ida;Andenmødt", ";;;Klub;;;;")),
      guide,
      "yes",
    );
    const unchecked = (await leadNamed("Mødtes")).id;
    expect(await tryTo(joinEncounter, { id: one, version: 1, leadId: unchecked }, guide, at)).toMatchObject({
      because: "lead-not-checked",
    });
    for (const name of ["Mødtes", "Andenmødt"]) await does(checkLead, await seen(name), guide, at);
    const { id: leadId } = await leadNamed("Mødtes");
    expect(await tryTo(joinEncounter, { id: many, version: 1, leadId }, guide, at)).toMatchObject({
      because: "encounter-of-many",
    });
    await does(joinEncounter, { id: one, version: 1, leadId }, guide, at);
    expect(await leadNamed("Mødtes")).toMatchObject({ state: "met" });
    const otherLead = (await leadNamed("Andenmødt")).id;
    expect(await tryTo(joinEncounter, { id: one, version: 2, leadId: otherLead }, guide, at)).toMatchObject({
      because: "encounter-named",
    });
    // Sent again it is the same; with something else in it, it is not put in its place without a word.
    expect(await tryTo(addEncounter, { ...met, id: many, people: "2" }, guide, at)).toMatchObject({ ok: true });
    expect(await tryTo(addEncounter, { ...met, id: many, people: "9" }, guide, at)).toMatchObject({
      problems: { people: "encounter-stands" },
    });
    await does(partEncounter, { id: one, version: 2 }, guide, at);
    expect(await leadNamed("Mødtes")).toMatchObject({ state: "verified" });
    const markOf = async () =>
      (await read((db) => db.select().from(tables.outreachEncounter))).find(({ id }) => id === one)?.mark;
    expect(await markOf()).toBe("AB");
    expect(
      await read((db) => db.select().from(tables.outreachAttempt).where(eq(tables.outreachAttempt.leadId, leadId))),
    ).toEqual([]);
    // Who wants help already still does.
    const tried = { ...(await seen("Mødtes")), channel: "through_network", result: "reached", on: "", clock: "" };
    await does(tryLead, tried, guide, at);
    await does(setLeadState, { ...(await seen("Mødtes")), state: "wants_help" }, guide, at);
    await does(joinEncounter, { id: one, version: 3, leadId }, guide, at);
    expect(await leadNamed("Mødtes")).toMatchObject({ state: "wants_help" });
    // A mark is as old as what is forgotten: it does not come again, nor is it kept in what stood before.
    expect(await tablesHolding(`"mark":"AB"`)).toEqual(["revision"]);
    await carryOut(removeOldRows, {}, asker(system, "2027-11-22T09:00:00.000Z", "system"), newId());
    expect(await tablesHolding(`"mark":"AB"`)).toEqual([]);
  });
});
