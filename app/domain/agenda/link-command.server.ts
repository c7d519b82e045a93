import { and, eq, isNull } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { decide, may } from "../access/decide.server.ts";
import { isOver } from "../cases/find.server.ts";
import { openCase } from "../cases/open.server.ts";
import { command } from "../command.server.ts";
import { invalid, refused } from "../errors.ts";
import { input, rowId, seenVersion } from "../input.server.ts";
import { itemWith, meetingWith } from "../meetings/find.server.ts";
import { touchMeeting } from "../meetings/touch.server.ts";
import { revise } from "../revise.server.ts";
import { touchRoom } from "../screen/touch.server.ts";
import { presetBases } from "../sharing/bases.server.ts";
import { SECTION_115 } from "../sharing/rules.ts";
import { itemTopic } from "../topics.ts";
import { standsIn } from "./carry.server.ts";
import { caseFacts, itemView } from "./views.server.ts";

const { action, agendaItem, participant } = tables;

/**
 * There is a basis now: the question is about this young person. From the same moment the rules of a person's item hold; own
 * departments have their basis preset, and whoever sits there without one has nothing of it any more.
 */
export const linkItem = command("link-item", {
  input: input({ itemId: rowId, version: seenVersion, youngPersonId: rowId }),
  async allow({ db, actor, now, today, input: { itemId, youngPersonId } }) {
    const run = await may(db, { actor, now, today }, "item:run", itemId);
    return "no" in run ? run : may(db, { actor, now, today }, "person:see", youngPersonId);
  },
  async run(work) {
    const { db, input, now, today, by, record, touch, reload, rights } = work;
    const { itemId, version, youngPersonId } = input;
    const item = await itemWith(db, itemId);
    const { kind, meetingId, question } = item;
    if (kind !== "unnamed") throw refused();
    if (await standsIn(db, meetingId, youngPersonId)) throw invalid("youngPersonId", "already-on-agenda");
    const { typeCode } = await meetingWith(db, meetingId);
    if (await isOver(db, { youngPersonId, typeCode })) throw invalid("youngPersonId", "case-ended");
    const { leadWorkerId } = await caseFacts(db, youngPersonId, today);
    await revise(db, agendaItem, { id: itemId, version }, { kind: "person", youngPersonId, leadWorkerId }, by);
    const seats = await db
      .select({ departmentId: participant.departmentId })
      .from(participant)
      .where(and(eq(participant.itemId, itemId), isNull(participant.removedAt)));
    const departmentIds = seats.map(({ departmentId }) => departmentId);
    await presetBases(work, { id: itemId, youngPersonId, question }, departmentIds);
    // Advice goes along to the young person's agreements, unless whoever has it may not know who it is.
    for (const advice of await db.select().from(action).where(eq(action.itemId, itemId))) {
      const owner = { kind: "staff", id: advice.ownerId ?? "", sessionId: "" } as const;
      if ((await decide(db, { actor: owner, now, today }, "person:see", youngPersonId)) !== null)
        await revise(db, action, advice, { youngPersonId }, by);
    }
    if (typeCode !== SECTION_115) await openCase(work, youngPersonId);
    record({ kind: "item-linked", youngPersonId, meetingId, itemId });
    rights();
    touch(itemTopic(itemId), itemView, itemId);
    // What runs for the young person, and what was agreed before, comes with the next load of those who still may.
    reload(itemTopic(itemId));
    await touchMeeting(work, meetingId, itemId);
    await touchRoom(work, meetingId);
  },
});
