import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type Block, type PaperDocument, taggedPdf } from "#http/tagged-pdf.server.ts";

const aDocument = (blocks: Block[], over: Partial<PaperDocument> = {}): PaperDocument => ({
  ...{ language: "da", title: "Papir for Ærø Åse", head: ["Papir", "Fortroligt"], foot: "Hentet i dag" },
  ...{ page: (n, of) => `side ${n} af ${of}`, madeAt: "2026-11-24T09:00:00.000Z", blocks, ...over },
});

/** A file as its objects, with what stands on its pages unpacked. */
function read(bytes: Uint8Array) {
  const raw = Buffer.from(bytes).toString("latin1");
  const objects = [...raw.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)].map(([, id = "", body = ""]) => ({
    id,
    body,
  }));
  const pages = objects
    .filter(({ body }) => /\/Type \/Page\n/.test(body))
    .map(({ body }) => {
      const content = /\/Contents (\d+) 0 R/.exec(body)?.[1];
      const stream = objects.find(({ id }) => id === content)?.body ?? "";
      const packed = /stream\n([\s\S]*)\nendstream/.exec(stream)?.[1] ?? "";
      return inflateSync(Buffer.from(packed, "latin1")).toString("latin1");
    });
  const tags = objects.flatMap(({ body }) => /\/S \/(\w+)\n/.exec(body)?.[1] ?? []);
  const told = (name: string) => objects.some(({ body }) => body.includes(name));
  return { raw, objects, pages, tags, told };
}

/** The marks and the drawing of a page, in their order: `/P`, `/Artifact`, `EMC`, `TJ`, `f`, `S`. */
const stepsOn = (page: string) =>
  [...page.matchAll(/(\/\w+) <<[^>]*>> BDC|(\/\w+) BMC|^(EMC)$|(?:^|\s)(TJ|Tj|f|S|B)$/gm)].map(
    ([, marked, bare, end, drawn]) => marked ?? bare ?? end ?? drawn ?? "",
  );

/** What is drawn outside of everything marked, and marks that stand inside each other or are left open. */
function faultsOn(page: string): string[] {
  const open: string[] = [];
  const faults: string[] = [];
  for (const step of stepsOn(page)) {
    if (step.startsWith("/")) open.push(step);
    else if (step === "EMC") open.pop() ?? faults.push("an end without a beginning");
    else if (open.length === 0) faults.push(`${step} unmarked`);
    if (open.length > 1) faults.push(`inside each other: ${open.join(" ")}`);
  }
  return [...faults, ...open.map((mark) => `left open: ${mark}`)];
}

const LONG = Array.from({ length: 900 }, (_, n) => `ord${n}`).join(" ");

test("what is looked for would be found: a word outside of everything, a mark left open, a mark in another", () => {
  expect(faultsOn("/P <<\n/MCID 0\n>> BDC\n[<00>] TJ\nEMC\n[<01>] TJ")).toEqual(["TJ unmarked"]);
  expect(faultsOn("/Artifact BMC\n/P <<\n/MCID 0\n>> BDC\nEMC")).toHaveLength(2);
});

describe("a document for paper", () => {
  test("says that it is tagged, in which language, what it is called, and that it is PDF/UA-1", async () => {
    const { told, raw } = read(await taggedPdf(aDocument([{ kind: "text", text: "Hej" }])));
    expect(raw.startsWith("%PDF-1.7")).toBe(true);
    for (const name of ["/StructTreeRoot", "/Marked true", "/Lang (da)", "/DisplayDocTitle true", "pdfuaid:part"])
      expect([name, told(name)]).toEqual([name, true]);
    // The title with its Danish letters, as UTF-16.
    const title = Buffer.from("\uFEFFPapir for Ærø Åse", "utf16le").swap16().toString("latin1");
    expect(raw).toContain(title);
    expect(told("/FontFile2")).toBe(true);
    expect(raw).toContain("IBMPlexSans");
    expect(read(await taggedPdf(aDocument([], { language: "en" }))).told("/Lang (en)")).toBe(true);
  });

  test("has its headings, paragraphs, lists and own words as what they are, in the order they are read in", async () => {
    const { tags } = read(
      await taggedPdf(
        aDocument([
          { kind: "heading", text: "Det vil jeg" },
          { kind: "voice", text: "Et køkken\nog ro", whose: "Oskars egne ord" },
          { kind: "list", items: ["første", "andet"] },
          { kind: "text", text: "Slut" },
        ]),
      ),
    );
    const count = (tag: string) => tags.filter((one) => one === tag).length;
    expect(
      Object.fromEntries(
        ["Document", "H1", "H2", "BlockQuote", "L", "LI", "Lbl", "LBody", "P"].map((tag) => [tag, count(tag)]),
      ),
    ).toEqual({
      ...{ Document: 1, H1: 1, H2: 1, BlockQuote: 1, L: 1, LI: 2, Lbl: 2, LBody: 2, P: 4 },
    });
  });

  test("has every word and line on every page either tagged or marked as no part of it, also where a text runs over the page", async () => {
    const { pages } = read(
      await taggedPdf(
        aDocument([
          { kind: "text", text: LONG },
          { kind: "heading", text: "Mere" },
          { kind: "voice", text: LONG, whose: "Oskars egne ord" },
          { kind: "list", items: [LONG, "kort"] },
        ]),
      ),
    );
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) {
      expect(faultsOn(page)).toEqual([]);
      const steps = stepsOn(page);
      // Head, foot and the line between are no part of it; the words are.
      expect(steps.filter((step) => step === "/Artifact").length).toBeGreaterThanOrEqual(3);
      expect(steps.filter((step) => ["/P", "/LBody"].includes(step)).length).toBeGreaterThan(0);
      expect(steps.filter((step) => step === "TJ").length).toBeGreaterThan(10);
    }
  });

  test("a sign that the font lacks stands as a question mark, never as an empty box", async () => {
    const of = (text: string) => taggedPdf(aDocument([{ kind: "text", text }]));
    expect(read(await of("Hej 🎉")).pages).toEqual(read(await of("Hej ?")).pages);
  });

  test("an empty document is a page with its heading", async () => {
    const { pages, tags } = read(await taggedPdf(aDocument([])));
    expect(pages).toHaveLength(1);
    expect(tags).toEqual(expect.arrayContaining(["Document", "H1"]));
  });
});
