import { join } from "node:path";
import PDFDocument from "pdfkit";
import type { Language } from "#db/vocabulary.ts";

/** A part of a document, in the order it is read in. */
export type Block =
  | { kind: "heading" | "text" | "meta"; text: string }
  /** The young person's own words, and whose they are. */
  | { kind: "voice"; text: string; whose: string }
  | { kind: "list"; items: readonly string[] };

/** A document for paper: what it is called, what stands on its head and at its foot, and what it says. */
export type PaperDocument = {
  language: Language;
  /** The one heading of the first level, and the title of the file. */
  title: string;
  /** On the head of every page, at the left and at the right. */
  head: readonly [left: string, right: string];
  /** At the foot of every page: who printed it and when; and which page it is. */
  foot: string;
  page: (number: number, of: number) => string;
  blocks: readonly Block[];
  /** The moment it was made, in UTC. */
  madeAt: string;
};

const mm = (millimetres: number) => (millimetres * 72) / 25.4;
const MARGIN = mm(18);
const [A4_WIDTH, A4_HEIGHT] = [595.28, 841.89];
const WIDTH = A4_WIDTH - 2 * MARGIN;
/** The head and the foot stand inside the margin of the text. */
const [TOP, BOTTOM] = [MARGIN + 30, A4_HEIGHT - MARGIN - 24];

const FONTS = "node_modules/dkfds/dist/fonts/IBMPlexSans/complete/ttf";
const fontFile = (name: string) => join(FONTS, `IBMPlexSans-${name}.ttf`);

/** Size and line in points, weight, and the air above (screens.md 7, print). */
const LOOKS = {
  title: { size: 16, line: 21, font: "SemiBold", above: 0 },
  heading: { size: 12, line: 18, font: "SemiBold", above: 18 },
  text: { size: 10.5, line: 15, font: "Regular", above: 4 },
  voice: { size: 13, line: 19, font: "Regular", above: 6 },
  meta: { size: 9, line: 12, font: "Regular", above: 3 },
} as const;
type Look = keyof typeof LOOKS;

const INDENT = 14;
const VOICE_INDENT = 12;
const LINE = "#999999";

type Doc = PDFKit.PDFDocument;
/** What pdfkit has and its types do not tell. */
const PDF_UA = "PDF/UA" as "PDF/A-1a";
type Drawn = { _font: { font: { hasGlyphForCodePoint: (code: number) => boolean } } };

/** Writes the document as PDF/UA-1: tagged, with its language and title, its fonts embedded, its running lines marked as no part of it. */
export async function taggedPdf(of: PaperDocument): Promise<Uint8Array<ArrayBuffer>> {
  const doc = new PDFDocument({
    ...{ size: "A4", bufferPages: true, pdfVersion: "1.7", subset: PDF_UA, tagged: true, displayTitle: true },
    margins: { top: TOP, bottom: A4_HEIGHT - BOTTOM, left: MARGIN, right: MARGIN },
    ...{ lang: of.language, font: fontFile("Regular") },
    info: { Title: of.title, Creator: "Samspor", CreationDate: new Date(of.madeAt) },
  });
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => doc.on("end", resolve).on("error", reject));
  doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  for (const name of ["Regular", "SemiBold"]) doc.registerFont(name, fontFile(name));
  const root = doc.struct("Document");
  doc.addStructure(root);
  paragraph(doc, root, "H1", "title", of.title);
  for (const block of of.blocks) draw(doc, root, block);
  root.end();
  running(doc, of);
  doc.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

type Struct = PDFKit.PDFStructureElement;

function draw(doc: Doc, root: Struct, block: Block): void {
  if (block.kind === "list") list(doc, root, block.items);
  else if (block.kind === "voice") voice(doc, root, block);
  else if (block.kind === "heading") {
    // A heading stands with what it is over.
    mustHold(doc, LOOKS.heading.above + LOOKS.heading.line + 2 * LOOKS.text.line);
    paragraph(doc, root, "H2", "heading", block.text);
  } else paragraph(doc, root, "P", block.kind, block.text);
}

function mustHold(doc: Doc, height: number): void {
  if (doc.y + height > BOTTOM) doc.addPage();
}

function look(doc: Doc, name: Look) {
  const { size, line, font } = LOOKS[name];
  doc.font(font).fontSize(size).fillColor("black");
  return { lineGap: line - doc.currentLineHeight(true) };
}

