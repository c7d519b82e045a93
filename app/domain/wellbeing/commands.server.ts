import { eq } from "drizzle-orm";
import * as z from "zod";
import { type Db, tables } from "#db/index.server.ts";
import { command } from "../command.server.ts";
import { invalid } from "../errors.ts";
import { chosenId, input, listedOrNone, optionalId, rowId, seenVersion, someText } from "../input.server.ts";
import { mayWritePlan, mayWriteRow } from "../plan/allow.server.ts";
import { areaWith } from "../plan/areas.server.ts";
import { removal } from "../plan/removal.server.ts";
import { insertOnce, revise } from "../revise.server.ts";
import { staffWith } from "../staff/find.server.ts";
import { personTopic } from "../topics.ts";
import { pastDay } from "../typed-day.server.ts";
import { inTheWay } from "./rules.ts";
import { wellbeingOf, wellbeingView } from "./views.server.ts";

const { wellbeingRating } = tables;

const shape = {
  score: z
    .string({ error: "zero-to-ten" })
    .regex(/^(?:\d|10)$/, "zero-to-ten")
    .transform(Number),
  /** A day as people write it. */
  ratedOn: someText(40),
  askedById: chosenId,
};

type Rated = { id: string; youngPersonId: string; area: string; ratedOn: string };

/** The day that was typed: it has been, and has room for the number. @throws Declined */
async function dayFor(db: Db, rated: Rated, today: string): Promise<string> {
  const ratedOn = pastDay("ratedOn", rated.ratedOn, today);
  const problem = inTheWay(await wellbeingOf(db, rated.youngPersonId), { ...rated, ratedOn });
  if (problem) throw invalid(problem === "three-areas" ? "area" : "ratedOn", problem);
  return ratedOn;
}

export const rateWellbeing = command("rate-wellbeing", {
  input: input({ id: optionalId, youngPersonId: rowId, area: listedOrNone, ...shape }),
  allow: (at) => mayWritePlan(at, at.input.youngPersonId),
  async run({ db, input, today, newId, record, touch }) {
    const { youngPersonId, area, score, askedById } = input;
    const id = input.id ?? newId();
    if (area !== "") await areaWith(db, area, today);
    await staffWith(db, askedById);
    const ratedOn = await dayFor(db, { ...input, id }, today);
    await insertOnce(db, wellbeingRating, { id, youngPersonId, area, score, ratedOn, askedById });
    record({ kind: "wellbeing-rated", youngPersonId, facts: { row: id, area } });
    touch(personTopic(youngPersonId), wellbeingView, id);
    return { id };
  },
});

export const changeWellbeing = command("change-wellbeing", {
  input: input({ id: rowId, version: seenVersion, ...shape }),
  allow: (at) => mayWriteRow(at, wellbeingRating),
  async run({ db, input: { id, version, ...set }, today, by, record, touch }) {
    const [former] = await db.select().from(wellbeingRating).where(eq(wellbeingRating.id, id));
    if (former?.askedById !== set.askedById) await staffWith(db, set.askedById);
    const stood = { id, youngPersonId: former?.youngPersonId ?? "", area: former?.area ?? "" };
    const ratedOn = await dayFor(db, { ...stood, ratedOn: set.ratedOn }, today);
    const { youngPersonId } = await revise(db, wellbeingRating, { id, version }, { ...set, ratedOn }, by);
    record({ kind: "wellbeing-changed", youngPersonId, facts: { row: id } });
    touch(personTopic(youngPersonId), wellbeingView, id);
  },
});

export const removeWellbeing = removal("remove-wellbeing", wellbeingRating, wellbeingView, "wellbeing-removed");
