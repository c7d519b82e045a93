import { transact } from "#db/index.server.ts";
import { beginClosing, closeCase, endCase, pauseCase } from "#domain/cases/commands.server.ts";
import { comingItemsOf, lastCaseOf, openActionsOf } from "#domain/cases/find.server.ts";
import { chanceFor } from "./chance.ts";
import type { DemoClock } from "./clock.server.ts";
import type { Young } from "./script.ts";
import type { DemoStaff } from "./staff.server.ts";

/** Of those who are told of by hand: who is away for a time, who is where they wanted to be, and who said no. Days from the demo's own. */
const PAUSED = { key: "twenty-five", from: -20, until: 45, pause: "travel" };
const CLOSED = { key: "own-way", on: -60, exit: "stable_education" };
const WITHDRAWN = { key: "no-thanks", on: -12 };

const EXITS = ["stable_education", "stable_job", "one_department", "adult_service", "other"] as const;

type Way = { clock: DemoClock; by: string; youngPersonId: string };

const standing = async ({ youngPersonId }: Way) => {
  const row = await transact((db) => lastCaseOf(db, youngPersonId));
  if (!row) throw new Error(`no case of ${youngPersonId}`);
  return row;
};

/** Plans how a young person's case is paused, or ends; where something is still open it stays at being closed. */
export function planCase(clock: DemoClock, staff: DemoStaff, { key, ended }: Young): void {
  const way: Way = { clock, by: staff.idOf("koordinator"), youngPersonId: clock.id(`young ${key}`) };
  if (key === PAUSED.key)
    clock.at(clock.workday(PAUSED.from), "10:20", async () => {
      const { id, version } = await standing(way);
      const of = { id, version, pause: PAUSED.pause, resumeOn: clock.on(PAUSED.until) };
      await clock.does(pauseCase, of, way.by);
    });
  if (key === WITHDRAWN.key)
    clock.at(clock.workday(WITHDRAWN.on), "14:40", async () => {
      const { id, version } = await standing(way);
      await clock.does(endCase, { id, version, because: "withdrawn" }, way.by);
    });
  if (key === CLOSED.key) clock.at(clock.workday(CLOSED.on), "13:15", () => close(way, CLOSED.exit));
  else if (ended !== null)
    clock.at(clock.workday(ended), "15:10", () => close(way, chanceFor(`exit ${key}`).one(EXITS)));
}

async function close(way: Way, exit: string): Promise<void> {
  const { clock, by, youngPersonId } = way;
  const { id, version, state } = await standing(way);
  if (state !== "active") return;
  await clock.does(beginClosing, { id, version, exit }, by);
  const open = await transact(async (db) => [
    ...(await openActionsOf(db, youngPersonId)),
    ...(await comingItemsOf(db, youngPersonId)),
  ]);
  if (open.length === 0) await clock.does(closeCase, { id, version: version + 1 }, by);
}
