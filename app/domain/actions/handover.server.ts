import { and, eq, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { may, type Verdict } from "../access/decide.server.ts";
import { placeOf, whereabouts } from "../agenda/place.server.ts";
import { type At, command, type Work } from "../command.server.ts";
import { invalid, missing, refused } from "../errors.ts";
import { chosenId, input, optionalId, rowId, seenVersion, someText, withoutCpr } from "../input.server.ts";
import { revise } from "../revise.server.ts";
import { SECTION_115 } from "../sharing/rules.ts";
import { departmentTopic, staffTopic } from "../topics.ts";
import { mayAction } from "./allow.server.ts";
import { actionSeen, actionWith, departmentStands, membersFor } from "./find.server.ts";
import { canHandOver, isOpen } from "./rules.ts";
import { touchAction } from "./touch.server.ts";
import type { Action } from "./views.server.ts";

const { action, handover } = tables;

type Handover = typeof handover.$inferSelect;

const tellReceiver = ({ reload, rights }: Work<unknown>, { staffId, departmentId }: Handover) => {
  reload(departmentTopic(departmentId), ...(staffId ? [staffTopic(staffId)] : []));
  rights();
};

/** Asks another department, or somebody in it, to take an agreement over. Who was asked before is asked no more. */
export const handOver = command("hand-over", {
  input: input({
    ...{ id: rowId, version: seenVersion, departmentId: chosenId, staffId: optionalId },
    reason: withoutCpr(someText(500)),
  }),
  allow: mayAction("action:follow"),
  async run(work) {
    const { db, input, by, now, today, newId, record } = work;
    const { departmentId, staffId, reason } = input;
    const row = await actionSeen(db, input, canHandOver);
    const at = await placeOf(db, row.itemId);
    // What was agreed under § 115 stays with those who were asked to it.
    if (at.typeCode === SECTION_115) throw refused();
    if (!(await departmentStands(db, departmentId, today))) throw invalid("departmentId", "choose");
    const members = await membersFor(db, row.itemId, departmentId, today);
    if (staffId && !members.some((one) => one.staffId === staffId)) throw invalid("staffId", "not-in-department");
    if (departmentId === row.departmentId && (staffId === null || staffId === row.ownerId))
      throw invalid("departmentId", "handover-same");
    const [before] = await db
      .select()
      .from(handover)
      .where(and(eq(handover.actionId, row.id), isNull(handover.answeredAt)));
    if (before) {
      const ended = await revise(
        db,
        handover,
        before,
        { accepted: false, answeredById: by.staffId, answeredAt: now },
        by,
      );
      tellReceiver(work, ended);
    }
    const id = newId();
    const made = { id, actionId: row.id, departmentId, staffId, reason, askedById: by.staffId, askedAt: now };
    const [stands] = await db.insert(handover).values(made).returning();
    record({
      kind: "handover-asked",
      ...whereabouts(at),
      facts: { actionId: row.id, number: row.number, departmentId, staffId },
    });
    if (stands) tellReceiver(work, stands);
    await touchAction(work, row, row, at);
  },
});

const handoverWith = async (db: Db, id: string) => (await db.select().from(handover).where(eq(handover.id, id)))[0];

async function mayAnswer({ db, actor, now, today, input: { id } }: At<{ id: string }>): Promise<Verdict> {
  const row = await handoverWith(db, id);
  return row ? may(db, { actor, now, today }, "action:take-over", row.actionId) : { no: "missing" };
}

const seen = { id: rowId, version: seenVersion };

/** What is asked of, with its agreement. @throws Declined when it was answered, or nobody waits for it any more */
async function standing({ db }: Work<unknown>, id: string): Promise<{ of: Handover; former: Action }> {
  const of = await handoverWith(db, id);
  const former = of && (await actionWith(db, of.actionId));
  if (!of || !former) throw missing();
  if (of.answeredAt !== null || !isOpen(former)) throw refused();
  return { of, former };
}

/** The yes: from now on it is theirs, and the forum follows it no more. */
export const acceptHandover = command("accept-handover", {
  input: input(seen),
  allow: mayAnswer,
  async run(work) {
    const { db, input, by, now, record } = work;
    const { of, former } = await standing(work, input.id);
    await revise(db, handover, input, { accepted: true, answeredById: by.staffId, answeredAt: now }, by);
    const row = await revise(
      db,
      action,
      former,
      {
        ...{ state: "handed_over", departmentId: of.departmentId, ownerId: of.staffId ?? by.staffId },
        ...{ acceptedById: by.staffId, acceptedAt: now, endedAt: now, blockedReason: null, blockedNote: "" },
      },
      by,
    );
    const at = await placeOf(db, row.itemId);
    record({ kind: "handover-accepted", ...whereabouts(at), facts: { actionId: row.id, number: row.number } });
    tellReceiver(work, of);
    await touchAction(work, row, former, at);
  },
});

/** The no, and why: it is still whose it was. */
export const declineHandover = command("decline-handover", {
  input: input({ ...seen, reason: withoutCpr(someText(500)) }),
  allow: mayAnswer,
  async run(work) {
    const { db, input, by, now, record } = work;
    const { of, former } = await standing(work, input.id);
    const { reason: declineReason, ...version } = input;
    const no = { accepted: false, answeredById: by.staffId, answeredAt: now, declineReason };
    await revise(db, handover, version, no, by);
    const at = await placeOf(db, former.itemId);
    record({ kind: "handover-declined", ...whereabouts(at), facts: { actionId: former.id, number: former.number } });
    tellReceiver(work, of);
    await touchAction(work, former, former, at);
  },
});
