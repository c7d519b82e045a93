import { and, eq, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { type PlanPart, planParts, planVoices } from "#db/vocabulary.ts";
import { may, type Verdict } from "../access/decide.server.ts";
import { type At, command } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import {
  anyText,
  input,
  listed,
  listedOrNone,
  optionalId,
  rowId,
  seenVersion,
  someText,
  versionOrNone,
  withoutCpr,
  word,
} from "../input.server.ts";
import { insertOnce, mustBeSeen, revise } from "../revise.server.ts";
import { staffWith } from "../staff/find.server.ts";
import { personTopic } from "../topics.ts";
import { pastDay } from "../typed-day.server.ts";
import { mayWritePlan } from "./allow.server.ts";
import { areaWith } from "./areas.server.ts";
import { hasRoom, isOfDepartment, isOfWhole, isOwnWords } from "./rules.ts";
import { planTextView, prioritiesOf, priorityView } from "./views.server.ts";

const { planPriority, planText } = tables;

type Place = { youngPersonId: string; part: PlanPart; area: string; departmentId: string | null };

async function standingText(db: Db, { youngPersonId, part, area, departmentId }: Place) {
  const [row] = await db
    .select()
    .from(planText)
    .where(
      and(
        eq(planText.youngPersonId, youngPersonId),
        eq(planText.part, part),
        eq(planText.area, area),
        departmentId === null ? isNull(planText.departmentId) : eq(planText.departmentId, departmentId),
      ),
    );
  return row;
}

/** Writes one text of the plan: made at the first writing. What departments write each for themselves is for their own alone. */
export const writePlanText = command("write-plan-text", {
  input: input({
    youngPersonId: rowId,
    part: word(planParts),
    area: listedOrNone,
    departmentId: optionalId,
    version: versionOrNone,
    text: withoutCpr(anyText(2000)),
  }),
  async allow(at) {
    const { youngPersonId, part, departmentId } = at.input;
    const verdict = await mayWritePlan(at, youngPersonId);
    if ("no" in verdict || !isOfDepartment(part)) return verdict;
    return may(at.db, at, "department:watch", departmentId ?? "");
  },
  async run({ db, input, by, today, newId, record, touch }) {
    const { youngPersonId, part, area, departmentId, version, text } = input;
    if (isOfWhole(part) !== (area === "") || isOfDepartment(part) !== (departmentId !== null)) throw missing();
    const stands = await standingText(db, input);
    mustBeSeen(stands && { text: stands.text, version: stands.version }, version);
    if (area !== "" && !stands) await areaWith(db, area, today);
    const edited = { text, editedById: by.staffId, editedAt: by.now };
    const id = stands?.id ?? newId();
    if (stands) await revise(db, planText, { id, version }, edited, by);
    else {
      // Whoever takes own words down is who heard them, that day, until they say otherwise.
      const heard = isOwnWords(part) ? { heardById: by.staffId, heardOn: today } : {};
      await db.insert(planText).values({ id, youngPersonId, part, area, departmentId, ...edited, ...heard });
    }
    record({ kind: "plan-text-written", youngPersonId, facts: { planText: id, part, area, department: departmentId } });
    touch(personTopic(youngPersonId), planTextView, id);
    return { id };
  },
});

/** To whom own words were said, and when. */
export const setPlanHeard = command("set-plan-heard", {
  input: input({ id: rowId, version: seenVersion, heardById: rowId, heardOn: someText(40) }),
  allow: (at) => mayChangeText(at, at.input.id),
  async run({ db, input, by, today, record, touch }) {
    const heardOn = pastDay("heardOn", input.heardOn, today);
    await staffWith(db, input.heardById);
    const row = await revise(db, planText, input, { heardById: input.heardById, heardOn }, by);
    if (!isOwnWords(row.part)) throw missing();
    record({
      kind: "plan-text-written",
      youngPersonId: row.youngPersonId,
      facts: { planText: row.id, part: row.part },
    });
    touch(personTopic(row.youngPersonId), planTextView, row.id);
  },
});

async function mayChangeText(at: At<unknown>, id: string): Promise<Verdict> {
  const [row] = await at.db.select({ youngPersonId: planText.youngPersonId }).from(planText).where(eq(planText.id, id));
  return row ? mayWritePlan(at, row.youngPersonId) : { no: "missing" };
}

/** Says that a life area matters most now; of each side at most three do, and none twice. */
export const markImportant = command("mark-important", {
  input: input({ id: optionalId, youngPersonId: rowId, voice: word(planVoices), area: listed }),
  allow: (at) => mayWritePlan(at, at.input.youngPersonId),
  async run({ db, input, today, newId, record, touch }) {
    const { youngPersonId, voice, area } = input;
    await areaWith(db, area, today);
    const standing = (await prioritiesOf(db, youngPersonId)).filter((one) => one.voice === voice);
    const known = standing.find((one) => one.area === area);
    if (known) return { id: known.id };
    if (!hasRoom(standing, voice)) throw invalid("area", "three-at-most");
    const id = input.id ?? newId();
    await insertOnce(db, planPriority, { id, youngPersonId, voice, area });
    record({ kind: "priority-set", youngPersonId, facts: { voice, area } });
    touch(personTopic(youngPersonId), priorityView, id);
    return { id };
  },
});

export const unmarkImportant = command("unmark-important", {
  input: input({ id: rowId, version: seenVersion }),
  async allow(at) {
    const [row] = await at.db
      .select({ youngPersonId: planPriority.youngPersonId })
      .from(planPriority)
      .where(eq(planPriority.id, at.input.id));
    return row ? mayWritePlan(at, row.youngPersonId) : { no: "missing" };
  },
  async run({ db, input, by, record, touch }) {
    const { id, youngPersonId, voice, area } = await revise(db, planPriority, input, { removedAt: by.now }, by);
    record({ kind: "priority-ended", youngPersonId, facts: { voice, area } });
    touch(personTopic(youngPersonId), priorityView, id);
  },
});
