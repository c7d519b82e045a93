import { tables } from "#db/index.server.ts";
import { intensities } from "#db/vocabulary.ts";
import { may, type Verdict } from "../access/decide.server.ts";
import { command } from "../command.server.ts";
import { anyText, input, optionalWord, rowId, seenVersion, withoutCpr } from "../input.server.ts";
import { revise } from "../revise.server.ts";
import { placeWith, tellGoing } from "./going.server.ts";

const { assignment, youngPerson } = tables;

/** How often somebody is to be met: whoever says who goes with a young person says that too. */
export const setIntensity = command("set-intensity", {
  input: input({ id: rowId, version: seenVersion, intensity: optionalWord(intensities) }),
  async allow({ db, actor, now, today, input: { id } }): Promise<Verdict> {
    const row = await placeWith(db, id);
    return row ? may(db, { actor, now, today }, "person:assign", row.youngPersonId) : { no: "missing" };
  },
  async run(work) {
    const { db, by, record, input } = work;
    const { id, version, intensity } = input;
    const { youngPersonId } = await revise(db, assignment, { id, version }, { intensity }, by);
    record({ kind: "intensity-set", youngPersonId, facts: { intensity } });
    await tellGoing(work, youngPersonId);
  },
});

/** The young person's own number. */
export const setPhone = command("set-phone", {
  input: input({ id: rowId, version: seenVersion, phone: withoutCpr(anyText(20)) }),
  allow: ({ db, actor, now, today, input: { id } }) => may(db, { actor, now, today }, "person:assign", id),
  async run(work) {
    const { db, by, record, input } = work;
    const { id, version, phone } = input;
    await revise(db, youngPerson, { id, version }, { phone }, by);
    record({ kind: "phone-set", youngPersonId: id });
    await tellGoing(work, id);
  },
});
