import { tables } from "#db/index.server.ts";
import { duplicateOutcomes } from "#db/vocabulary.ts";
import { mayAsStaff, type Verdict } from "../access/decide.server.ts";
import { type At, command } from "../command.server.ts";
import { anyText, ids, input, optionalId, rowId, seenVersion, someText, word, yesNo } from "../input.server.ts";
import { revise } from "../revise.server.ts";
import { hasCpr } from "../text.ts";
import { staffTopic } from "../topics.ts";
import { coordinators } from "./find.server.ts";
import { writeDown } from "./write-down.server.ts";

const { possibleDuplicate } = tables;

const name = someText(60).refine((text) => !hasCpr(text), "has-cpr");

const mayAdd = async ({ db, actor, now, today }: At<unknown>): Promise<Verdict> =>
  actor.kind === "system" ? { by: "the system itself" } : mayAsStaff(db, { actor, now, today }, "person:add");

/** Writes down a young person. */
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
    /** The forum does not take them up: the STU team alone follows them, and whoever writes them down is the contact person. */
    stuAlone: yesNo,
    synthetic: yesNo,
  }),
  allow: mayAdd,
  async run(work) {
    return { id: await writeDown(work, work.input) };
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
