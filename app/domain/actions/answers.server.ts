import * as z from "zod";
import { tables } from "#db/index.server.ts";
import { youthAnswers } from "#db/vocabulary.ts";
import { placeOf, whereabouts } from "../agenda/place.server.ts";
import { command } from "../command.server.ts";
import { invalid } from "../errors.ts";
import { anyText, input, optionalId, rowId, seenVersion, someText, withoutCpr, word } from "../input.server.ts";
import { coordinators } from "../people/find.server.ts";
import { revise } from "../revise.server.ts";
import { SECTION_115 } from "../sharing/rules.ts";
import { staffTopic } from "../topics.ts";
import { mayAction, mayInItsItem } from "./allow.server.ts";
import { actionSeen, membersFor } from "./find.server.ts";
import { canAccept, canDecline } from "./rules.ts";
import { touchAction } from "./touch.server.ts";

const { action } = tables;

const ownWords = withoutCpr(anyText(2000));
const ownWordsIfSent = z.union([z.undefined(), ownWords]);

const seen = { id: rowId, version: seenVersion };

/** The department says yes: from then on it is a promise. */
export const acceptAction = command("accept-action", {
  input: input(seen),
  // A promise binds a department only when one of its own says yes.
  allow: mayAction("action:answer"),
  async run(work) {
    const { db, input, by, now, record } = work;
    const former = await actionSeen(db, input, canAccept);
    const set = { state: "agreed" as const, acceptedById: by.staffId, acceptedAt: now, declineReason: null };
    const row = await revise(db, action, input, set, by);
    const at = await placeOf(db, row.itemId);
    record({ kind: "action-accepted", ...whereabouts(at), facts: { actionId: row.id, number: row.number } });
    await touchAction(work, row, former, at);
    return { id: row.id, number: row.number };
  },
});

/** `Sagt ja i mødet`: whoever runs the item writes down who of the department said yes (its owner, unless another is named). */
export const acceptInMeeting = command("accept-in-meeting", {
  input: input({ ...seen, saidById: optionalId }),
  allow: mayInItsItem("item:run"),
  async run(work) {
    const { db, input, by, now, today, record } = work;
    const former = await actionSeen(db, input, canAccept);
    const members = input.saidById ? await membersFor(db, former.itemId, former.departmentId ?? "", today) : [];
    if (input.saidById && !members.some(({ staffId }) => staffId === input.saidById))
      throw invalid("saidById", "not-in-department");
    const acceptedById = input.saidById ?? former.ownerId;
    const set = { state: "agreed" as const, acceptedById, acceptedAt: now, declineReason: null };
    const row = await revise(db, action, input, set, by);
    const at = await placeOf(db, row.itemId);
    const facts = {
      actionId: row.id,
      number: row.number,
      inMeeting: true,
      saidById: acceptedById,
      writtenById: by.staffId,
    };
    record({ kind: "action-accepted", ...whereabouts(at), facts });
    await touchAction(work, row, former, at);
    return { id: row.id, number: row.number };
  },
});

/** The department says no, and why: the agreement is back at its item, with those who lead the meeting. */
export const declineAction = command("decline-action", {
  input: input({ ...seen, reason: withoutCpr(someText(500)) }),
  allow: mayAction("action:answer"),
  async run(work) {
    const { db, input, by, record, reload } = work;
    const former = await actionSeen(db, input, canDecline);
    const row = await revise(db, action, input, { declineReason: input.reason }, by);
    const at = await placeOf(db, row.itemId);
    record({ kind: "action-declined", ...whereabouts(at), facts: { actionId: row.id, number: row.number } });
    await touchAction(work, row, former, at);
    reload(staffTopic(at.chairId), staffTopic(at.minuteTakerId));
    return { id: row.id, number: row.number };
  },
});

/** What the young person says to the agreement, and why in their own words; where the words are not sent, those that stand stay. */
export const setYouthAnswer = command("set-youth-answer", {
  input: input({ ...seen, youthAnswer: word(youthAnswers), youthWords: ownWordsIfSent }),
  allow: mayAction("action:tell"),
  async run(work) {
    const { db, input, by, today, record, reload } = work;
    const former = await actionSeen(db, input, ({ state }) => state !== "cancelled");
    const { youthAnswer, youthWords } = input;
    const row = await revise(db, action, input, { youthAnswer, youthWords }, by);
    const at = await placeOf(db, row.itemId);
    record({
      kind: "action-youth-answered",
      ...whereabouts(at),
      facts: { actionId: row.id, youthAnswer: row.youthAnswer },
    });
    await touchAction(work, row, former, at);
    // A no goes to who coordinates the forum at once, and so does its end; but nothing of what is met about under § 115.
    if ([former, row].some((one) => one.youthAnswer === "no") && at.typeCode !== SECTION_115)
      reload(...(await coordinators(db, today)).map(staffTopic));
    return { id: row.id, youthAnswer: row.youthAnswer };
  },
});
