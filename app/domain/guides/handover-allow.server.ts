import { may, type Verdict } from "../access/decide.server.ts";
import type { At } from "../command.server.ts";
import { missing, refusedBecause } from "../errors.ts";
import { handoverState } from "./handover.ts";
import { type HandoverKept, handoverWith } from "./handover-find.server.ts";

export type Seen = { id: string; version: number };

/** Whoever says who goes with a young person gives them on. */
export async function mayGive({ db, actor, now, today, input: { id } }: At<Seen>): Promise<Verdict> {
  const row = await handoverWith(db, id);
  return row ? may(db, { actor, now, today }, "person:assign", row.youngPersonId) : { no: "missing" };
}

export const mayAnswer = ({ db, actor, now, today, input: { id } }: At<Seen>): Promise<Verdict> =>
  may(db, { actor, now, today }, "guide-handover:answer", id);

/** @throws Declined when it was answered or withdrawn meanwhile */
export async function stillOpen({ db, input: { id } }: Pick<At<Seen>, "db" | "input">): Promise<HandoverKept> {
  const row = await handoverWith(db, id);
  if (!row) throw missing();
  const state = handoverState(row);
  if (state === "accepted") throw refusedBecause("guide-handover-taken");
  if (state !== "open") throw refusedBecause("handover-answered");
  return row;
}
