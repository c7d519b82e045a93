import { eq } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { may, type Verdict } from "../access/decide.server.ts";
import { type At, command, type Work } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import {
  anyText,
  input,
  listedOrNone,
  optionalId,
  rowId,
  seenVersion,
  someText,
  withoutCpr,
  yesNo,
} from "../input.server.ts";
import { areaWith } from "../plan/areas.server.ts";
import { revise } from "../revise.server.ts";
import { departmentWith } from "../staff/find.server.ts";
import { itemTopic, personTopic } from "../topics.ts";
import { typedDay, typedDayOrNone } from "../typed-day.server.ts";
import { livingItemsOf } from "./find.server.ts";
import { effortView } from "./views.server.ts";

const { effort } = tables;

const shape = {
  departmentId: rowId,
  title: withoutCpr(someText(120)),
  provider: withoutCpr(anyText(120)),
  area: listedOrNone,
  contactRole: yesNo,
  /** Days as people write them. */
  fromOn: someText(40),
  toOn: anyText(40),
};

async function mayChange({ db, actor, now, today, input: { id } }: At<{ id: string }>): Promise<Verdict> {
  const [row] = await db.select({ youngPersonId: effort.youngPersonId }).from(effort).where(eq(effort.id, id));
  return row ? may(db, { actor, now, today }, "person:plan", row.youngPersonId) : { no: "missing" };
}

function days({ fromOn, toOn }: { fromOn: string; toOn: string }, today: string) {
  const read = { fromOn: typedDay("fromOn", fromOn, today), toOn: typedDayOrNone("toOn", toOn, today) };
  if (read.toOn && read.toOn < read.fromOn) throw invalid("toOn", "days-swapped");
  return read;
}

async function touchOn({ db, touch }: Pick<Work<unknown>, "db" | "touch">, youngPersonId: string, id: string) {
  touch(personTopic(youngPersonId), effortView, id);
  for (const itemId of await livingItemsOf(db, youngPersonId)) touch(itemTopic(itemId), effortView, id);
}

const departmentOf = async (db: Db, id: string) => {
  const [row] = await db.select({ departmentId: effort.departmentId }).from(effort).where(eq(effort.id, id));
  return row?.departmentId;
};

export const addEffort = command("add-effort", {
  input: input({ id: optionalId, youngPersonId: rowId, ...shape }),
  allow: ({ db, actor, now, today, input: { youngPersonId } }) =>
    may(db, { actor, now, today }, "person:plan", youngPersonId),
  async run(work) {
    const { db, input, today, newId, record } = work;
    const { id: given, fromOn, toOn, ...set } = input;
    await departmentWith(db, set.departmentId, today);
    if (set.area !== "") await areaWith(db, set.area, today);
    const id = given ?? newId();
    const values = { id, ...set, ...days({ fromOn, toOn }, today) };
    const made = await db.insert(effort).values(values).onConflictDoNothing().returning({ id: effort.id });
    // The id came with the form, and it stands already.
    if (made.length === 0) throw missing();
    record({
      kind: "effort-added",
      youngPersonId: set.youngPersonId,
      facts: { effort: id, department: set.departmentId },
    });
    await touchOn(work, set.youngPersonId, id);
    return { id };
  },
});

export const changeEffort = command("change-effort", {
  input: input({ id: rowId, version: seenVersion, ...shape }),
  allow: mayChange,
  async run(work) {
    const { db, input, today, by, record } = work;
    const { id, version, fromOn, toOn, ...set } = input;
    // What a closed department once began may keep standing under its name.
    if ((await departmentOf(db, id)) !== set.departmentId) await departmentWith(db, set.departmentId, today);
    if (set.area !== "") await areaWith(db, set.area, today);
    const changed = await revise(db, effort, { id, version }, { ...set, ...days({ fromOn, toOn }, today) }, by);
    record({ kind: "effort-changed", youngPersonId: changed.youngPersonId, facts: { effort: id } });
    await touchOn(work, changed.youngPersonId, id);
  },
});

/** It stops on that day, today when none is given. */
export const endEffort = command("end-effort", {
  input: input({ id: rowId, version: seenVersion, toOn: anyText(40) }),
  allow: mayChange,
  async run(work) {
    const { db, input, today, by, record } = work;
    const toOn = typedDayOrNone("toOn", input.toOn, today) ?? today;
    const ended = await revise(db, effort, input, { toOn }, by);
    if (toOn < ended.fromOn) throw invalid("toOn", "days-swapped");
    record({ kind: "effort-ended", youngPersonId: ended.youngPersonId, facts: { effort: input.id } });
    await touchOn(work, ended.youngPersonId, input.id);
  },
});
