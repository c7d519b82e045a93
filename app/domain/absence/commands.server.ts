import { and, eq, isNull, ne } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { mayAsStaff, type Verdict } from "../access/decide.server.ts";
import { type At, command, type Work } from "../command.server.ts";
import { invalid, missing } from "../errors.ts";
import { chosenId, input, optionalId, rowId, seenVersion, someText } from "../input.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { rolesOn, staffWith } from "../staff/find.server.ts";
import { typedDay } from "../typed-day.server.ts";
import { absencesFrom } from "./find.server.ts";
import { absenceProblem, canCover, coverCircles } from "./rules.ts";
import { tellAbsence } from "./tell.server.ts";

const { staffAbsence } = tables;

const shape = { fromOn: someText(40), toOn: someText(40), coveredById: optionalId };

/** One's own days away; within the STU team those of each other, and whoever shares out the guides' work those of the guides. */
async function mayWrite({ db, actor, now, today }: At<unknown>, staffId: string): Promise<Verdict> {
  if (actor.kind === "staff" && actor.id === staffId) {
    const covers = canCover(await rolesOn(db, staffId, today), ["stu_team", "youth_guide"]);
    return covers ? { by: "oneself" } : { no: "missing" };
  }
  const roles = await rolesOn(db, staffId, today);
  // Who covers sees what a guide sees, so that nobody else gives it.
  if (roles.includes("youth_guide")) return mayAsStaff(db, { actor, now, today }, "guides:manage");
  return roles.includes("stu_team") ? mayAsStaff(db, { actor, now, today }, "stu:manage") : { no: "missing" };
}

async function standing(db: Db, id: string) {
  const [row] = await db
    .select()
    .from(staffAbsence)
    .where(and(eq(staffAbsence.id, id), isNull(staffAbsence.removedAt)));
  return row;
}

async function mayChange(at: At<{ id: string }>): Promise<Verdict> {
  const row = await standing(at.db, at.input.id);
  return row ? mayWrite(at, row.staffId) : { no: "missing" };
}

type Typed = { fromOn: string; toOn: string; coveredById: string | null };

/** What was typed, as it is kept. @throws Declined `invalid` at the field */
async function kept({ db, today }: Pick<Work<unknown>, "db" | "today">, staffId: string, typed: Typed, own = "") {
  const { coveredById } = typed;
  // It may have begun: a day of the last weeks is read as it stands.
  const fromOn = typedDay("fromOn", typed.fromOn, today);
  const toOn = typedDay("toOn", typed.toOn, today);
  const others = await db
    .select()
    .from(staffAbsence)
    .where(and(eq(staffAbsence.staffId, staffId), isNull(staffAbsence.removedAt), ne(staffAbsence.id, own)));
  const wrong = absenceProblem({ staffId, fromOn, toOn, coveredById }, others, today);
  if (wrong) throw invalid(wrong.field, wrong.problem);
  if (coveredById) {
    const cover = await staffWith(db, coveredById);
    if (!canCover(await rolesOn(db, staffId, today), await rolesOn(db, cover.id, today)))
      throw invalid("coveredById", "choose");
    const all = (await absencesFrom(db, today)).filter(({ id }) => id !== own);
    if (coverCircles(all, { id: own, version: 0, staffId, fromOn, toOn, coveredById }))
      throw invalid("coveredById", "cover-in-circle");
  }
  return { fromOn, toOn, coveredById };
}

/** Somebody is away for some days; it ends by itself. */
export const addAbsence = command("add-absence", {
  input: input({ id: optionalId, staffId: chosenId, ...shape }),
  allow: (at) => mayWrite(at, at.input.staffId),
  async run(work) {
    const { db, input, newId, record } = work;
    const { id: given, staffId } = input;
    await staffWith(db, staffId);
    const set = await kept(work, staffId, input);
    const id = given ?? newId();
    await insertOnce(db, staffAbsence, { id, staffId, ...set });
    record({ kind: "absence-added", facts: { staffId, ...set } });
    await tellAbsence(work, staffId, set.coveredById);
    return { id };
  },
});

export const changeAbsence = command("change-absence", {
  input: input({ id: rowId, version: seenVersion, ...shape }),
  allow: mayChange,
  async run(work) {
    const { db, input, by, record } = work;
    const { id, version } = input;
    const former = await standing(db, id);
    if (!former) throw missing();
    const { staffId } = former;
    const set = await kept(work, staffId, input, id);
    await revise(db, staffAbsence, { id, version }, set, by);
    record({ kind: "absence-changed", facts: { staffId, ...set } });
    await tellAbsence(work, staffId, former.coveredById, set.coveredById);
  },
});

/** It did not come to anything, or was written by mistake. */
export const removeAbsence = command("remove-absence", {
  input: input({ id: rowId, version: seenVersion }),
  allow: mayChange,
  async run(work) {
    const { db, input, by, record } = work;
    const { staffId, coveredById } = await revise(db, staffAbsence, input, { removedAt: by.now }, by);
    record({ kind: "absence-removed", facts: { staffId } });
    await tellAbsence(work, staffId, coveredById);
  },
});
