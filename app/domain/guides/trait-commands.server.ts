import { and, eq, isNull } from "drizzle-orm";
import { type Db, tables } from "#db/index.server.ts";
import { guideTraits } from "#db/vocabulary.ts";
import { mayAsStaff, type Verdict } from "../access/decide.server.ts";
import { mustBeListed } from "../codes/queries.server.ts";
import { type At, command } from "../command.server.ts";
import { missing } from "../errors.ts";
import {
  chosenId,
  input,
  listed,
  optionalId,
  rowId,
  seenVersion,
  versionOrNone,
  whole,
  word,
} from "../input.server.ts";
import { insertOnce, mustBeSeen, revise } from "../revise.server.ts";
import { rolesOn } from "../staff/find.server.ts";
import { TRAIT_LIST } from "./request.ts";
import { tellGuides } from "./team-tell.server.ts";

const { guideCapacity, guideTrait } = tables;

/** What is written of a guide: by themselves, or by whoever shares out the work. */
async function mayWriteOf({ db, actor, now, today }: At<unknown>, staffId: string): Promise<Verdict> {
  const asking = { actor, now, today };
  const isGuide = (await rolesOn(db, staffId, today)).includes("youth_guide");
  const oneself = actor.kind === "staff" && actor.id === staffId;
  const verdict = await mayAsStaff(db, asking, oneself && isGuide ? "guides:load" : "guides:manage");
  return "by" in verdict && !isGuide ? { no: "missing" } : verdict;
}

/** How many points a guide has room for: one at the least. */
export const setGuideCapacity = command("set-guide-capacity", {
  input: input({ id: chosenId, version: versionOrNone, points: whole(1, 100) }),
  allow: (at) => mayWriteOf(at, at.input.id),
  async run(work) {
    const { db, input, by, record } = work;
    const { id, version, points } = input;
    const [stands] = await db.select().from(guideCapacity).where(eq(guideCapacity.id, id));
    mustBeSeen(stands, version);
    if (stands) await revise(db, guideCapacity, { id, version }, { points }, by);
    else await db.insert(guideCapacity).values({ id, points });
    record({ kind: "guide-capacity-set", facts: { staffId: id, points } });
    await tellGuides(work);
  },
});

const traitWith = async (db: Db, id: string) =>
  (
    await db
      .select()
      .from(guideTrait)
      .where(and(eq(guideTrait.id, id), isNull(guideTrait.removedAt)))
  )[0];

/** A district they travel in, what they know of, or a language they speak. */
export const addGuideTrait = command("add-guide-trait", {
  input: input({ id: optionalId, staffId: chosenId, trait: word(guideTraits), code: listed }),
  allow: (at) => mayWriteOf(at, at.input.staffId),
  async run(work) {
    const { db, input, today, newId, record } = work;
    const { id: given, staffId, trait, code } = input;
    await mustBeListed(db, TRAIT_LIST[trait], "code", code, today);
    const same = and(eq(guideTrait.staffId, staffId), eq(guideTrait.trait, trait), eq(guideTrait.code, code));
    const [stands] = await db
      .select()
      .from(guideTrait)
      .where(and(same, isNull(guideTrait.removedAt)));
    if (stands) return { id: stands.id };
    const id = given ?? newId();
    await insertOnce(db, guideTrait, { id, staffId, trait, code });
    record({ kind: "guide-trait-added", facts: { staffId, trait, code } });
    await tellGuides(work);
    return { id };
  },
});

export const removeGuideTrait = command("remove-guide-trait", {
  input: input({ id: rowId, version: seenVersion }),
  async allow(at): Promise<Verdict> {
    const row = await traitWith(at.db, at.input.id);
    return row ? mayWriteOf(at, row.staffId) : { no: "missing" };
  },
  async run(work) {
    const { db, input, by, record } = work;
    if (!(await traitWith(db, input.id))) throw missing();
    const { staffId, trait, code } = await revise(db, guideTrait, input, { removedAt: by.now }, by);
    record({ kind: "guide-trait-removed", facts: { staffId, trait, code } });
    await tellGuides(work);
  },
});
