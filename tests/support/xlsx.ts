import { inflateRawSync } from "node:zlib";

/** The parts of a zip file, by name, as its directory at the end lists them. */
function partsOf(bytes: Buffer): Map<string, string> {
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, more, comment] = [28, 30, 32].map((off) => bytes.readUInt16LE(at + off)) as [number, number, number];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
    const plain = bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
    parts.set(bytes.toString("utf8", at + 46, at + 46 + name), plain.toString("utf8"));
    at += 46 + name + more + comment;
  }
  return parts;
}

const SIGNS = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const textIn = (xml: string) => xml.replace(/&(lt|gt|amp|quot|apos);/g, (_, sign: keyof typeof SIGNS) => SIGNS[sign]);

/** The first sheet of a file for Excel: its cells as text, each in its column, and its own source. */
export function sheetOf(bytes: Uint8Array): { rows: string[][]; source: string } {
  const parts = partsOf(Buffer.from(bytes));
  const source = parts.get("xl/worksheets/sheet1.xml") ?? "";
  const shared = [...(parts.get("xl/sharedStrings.xml") ?? "").matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
    textIn([...(si ?? "").matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join("")),
  );
  const said = (attributes: string, inner: string) => {
    const value = /<(?:v|t)[^>]*>(.*?)<\/(?:v|t)>/s.exec(inner)?.[1] ?? "";
    return / t="s"/.test(attributes) ? (shared[Number(value)] ?? "") : textIn(value);
  };
  const rows = [...source.matchAll(/<row[^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row = ""]) => {
    const cells: string[] = [];
    for (const [, attributes = "", inner = ""] of row.matchAll(/<c( [^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const column = (/ r="([A-Z])\d/.exec(attributes)?.[1] ?? "A").charCodeAt(0) - 65;
      cells[column] = said(attributes, inner);
    }
    return Array.from(cells, (cell) => cell ?? "");
  });
  return { rows, source };
}
