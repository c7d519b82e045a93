import { eq } from "drizzle-orm";
import { tables } from "#db/index.server.ts";
import { duplicateOutcomes } from "#db/vocabulary.ts";
import { mayAsStaff, type Verdict } from "../access/decide.server.ts";
import { openCase } from "../cases/open.server.ts";
import { type At, command } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import { anyText, ids, input, optionalId, rowId, seenVersion, someText, word, yesNo } from "../input.server.ts";
import { revise } from "../revise.server.ts";
import { departmentWith, rolesOn } from "../staff/find.server.ts";
import { danishSortKey, hasCpr } from "../text.ts";
import { staffTopic } from "../topics.ts";
import { typedDay } from "../typed-day.server.ts";
import { blindIndexOf, seal } from "../vault.server.ts";
import { readCpr } from "./cpr.ts";
import { noteDuplicates, ownerOf } from "./duplicates.server.ts";
import { coordinators } from "./find.server.ts";
import { place } from "./place.server.ts";
import { couldBeYoung, ownKind } from "./rules.ts";

const { identityNumber, involvedDepartment, possibleDuplicate, youngPerson } = tables;

const name = someText(60).refine((text) => !hasCpr(text), "has-cpr");

const mayAdd = async ({ db, actor, now, today }: At<unknown>): Promise<Verdict> =>
  actor.kind === "system" ? { by: "the system itself" } : mayAsStaff(db, { actor, now, today }, "person:add");

function numberOf(cpr: string, bornOn: string) {
  const read = readCpr(cpr);
  if ("problem" in read) {
    if (read.problem === "empty") return null;
    throw invalid("cpr", "cpr");
  }
  if (read.bornOn !== bornOn) throw invalid("cpr", "other-birth-date");
  return { ...read, blindIndex: blindIndexOf("identity_number", read.digits) };
}

/**
 * Writes down a young person. A birth that stands already is made all the same, answered the same, and left to a
 * coordinator; a number that is taken stays with the one who has it. Whoever works with the young person goes with them.
 */
export const addYoungPerson = command("add-young-person", {
  input: input({
    id: optionalId,
    firstName: name,
    lastName: name,
    bornOn: someText(40),
    cpr: anyText(40),
    departments: ids,
    guideId: optionalId,
    leadWorkerId: optionalId,
    synthetic: yesNo,
  }),
  allow: mayAdd,
  async run(work) {
    const { db, input, actor, today, newId, record } = work;
    const { firstName, lastName, guideId, leadWorkerId } = input;
    const bornOn = typedDay("bornOn", input.bornOn, today);
    if (!couldBeYoung(bornOn, today)) throw invalid("bornOn", "not-young");
    const number = numberOf(input.cpr, bornOn);
    const id = input.id ?? newId();
    const [known] = await db.select({ id: youngPerson.id }).from(youngPerson).where(eq(youngPerson.id, id));
    if (known) throw missing();

    const sortKey = danishSortKey(`${lastName} ${firstName}`);
    await db.insert(youngPerson).values({ id, firstName, lastName, sortKey, bornOn, synthetic: input.synthetic });
    record({ kind: "young-person-added", youngPersonId: id });
    const owner = number && (await ownerOf(work, number.blindIndex));
    if (number && !owner) {
      const rowOf = newId();
      const { kind, digits, blindIndex } = number;
      await db.insert(identityNumber).values({
        id: rowOf,
        youngPersonId: id,
        kind,
        cipher: seal("identity_number", digits, rowOf),
        blindIndex,
        fromOn: today,
      });
    }
    for (const departmentId of new Set(input.departments)) {
      await departmentWith(db, departmentId, today);
      await db.insert(involvedDepartment).values({ youngPersonId: id, departmentId, fromOn: today });
    }
    if (guideId) await place(work, { youngPersonId: id, staffId: guideId, kind: "guide", primary: true }, "guideId");
    if (leadWorkerId)
      await place(
        work,
        { youngPersonId: id, staffId: leadWorkerId, kind: "lead_worker", primary: false },
        "leadWorkerId",
      );
    const kind = actor.kind === "staff" ? ownKind(await rolesOn(db, actor.id, today)) : null;
    // A guide who named another guide has handed the young person on.
    if (actor.kind === "staff" && kind && !(kind === "guide" && guideId))
      await place(work, { youngPersonId: id, staffId: actor.id, kind, primary: false });
    await openCase(work, id);
    await noteDuplicates(work, { id, firstName, lastName, bornOn }, owner);
    return { id };
  },
});

/** A coordinator has looked: the same person, or another. Joining the two is not done here. */
export const settleDuplicate = command("settle-duplicate", {
  input: input({ id: rowId, version: seenVersion, outcome: word(duplicateOutcomes) }),
  allow: ({ db, actor, now, today }) => mayAsStaff(db, { actor, now, today }, "person:settle"),
  async run({ db, input: { id, version, outcome }, today, by, record, reload }) {
    const settled = await revise(db, possibleDuplicate, { id, version }, { outcome, settledOn: today }, by);
    record({
      kind: "possible-duplicate-settled",
      youngPersonId: settled.youngPersonId,
      facts: { duplicate: id, outcome },
    });
    reload(...(await coordinators(db, today)).map(staffTopic));
  },
});
