import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { schemeStates } from "#db/vocabulary.ts";
import { mustBeListed } from "../codes/queries.server.ts";
import { command } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import { anyText, input, listed, optionalId, rowId, seenVersion, withoutCpr, word } from "../input.server.ts";
import { mayWritePlan, mayWriteRow } from "../plan/allow.server.ts";
import { removal } from "../plan/removal.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { departmentWith } from "../staff/find.server.ts";
import { personTopic } from "../topics.ts";
import { typedDayOrNone } from "../typed-day.server.ts";
import { schemesOn } from "./queries.server.ts";
import { schemeView } from "./views.server.ts";

const { schemeHint } = tables;

const shape = {
  state: word(schemeStates),
  /** Who can be asked, or was. */
  departmentId: optionalId,
  /** Days as people write them. */
  educationEndedOn: anyText(40),
  fromOn: anyText(40),
  toOn: anyText(40),
  note: withoutCpr(anyText(500)),
};

type Typed = { educationEndedOn: string; fromOn: string; toOn: string; departmentId: string | null };

/** What was typed, as it is kept; what stood already may keep standing. */
async function kept(
  db: Db,
  scheme: string,
  { educationEndedOn, fromOn, toOn, departmentId }: Typed,
  today: string,
  former?: typeof schemeHint.$inferSelect,
) {
  const days = {
    educationEndedOn: typedDayOrNone("educationEndedOn", educationEndedOn, today),
    fromOn: typedDayOrNone("fromOn", fromOn, today),
    toOn: typedDayOrNone("toOn", toOn, today),
  };
  if (days.fromOn && days.toOn && days.toOn < days.fromOn) throw invalid("toOn", "days-swapped");
  if (days.educationEndedOn && days.educationEndedOn !== former?.educationEndedOn) {
    const found = (await schemesOn(db, [scheme], today)).find(({ code }) => code === scheme);
    if (found?.window?.countsFrom !== "education_ended") throw invalid("educationEndedOn", "not-of-scheme");
  }
  if (departmentId && departmentId !== former?.departmentId) await departmentWith(db, departmentId, today);
  return days;
}

export const addScheme = command("add-scheme", {
  input: input({ id: optionalId, youngPersonId: rowId, scheme: listed, ...shape }),
  allow: (at) => mayWritePlan(at, at.input.youngPersonId),
  async run({ db, input, today, newId, record, touch }) {
    const { id: given, scheme, ...set } = input;
    await mustBeListed(db, "scheme", "scheme", scheme, today);
    const days = await kept(db, scheme, set, today);
    const id = given ?? newId();
    await insertOnce(db, schemeHint, { id, kind: scheme, ...set, ...days });
    record({ kind: "scheme-added", youngPersonId: set.youngPersonId, facts: { row: id, scheme, state: set.state } });
    touch(personTopic(set.youngPersonId), schemeView, id);
    return { id };
  },
});

export const changeScheme = command("change-scheme", {
  input: input({ id: rowId, version: seenVersion, ...shape }),
  allow: (at) => mayWriteRow(at, schemeHint),
  async run({ db, input, today, by, record, touch }) {
    const { id, version, ...set } = input;
    const [former] = await db.select().from(schemeHint).where(eq(schemeHint.id, id));
    if (!former) throw missing();
    const days = await kept(db, former.kind, set, today, former);
    const { youngPersonId } = await revise(db, schemeHint, { id, version }, { ...set, ...days }, by);
    record({ kind: "scheme-changed", youngPersonId, facts: { row: id, scheme: former.kind, state: set.state } });
    touch(personTopic(youngPersonId), schemeView, id);
  },
});

export const removeScheme = removal("remove-scheme", schemeHint, schemeView, "scheme-removed");
