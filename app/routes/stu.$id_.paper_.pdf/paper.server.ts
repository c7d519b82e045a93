import type { Language } from "#db/vocabulary.ts";
import { clockOf, dayOf } from "#domain/moments.ts";
import type { ResourcePaperFile } from "#domain/resource-paper/queries.server.ts";
import { isOwnVoice } from "#domain/resource-paper/rules.ts";
import type { FileSent } from "#http/door.server.ts";
import { type Block, taggedPdf } from "#http/tagged-pdf.server.ts";
import { dayWords } from "#words/days.ts";
import { wordsIn } from "#words/words.ts";

/** The resource paper in the asker's language, as a tagged PDF. */
export async function paper(of: ResourcePaperFile, language: Language): Promise<FileSent> {
  const { resourcePaper } = await wordsIn(language);
  const { paper: t, parts, title } = resourcePaper;
  const { name, firstName, place, line, startOn, endOn, version, texts, by, now, today } = of;
  const days = dayWords(language, today);
  const kept = version && days.full(dayOf(version.at));
  const edition = kept ? (version.final ? t.finalVersion : t.draftVersion)(version.number, kept) : t.unkept;
  const facts = [t.place(place, line), startOn && t.course(days.full(startOn), endOn ? days.full(endOn) : ""), edition];
  const bytes = await taggedPdf({
    language,
    title: t.heading(name),
    head: [`${title} · ${name}`, t.secret],
    foot: t.printed(by, days.full(today), clockOf(now)),
    page: t.page,
    madeAt: now,
    blocks: [
      ...facts.filter(Boolean).map((text): Block => ({ kind: "meta", text: text || "" })),
      ...(texts.length === 0 ? [{ kind: "text" as const, text: t.nothing }] : []),
      ...texts.flatMap(({ part, text }): Block[] => [
        { kind: "heading", text: parts[part] },
        ...(isOwnVoice(part) ? [{ kind: "voice" as const, text, whose: t.ownWords(firstName) }] : blocksOf(text)),
      ]),
    ],
  });
  return { name: `${t.fileName}-${today}.pdf`, type: "application/pdf", bytes };
}

const POINT = /^\s*[-–•*]\s+/;

/** The lines of a text: each a paragraph, and points that follow each other a list. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split("\n").filter((one) => one.trim() !== "")) {
    const last = blocks.at(-1);
    if (!POINT.test(line)) blocks.push({ kind: "text", text: line.trim() });
    else if (last?.kind === "list")
      blocks.splice(-1, 1, { kind: "list", items: [...last.items, line.replace(POINT, "")] });
    else blocks.push({ kind: "list", items: [line.replace(POINT, "")] });
  }
  return blocks;
}
