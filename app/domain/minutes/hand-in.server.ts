import { and, eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { may } from "../access/decide.server.ts";
import { type Place, placeOf, whereabouts } from "../agenda/place.server.ts";
import { command } from "../command.server.ts";
import { missing } from "../errors.ts";
import { input, rowId, seenVersion, someText, word } from "../input.server.ts";
import { revise } from "../revise.server.ts";
import { itemTopic, staffTopic } from "../topics.ts";
import { paragraphView } from "./views.server.ts";

const { paragraph } = tables;

const thoseWhoLead = ({ chairId, minuteTakerId }: Place) => [staffTopic(chairId), staffTopic(minuteTakerId)];

/**
 * Hands in what somebody had typed when the item moved on or the right ended. It goes to those who lead the meeting alone,
 * as it was typed: whoever was let out of the item puts nothing on everybody's board.
 */
export const handIn = command("hand-in", {
  input: input({ itemId: rowId, text: someText(10_000) }),
  allow: ({ db, actor, now, today, input: { itemId } }) => may(db, { actor, now, today }, "item:hand-in", itemId),
  async run({ db, input: { itemId, text }, actor, newId, record, reload }) {
    if (actor.kind !== "staff") throw missing();
    const at = await placeOf(db, itemId);
    const id = newId();
    await db.insert(paragraph).values({ id, itemId, kind: "handed_in", authorId: actor.id, text });
    record({ kind: "text-handed-in", ...whereabouts(at), facts: { paragraphId: id } });
    reload(...thoseWhoLead(at));
    return {};
  },
});

/** Those who run the item make a remark of what was handed in, or remove it. */
export const takeHandedIn = command("take-handed-in", {
  input: input({ id: rowId, version: seenVersion, as: word(["remark", "removed"]) }),
  async allow({ db, actor, now, today, input: { id } }) {
    const [row] = await db.select({ itemId: paragraph.itemId }).from(paragraph).where(eq(paragraph.id, id));
    return row ? may(db, { actor, now, today }, "item:run", row.itemId) : { no: "missing" };
  },
  async run({ db, input, by, now, record, touch, reload }) {
    const seen = and(eq(paragraph.id, input.id), eq(paragraph.version, input.version));
    const [former] = await db.select().from(paragraph).where(seen);
    if (former && (former.kind !== "handed_in" || former.removedAt)) throw missing();
    const set = input.as === "remark" ? { kind: "remark" as const } : { removedAt: now };
    const { id, itemId } = await revise(db, paragraph, input, set, by);
    const at = await placeOf(db, itemId);
    record({ kind: "handed-in-taken", ...whereabouts(at), facts: { paragraphId: id, as: input.as } });
    if (input.as === "remark") touch(itemTopic(itemId), paragraphView, id);
    reload(...thoseWhoLead(at));
    return { id };
  },
});
