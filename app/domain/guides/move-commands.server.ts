import { and, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { tables } from "#db/index.server.ts";
import { decide, mayAsStaff } from "../access/decide.server.ts";
import { idOf } from "../actor.ts";
import { type At, command, type Work } from "../command.server.ts";
import { Declined, refusedBecause } from "../errors.ts";
import { chosenId, ids, input, rowId, seenVersion } from "../input.server.ts";
import { giveOn, mustBeMovable, NOBODY, takeBack } from "../people/caseload.server.ts";
import { staffWho } from "../staff/find.server.ts";
import { personTopic, staffTopic } from "../topics.ts";
import { placesOfGuides } from "./going.server.ts";
import { mayUndo } from "./moves.server.ts";
import { knownOf, tellNotComing } from "./not-coming.server.ts";
import { goesAsGuide } from "./request.ts";
import { tellGuides } from "./team-tell.server.ts";

const manages = ({ db, actor, now, today }: At<unknown>) => mayAsStaff(db, { actor, now, today }, "guides:manage");
const guidesOf = ({ db, today }: Pick<Work<unknown>, "db" | "today">) =>
  staffWho(db, (roles) => roles.includes("youth_guide"), today);

/** The young people who are to be moved, each still with whom they were seen. @throws Declined when one of them is not */
async function chosen(at: At<{ youngPeople: string[]; from: string }>, guides: readonly string[]): Promise<string[]> {
  const { db, today, input } = at;
  const young = [...new Set(input.youngPeople)];
  for (const id of young)
    if ((await decide(db, at, "person:assign", id)) === null) throw new Declined({ no: "missing" });
  for (const id of young) {
    const places = (await placesOfGuides(db, id, today)).filter(({ kind }) => kind === "guide");
    const asSeen = places.some(({ staffId }) => (guides.includes(staffId) ? staffId : NOBODY) === input.from);
    if (!asSeen) throw refusedBecause("caseload-changed");
  }
  return young;
}

async function tell(work: Work<unknown>, youngPeople: readonly string[]): Promise<void> {
  work.reload(...youngPeople.map(personTopic));
  await tellGuides(work);
}

/** Gives young people from one guide to another, all of them or none; how often they are met goes along. */
export const moveToGuide = command("move-to-guide", {
  input: input({ from: z.union([z.literal(NOBODY), rowId]), to: chosenId, youngPeople: ids }),
  allow: manages,
  async run(work) {
    const { from, to, youngPeople: wanted } = work.input;
    const team = await guidesOf(work);
    mustBeMovable({ from, to, team }, { field: "youngPeople", count: wanted.length });
    const youngPeople = await chosen(work, team);
    const id = await giveOn(work, { kind: "guide", from, to, team, youngPeople });
    await tell(work, youngPeople);
    return { id };
  },
});

/** Within ten minutes everybody is with whom they were. */
export const takeBackGuideMove = command("take-back-guide-move", {
  input: input({ id: rowId, version: seenVersion }),
  async allow(at) {
    const verdict = await manages(at);
    return "by" in verdict && !(await mayUndo(at.db, at, at.input.id)) ? { no: "missing" } : verdict;
  },
  async run(work) {
    const known = await knownOf(work.db, work.input.id);
    await tell(work, await takeBack(work));
    for (const of of known) {
      const places = await placesOfGuides(work.db, of.youngPersonId, work.today);
      if (!goesAsGuide(places, of.staffId)) await tellNotComing(work, of);
    }
  },
});

const { caseloadMove } = tables;

/** Whoever was given young people has seen it: it is no news any more. The step itself stands as it was. */
export const seeGivenYoung = command("see-given-young", {
  input: input({ id: rowId }),
  async allow({ db, actor, input: { id } }) {
    const [move] = await db.select().from(caseloadMove).where(eq(caseloadMove.id, id));
    return move && move.toId === idOf(actor) && !move.takenBackAt ? { by: "oneself" } : { no: "missing" };
  },
  async run({ db, input: { id }, by, now, record, reload }) {
    await db
      .update(caseloadMove)
      .set({ seenAt: now })
      .where(and(eq(caseloadMove.id, id), isNull(caseloadMove.seenAt)));
    record({ kind: "given-young-seen", facts: { move: id } });
    if (by.staffId) reload(staffTopic(by.staffId));
  },
});
