import type { Db } from "#db/index.server.ts";
import { type Asking, decide } from "../access/decide.server.ts";
import { type MoveMade, movedBy, movesOf } from "../people/caseload.server.ts";

/** Whether it gave on places of guides, and the asker says who goes with each of them. */
export async function mayUndo(db: Db, asking: Asking, moveId: string): Promise<boolean> {
  const young = await movedBy(db, "guide", moveId);
  for (const id of young) if ((await decide(db, asking, "person:assign", id)) === null) return false;
  return young.length > 0;
}

/** The moves of the last minutes that the asker can take back. */
export async function guideMovesMade({ db, ...asking }: { db: Db } & Asking): Promise<MoveMade[]> {
  const made: MoveMade[] = [];
  for (const move of await movesOf(db, "guide", asking.now)) if (await mayUndo(db, asking, move.id)) made.push(move);
  return made;
}
