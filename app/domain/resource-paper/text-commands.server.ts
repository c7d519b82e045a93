import { and, desc, eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type ResourcePaperPart, resourcePaperParts } from "#db/vocabulary.ts";
import { command, type Work } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import { anyText, input, rowId, seenVersion, versionOrNone, whole, withoutCpr, word } from "../input.server.ts";
import { mustBeSeen, revise } from "../revise.server.ts";
import { factsOf } from "../stu/find.server.ts";
import { courseTopic } from "../topics.ts";
import { paperMoved, writesPaper } from "./commands.server.ts";
import { type PaperKept, paperWith } from "./find.server.ts";
import { writtenSoFar } from "./rules.ts";
import { type PaperTextRow, paperTextView, paperVersionView, textsOf } from "./views.server.ts";

const { resourcePaper, resourcePaperText, resourcePaperVersion } = tables;

const MOST_WRITTEN = 4000;

async function standingText(db: Db, paperId: string, part: ResourcePaperPart) {
  const ofPart = and(eq(resourcePaperText.paperId, paperId), eq(resourcePaperText.part, part));
  return (await db.select().from(resourcePaperText).where(ofPart))[0];
}

/** A paper that is written here; a final one is opened again first. @throws Declined */
async function openHere(db: Db, id: string, field: string): Promise<PaperKept> {
  const paper = await paperWith(db, id);
  if (paper.way !== "here") throw missing();
  if (paper.finalOn) throw invalid(field, "paper-final");
  return paper;
}

/** Writes one part of the paper: made at the first writing, saved alone. */
export const writePaperText = command("write-paper-text", {
  input: input({
    ...{ id: rowId, part: word(resourcePaperParts), version: versionOrNone },
    text: withoutCpr(anyText(MOST_WRITTEN)),
  }),
  allow: writesPaper,
  async run({ db, input, by, newId, record, touch }) {
    const { id: paperId, part, version, text } = input;
    const paper = await openHere(db, paperId, "text");
    const stands = await standingText(db, paperId, part);
    mustBeSeen(stands && { text: stands.text, version: stands.version }, version);
    const edited = { text, editedById: by.staffId, editedAt: by.now };
    const id = stands?.id ?? newId();
    if (stands) await revise(db, resourcePaperText, { id, version }, edited, by);
    else await db.insert(resourcePaperText).values({ id, paperId, part, ...edited });
    const { youngPersonId } = await factsOf(db, paper.courseId);
    record({ kind: "paper-text-written", youngPersonId, facts: { course: paper.courseId, part } });
    touch(courseTopic(paper.courseId), paperTextView, id);
    return { id };
  },
});

type Content = Pick<PaperTextRow, "kind" | "id" | "part" | "text" | "version">[];
const isSame = (one: Content, other: Content) =>
  JSON.stringify(one.map(({ part, text }) => [part, text])) ===
  JSON.stringify(other.map(({ part, text }) => [part, text]));

/** Keeps the paper as it stands. @throws Declined `invalid` when nothing is written, or when a draft would be the one before it again */
async function keep(work: Work<unknown>, paper: PaperKept, final: boolean): Promise<number> {
  const { db, by, newId, touch } = work;
  const content = (await textsOf(db, paper.id)).filter(({ text }) => text !== "");
  if (content.length === 0) throw invalid("id", "paper-empty");
  const [last] = await db
    .select({ number: resourcePaperVersion.number, content: resourcePaperVersion.content })
    .from(resourcePaperVersion)
    .where(eq(resourcePaperVersion.paperId, paper.id))
    .orderBy(desc(resourcePaperVersion.number))
    .limit(1);
  if (!final && last && isSame(content, last.content as Content)) throw invalid("id", "paper-same");
  const number = (last?.number ?? 0) + 1;
  const id = newId();
  await db
    .insert(resourcePaperVersion)
    .values({ id, paperId: paper.id, number, final, content, at: by.now, byId: by.staffId });
  touch(courseTopic(paper.courseId), paperVersionView, id);
  return number;
}

/** Keeps the paper as it stands as a version; the first one is its draft. */
export const keepPaperVersion = command("keep-paper-version", {
  input: input({ id: rowId }),
  allow: writesPaper,
  async run(work) {
    const { db, by, today } = work;
    const paper = await openHere(db, work.input.id, "id");
    const number = await keep(work, paper, false);
    if (!paper.draftOn) await revise(db, resourcePaper, paper, { draftOn: today }, by);
    await paperMoved(work, paper, "paper-version-kept", { number, final: false });
    return { number };
  },
});

/** Makes the paper final that day, as whoever presses has seen it: what was written since comes first before their eyes. */
export const finishResourcePaper = command("finish-resource-paper", {
  input: input({ id: rowId, version: seenVersion, written: whole(0, 1_000_000) }),
  allow: writesPaper,
  async run(work) {
    const { db, input, by, today } = work;
    const paper = await openHere(db, input.id, "id");
    if (writtenSoFar(await textsOf(db, paper.id)) !== input.written) throw invalid("id", "paper-moved-on");
    const number = await keep(work, paper, true);
    const draftOn = paper.draftOn ?? today;
    await revise(db, resourcePaper, input, { draftOn, finalOn: today }, by);
    await paperMoved(work, paper, "paper-version-kept", { number, final: true });
    return { number };
  },
});
