import { type Asking, decide } from "../access/decide.server.ts";
import { type AskedOver, handoversOf } from "../actions/take-over.server.ts";
import { type Code, codesWith } from "../codes/queries.server.ts";
import { openHandoverOf } from "../guides/handover-find.server.ts";
import type { Look } from "../query.server.ts";
import { comingItemsOf, openActionsOf } from "./find.server.ts";
import { takenBackUntil } from "./rules.ts";
import type { CaseRow } from "./views.server.ts";

/** What keeps a case from being closed, as far as the asker may know of it, each with what they can do about it. */
export type InTheWay = {
  /** Of the agreements on the page, those of the forum; and those whose outcome the asker may write down. */
  actionIds: string[];
  follows: string[];
  /** Of what is to come up, the items on the forum's agendas. */
  itemIds: string[];
  handovers: Record<string, AskedOver>;
  /** Somebody is asked to take the young person over and has not answered. */
  openHandover: boolean;
};

export type CaseChoices = {
  /** Pauses, ends and opens it again. */
  maySteer: boolean;
  exits: Code[];
  pauses: Code[];
  /** Null while nobody is closing the case. */
  inTheWay: InTheWay | null;
  /** Of the end that can still be taken back, until when. */
  takenBack: { id: string; until: string } | null;
};

/** What can be done about a young person's case, for somebody who may open their page. */
export async function caseChoices(
  look: Look<{ id: string }>,
  rows: CaseRow[],
  seen: { actionIds: string[]; itemIds: string[] },
): Promise<CaseChoices> {
  const { db, input, today, now } = look;
  const maySteer = (await decide(db, look, "person:case", input.id)) !== null;
  const standing = (of: "exit" | "pause") => rows.map((row) => row[of]);
  const last = rows.find(({ endedAt }) => takenBackUntil({ endedAt }, now) !== null);
  const until = last ? takenBackUntil(last, now) : null;
  const closing = maySteer && rows.some(({ state }) => state === "closing");
  return {
    maySteer,
    exits: await codesWith(db, "case_exit", standing("exit"), today),
    pauses: await codesWith(db, "case_pause", standing("pause"), today),
    inTheWay: closing ? await inTheWay(look, seen) : null,
    takenBack: last && until ? { id: last.id, until } : null,
  };
}

async function inTheWay(
  look: Look<{ id: string }>,
  { actionIds, itemIds }: { actionIds: string[]; itemIds: string[] },
): Promise<InTheWay> {
  const { db, input } = look;
  const open = (await openActionsOf(db, input.id)).filter(({ id }) => actionIds.includes(id)).map(({ id }) => id);
  const coming = (await comingItemsOf(db, input.id)).filter(({ id }) => itemIds.includes(id)).map(({ id }) => id);
  const follows: string[] = [];
  for (const id of open) if (await mayFollow(look, id)) follows.push(id);
  const openHandover = (await openHandoverOf(db, input.id)) !== undefined;
  return { actionIds: open, follows, itemIds: coming, handovers: await handoversOf(db, open), openHandover };
}

const mayFollow = async (look: Asking & Pick<Look<unknown>, "db">, id: string) =>
  (await decide(look.db, look, "action:follow", id)) !== null;
