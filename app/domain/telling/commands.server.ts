import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { toldWays } from "#db/vocabulary.ts";
import { may } from "../access/decide.server.ts";
import { placeOf, whereabouts } from "../agenda/place.server.ts";
import { command } from "../command.server.ts";
import { missing } from "../errors.ts";
import { anyText, input, rowId, versionOrNone, withoutCpr, word } from "../input.server.ts";
import { coordinators } from "../people/find.server.ts";
import { mustBeSeen, revise } from "../revise.server.ts";
import { SECTION_115 } from "../sharing/rules.ts";
import { staffTopic } from "../topics.ts";

const { action, itemClosing, itemTold } = tables;

/** `Sådan fik ung 1 besked`: the young person knows what was agreed, and nobody has to tell them any more. */
export const tellYoungPerson = command("tell-young-person", {
  input: input({
    itemId: rowId,
    version: versionOrNone,
    how: word(toldWays),
    words: withoutCpr(anyText(2000)),
  }),
  allow: ({ db, actor, now, today, input: { itemId } }) => may(db, { actor, now, today }, "item:tell", itemId),
  async run(work) {
    const { db, input, by, today, record, reload } = work;
    const { itemId, version, how, words } = input;
    if (by.staffId === null) throw missing();
    const at = await placeOf(db, itemId);
    const [stands] = await db.select().from(itemTold).where(eq(itemTold.id, itemId));
    mustBeSeen(stands, version);
    // Whoever mends it has not told the young person anew.
    if (stands) await revise(db, itemTold, { id: itemId, version }, { how, words }, by);
    else await db.insert(itemTold).values({ id: itemId, toldById: by.staffId, toldOn: today, how, words });
    record({ kind: "young-person-told", ...whereabouts(at), facts: { how } });
    const [closing] = await db.select().from(itemClosing).where(eq(itemClosing.id, itemId));
    const owners = await db.select({ id: action.ownerId }).from(action).where(eq(action.itemId, itemId));
    // Who coordinates the forum learns nothing of what is met about under § 115.
    const forum = at.typeCode === SECTION_115 ? [] : await coordinators(db, today);
    const told = [by.staffId, closing?.informStaffId ?? null, ...owners.map(({ id }) => id), ...forum];
    reload(...told.filter((id) => id !== null).map(staffTopic));
  },
});
