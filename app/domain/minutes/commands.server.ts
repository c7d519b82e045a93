import { and, eq, ne } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { may } from "../access/decide.server.ts";
import { departmentStands } from "../actions/find.server.ts";
import { placeOf, whereabouts } from "../agenda/place.server.ts";
import { type At, command, type Work } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import type { EventKind } from "../events.ts";
import {
  anyText,
  chosenId,
  ids,
  input,
  rowId,
  seenVersion,
  someText,
  versionOrNone,
  withoutCpr,
  word,
} from "../input.server.ts";
import { mustBeSeen, revise } from "../revise.server.ts";
import { itemTopic } from "../topics.ts";
import { isUpper, upperClasses } from "./classes.ts";
import {
  classTopicsOf,
  paragraphsOf,
  paragraphView,
  type UpperRow,
  upperParagraphsOf,
  upperView,
} from "./views.server.ts";

const { paragraph, paragraphReader } = tables;
type Paragraph = typeof paragraph.$inferSelect;

const text = withoutCpr(someText(2000));

const inItem =
  (what: "item:run" | "item:write") =>
  ({ db, actor, now, today, input }: At<{ itemId: string }>) =>
    may(db, { actor, now, today }, what, input.itemId);

/** Whoever runs the item of the paragraph; what was handed in has its own command. A removal may be sent again. */
async function mayRun({ db, actor, now, today, input: { id } }: At<{ id: string }>) {
  const own = and(eq(paragraph.id, id), ne(paragraph.kind, "handed_in"));
  const [row] = await db
    .select({ itemId: paragraph.itemId, textClass: paragraph.textClass })
    .from(paragraph)
    .where(own);
  if (!row) return { no: "missing" as const };
  const asking = { actor, now, today };
  const run = await may(db, asking, "item:run", row.itemId);
  if ("no" in run || !isUpper(row.textClass)) return run;
  // Whoever runs the item without reading that class cannot change what they do not see.
  const reads = await may(db, asking, `item:${row.textClass}`, row.itemId);
  return "no" in reads ? { no: "missing" as const } : run;
}

async function changed(
  work: Work<unknown>,
  kind: EventKind,
  {
    id,
    itemId,
    kind: what,
    textClass = "open_in_forum",
  }: Pick<Paragraph, "id" | "itemId" | "kind"> & Partial<Paragraph>,
  wasShared = false,
) {
  const { db, record, touch } = work;
  record({ kind, ...whereabouts(await placeOf(db, itemId)), facts: { paragraphId: id, paragraphKind: what } });
  // Those who may not read a text learn nothing of it, not even that it was changed.
  if (wasShared || !isUpper(textClass)) touch(itemTopic(itemId), paragraphView, id);
  for (const row of await upperParagraphsOf(db, itemId)) if (row.id === id) touchClass(work, itemId, row);
  return { id };
}

/** The topics of a paragraph's class stand otherwise. */
function touchClass(
  { touch }: Pick<Work<unknown>, "touch">,
  itemId: string,
  row: Pick<UpperRow, "id" | "textClass" | "readers">,
) {
  for (const { topic, departmentId } of classTopicsOf(itemId, row))
    touch(topic, upperView(itemId, row.textClass, departmentId), row.id);
}

type New = Pick<Paragraph, "itemId" | "kind" | "text"> & { departmentId?: string };

async function written(work: Work<unknown>, row: New) {
  const { db, actor, newId } = work;
  if (actor.kind !== "staff") throw missing();
  const id = newId();
  await db.insert(paragraph).values({ id, authorId: actor.id, ...row });
  return changed(work, "paragraph-written", { id, ...row });
}

async function discussionOf(db: Db, itemId: string) {
  return (await paragraphsOf(db, itemId)).find((row) => row.paragraphKind === "discussion");
}

/** `Kort om drøftelsen`: one text for an item, made at the first writing; it may be emptied. */
export const writeDiscussion = command("write-discussion", {
  input: input({ itemId: rowId, version: versionOrNone, text: withoutCpr(anyText(10_000)) }),
  allow: inItem("item:run"),
  async run(work) {
    const { db, input, by } = work;
    const { itemId, version, text } = input;
    const known = await discussionOf(db, itemId);
    mustBeSeen(known, version);
    if (!known) return written(work, { itemId, kind: "discussion", text });
    const row = await revise(db, paragraph, { id: known.id, version }, { text }, by);
    return changed(work, "paragraph-written", row);
  },
});

/** A department's disagreement, for the minutes. */
export const writeDissent = command("write-dissent", {
  input: input({ itemId: rowId, departmentId: chosenId, text }),
  allow: inItem("item:write"),
  async run(work) {
    const { db, input, today } = work;
    if (!(await departmentStands(db, input.departmentId, today))) throw invalid("departmentId", "choose");
    return written(work, { kind: "dissent", ...input });
  },
});

export const writeRemark = command("write-remark", {
  input: input({ itemId: rowId, text }),
  allow: inItem("item:run"),
  run: async (work) => written(work, { kind: "remark", ...work.input }),
});

export const changeParagraph = command("change-paragraph", {
  input: input({ id: rowId, version: seenVersion, text }),
  allow: mayRun,
  async run(work) {
    const { db, input, by } = work;
    const row = await revise(db, paragraph, input, { text: input.text }, by);
    if (row.removedAt) throw missing();
    return changed(work, "paragraph-written", row);
  },
});

/** `Må læses af …`: who may read a text of the minutes, said afterwards; the discussion is for everybody in the item. */
export const setReaders = command("set-readers", {
  input: input({
    id: rowId,
    version: seenVersion,
    textClass: word(["open_in_forum", ...upperClasses]),
    departmentIds: ids,
  }),
  allow: mayRun,
  async run(work) {
    const { db, input, by, today } = work;
    const { id, version, textClass } = input;
    const readers = textClass === "named_departments" ? [...new Set(input.departmentIds)] : [];
    if (textClass === "named_departments" && readers.length === 0) throw invalid("departmentIds", "choose");
    for (const departmentId of readers)
      if (!(await departmentStands(db, departmentId, today))) throw invalid("departmentIds", "choose");
    const [known] = await db.select().from(paragraph).where(eq(paragraph.id, id));
    if (!known || known.removedAt) throw missing();
    if (known.kind === "discussion") throw invalid("textClass", "choose");
    const former = (await upperParagraphsOf(db, known.itemId)).find((row) => row.id === id);
    const row = await revise(db, paragraph, { id, version }, { textClass }, by);
    await db.delete(paragraphReader).where(eq(paragraphReader.paragraphId, id));
    for (const departmentId of readers) await db.insert(paragraphReader).values({ paragraphId: id, departmentId });
    if (former) touchClass(work, known.itemId, former);
    return changed(work, "paragraph-readers-set", row, !former);
  },
});

export const removeParagraph = command("remove-paragraph", {
  input: input({ id: rowId, version: seenVersion }),
  allow: mayRun,
  async run(work) {
    const { db, input, by, now } = work;
    const row = await revise(db, paragraph, input, { removedAt: now }, by);
    const readers = await db.select().from(paragraphReader).where(eq(paragraphReader.paragraphId, row.id));
    const { id, itemId, textClass } = row;
    if (isUpper(textClass))
      touchClass(work, itemId, { id, textClass, readers: readers.map(({ departmentId }) => departmentId) });
    return changed(work, "paragraph-removed", row);
  },
});