/** What the font has no sign for, a small picture for one, stands as a question mark: nothing is left out unseen. */
function written(doc: Doc, text: string): string {
  const { font } = (doc as unknown as Drawn)._font;
  return [...text.normalize("NFC").replaceAll("\t", " ")]
    .map((sign) => (font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0) ? sign : "?"))
    .join("");
}

function paragraph(doc: Doc, parent: Struct, tag: string, name: Look, text: string, indent = 0): void {
  const options = look(doc, name);
  const { above, line } = LOOKS[name];
  if (doc.y > TOP) doc.y += above;
  mustHold(doc, line);
  const words = written(doc, text);
  parent.add(
    doc.struct(tag, {}, () => {
      doc.text(words, MARGIN + indent, doc.y, { ...options, width: WIDTH - indent });
    }),
  );
}

function list(doc: Doc, root: Struct, items: readonly string[]): void {
  const ofList = doc.struct("L");
  root.add(ofList);
  for (const item of items) {
    const options = look(doc, "text");
    if (doc.y > TOP) doc.y += LOOKS.text.above / 2;
    mustHold(doc, LOOKS.text.line);
    const words = written(doc, item);
    const at = doc.y;
    const row = doc.struct("LI");
    ofList.add(row);
    row.add(doc.struct("Lbl", {}, () => void doc.text("–", MARGIN, at, { lineBreak: false })));
    row.add(
      doc.struct("LBody", {}, () => {
        doc.text(words, MARGIN + INDENT, at, { ...options, width: WIDTH - INDENT });
      }),
    );
  }
}

/** Own words stand larger, behind a rule; on whichever pages they come to stand. */
function voice(doc: Doc, root: Struct, { text, whose }: Extract<Block, { kind: "voice" }>): void {
  mustHold(doc, LOOKS.voice.above + 2 * LOOKS.voice.line);
  const quote = doc.struct("BlockQuote");
  root.add(quote);
  const first = doc.bufferedPageRange().count - 1;
  const from = doc.y > TOP ? doc.y + LOOKS.voice.above : doc.y;
  for (const line of text.split(/\n+/).filter(Boolean)) paragraph(doc, quote, "P", "voice", line, VOICE_INDENT);
  paragraph(doc, quote, "P", "meta", whose, VOICE_INDENT);
  const last = doc.bufferedPageRange().count - 1;
  const to = doc.y;
  for (let page = first; page <= last; page++) {
    doc.switchToPage(page);
    beside(doc, () =>
      doc
        .rect(MARGIN, page === first ? from : TOP, 3, (page === last ? to : BOTTOM) - (page === first ? from : TOP))
        .fill("black"),
    );
  }
  doc.y = to;
}

/** Draws what is no part of what is read. */
function beside(doc: Doc, work: () => void, set: object = { type: "Layout" }): void {
  doc.markContent("Artifact", set);
  work();
  doc.endMarkedContent();
}

/** The head and the foot of every page. */
function running(doc: Doc, { head, foot, page }: PaperDocument): void {
  const { start, count } = doc.bufferedPageRange();
  for (let number = start; number < start + count; number++) {
    doc.switchToPage(number);
    const { margins } = doc.page;
    const kept = { ...margins };
    // What stands below the text would else begin a new page.
    Object.assign(margins, { top: 0, bottom: 0 });
    line(doc, MARGIN, head, "Top");
    line(doc, A4_HEIGHT - MARGIN - LOOKS.meta.line, [foot, page(number + 1, count)], "Bottom");
    beside(doc, () =>
      doc
        .moveTo(MARGIN, MARGIN + LOOKS.meta.line + 3)
        .lineTo(A4_WIDTH - MARGIN, MARGIN + LOOKS.meta.line + 3)
        .lineWidth(0.5)
        .stroke(LINE),
    );
    Object.assign(margins, kept);
  }
}

function line(doc: Doc, y: number, [left, right]: readonly [string, string], edge: "Top" | "Bottom"): void {
  beside(
    doc,
    () => {
      look(doc, "meta");
      doc.text(written(doc, left), MARGIN, y, { lineBreak: false });
      const words = written(doc, right);
      doc.text(words, A4_WIDTH - MARGIN - doc.widthOfString(words), y, { lineBreak: false });
    },
    { type: "Pagination", attached: [edge] },
  );
}
