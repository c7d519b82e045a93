import { and, eq, ne } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { may } from "../access/decide.server.ts";
import { departmentStands } from "../actions/find.server.ts";
import { placeOf, whereabouts } from "../agenda/place.server.ts";
import { type At, command, type Work } from "../command.server.ts";
import { Declined, invalid, missing } from "../errors.ts";
import type { EventKind } from "../events.ts";
import { anyText, chosenId, input, rowId, seenVersion, someText, versionOrNone, withoutCpr } from "../input.server.ts";
import { revise } from "../revise.server.ts";
import { itemTopic } from "../topics.ts";
import { paragraphsOf, paragraphView } from "./views.server.ts";

const { paragraph } = tables;
type Paragraph = typeof paragraph.$inferSelect;

const text = withoutCpr(someText(2000));

const inItem =
  (what: "item:run" | "item:write") =>
  ({ db, actor, now, today, input }: At<{ itemId: string }>) =>
    may(db, { actor, now, today }, what, input.itemId);

/** Whoever runs the item of the paragraph; what was handed in has its own command. A removal may be sent again. */
async function mayRun({ db, actor, now, today, input: { id } }: At<{ id: string }>) {
  const own = and(eq(paragraph.id, id), ne(paragraph.kind, "handed_in"));
  const [row] = await db.select({ itemId: paragraph.itemId }).from(paragraph).where(own);
  return row ? may(db, { actor, now, today }, "item:run", row.itemId) : { no: "missing" as const };
}

async function changed(
  work: Work<unknown>,
  kind: EventKind,
  { id, itemId, kind: what }: Pick<Paragraph, "id" | "itemId" | "kind">,
) {
  const { db, record, touch } = work;
  record({ kind, ...whereabouts(await placeOf(db, itemId)), facts: { paragraphId: id, paragraphKind: what } });
  touch(itemTopic(itemId), paragraphView, id);
  return { id };
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
    if (!known && version > 0) throw missing();
    if (!known) return written(work, { itemId, kind: "discussion", text });
    if (version === 0) throw new Declined({ no: "conflict", now: { ...known } });
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

export const removeParagraph = command("remove-paragraph", {
  input: input({ id: rowId, version: seenVersion }),
  allow: mayRun,
  async run(work) {
    const { db, input, by, now } = work;
    return changed(work, "paragraph-removed", await revise(db, paragraph, input, { removedAt: now }, by));
  },
});
