import { and, eq, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type HeardWay, heardWays } from "#db/vocabulary.ts";
import { may } from "../access/decide.server.ts";
import { placeOf, whereabouts } from "../agenda/place.server.ts";
import { caseFacts } from "../agenda/views.server.ts";
import { command, type Work } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import { anyText, input, optionalDay, optionalId, rowId, versionOrNone, withoutCpr, word } from "../input.server.ts";
import { slotView } from "../meetings/views.server.ts";
import { mustBeSeen, revise } from "../revise.server.ts";
import { touchScreen } from "../screen/touch.server.ts";
import { itemTopic, meetingTopic } from "../topics.ts";
import { preparedView, unconfirm } from "./prepared.server.ts";
import { needsWords } from "./rules.ts";
import { voiceOf, voiceView } from "./views.server.ts";

const { staff, youthVoice } = tables;

/** Writes the young person's own words to an item, or why there are none: one row for an item, made at the first writing. */
export const writeOwnWords = command("write-own-words", {
  input: input({
    itemId: rowId,
    version: versionOrNone,
    words: withoutCpr(anyText(2000)),
    how: word(heardWays),
    heardById: optionalId,
    heardOn: optionalDay,
    tries: withoutCpr(anyText(1000)),
    notToDiscuss: withoutCpr(anyText(1000)),
  }),
  allow: ({ db, actor, now, today, input: { itemId } }) => may(db, { actor, now, today }, "item:hear", itemId),
  async run(work) {
    const { db, input, by, today, newId, record, touch } = work;
    const { itemId, version, words, how, tries, notToDiscuss } = input;
    const at = await placeOf(db, itemId);
    if (at.kind !== "person") throw missing();
    if (needsWords(how) && words === "") throw invalid("words", "required");
    if (how === "not_reached" && tries === "") throw invalid("tries", "required");
    const [stands] = await voiceOf(db, itemId);
    // Whoever mends the text has not heard the young person anew.
    const same = stands?.how === how ? stands : undefined;
    const heardById = input.heardById ?? same?.heardById ?? (await hearer(work, at.youngPersonId));
    if (heardById !== by.staffId && !(await worksHere(db, heardById))) throw invalid("heardById", "choose");

    const heardOn = input.heardOn ?? same?.heardOn ?? today;
    const set = { words, how, heardById, heardOn, tries, notToDiscuss };
    const said = stands?.words === words && stands.notToDiscuss === notToDiscuss;
    mustBeSeen(stands, version);
    const id = stands?.id ?? newId();
    if (stands) await revise(db, youthVoice, { id, version }, set, by);
    else await db.insert(youthVoice).values({ id, itemId, ...set });
    record({ kind: "own-words-written", ...whereabouts(at), facts: { how, heardById } });
    touch(itemTopic(itemId), voiceView, id);
    if (!said && (await unconfirm(db, itemId, by))) touch(itemTopic(itemId), preparedView, itemId);
    // The agenda says which items have own words.
    touch(meetingTopic(at.meetingId), slotView, itemId);
    await touchScreen(work, at.meetingId);
    return { id };
  },
});

/** Who heard it when nobody is named: the contact person when they talked with them, else whoever writes. */
async function hearer({ db, by, today, input }: Work<{ how: HeardWay }>, youngPersonId: string | null) {
  const facts = input.how === "contact_person" && youngPersonId ? await caseFacts(db, youngPersonId, today) : null;
  return facts?.contactPersonId ?? by.staffId;
}

async function worksHere(db: Db, staffId: string | null): Promise<boolean> {
  const rows = await db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.id, staffId ?? ""), isNull(staff.endedAt)));
  return rows.length > 0;
}
