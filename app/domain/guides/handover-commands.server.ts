import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { guideHandoverKinds } from "#db/vocabulary.ts";
import { may, type Verdict } from "../access/decide.server.ts";
import { command, type Work } from "../command.server.ts";
import { invalid, refusedBecause } from "../errors.ts";
import { anyText, input, optionalId, rowId, seenVersion, someText, withoutCpr, word, yesNo } from "../input.server.ts";
import { assignmentsOf } from "../people/find.server.ts";
import { tellHandover } from "../people/handover-lapses.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { staffTopic } from "../topics.ts";
import { pastDayOrNone } from "../typed-day.server.ts";
import { kindsFor, receiverOf } from "./handover.ts";
import { mayAnswer, mayGive, stillOpen } from "./handover-allow.server.ts";
import { openHandoverOf } from "./handover-find.server.ts";
import { receiversFor } from "./handover-receivers.server.ts";
import { openRequestOf } from "./request-find.server.ts";

const { guideHandover, youngPerson } = tables;

const seen = { id: rowId, version: seenVersion };

const FIELD = { guide: "toStaffId", department: "toDepartmentId", elsewhere: "toName" } as const;

type To = {
  kind: (typeof guideHandoverKinds)[number];
  toStaffId: string | null;
  toDepartmentId: string | null;
  toName: string;
};

/** The one to whom that kind goes, and nobody else. @throws Declined `invalid` at the field */
async function chosen(work: Work<To & { youngPersonId: string }>, fromStaffId: string) {
  const { db, input, today } = work;
  const to = receiverOf(input.kind);
  const none = { toStaffId: null, toDepartmentId: null, toName: "" };
  if (to === "elsewhere") {
    if (input.toName === "") throw invalid("toName", "required");
    return { ...none, toName: input.toName };
  }
  const { guides, departments } = await receiversFor(db, { ...input, fromStaffId }, today);
  const id = to === "guide" ? input.toStaffId : input.toDepartmentId;
  const there = to === "guide" ? guides : departments.filter(({ takesOver }) => takesOver === input.kind);
  if (!there.some((one) => one.id === id)) throw invalid(FIELD[to], "choose");
  return to === "guide" ? { ...none, toStaffId: id } : { ...none, toDepartmentId: id };
}

/** Their contact person gives a young person on. They are the giver's until somebody says yes, with everything that is theirs. */
export const proposeGuideHandover = command("propose-guide-handover", {
  input: input({
    ...{ id: optionalId, youngPersonId: rowId, kind: word(guideHandoverKinds) },
    ...{ toStaffId: optionalId, toDepartmentId: optionalId, toName: withoutCpr(anyText(120)) },
  }),
  allow: ({ db, actor, now, today, input: { youngPersonId } }): Promise<Verdict> =>
    may(db, { actor, now, today }, "person:assign", youngPersonId),
  async run(work) {
    const { db, input, today, now, newId, record } = work;
    const { youngPersonId, kind } = input;
    if (await openHandoverOf(db, youngPersonId)) throw refusedBecause("guide-handover-open");
    if (await openRequestOf(db, youngPersonId)) throw refusedBecause("guide-asked-for");
    const contact = (await assignmentsOf(db, youngPersonId, today)).find(({ primary }) => primary);
    if (!contact) throw refusedBecause("no-contact-person");
    const [person] = await db.select().from(youngPerson).where(eq(youngPerson.id, youngPersonId));
    if (!person || !kindsFor(person.bornOn, today).includes(kind)) throw refusedBecause("handover-not-of-age");
    const to = await chosen(work, contact.staffId);
    const id = input.id ?? newId();
    const row = { id, youngPersonId, kind, ...to, fromStaffId: contact.staffId, askedAt: now, remindersGo: false };
    await insertOnce(db, guideHandover, row);
    record({ kind: "guide-handover-proposed", youngPersonId, facts: { handover: id, to: kind } });
    const made = await openHandoverOf(db, youngPersonId);
    if (made) tellHandover(work, made);
    return { id };
  },
});

/** What only people know of the list: the day all three met, the day the young person had in writing whom to call; and, by the giver alone, whether own reminders go on. */
export const noteGuideHandover = command("note-guide-handover", {
  input: input({ ...seen, metOn: anyText(40), writtenOn: anyText(40), remindersGo: yesNo }),
  allow: mayGive,
  async run(work) {
    const { db, input, today, by, record } = work;
    const row = await stillOpen(work);
    const set = {
      metOn: pastDayOrNone("metOn", input.metOn, today),
      writtenOn: pastDayOrNone("writtenOn", input.writtenOn, today),
      ...(by.staffId === row.fromStaffId && { remindersGo: input.remindersGo }),
    };
    const stands = await revise(db, guideHandover, input, set, by);
    record({ kind: "guide-handover-noted", youngPersonId: row.youngPersonId, facts: { handover: row.id } });
    tellHandover(work, stands);
  },
});

/** The receiver's no, and why: the young person is with the giver as before, who can ask somebody else. */
export const declineGuideHandover = command("decline-guide-handover", {
  input: input({ ...seen, reason: withoutCpr(someText(500)) }),
  allow: mayAnswer,
  async run(work) {
    const { db, input, now, by, record } = work;
    await stillOpen(work);
    const { reason: declineReason, ...version } = input;
    const row = await revise(db, guideHandover, version, { declineReason, declinedAt: now }, by);
    record({ kind: "guide-handover-declined", youngPersonId: row.youngPersonId, facts: { handover: row.id } });
    tellHandover(work, row);
  },
});

/** The young person is not given on after all: who was asked knows of nothing any more. */
export const withdrawGuideHandover = command("withdraw-guide-handover", {
  input: input(seen),
  allow: mayGive,
  async run(work) {
    const { db, input, now, by, record } = work;
    await stillOpen(work);
    const row = await revise(db, guideHandover, input, { withdrawnAt: now }, by);
    record({ kind: "guide-handover-withdrawn", youngPersonId: row.youngPersonId, facts: { handover: row.id } });
    tellHandover(work, row);
  },
});

/** The giver has seen that somebody has taken over: it is no news any more. */
export const seeHandoverTaken = command("see-handover-taken", {
  input: input({ id: rowId }),
  allow: ({ db, actor, now, today, input: { id } }): Promise<Verdict> =>
    may(db, { actor, now, today }, "guide-handover:taken", id),
  async run({ db, input: { id }, by, now, record, reload }) {
    await db.update(guideHandover).set({ seenAt: now }).where(eq(guideHandover.id, id));
    record({ kind: "guide-handover-seen", facts: { handover: id } });
    if (by.staffId) reload(staffTopic(by.staffId));
  },
});
